#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Measures what the checker needs, at most, for 10 MB of hostile input: seconds and memory, in the table of docs/security.md.

    hostile.py VOUCH [--write]
"""
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BASE = json.load(open(f"{TOP}/docs/examples/pay-as-you-go.json", encoding="utf-8"))
SIZE = 10_000_000


def filled(path, element):
    """The base document with a list that is as long as fits; `element` is called with the index."""
    document = json.loads(json.dumps(BASE))
    at = document
    for name in path[:-1]:
        at = at[name]
    at[path[-1]] = []
    empty = json.dumps(document)
    key = json.dumps(path[-1]) + ": ["
    count = SIZE // (len(json.dumps(element(10**6))) + 1)
    return empty.replace(key, key + ",".join(json.dumps(element(i)) for i in range(count)), 1)


def joined(n):
    document = json.loads(json.dumps(BASE))
    vpc = document["networkInfo"]["vpcInfo"]
    vpc.pop("vSwitches", None)
    vpc["vSwitchId"] = "|".join(f"vsw-{i:07}" for i in range(n // 12))
    return json.dumps(document)


def members(text, n):
    return "{" + ",".join(text.format(i) for i in range(n // (len(text) + 6))) + "}"


DOCUMENTS = [
    ("opening brackets", lambda: "[" * SIZE),
    ("opening braces with keys", lambda: '{"a":' * (SIZE // 5)),
    ("white space", lambda: " " * SIZE),
    ("one string without an end", lambda: '{"remark":"' + "x" * SIZE),
    ("one key", lambda: '{"' + "k" * SIZE + '":1}'),
    ("one text of escapes", lambda: '{"instanceName":"' + "\\u0041" * (SIZE // 6) + '"}'),
    ("unknown keys", lambda: members('"u{}":1', SIZE)),
    ("one unknown key, again and again", lambda: members('"zzz":{}', SIZE)),
    ("one field, again and again", lambda: members('"period":{}', SIZE)),
    ("one field in two wrong spellings", lambda: members('"Period":1,"periodunit":{}', SIZE)),
    ("tags, all the same", lambda: filled(["tags"], lambda i: {"key": "k", "value": "v"})),
    ("tags with misspelled keys", lambda: filled(["tags"], lambda i: {"Key": f"k{i}", "value": "v"})),
    ("tags with null for a value", lambda: filled(["tags"], lambda i: {"Key": f"k{i}", "Value": None})),
    ("tags of the wrong type", lambda: filled(["tags"], lambda i: {"key": i, "value": []})),
    ("different addresses", lambda: filled(["networkInfo", "internetInfo", "ipWhitelist"],
                                           lambda i: f"10.{i >> 16}.{i >> 8 & 255}.{i & 255}")),
    ("wrong addresses", lambda: filled(["networkInfo", "internetInfo", "ipWhitelist"], lambda i: "1.2.3.4/33")),
    ("ids joined by \\|", lambda: joined(SIZE)),
    ("separators without ids", lambda: json.dumps({"networkInfo": {"vpcInfo": {"vSwitchId": "|" * SIZE}}})),
]


def run(command):
    before = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if not os.WIFEXITED(status) or os.WEXITSTATUS(status) > 1:
        sys.exit(f"{command}: exit status {status}")
    return time.monotonic() - before, usage.ru_maxrss / 1024


def main():
    vouch = sys.argv[1]
    lines = ["| 10 MB of | check | | fix | |", "|---|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        for name, make in DOCUMENTS:
            file = f"{folder}/document.json"
            with open(file, "w", encoding="utf-8") as f:
                f.write(make())
            cells = [name]
            for command in ("check", "fix"):
                seconds, memory = run([vouch, command, file])
                cells += [f"{seconds:.2f} s", f"{memory:.0f} MB"]
            lines.append("| " + " | ".join(cells) + " |")
            print(lines[-1], flush=True)
    if "--write" not in sys.argv:
        return
    page = f"{TOP}/docs/security.md"
    text = open(page, encoding="utf-8").read()
    begin, end = "<!-- measured: benchmarks/hostile.py -->\n", "<!-- end -->"
    head, rest = text.split(begin)
    with open(page, "w", encoding="utf-8") as f:
        f.write(head + begin + "\n".join(lines) + "\n" + end + rest.split(end, 1)[1])


if __name__ == "__main__":
    main()
