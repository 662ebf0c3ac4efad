#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares three indexes of this machine with the same three behind xapian-tcpsrv: hits and latency.

    bench/remote.py build/release/bin CORPUS QUERIES [--limit N] [--articles N]

Splits CORPUS (JSON lines, may be compressed) into three indexes, and asks all queries of the folder QUERIES one by one,
by one batch of each kind that stays open: first of the indexes in their folders, then of the servers. Prints the median
and the 99th percentile of the times that the answers name, and how many pages of hits differ (ids and order, or a score
by more than 1e-6). Ends with status 1 where any does. Needs xapian-tools.
"""
import argparse
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile

import measure

SHARDS = 3


def make_indexes(programs, corpus, folder, articles):
    """Writes the articles in turn into three indexes; returns their folders and the ids."""
    all_path = folder / "all.jsonl"
    _, ids = measure.write_articles(corpus, all_path, articles)
    lines = open(all_path, "rb").read().splitlines(keepends=True)
    indexes = []
    for shard in range(SHARDS):
        indexes.append(str(folder / f"ix{shard}"))
        subprocess.run([f"{programs}/timbao-index", "--index", indexes[-1], "--quiet", "add", "-"],
                       input=b"".join(lines[shard::SHARDS]), check=True)
    return indexes, ids


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


def start_server(index):
    """A server on an index: its process and its name for --index. It ends its process group, so it has one of its own."""
    port = free_port()
    server = subprocess.Popen(["xapian-tcpsrv", "--interface", "127.0.0.1", "--port", str(port), index],
                              stdout=subprocess.PIPE, start_new_session=True, text=True)
    for line in server.stdout:
        if line == "Listening...\n":
            return server, f"remote:127.0.0.1:{port}"
    sys.exit("xapian-tcpsrv does not listen")


def answers(programs, indexes, queries):
    command = [f"{programs}/timbao-query", "--batch"]
    for index in indexes:
        command += ["--index", index]
    given = "".join(json.dumps({"query": query}, ensure_ascii=False) + "\n" for query in queries)
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    if done.stderr:
        sys.exit(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def differs(here, there):
    """Whether two pages of hits differ."""
    if [hit["id"] for hit in here["hits"]] != [hit["id"] for hit in there["hits"]]:
        return True
    return any(abs(a["score"] - b["score"]) > 1e-6 for a, b in zip(here["hits"], there["hits"]))


def compare(programs, indexes, places, sets):
    """Prints a line for each set; returns how many pages differ."""
    print(f"{'set':<14}{'queries':>8}{'local p50':>11}{'p99':>8}{'remote p50':>12}{'p99':>8}{'differ':>8}{'inexact':>9}")
    all_differ = 0
    for name, rows in sets.items():
        queries = [f'"{query}"' if measure.is_phrase_set(name) else query for _, query in rows]
        here, there = answers(programs, indexes, queries), answers(programs, places, queries)
        differ = sum(map(differs, here, there))
        inexact = sum(a["total"]["exact"] and not b["total"]["exact"] for a, b in zip(here, there))
        times = [[answer["elapsed_ms"] for answer in both] for both in (here, there)]
        print(f"{name:<14}{len(queries):>8}{measure.percentile(times[0], .5):>11.2f}{measure.percentile(times[0], .99):>8.1f}"
              f"{measure.percentile(times[1], .5):>12.2f}{measure.percentile(times[1], .99):>8.1f}{differ:>8}{inexact:>9}", flush=True)
        all_differ += differ
    return all_differ


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs")
    parser.add_argument("corpus")
    parser.add_argument("queries")
    parser.add_argument("--limit", type=int, help="only so many queries of each set")
    parser.add_argument("--articles", type=int, help="only so many articles")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        indexes, ids = make_indexes(options.programs, options.corpus, pathlib.Path(folder), options.articles)
        servers = [start_server(index) for index in indexes]
        try:
            sets = measure.read_sets(options.queries, ids, options.limit)
            differ = compare(options.programs, indexes, [place for _, place in servers], sets)
        finally:
            for server, _ in servers:
                os.killpg(server.pid, signal.SIGTERM)
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main()
