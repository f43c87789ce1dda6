#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Measures what including and using the headers costs a compiler, against <boost/json.hpp> alone and other libraries.

    compile.py --json FILE [--peers DIR]
"""
import argparse
import json
import os
import subprocess
import tempfile
import time

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

USE = """#include <apsaramq.hpp>
std::string use(std::string_view text) {
    auto reading = vouch::read<apsaramq::CreateInstanceRequest>(text);
    if (!reading) return {};
    reading->instanceName = "orders";
    if (!vouch::validate(*reading).ok()) return {};
    return vouch::write(*reading);
}
"""
STRUCTS = """#include <optional>
#include <string>
#include <vector>
struct Tag { std::optional<std::string> key, value; };
struct Request { std::string serviceCode; std::optional<int> period; std::optional<bool> autoRenew; std::vector<Tag> tags; };
"""
SEPARATE = ["-DVOUCH_SEPARATE_COMPILATION", "-DAPSARAMQ_SEPARATE_COMPILATION"]


def sources(peers):
    yield "boost_json_include", "`<boost/json.hpp>`, included", BASE, []
    yield "include", "`<apsaramq.hpp>`, included", "#include <apsaramq.hpp>\n", []
    yield "schema", "`<apsaramq/create_instance.hpp>`, included", "#include <apsaramq/create_instance.hpp>\n", []
    yield "use", "reads, validates and writes; headers alone", USE, []
    yield "include_compiled", "`<apsaramq.hpp>`, included; compiled once", "#include <apsaramq.hpp>\n", SEPARATE
    yield "use_compiled", "reads, validates and writes; compiled once", USE, SEPARATE
    yield ("nlohmann", "nlohmann/json: a struct of five fields", STRUCTS + """#include <nlohmann/json.hpp>
Request use(const std::string& text) {
    const auto v = nlohmann::json::parse(text);
    return {v.at("serviceCode"), v.at("period").get<int>(), v.at("autoRenew").get<bool>(), {}};
}
""", [])
    if peers and os.path.exists(f"{peers}/glaze/include"):
        yield ("glaze", "glaze: the same", STRUCTS + """#include <glaze/glaze.hpp>
std::string use(const std::string& text) {
    Request r;
    if (glz::read_json(r, text)) return {};
    return glz::write_json(r).value_or("");
}
""", ["-std=c++23", f"-I{peers}/glaze/include"])
    if peers and os.path.exists(f"{peers}/reflect-cpp/include"):
        yield ("reflect_cpp", "reflect-cpp: the same", STRUCTS + """#include <rfl/json.hpp>
std::string use(const std::string& text) {
    auto r = rfl::json::read<Request>(text);
    return r ? rfl::json::write(*r) : std::string();
}
""", [f"-I{peers}/reflect-cpp/include", f"-I{peers}/reflect-cpp/include/rfl/thirdparty"])


BASE = "#include <boost/json.hpp>\n"
ROUNDS = 3


def measure(source, flags, folder):
    path, out = os.path.join(folder, "source.cpp"), os.path.join(folder, "source.o")
    with open(path, "w", encoding="utf-8") as f:
        f.write(source)
    begin = time.monotonic()
    process = subprocess.Popen(["g++", "-w", "-std=c++20", f"-I{TOP}/include", *flags, "-c", path, "-o", out])
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"g++ {' '.join(flags)} has failed")
    return {"cpu": usage.ru_utime + usage.ru_stime, "wall": time.monotonic() - begin, "memory": usage.ru_maxrss * 1024,
            "object": os.path.getsize(out)}


def compare(source, level, flags, folder):
    """A measurement, with its CPU time as a ratio to what is measured before and after it: the machine may change its speed."""
    before = measure(BASE, [level], folder)["cpu"]
    found = measure(source, [level, *flags], folder)
    after = measure(BASE, [level], folder)["cpu"]
    return {"ratio": 2 * found["cpu"] / (before + after), **found}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", required=True)
    parser.add_argument("--peers")
    options = parser.parse_args()
    wanted = [(name, label, level, source, flags) for name, label, source, flags in sources(options.peers)
              for level in ("-O0", "-O2")]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        rounds = [[compare(source, level, flags, folder) for _, _, level, source, flags in wanted] for _ in range(ROUNDS)]
        for (name, label, level, _, _), measured in zip(wanted, zip(*rounds)):
            rows.append({"name": name, "label": label, "level": level,
                         **sorted(measured, key=lambda m: m["ratio"])[ROUNDS // 2]})
    print(f"{'':52} {'level':5} {'ratio':>6} {'CPU s':>6} {'wall s':>6} {'peak MB':>7} {'object MB':>9}")
    for r in rows:
        print(f"{r['label']:52} {r['level']:5} {r['ratio']:6.2f} {r['cpu']:6.2f} {r['wall']:6.2f} "
              f"{r['memory'] / 1e6:7.0f} {r['object'] / 1e6:9.2f}")
    with open(options.json, "w", encoding="utf-8") as out:
        json.dump({"measurements": rows}, out, indent=1)


if __name__ == "__main__":
    main()
