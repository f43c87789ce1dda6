#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Counts the files and functions that a document goes through, and how often that switches between files.

    cmake --build BUILD --target vouch-walk
    tests/walk/count.py BUILD/tests/vouch-walk < request.json

Each function is counted once, by its first entry, however often a template is instantiated; a switch is a function whose
file is another than the one before.
"""
import os
import re
import subprocess
import sys


def main() -> None:
    program = sys.argv[1]
    trace = subprocess.run([program], stdin=sys.stdin, capture_output=True, text=True, check=False).stdout.split()
    maps = subprocess.run(["readelf", "-hW", program], capture_output=True, text=True, check=True).stdout
    position_independent = "DYN" in maps
    order = list(dict.fromkeys(trace))
    base = 0
    if position_independent:
        # Addresses are those of this run: found again by the offset of main's page.
        symbols = subprocess.run(["nm", program], capture_output=True, text=True, check=True).stdout
        known = {int(line.split()[0], 16) for line in symbols.splitlines() if " T " in line or " W " in line or " t " in line}
        first = int(order[0], 16)
        for candidate in known:
            if (first - candidate) % 4096 == 0 and all((int(a, 16) - (first - candidate)) in known for a in order[:50]):
                base = first - candidate
                break
    addresses = "\n".join(hex(int(a, 16) - base) for a in order)
    lines = subprocess.run(["addr2line", "-C", "-f", "-e", program], input=addresses, capture_output=True, text=True,
                           check=True).stdout.splitlines()
    files = []
    seen = set()
    for function, place in zip(lines[::2], lines[1::2]):
        own = re.search(r"include/((?:vouch|apsaramq)/[^:]+):(\d+)", place)
        if own and not re.search(r"\[clone|_GLOBAL_", function) and own.groups() not in seen:
            seen.add(own.groups())
            files.append((own.group(1), function))
    switches = sum(1 for a, b in zip(files, files[1:]) if a[0] != b[0])
    print(f"{len(files)} functions in {len(set(f for f, _ in files))} files, {switches} switches between files")
    if os.environ.get("VERBOSE"):
        for file, function in files:
            print(f"{file}: {function}")


if __name__ == "__main__":
    main()
