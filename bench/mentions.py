#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures --mentions: time and peak memory of a program that lists every mention of some queries.

    bench/mentions.py build/release/bin/timbao-query INDEX [QUERY...]

For each query and order it runs the program once to warm up and three times to measure, with jsonl into nothing, and
prints the median of the times and the greatest peak memory (ru_maxrss).
"""
import json
import os
import statistics
import subprocess
import sys
import time

QUERIES = ['"chính phủ"', "dang", "việt nam", '"ủy ban" NEAR/5 tỉnh', "chinh*"]
SORTS = ["date", "left", "reading"]


def run(command):
    """Seconds, and peak memory in MB, of one run."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command} ended with status {process.returncode}")
    return time.monotonic() - began, usage.ru_maxrss / 1024


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    program, index, queries = sys.argv[1], sys.argv[2], sys.argv[3:] or QUERIES
    print(f"{'query':<24}{'mentions':>10}{'articles':>10}  {'sort':<10}{'seconds':>8}{'MB':>8}")
    for query in queries:
        counted = subprocess.run([program, "--index", index, "--mentions=0", "-n0", "--format=json", query],
                                 capture_output=True, check=False)
        counts = json.loads(counted.stdout)["mentions"]
        for sort in SORTS:
            command = [program, "--index", index, "--mentions", "--mention-sort", sort, "--format=jsonl", query]
            run(command)
            runs = [run(command) for _ in range(3)]
            seconds, memory = statistics.median(each[0] for each in runs), max(each[1] for each in runs)
            print(f"{query:<24}{counts['count']:>10}{counts['articles']:>10}  {sort:<10}{seconds:>8.2f}{memory:>8.0f}")


if __name__ == "__main__":
    main()
