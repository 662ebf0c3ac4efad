#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares timbao with what a user could choose instead, on the same articles and queries, in one run.

usage: bench/compare.py BIN_DIR [CORPUS QUERIES_DIR] [--short] [--queries N] [--only NAME]... [--memory MB]
                        [--work DIR] [--record FILE | --check FILE]

BIN_DIR      where timbao-index and timbao-query are (build/release/bin)
CORPUS       JSONL, plain or .zst: id, title, body; QUERIES_DIR: its known-item queries (described in known_item.py).
             Without both: a corpus that the program makes (made_corpus.py), the same everywhere
--short      at most 5,000 articles and 100 queries a set, timbao and SQLite only
--queries N  the first N queries of each set
--only NAME  timbao and the engines whose name holds NAME
--record     writes the ratios of timbao to SQLite, and timbao's quality, to FILE
--check      fails when a ratio is over twice that in FILE, or a quality is lower by more than 0.03. The ratios are of
             processor time, memory and size, on which other work on the machine has little effect

scripts/install-deps.sh bench installs the peers; peers that are not installed are skipped and named. Each engine indexes
alone. Then one process of each stays open, and each set is sent to all of them before the next set. Before that the first
queries of every set are sent once without being measured, so that Java has compiled. A fresh process is timed from its
start to its end.
"""
import argparse
import dataclasses
import json
import pathlib
import statistics
import sys
import tempfile

import engines
import made_corpus
import measure
import report

WARM_UP_QUERIES, SHORT_WARM_UP_QUERIES = 200, 20
FRESH_QUERIES = 20
SHORT_ARTICLES, SHORT_QUERIES = 5000, 100


@dataclasses.dataclass
class Material:
    """The articles and queries that all engines get."""

    articles: str
    text_bytes: int
    sets: dict


def material_of(options, work):
    articles = f"{work}/articles.jsonl"
    corpus, queries = options.corpus, options.queries_dir
    if not corpus:
        corpus, queries = made_corpus.write(work, SHORT_ARTICLES, SHORT_QUERIES), work
    most_articles, most_queries = (SHORT_ARTICLES, SHORT_QUERIES) if options.short else (None, options.most_queries)
    text_bytes, ids = measure.write_articles(corpus, articles, most_articles)
    return Material(articles, text_bytes, measure.read_sets(queries, ids, most_queries))


def chosen_engines(options):
    """The chosen engines that are installed."""
    wanted = ["SQLite"] if options.short else options.only
    timbao, *peers = engines.all_engines(options.bin, options.memory)
    found = [timbao]
    for peer in peers:
        if wanted and not any(name in peer.name for name in wanted):
            continue
        lacking = peer.missing()
        if lacking:
            print(f"{peer.name} is skipped: {lacking} is not installed", file=sys.stderr)
        else:
            found.append(peer)
    return found


def index_all(material, chosen, work):
    results = []
    for number, engine in enumerate(chosen):
        index = f"{work}/index-{number}"
        engine.prepare(work, material.articles)
        run = measure.timed_run(engine.index_command(material.articles, index))
        results.append(report.Result(engine, index, run, measure.size_of(index)))
    return results


def time_fresh(result, rows):
    """Median of the time and of the processor time of fresh processes that answer one query each, start included."""
    runs = [measure.timed_run(*result.engine.once_command(result.index, query)) for _, query in rows[:FRESH_QUERIES]]
    result.fresh_ms = statistics.median(run.wall_s for run in runs) * 1000
    result.fresh_cpu_ms = statistics.median(run.cpu_s for run in runs) * 1000


def ask_all(material, results, warm_up):
    processes = [measure.Warm(result.engine, result.index) for result in results]
    for name, rows in material.sets.items():
        for warm in processes:
            warm.ask([measure.request_of(name, query) for _, query in rows[:warm_up]])
    for name, rows in material.sets.items():
        for warm, result in zip(processes, results):
            result.sets[name] = measure.measure_set(warm, name, rows)
    for warm in processes:
        warm.close()


def measured(options, work):
    material = material_of(options, work)
    results = index_all(material, chosen_engines(options), work)
    for result in results:
        time_fresh(result, material.sets["kw"])
    ask_all(material, results, SHORT_WARM_UP_QUERIES if options.short else WARM_UP_QUERIES)
    return material, results


def options_of(words):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin")
    parser.add_argument("corpus", nargs="?")
    parser.add_argument("queries_dir", nargs="?")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--queries", type=int, dest="most_queries")
    parser.add_argument("--only", action="append")
    parser.add_argument("--work")
    parser.add_argument("--memory", type=int, default=256)
    parser.add_argument("--record")
    parser.add_argument("--check")
    options = parser.parse_args(words)
    if options.corpus and not options.queries_dir:
        parser.error("CORPUS needs QUERIES_DIR")
    if options.only and (options.record or options.check):
        parser.error("the ratios are to SQLite: --only cannot be given with --record or --check")
    return options


def main():
    options = options_of(sys.argv[1:])
    with tempfile.TemporaryDirectory(dir=options.work) as work:
        material, results = measured(options, work)
    print(report.tables(material, results, sys.argv))
    if options.record:
        pathlib.Path(options.record).write_text(json.dumps(report.ratios(results), indent=2) + "\n", encoding="utf-8")
    if options.check:
        recorded = json.loads(pathlib.Path(options.check).read_text(encoding="utf-8"))
        sys.exit(report.complaints(report.ratios(results), recorded))


if __name__ == "__main__":
    main()
