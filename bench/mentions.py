#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures --mentions: time and peak memory of a program that lists every mention of some queries.

    bench/mentions.py build/release/bin/timbao-query INDEX [QUERY...]

For each query and order it runs the program once to warm up and three times to measure, with jsonl into nothing, and
prints the medians of the seconds that passed and of those that the processor worked for it (user and system), and the
greatest peak memory (ru_maxrss).
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
    """Seconds that passed, seconds of the processor, and peak memory in MB, of one run."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command} ended with status {process.returncode}")
    return time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    program, index, queries = sys.argv[1], sys.argv[2], sys.argv[3:] or QUERIES
    print(f"{'query':<24}{'mentions':>10}{'articles':>10}  {'sort':<10}{'passed':>8}{'worked':>8}{'MB':>6}")
    for query in queries:
        counted = subprocess.run([program, "--index", index, "--mentions=0", "-n0", "--format=json", query],
                                 capture_output=True, check=False)
        counts = json.loads(counted.stdout)["mentions"]
        for sort in SORTS:
            command = [program, "--index", index, "--mentions", "--mention-sort", sort, "--format=jsonl", query]
            run(command)
            runs = [run(command) for _ in range(3)]
            passed, worked = (statistics.median(each[i] for each in runs) for i in (0, 1))
            memory = max(each[2] for each in runs)
            print(f"{query:<24}{counts['count']:>10}{counts['articles']:>10}  {sort:<10}{passed:>8.2f}{worked:>8.2f}"
                  f"{memory:>6.0f}", flush=True)


if __name__ == "__main__":
    main()
