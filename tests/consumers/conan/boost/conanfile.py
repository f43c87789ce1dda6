# SPDX-License-Identifier: BSL-1.0
# The Boost of this machine as a Conan package, with the components that the one of Conan Center has: nothing is fetched.
from conan import ConanFile


class Boost(ConanFile):
    name = "boost"
    settings = "os", "arch", "compiler", "build_type"

    def package_info(self):
        for component in self.cpp_info.components["headers"], self.cpp_info.components["json"]:
            component.includedirs = []
            component.libdirs = []
        self.cpp_info.components["headers"].set_property("cmake_target_name", "Boost::headers")
        self.cpp_info.components["json"].set_property("cmake_target_name", "Boost::json")
        self.cpp_info.components["json"].system_libs = ["boost_json"]
