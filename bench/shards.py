#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares an index that is not divided with the same one in shards: indexing, size, answers and latency.

    bench/shards.py BIN_DIR CORPUS.jsonl[.zst] QUERIES_DIR [--shards N]... [--articles N] [--queries N] [--work DIR]

Each index is made of the corpus, and then refreshed with 100 changed articles. One process of each stays open, and every
query set is sent to all of them, set by set, as it is typed and under a table of options. The answers must be equal: all
of the JSON but `elapsed_ms`, and scores to 1e-6. Prints a table for indexing and one for latency (`elapsed_ms` of the
queries as typed, best of two rounds); status 1 where an answer differs.
"""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from measure import SETS, is_phrase_set, percentile, read_lines, read_sets, size_of, timed_run

OPTIONS = [
    {"sort": "newest"}, {"sort": "title"}, {"match": "all"}, {"match": "any"}, {"marks": "strict"}, {"marks": "fold"},
    {"collapse": True}, {"offset": 5, "limit": 30}, {"limit": 0}, {"from": "2010", "to": "2018-06"},
]
SHARE_UNDER_OPTIONS = 10  # of the queries, one in so many is asked under each option
ROUNDS = 2
MOST_TOLD = 10
CHANGED = 100
TOLERANCE = 1e-6


class Index:
    """One index and the process that answers for it."""

    def __init__(self, programs, folder, shards):
        self.programs, self.shards = pathlib.Path(programs), shards
        self.folder = pathlib.Path(folder) / f"shards{shards}"
        shutil.rmtree(self.folder, ignore_errors=True)

    def add(self, articles):
        return timed_run([str(self.programs / "timbao-index"), "--index", str(self.folder), "--quiet", "add", "--shards",
                          str(self.shards), str(articles)])

    def size_mb(self):
        """Of the databases that the stub names; those before them stay for readers until the next run."""
        names = (self.folder / "XAPIANDB").read_text(encoding="ascii").split()[1::2]
        return sum(size_of(self.folder / name) for name in names) / 1e6

    def output(self, *command):
        return subprocess.run([self.programs / "timbao-index", "--index", self.folder, *command], check=True,
                              capture_output=True).stdout

    def ask(self, requests):
        """The answers to requests, in their order, from one process."""
        lines = "".join(json.dumps(request, ensure_ascii=False) + "\n" for request in requests)
        done = subprocess.run([self.programs / "timbao-query", "--index", self.folder, "--batch"], input=lines.encode(),
                              check=True, capture_output=True)
        return [json.loads(line) for line in done.stdout.splitlines()]


def differs(one, other):
    """Whether two values differ by more than rounding."""
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) > TOLERANCE
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() != other.keys() or any(differs(one[key], other[key]) for key in one if key != "elapsed_ms")
    if isinstance(one, list) and isinstance(other, list):
        return len(one) != len(other) or any(differs(a, b) for a, b in zip(one, other))
    return one != other


class Comparison:
    """Asks all indexes, counts what differs from the first, and keeps the times."""

    def __init__(self, indexes):
        self.indexes, self.compared, self.different = indexes, 0, 0

    def ask(self, requests):
        """The times of each index's answers."""
        answers = [index.ask(requests) for index in self.indexes]
        for index, others in zip(self.indexes[1:], answers[1:]):
            for request, one, other in zip(requests, answers[0], others):
                self.compared += 1
                if differs(one, other):
                    self.tell(index, request, one, other)
        return [[answer["elapsed_ms"] for answer in each] for each in answers]

    def tell(self, index, request, one, other):
        self.different += 1
        if self.different > MOST_TOLD:
            return
        keys = [key for key in one if key != "elapsed_ms" and differs(one[key], other.get(key))]
        hits = [[(hit["id"], hit.get("score")) for hit in answer["hits"]] for answer in (one, other)]
        print(f"differs with {index.shards} shards in {keys}: {json.dumps(request, ensure_ascii=False)}\n  {hits[0]}\n  {hits[1]}")


def made_articles(corpus, folder, most):
    """Writes the corpus and a part of it with changed texts; returns the files and the ids."""
    articles, changed, ids = folder / "articles.jsonl", folder / "changed.jsonl", []
    with open(articles, "wb") as all_lines, open(changed, "wb") as some:
        for line in read_lines(corpus):
            if most and len(ids) == most:
                continue  # read to the end, so that zstd does not fail on a closed pipe
            article = json.loads(line)
            all_lines.write(line)
            if len(ids) < CHANGED:
                article["body"] = "Tòa soạn sửa lại bài này.\n" + article["body"]
                some.write(json.dumps(article, ensure_ascii=False).encode() + b"\n")
            ids.append(article["id"])
    return articles, changed, set(ids)


def typed(name, rows):
    return [f'"{query}"' if is_phrase_set(name) else query for _, query in rows]


def compare_indexing(indexes, articles, changed):
    print("| shards | indexing s | CPU s | peak MB | refresh of 100 s | CPU s | MB |\n|---|---|---|---|---|---|---|")
    for index in indexes:
        first, refresh = index.add(articles), index.add(changed)
        print(f"| {index.shards} | {first.wall_s:.1f} | {first.cpu_s:.1f} | {max(first.peak_mb, refresh.peak_mb):.0f} "
              f"| {refresh.wall_s:.2f} | {refresh.cpu_s:.2f} | {index.size_mb():.1f} |", flush=True)
    dumps = {index.output("dump") for index in indexes}
    figures = [json.loads(index.output("stats", "--json")) for index in indexes]
    same = len(dumps) == 1 and all({**each, "bytes": 0} == {**figures[0], "bytes": 0} for each in figures)
    print("\ndumps and figures are " + ("equal\n" if same else "DIFFERENT\n"))
    return same


def compare_answers(comparison, sets):
    names = " | ".join(f"{index.shards}: p50 ms | p99 ms" for index in comparison.indexes)
    print(f"| set | queries | {names} |\n|---|---|" + "---|---|" * len(comparison.indexes))
    for name, rows in sets.items():
        requests = [{"query": query} for query in typed(name, rows)]
        rounds = [comparison.ask(requests) for _ in range(ROUNDS)]
        best = [[min(times) for times in zip(*each)] for each in zip(*rounds)]
        figures = " | ".join(f"{percentile(times, 0.5):.2f} | {percentile(times, 0.99):.2f}" for times in best)
        print(f"| {name} | {len(rows)} | {figures} |", flush=True)
        for number, options in enumerate(OPTIONS):
            comparison.ask([{**request, **options} for request in requests[number::SHARE_UNDER_OPTIONS]])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("programs", "corpus", "queries"):
        parser.add_argument(name)
    parser.add_argument("--shards", type=int, action="append")
    parser.add_argument("--articles", type=int)
    parser.add_argument("--queries", type=int, dest="most_queries")
    parser.add_argument("--work", help="a folder for the indexes, which stay there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(options.work or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        articles, changed, ids = made_articles(options.corpus, folder, options.articles)
        indexes = [Index(options.programs, folder, shards) for shards in [1, *(options.shards or [4])]]
        is_same = compare_indexing(indexes, articles, changed)
        comparison = Comparison(indexes)
        compare_answers(comparison, read_sets(options.queries, ids, options.most_queries))
    print(f"\n{comparison.compared:,} answers compared, {comparison.different} differ")
    sys.exit(0 if is_same and comparison.different == 0 else 1)


if __name__ == "__main__":
    main()
