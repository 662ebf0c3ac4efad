#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the fuzz targets, each for a while, with AddressSanitizer and UndefinedBehaviorSanitizer.

    bench/fuzz.py [--seconds 120] [--jobs 1] [--no-build] [--keep DIR] [TARGET...]

Builds the `fuzz` preset, copies the corpus of each target, and lets libFuzzer change it. Without names all targets run,
one after the other (--jobs N: N at once). An input that breaks a property, takes over 10 seconds or needs over 2.5 GB is
a finding: it is saved in DIR/findings (build/fuzz/findings), its report is printed, and the status is 1.
"""
import argparse
import concurrent.futures
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TIMEOUT_SECONDS, MEMORY_MB = 10, 2560
# Inputs are long enough for what a target reads and short enough to be quick; hostile_texts tries longer ones.
MOST_BYTES = {"table_block": 8192, "damaged_table": 256, "version_file": 512, "index_options": 512, "query_options": 512,
              "day": 256, "docnumber": 512, "number": 512, "record_key": 256}
USUAL_MOST_BYTES = 4096
ROW = "{:<16} {:>12} {:>9} {:>10}  {}"


def targets(names):
    known = sorted(path.stem[:-len("_fuzz")] for path in (ROOT / "tests/fuzz").glob("*_fuzz.cc"))
    unknown = sorted(set(names) - set(known))
    if unknown:
        sys.exit(f"no fuzz target {', '.join(unknown)}; there are {', '.join(known)}")
    return names or known


def build(names):
    subprocess.run(["cmake", "--preset", "fuzz"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", "--preset", "fuzz", "--target", *(name + "_fuzz" for name in names)], cwd=ROOT,
                   check=True)


def with_fixed_addresses():
    """How to start a target: the sanitizers of clang 14 fail where the kernel spreads addresses as widely as new ones do."""
    command = ["setarch", "-R"]
    is_allowed = subprocess.run([*command, "true"], stderr=subprocess.DEVNULL, check=False).returncode == 0
    return command if is_allowed else []


def number(pattern, text):
    found = re.findall(pattern, text)
    return int(found[-1]) if found else 0


def finding_of(output, status):
    """Why a run ended before its time; empty where it did not."""
    if status == 0:
        return ""
    summary = re.findall(r"^SUMMARY: (.*)$", output, re.M)
    return summary[-1] if summary else f"status {status}"


def run(name, seconds, findings):
    with tempfile.TemporaryDirectory(prefix="timbao-fuzz-") as folder:
        corpus = Path(folder) / "corpus"
        shutil.copytree(ROOT / "tests/fuzz/corpus" / name, corpus)
        command = [*with_fixed_addresses(), str(ROOT / "build/fuzz/bin" / f"{name}_fuzz"), str(corpus),
                   f"-max_total_time={seconds}", f"-max_len={MOST_BYTES.get(name, USUAL_MOST_BYTES)}",
                   f"-rss_limit_mb={MEMORY_MB}", f"-timeout={TIMEOUT_SECONDS}", "-print_final_stats=1",
                   f"-artifact_prefix={findings}/{name}-"]
        ran = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        output = ran.stdout.decode(errors="replace")
        new_units = len(list(corpus.iterdir())) - len(list((ROOT / "tests/fuzz/corpus" / name).iterdir()))
    executions = number(r"stat::number_of_executed_units:\s+(\d+)", output) or number(r"^#(\d+)", output)
    rate = number(r"stat::average_exec_per_sec:\s+(\d+)", output)
    return name, executions, rate, new_units, finding_of(output, ran.returncode), output


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("--seconds", type=int, default=120)
    arguments.add_argument("--jobs", type=int, default=1)
    arguments.add_argument("--no-build", action="store_true")
    arguments.add_argument("--keep", default=str(ROOT / "build/fuzz"))
    arguments.add_argument("targets", nargs="*")
    options = arguments.parse_args()
    names = targets(options.targets)
    if not options.no_build:
        build(names)
    findings = Path(options.keep) / "findings"
    findings.mkdir(parents=True, exist_ok=True)
    print(ROW.format("target", "executions", "a second", "new units", "result"), flush=True)
    found = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for name, executions, rate, new_units, finding, output in pool.map(
                lambda name: run(name, options.seconds, findings), names):
            print(ROW.format(name, f"{executions:,}", f"{rate:,}", new_units, finding or "nothing found"), flush=True)
            if finding:
                found += 1
                print(output[-6000:], file=sys.stderr)
    print(f"{len(names)} targets, {options.seconds} seconds each, {found} with a finding")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
