#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""How timbao grows: speed, memory, size, latency and quality on archives of 1,000 to 1,000,000 articles.

usage: bench/growth.py BIN_DIR CORPUS QUERIES_DIR [--sizes N,N...] [--queries N] [--whole-or N] [--work DIR]
                       [--memory SIZE]

BIN_DIR      where timbao-index and timbao-query are (build/release/bin)
CORPUS       JSONL, plain or .zst: id, title, body
QUERIES_DIR  files NAME.tsv, a query a line: article id, tab, query; those of phrase.tsv are sent in quotes
--sizes      articles of each archive: 1000,10000,20000,100000,1000000
--work       where the indexes are made and stay, as DIR/SIZE; an index that is there already is only searched

An archive begins with the articles that the queries were made from; then comes the rest of the corpus; then come made
articles. A made article has as many paragraphs as an article of the corpus that is chosen by chance, each paragraph from
another article. Its title is the first half of one title's words and the second half of another's. The articles are the
same in every run: the seed is fixed, and a smaller archive is the beginning of a larger one. The articles are never
written to the disk: timbao-index reads them from a pipe.

This is harder than a real archive. In a million articles each paragraph and each half of a title occur some fifty times:
the article that a query was made from competes with articles that hold the very same words. Real archives have new words,
which are missing here.

Prints Markdown. Needs /usr/bin/time.
"""
import argparse
import dataclasses
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import engines
import measure

SEED = 2026
PIPED_BYTES = 1 << 20
WARMING = 20  # queries of a set that are sent first and not measured
WHOLE_OR = ["--match", "any"]


class Archive:
    """Articles without end, as lines of JSON: those that queries were made from, the rest of the corpus, made ones."""

    def __init__(self, corpus, first_ids):
        articles = [json.loads(line) for line in measure.read_lines(corpus)]
        articles.sort(key=lambda article: article["id"] not in first_ids)  # stable
        self.own = [(article["id"], article["title"], article["body"]) for article in articles]
        self.titles = [title.split() for _, title, _ in self.own]
        self.bodies = [[line for line in body.split("\n") if line.strip()] for _, _, body in self.own]
        self.bodies = [paragraphs for paragraphs in self.bodies if paragraphs]

    def articles(self):
        yield from self.own
        chance, number = random.Random(SEED), 0
        while True:
            yield f"made-{number:07}", self.made_title(chance), self.made_body(chance)
            number += 1

    def made_title(self, chance):
        begin, end = chance.choice(self.titles), chance.choice(self.titles)
        return " ".join(begin[:(len(begin) + 1) // 2] + end[len(end) // 2:])

    def made_body(self, chance):
        count = min(len(chance.choice(self.bodies)), len(self.bodies))
        return "\n".join(chance.choice(paragraphs) for paragraphs in chance.sample(self.bodies, count))

    def write(self, out, size):
        """Writes the first `size` articles; returns the bytes of title and body."""
        text_bytes = 0
        for _, (name, title, body) in zip(range(size), self.articles()):
            text_bytes += len(title.encode()) + len(body.encode())
            out.write(json.dumps({"id": name, "title": title, "body": body}, ensure_ascii=False).encode() + b"\n")
        return text_bytes


@dataclasses.dataclass
class Built:
    """A row of the first table."""

    text_bytes: int
    wall_s: float
    cpu_s: float
    peak_mb: float
    index_bytes: int

    def columns(self):
        megabytes = self.text_bytes / 1e6
        return (f"{megabytes:,.1f} | {self.wall_s:.1f} | {megabytes / self.wall_s:.2f} | {self.cpu_s:.1f} | "
                f"{megabytes / self.cpu_s:.2f} | {self.peak_mb:.0f} | {self.index_bytes / 1e6:,.0f} | "
                f"{self.index_bytes / self.text_bytes:.2f}")


def build(timbao, archive, size, index):
    """Indexes from a pipe.

    Started by way of `time`: Linux counts the memory that Python has when it starts a process as the process's own.
    """
    with tempfile.NamedTemporaryFile() as figures:
        timed = ["/usr/bin/time", "-o", figures.name, "-f", "%e %U %S %M", *timbao.index_command("-", index)]
        with subprocess.Popen(timed, stdin=subprocess.PIPE, bufsize=PIPED_BYTES) as process:
            text_bytes = archive.write(process.stdin, size)
        if process.returncode != 0:
            sys.exit(f"{' '.join(timed)}: status {process.returncode}")
        seconds, user, system, kilobytes = map(float, figures.read().split())
    return Built(text_bytes, seconds, user + system, kilobytes / 1024, measure.size_of(index))


class Asked(engines.Timbao):
    """timbao with additional query options."""

    def __init__(self, options, way):
        super().__init__(options.bin, options.memory)
        self.way = way

    def query_command(self, index):
        return super().query_command(index) + self.way


def ask_set(options, index, name, rows, way=(), times=1):
    """Sends the set to one process `times` times; the figures of each time."""
    warm = measure.Warm(Asked(options, list(way)), index)
    warm.ask([measure.request_of(name, query) for _, query in rows[:WARMING]])
    figures = [measure.measure_set(warm, name, rows) for _ in range(times)]
    warm.close()
    return figures


def ask_all(options, index, sets):
    return {name: ask_set(options, index, name, rows, times=2) for name, rows in sets.items()}


def ask_both_ways(options, index, sets):
    """The figures of each set with the budget of postings and with the OR of all lists; phrases have no budget."""
    few = {name: rows[:options.whole_or] for name, rows in sets.items() if not measure.is_phrase_set(name)}
    return {name: [ask_set(options, index, name, rows, way)[0] for way in ((), WHOLE_OR)]
            for name, rows in few.items() if not name.endswith("_plain")}


def print_table(title, sizes, asked, cell):
    print(f"\n| {title} |" + "".join(f" {size:,} |" for size in sizes))
    print("|---" * (len(sizes) + 1) + "|")
    for name in asked[sizes[0]]:
        print(f"| {name} |" + "".join(f" {cell(asked[size][name])} |" for size in sizes), flush=True)


def run(options, work):
    sizes = [int(size) for size in options.sizes.split(",")]
    every_id = {json.loads(line)["id"] for line in measure.read_lines(options.corpus)}
    sets = measure.read_sets(options.queries_dir, every_id, options.queries)
    sets = {name: rows for name, rows in sets.items() if rows}
    asked_for = {article for rows in sets.values() for article, _ in rows}
    if len(asked_for) > min(sizes):
        sys.exit(f"{len(asked_for)} articles are needed for the queries: give larger --sizes or fewer --queries")
    build_all(options, Archive(options.corpus, asked_for), sizes, work)
    asked = {size: ask_all(options, f"{work}/{size}", sets) for size in sizes}
    print_table("MRR@10; of phrases the share found", sizes, asked, lambda times: f"{times[0].mrr:.3f}")
    print_table("p50 / p99 ms, first time", sizes, asked, lambda times: f"{times[0].p50:.2f} / {times[0].p99:.2f}")
    print_table("p50 / p99 ms, second time", sizes, asked, lambda times: f"{times[1].p50:.2f} / {times[1].p99:.2f}")
    print_table("CPU ms a query, mean, first time", sizes, asked, lambda times: f"{times[0].cpu_ms:.2f}")
    if options.whole_or:
        both = {size: ask_both_ways(options, f"{work}/{size}", sets) for size in sizes}
        print_table("MRR@10: with budget, whole OR", sizes, both, lambda ways: f"{ways[0].mrr:.3f}, {ways[1].mrr:.3f}")
        print_table("CPU ms: with budget, whole OR", sizes, both,
                    lambda ways: f"{ways[0].cpu_ms:.1f}, {ways[1].cpu_ms:.1f}")


def build_all(options, archive, sizes, work):
    print(f"--memory {options.memory}; {options.queries} queries a set\n")
    print("| articles | text MB | s | MB/s | CPU s | MB/CPU s | peak MB | index MB | × text |\n" + "|---" * 9 + "|")
    timbao = engines.Timbao(options.bin, options.memory)
    for size in sizes:
        if not pathlib.Path(f"{work}/{size}").exists():
            print(f"| {size:,} | {build(timbao, archive, size, f'{work}/{size}').columns()} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin")
    parser.add_argument("corpus")
    parser.add_argument("queries_dir")
    parser.add_argument("--sizes", default="1000,10000,20000,100000,1000000")
    parser.add_argument("--work")
    parser.add_argument("--memory", default="256M")
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--whole-or", type=int, default=40)
    options = parser.parse_args()
    if options.work:
        pathlib.Path(options.work).mkdir(parents=True, exist_ok=True)
        run(options, options.work)
    else:
        with tempfile.TemporaryDirectory() as work:
            run(options, work)


if __name__ == "__main__":
    main()
