# SPDX-License-Identifier: BSL-1.0
# A recipe for Conan 2: the headers of the checkout that it lies in.
import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.files import copy, load


class Vouch(ConanFile):
    name = "vouch"
    description = "Vouches for a cloud API request before it is sent"
    license = "BSL-1.0"
    package_type = "header-library"
    settings = "os", "arch", "compiler", "build_type"
    no_copy_source = True

    def top(self):
        return os.path.join(self.recipe_folder, os.pardir, os.pardir)

    def set_version(self):
        header = load(self, os.path.join(self.top(), "include", "vouch", "version.hpp"))
        self.version = re.search(r'VOUCH_VERSION "(.*)"', header)[1]

    def export_sources(self):
        copy(self, "*.hpp", os.path.join(self.top(), "include"), os.path.join(self.export_sources_folder, "include"))
        copy(self, "LICENSE", self.top(), self.export_sources_folder)

    def requirements(self):
        self.requires("boost/[>=1.81]", transitive_headers=True)

    def validate(self):
        check_min_cppstd(self, 20)

    def package_id(self):
        self.info.clear()

    def package(self):
        copy(self, "*.hpp", os.path.join(self.source_folder, "include"), os.path.join(self.package_folder, "include"))
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))

    def package_info(self):
        self.cpp_info.bindirs = []
        self.cpp_info.libdirs = []
        self.cpp_info.requires = ["boost::headers", "boost::json"]
        self.cpp_info.set_property("cmake_target_aliases", ["vouch::apsaramq"])
