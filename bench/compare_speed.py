#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares two builds of the programs: processor time, peak memory and index size, in alternating runs.

    bench/compare_speed.py OLD/bin NEW/bin CORPUS.jsonl[.zst] QUERIES_DIR [--runs 7] [--articles N] [--options JSON]
    bench/compare_speed.py OLD/bin NEW/bin CORPUS.jsonl[.zst] QUERIES_DIR --instructions --articles 400 --queries-a-set 25
    bench/compare_speed.py OLD/bin NEW/bin INDEX QUERIES_DIR --elapsed [--runs 7] [--queries-a-set N] [--options JSON]
    bench/compare_speed.py OLD/bin NEW/bin INDEX QUERIES_DIR --processor [--runs 7] [--queries-a-set N] [--options JSON]

Each run indexes the corpus and answers every query set as a batch, first with one build, then with the other, so that
what else the machine does falls on both. A figure is the median of the runs; a ratio is new / old of the medians, and
beside it the median of the ratios of each pair of runs. Processor time stays the same on a loaded machine where elapsed
time does not, but caches are shared too: below some 3 % only many runs tell. --instructions counts with valgrind what
the programs execute, once: a count hardly differs from run to run, but says nothing of system calls and cache misses.
--elapsed takes an index in place of a corpus, which both builds only read, and compares the elapsed_ms of the answers of
each set (p50 and p99, in one process a set and run), and the time of a process that answers one query. --processor does
the same with the processor time of each query: where other work takes turns on the processors, a query that takes longer
than one turn waits for the others, so that p99 tells their number and not the program's time.
"""
import json
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile
import time

from compare_builds import arguments_of, as_typed, read_queries, write_corpus
from measure import size_of, timed_run


def lines_of(queries, options):
    return "".join(json.dumps({"query": text, **options}, ensure_ascii=False) + "\n" for text in queries)


def index_command(programs, index, corpus, jobs):
    return [f"{programs}/timbao-index", "--index", str(index), "add", "--quiet", "--jobs", str(jobs), str(corpus)]


def measure_build(programs, index, corpus, sets, options):
    """{"index": Run, "index size": bytes, "title": Run, …} of one build."""
    shutil.rmtree(index, ignore_errors=True)
    figures = {"index": timed_run(index_command(programs, index, corpus, options.jobs))}
    figures["size"] = size_of(index)
    command = [f"{programs}/timbao-query", "--index", str(index), "--batch"]
    for name, queries in sets.items():
        figures[name] = timed_run(command, lines_of(as_typed(name, queries), json.loads(options.options)))
    return figures


def row(name, old, new, unit):
    pairs = statistics.median(b / a for a, b in zip(old, new))
    before, after = statistics.median(old), statistics.median(new)
    return f"| {name} | {before:.2f} {unit} | {after:.2f} {unit} | {after / before:.3f} | {pairs:.3f} |"


def report(runs, names):
    print("| | old | new | ratio of medians | median of ratios |\n|---|---|---|---|---|")
    for name in names:
        for what, unit in (("cpu_s", "s"), ("peak_mb", "MB")):
            old, new = ([getattr(run[side][name], what) for run in runs] for side in (0, 1))
            print(row(f"{name}, {'CPU' if unit == 's' else 'peak'}", old, new, unit))
    print(row("index size", *([run[side]["size"] / 1e6 for run in runs] for side in (0, 1)), "MB"), flush=True)


def instructions_of(command, given=""):
    """How many thousand million instructions a command executes."""
    counted = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command]
    done = subprocess.run(counted, input=given, capture_output=True, text=True, encoding="utf-8")
    return int(re.search(r"Collected : (\d+)", done.stderr)[1]) / 1e9


def compare_instructions(programs, folder, corpus, sets):
    queries = "".join(lines_of(as_typed(name, asked), {}) for name, asked in sets.items())
    counts = []
    for side, folder_of_programs in enumerate(programs):
        index = folder / f"index-{side}"
        indexing = instructions_of(index_command(folder_of_programs, index, corpus, 1))
        asking = instructions_of([f"{folder_of_programs}/timbao-query", "--index", str(index), "--batch"], queries)
        counts.append((indexing, asking))
    for name, old, new in zip(("index", "queries"), *counts):
        print(f"{name}: {old:.3f} and {new:.3f} thousand million instructions, ratio {new / old:.3f}")


def in_turns(options, measure):
    """[(old, new), …]: what `measure(programs)` gives for both builds, as often as there are runs, in alternating order."""
    runs = []
    for number in range(options.runs):
        order = [(0, options.old), (1, options.new)]
        measured = {side: measure(programs) for side, programs in (order if number % 2 == 0 else reversed(order))}
        runs.append((measured[0], measured[1]))
    return runs


def elapsed_of(programs, index, given):
    """(p50, p99) of the elapsed_ms of a batch."""
    command = [f"{programs}/timbao-query", "--index", index, "--batch"]
    printed = subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    elapsed = sorted(json.loads(line)["elapsed_ms"] for line in printed.splitlines())
    return elapsed[len(elapsed) // 2], elapsed[len(elapsed) * 99 // 100]


def on_processor_ms(pid):
    """How long a process has run so far, as the scheduler of Linux counts it."""
    with open(f"/proc/{pid}/schedstat", encoding="ascii") as counts:
        return int(counts.read().split()[0]) / 1e6


def processor_of(programs, index, given):
    """(p50, p99) of the processor time of each query of a batch, in ms: one is sent when the one before is answered."""
    command = [f"{programs}/timbao-query", "--index", index, "--batch"]
    times, before = [], 0
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        for line in given.encode().splitlines(keepends=True):
            run.stdin.write(line)
            run.stdin.flush()
            run.stdout.readline()
            now = on_processor_ms(run.pid)
            times.append(now - before)
            before = now
        run.stdin.close()
    times.sort()
    return times[len(times) // 2], times[len(times) * 99 // 100]


def fresh_ms(programs, index, queries):
    """The median time of a process that answers one query."""
    times = []
    for query in queries:
        began = time.perf_counter()
        subprocess.run([f"{programs}/timbao-query", "--index", index, "--format", "json", "--", query], capture_output=True)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def compare_waiting(options, sets, times_of):
    """Takes what gives (p50, p99) of a batch: elapsed_of() or processor_of()."""
    print("| | old | new | ratio of medians | median of ratios |\n|---|---|---|---|---|")
    for name, queries in sets.items():
        given = lines_of(as_typed(name, queries), json.loads(options.options))
        runs = in_turns(options, lambda programs: times_of(programs, options.corpus, given))
        for place, what in enumerate(("p50", "p99")):
            print(row(f"{name}, {what}", *([run[side][place] for run in runs] for side in (0, 1)), "ms"), flush=True)


def compare_fresh(options, sets):
    some = next(iter(sets.values()))[:20]
    runs = in_turns(options, lambda programs: fresh_ms(programs, options.corpus, some))
    print(row("fresh process", *([run[side] for run in runs] for side in (0, 1)), "ms"))


def main():
    parser = arguments_of(__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--options", default="{}", help="of each query, as a JSON object")
    parser.add_argument("--instructions", action="store_true")
    parser.add_argument("--elapsed", action="store_true")
    parser.add_argument("--processor", action="store_true")
    options = parser.parse_args()
    sets = read_queries(options.queries, options.queries_a_set)
    if options.processor:
        return compare_waiting(options, sets, processor_of)
    if options.elapsed:
        compare_waiting(options, sets, elapsed_of)
        return compare_fresh(options, sets)
    with tempfile.TemporaryDirectory(dir="/var/tmp") as temporary:
        folder = pathlib.Path(temporary)
        corpus = write_corpus(options.corpus, options.articles, folder / "corpus.jsonl")
        if options.instructions:
            return compare_instructions((options.old, options.new), folder, corpus, sets)
        runs = in_turns(options, lambda programs: measure_build(programs, folder / "index", corpus, sets, options))
    report(runs, ["index", *sets])


if __name__ == "__main__":
    main()
