#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Shows the results of a run: ratios to boost::json::parse of the same text, measured in turn.

    report.py RESULTS.json                 prints the tables
    report.py RESULTS.json --write docs    writes benchmarks.md and its pictures into a folder
"""
import argparse
import json
import os
import platform
import re
import subprocess

CORPORA = ["full", "minimal", "alphabetical", "pretty", "mix", "mix_shuffled"]

# The name of a benchmark, what it does, and what it does not do.
READERS = [
    ("read", "vouch::read", "every rule; exact places of all mistakes"),
    ("verdict", "vouch::check", "every rule; the verdict alone, nothing is kept"),
    ("plain_read", "vouch::read, plain lane", "every rule; the cost of a document that the straight lane does not accept"),
    ("boost_json_parse", "boost::json::parse", "no struct, no rules"),
    ("boost_json_value_to", "Boost.JSON, into the struct", "no rules; the first mistake only"),
    ("glaze", "glaze, into the struct", "no rules; the first mistake only"),
    ("simdjson", "simdjson (DOM), into the struct", "no rules; the first mistake only; its parser is reused"),
    ("reflect_cpp", "reflect-cpp, into the struct", "no rules"),
    ("rapidjson", "RapidJSON, into the struct", "no rules; the first mistake only"),
    ("nlohmann", "nlohmann/json, into the struct", "no rules; the first mistake only"),
]
OTHERS = [
    ("validate", "vouch::validate", "every rule on a struct"),
    ("write", "vouch::write", "into a new string"),
    ("write_to", "vouch::write_to", "into the caller's string"),
    ("glaze_write", "glaze", "into a new string"),
    ("reflect_cpp_write", "reflect-cpp", "into a new string"),
    ("ten_mistakes", "vouch::read, ten mistakes", "all found, explained and placed"),
]


def medians(results):
    return {b["run_name"]: b for b in results["benchmarks"] if b.get("aggregate_name") == "median"}


def ratio(found, name, corpus):
    one = found.get(f"{name}/{corpus}")
    return one["ratio"] if one else None


def table(found, rows):
    lines = ["| | " + " | ".join(c.replace("_", ", ") for c in CORPORA) + " | |", "|---" * (len(CORPORA) + 2) + "|"]
    for name, label, what in rows:
        cells = [ratio(found, name, c) for c in CORPORA]
        if any(c is not None for c in cells):
            lines.append(f"| {label} | " + " | ".join("" if c is None else f"{c:.2f}" for c in cells) + f" | {what} |")
    return "\n".join(lines)


def growth(found, prefix):
    points = sorted((int(n.split("/")[1]), b) for n, b in found.items() if n.startswith(prefix + "/"))
    lines = ["| " + " | ".join(f"{n:,}" for n, _ in points) + " |", "|---" * len(points) + "|",
             "| " + " | ".join(f"{b['cpu_time'] / 1000:.3g} µs" for _, b in points) + " |"]
    return "\n".join(lines)


def allocations(found):
    rows = [(label, found.get(f"{name}/full"), found.get(f"{name}/minimal")) for name, label, _ in READERS + OTHERS]
    lines = ["| | full | minimal |", "|---|---|---|"]
    for label, full, minimal in rows:
        if full and minimal:
            lines.append(f"| {label} | {full['allocations']:.0f} | {minimal['allocations']:.0f} |")
    return "\n".join(lines)


def picture(found, dark):
    """Bars of what reading the full document costs."""
    bars = [(label, ratio(found, name, "full"), name in ("read", "verdict", "plain_read")) for name, label, _ in READERS]
    bars = sorted(((l, r, own) for l, r, own in bars if r is not None), key=lambda b: b[1])
    text, quiet, own_color, other = ("#e6edf3", "#8b949e", "#3fb950", "#484f58") if dark else (
        "#1f2328", "#59636e", "#1a7f37", "#d0d7de")
    width, left, row = 760, 230, 30
    longest = bars[-1][1]
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {row * len(bars) + 40}" role="img" '
           f'font-family="system-ui, sans-serif" font-size="13">',
           "<title>Reading a full CreateInstance request, as a ratio to boost::json::parse</title>"]
    for i, (label, r, own) in enumerate(bars):
        y = 10 + i * row
        length = max(2, (width - left - 60) * r / longest)
        out.append(f'<text x="{left - 8}" y="{y + 16}" fill="{text}" text-anchor="end">{label}</text>')
        out.append(f'<rect x="{left}" y="{y + 2}" width="{length:.0f}" height="20" rx="3" '
                   f'fill="{own_color if own else other}"/>')
        out.append(f'<text x="{left + length + 6:.0f}" y="{y + 16}" fill="{text}">{r:.2f}</text>')
    out.append(f'<text x="{left}" y="{row * len(bars) + 30}" fill="{quiet}">time, boost::json::parse = 1; '
               "green: with every rule checked</text></svg>")
    return "\n".join(out) + "\n"


def machine(results):
    compiler = subprocess.run(["g++", "--version"], capture_output=True, text=True, check=False).stdout.split("\n")[0]
    model = platform.machine()
    if os.path.exists("/proc/cpuinfo"):
        found = re.search(r"model name\s*: (.*)", open("/proc/cpuinfo", encoding="utf-8").read())
        model = found.group(1) if found else model
    return f"{model}, {results['context']['num_cpus']} processors; {compiler}, -O3; {results['context']['date'][:10]}"


def sections(found):
    return [("Reading a document", table(found, READERS)), ("The rest", table(found, OTHERS)),
            ("Allocations", allocations(found)), ("Growth with the number of tags", growth(found, "read_tags")),
            ("Growth with the number of mistakes", growth(found, "read_mistakes")),
            ("Growth of fixing with the number of misspelled keys", growth(found, "fix_keys")),
            ("Growth of fixing with the number of joined ids", growth(found, "fix_ids"))]


def compile_section(path):
    if not os.path.exists(path):
        return ""
    rows = json.load(open(path, encoding="utf-8"))["measurements"]
    lines = ["", "## Compiling", "",
             "CPU time of the compiler as a ratio to a file that only includes `<boost/json.hpp>`, compiled before and after, and",
             "the object file.", "",
             "| | -O0 | -O2 | object at -O0 |", "|---|---|---|---|"]
    for name in dict.fromkeys(r["name"] for r in rows):
        mine = {r["level"]: r for r in rows if r["name"] == name}
        cells = [f"{mine[level]['ratio']:.2f}" for level in ("-O0", "-O2")]
        lines.append(f"| {mine['-O0']['label']} | {cells[0]} | {cells[1]} | {mine['-O0']['object'] / 1e6:.2f} MB |")
    return "\n".join(lines) + "\n"


PAGE = """# Benchmarks

<!-- Written by tools/bench --write: do not edit. -->

Ratios to `boost::json::parse` of the same text, the cheapest thing that a user of Boost.JSON does: 0.5 is half of its
time. Both run in turn, 64 times each or once for every document, and the median of such rounds is taken. The documents are a
request with all usual fields (`full`, 972 bytes), one with the least (`minimal`), the full one with its members in
alphabetical order and indented (`pretty`), and 512 different valid requests (`mix`), also with their members shuffled.

Measured on: {machine}. `tools/bench` measures on yours; other libraries join with `--peers`.

<picture>
  <source media="(prefers-color-scheme: dark)" srcset="site/benchmarks-dark.svg">
  <img alt="Bars: what reading the full request costs with Vouch and with other libraries" src="site/benchmarks-light.svg">
</picture>

{body}
"""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("results")
    parser.add_argument("--write")
    options = parser.parse_args()
    results = json.load(open(options.results, encoding="utf-8"))
    found = medians(results)
    if not options.write:
        for title, text in sections(found):
            print(f"{title}\n\n{text}\n")
        return
    body = "\n\n".join(f"## {title}\n\n{text}" for title, text in sections(found))
    body += "\n" + compile_section(options.results.removesuffix(".json") + ".compile.json")
    with open(os.path.join(options.write, "benchmarks.md"), "w", encoding="utf-8") as page:
        page.write(PAGE.format(machine=machine(results), body=body).rstrip() + "\n")
    for name, dark in (("light", False), ("dark", True)):
        with open(os.path.join(options.write, "site", f"benchmarks-{name}.svg"), "w", encoding="utf-8") as svg:
            svg.write(picture(found, dark))


if __name__ == "__main__":
    main()
