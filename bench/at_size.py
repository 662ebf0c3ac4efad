#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""timbao beside the Lucene that does the same work, on an archive of 200,000 articles: indexing, and phrases.

usage: bench/at_size.py BIN_DIR CORPUS QUERIES_DIR [--articles N] [--rounds N] [--queries N] [--memory MB] [--work DIR]

BIN_DIR      where timbao-index and timbao-query are (build/release/bin)
CORPUS       JSONL, plain or .zst: id, title, body; what it has too few are made, as bench/growth.py makes them
QUERIES_DIR  phrase.tsv, phrase_plain.tsv: a query a line: article id, tab, query
--rounds     how often each engine indexes, in turn; the table has the medians
--work       where the archive and the indexes are made, some 3 GB

Each engine indexes alone, with two threads. Then one process of each stays open; each set of phrases is sent to both,
first once without being measured. Ratios mean more than figures: both run on the same machine at the same time of day.

Prints Markdown. scripts/install-deps.sh bench installs Lucene.
"""
import argparse
import concurrent.futures
import json
import pathlib
import shutil
import statistics
import sys
import tempfile

import engines
import growth
import measure

SETS = ["phrase", "phrase_plain"]


def chosen_engines(options):
    timbao, *peers = engines.all_engines(options.bin, options.memory)
    lucene = next(peer for peer in peers if "same-work" in peer.name)
    if lacking := lucene.missing():
        sys.exit(f"{lucene.name}: {lacking} is not installed")
    return [timbao, lucene]


def index_in_turn(options, chosen, articles, work):
    """The runs of each engine; the index of the last one stays."""
    runs = [[] for _ in chosen]
    for number, engine in enumerate(chosen):
        engine.prepare(work, articles)
        pathlib.Path(f"{work}/{number}").mkdir()
    for _ in range(options.rounds):
        for number, engine in enumerate(chosen):
            shutil.rmtree(f"{work}/{number}")
            runs[number].append(measure.timed_run(engine.index_command(articles, f"{work}/{number}")))
    return runs


def median(runs, figure):
    return statistics.median(getattr(run, figure) for run in runs)


def print_indexing(chosen, runs, sizes, text_bytes):
    print("| engine | wall s | CPU s | peak MB | index MB | ÷ text |\n" + "|---" * 6 + "|")
    for engine, of_engine, size in zip(chosen, runs, sizes):
        print(f"| {engine.name} | {median(of_engine, 'wall_s'):.1f} | {median(of_engine, 'cpu_s'):.1f} | "
              f"{median(of_engine, 'peak_mb'):.0f} | {size / 1e6:,.0f} | {size / text_bytes:.2f} |")
    ratios = [median(runs[1], figure) / median(runs[0], figure) for figure in ("wall_s", "cpu_s")]
    print(f"\ntimbao indexes {ratios[0]:.2f} times as fast by the clock and {ratios[1]:.2f} times by CPU.\n", flush=True)


def print_phrases(options, chosen, sets, work):
    processes = [measure.Warm(engine, f"{work}/{number}") for number, engine in enumerate(chosen)]
    print(f"| p50 / p99 ms, {options.queries} queries a set |" + "".join(f" {engine.name} |" for engine in chosen))
    print("|---" * (len(chosen) + 1) + "|")
    for name, rows in sets.items():
        for warm in processes:
            warm.ask([measure.request_of(name, query) for _, query in rows])
        figures = [measure.measure_set(warm, name, rows) for warm in processes]
        print(f"| {name} |" + "".join(f" {one.p50:.2f} / {one.p99:.2f} |" for one in figures), flush=True)
    for warm in processes:
        warm.close()


def write_archive(options, first_ids, path):
    """Runs in a process of its own: Linux counts the memory of the program that starts a process as the process's."""
    archive = growth.Archive(options.corpus, first_ids)
    with open(path, "wb") as out:
        return archive.write(out, options.articles)


def run(options, work):
    every_id = {json.loads(line)["id"] for line in measure.read_lines(options.corpus)}
    sets = {name: rows for name, rows in measure.read_sets(options.queries_dir, every_id, options.queries).items()
            if name in SETS}
    first_ids, articles = {article for rows in sets.values() for article, _ in rows}, f"{work}/articles.jsonl"
    with concurrent.futures.ProcessPoolExecutor(1) as another:
        text_bytes = another.submit(write_archive, options, first_ids, articles).result()
    chosen = chosen_engines(options)
    print(f"{options.articles:,} articles, {text_bytes / 1e6:,.1f} MB of text, --memory {options.memory}M, "
          f"median of {options.rounds}\n", flush=True)
    runs = index_in_turn(options, chosen, articles, work)
    print_indexing(chosen, runs, [measure.size_of(f"{work}/{number}") for number in range(len(chosen))], text_bytes)
    print_phrases(options, chosen, sets, work)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin")
    parser.add_argument("corpus")
    parser.add_argument("queries_dir")
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--memory", type=int, default=256)
    parser.add_argument("--work")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.work) as work:
        run(options, work)


if __name__ == "__main__":
    main()
