#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Known-item search: measures how well and how fast timbao finds the article that a query was made from.

usage: bench/known_item.py BIN_DIR CORPUS QUERIES_DIR [--work DIR] [--memory SIZE] [--jobs N]

BIN_DIR      where timbao-index and timbao-query are (build/release/bin)
CORPUS       JSONL, plain or .zst: id, title, body (other keys are not indexed, so that queries made from the lead are fair)
QUERIES_DIR  files NAME.tsv, a query a line: article id, tab, query. NAME_plain.tsv holds the same typed without marks.
             The queries of names that begin with "phrase" are sent in quotes.

Prints Markdown: indexing speed, memory and size, then a row a set: MRR@10, recall@10 and the program's own elapsed_ms. For
phrases: the share found with id:ARTICLE, and the share found after the first two words are exchanged.
"""
import argparse
import tempfile

import engines
import measure


def index_line(run, text_bytes, size, memory):
    return (f"Indexed {text_bytes / 1e6:.1f} MB of title and body in {run.wall_s:.1f} s ({run.cpu_s:.1f} s of CPU), "
            f"{text_bytes / 1e6 / run.wall_s:.2f} MB/s, --memory {memory}, peak {run.peak_mb:.0f} MB; "
            f"index {size / 1e6:.0f} MB, {size / text_bytes:.2f} × text.\n")


def row(name, figures):
    quality = f"{figures.mrr:.3f} | {figures.recall:.3f}"
    if measure.is_phrase_set(name):
        quality = f"found {figures.mrr:.4f} | exchanged {figures.recall:.4f}"
    return f"| {name} | {figures.queries} | {quality} | {figures.speed(' | ')} |"


def run(options, work):
    timbao = engines.Timbao(options.bin, options.memory, options.jobs)
    articles, index = f"{work}/articles.jsonl", f"{work}/index"
    text_bytes, ids = measure.write_articles(options.corpus, articles)
    indexing = measure.timed_run(timbao.index_command(articles, index))
    print(index_line(indexing, text_bytes, measure.size_of(index), options.memory))
    print("| set | queries | MRR@10 | recall@10 | p50 ms | p95 ms | p99 ms |\n|---|---|---|---|---|---|---|")
    for name, rows in measure.read_sets(options.queries, ids).items():
        warm = measure.Warm(timbao, index)
        print(row(name, measure.measure_set(warm, name, rows)), flush=True)
        warm.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin")
    parser.add_argument("corpus")
    parser.add_argument("queries")
    parser.add_argument("--work")
    parser.add_argument("--memory", default="256M")
    parser.add_argument("--jobs")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.work) as work:
        run(options, work)


if __name__ == "__main__":
    main()
