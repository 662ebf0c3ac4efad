#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Known-item search: how well and how fast timbao finds the article that a query was made from.

usage: bench/known_item.py BIN_DIR CORPUS QUERIES_DIR [--work DIR] [--memory SIZE] [--jobs N]

BIN_DIR      where timbao-index and timbao-query are (build/release/bin)
CORPUS       JSONL, plain or .zst: id, title, body (other keys are left out, so that queries made from the lead are honest)
QUERIES_DIR  files NAME.tsv, a query a line: article id, tab, query. NAME_plain.tsv holds the same typed without marks.
             A name that begins with "phrase" is asked in quotes.

Prints Markdown: indexing speed, memory and size, then a row a set: MRR@10, recall@10 and the program's own elapsed_ms. For
phrases: the share found when the phrase is asked with id:ARTICLE, and when its first two words are exchanged.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

SETS = ["title", "sapo", "kw", "frag", "phrase"]


def read_lines(path):
    """Lines of a file that may be compressed."""
    if str(path).endswith(".zst"):
        with subprocess.Popen(["zstd", "-dcq", path], stdout=subprocess.PIPE) as unpacked:
            yield from unpacked.stdout
    else:
        with open(path, "rb") as file:
            yield from file


def write_articles(corpus, path):
    """Title and body of every article as JSONL; returns the bytes of text."""
    text_bytes = 0
    with open(path, "w", encoding="utf-8") as out:
        for line in read_lines(corpus):
            article = json.loads(line)
            text_bytes += len(article["title"].encode()) + len(article["body"].encode())
            out.write(json.dumps({key: article[key] for key in ("id", "title", "body")}, ensure_ascii=False) + "\n")
    return text_bytes


def build(options, articles, index):
    """Indexes and returns (wall seconds, CPU seconds, peak MB)."""
    command = [f"{options.bin}/timbao-index", "--index", str(index), "--quiet", "add", str(articles)]
    command += ["--memory", options.memory] + (["--jobs", options.jobs] if options.jobs else [])
    began = time.monotonic()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"timbao-index failed: status {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def ask(options, index, queries):
    lines = "".join(json.dumps({"id": str(i), "query": q}, ensure_ascii=False) + "\n" for i, q in enumerate(queries))
    command = [f"{options.bin}/timbao-query", "--index", str(index), "--batch", "--format", "json", "-n", "10", "--snippet", "0"]
    run = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    if [answer["id"] for answer in answers] != [str(i) for i in range(len(queries))]:
        sys.exit(f"{len(queries)} queries, {len(answers)} answers, or not in order\n{run.stderr}")
    return answers


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, round(share * (len(values) - 1)))]


def exchanged(query):
    words = query.split()
    return " ".join([words[1], words[0], *words[2:]])


def share_found(options, index, rows, form):
    """The share of phrases, written by `form`, that are found in their own article."""
    answers = ask(options, index, [f'"{form(query)}" id:{article}' for article, query in rows])
    return sum(bool(answer["hits"]) for answer in answers) / len(rows)


def rank_of(article, answer):
    return next((hit["rank"] for hit in answer["hits"] if hit["id"] == article), 0)


def row(options, index, name, rows):
    is_phrase = name.startswith("phrase")
    answers = ask(options, index, [f'"{query}"' if is_phrase else query for _, query in rows])
    speed = " | ".join(f"{percentile([a['elapsed_ms'] for a in answers], p):.2f}" for p in (0.5, 0.95, 0.99))
    if is_phrase:
        found = share_found(options, index, rows, str)
        crossed = share_found(options, index, rows, exchanged)
        return f"| {name} | {len(rows)} | found {found:.4f} | exchanged {crossed:.4f} | {speed} |"
    ranks = [rank_of(article, answer) for (article, _), answer in zip(rows, answers)]
    mrr = sum(1 / rank for rank in ranks if rank) / len(rows)
    return f"| {name} | {len(rows)} | {mrr:.3f} | {sum(map(bool, ranks)) / len(rows):.3f} | {speed} |"


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
        articles, index = pathlib.Path(work) / "articles.jsonl", pathlib.Path(work) / "index"
        text_bytes = write_articles(options.corpus, articles)
        wall, cpu, peak = build(options, articles, index)
        size = sum(file.stat().st_size for file in index.rglob("*") if file.is_file())
        print(f"Indexed {text_bytes / 1e6:.1f} MB of title and body in {wall:.1f} s ({cpu:.1f} s of CPU), "
              f"{text_bytes / 1e6 / wall:.2f} MB/s, --memory {options.memory}, peak {peak:.0f} MB; "
              f"index {size / 1e6:.0f} MB, {size / text_bytes:.2f} × text.\n")
        print("| set | queries | MRR@10 | recall@10 | p50 ms | p95 ms | p99 ms |\n|---|---|---|---|---|---|---|")
        for name in [form for base in SETS for form in (base, f"{base}_plain")]:
            path = pathlib.Path(options.queries) / f"{name}.tsv"
            if path.exists():
                rows = [line.rstrip("\n").split("\t", 1) for line in open(path, encoding="utf-8")]
                print(row(options, index, name, rows), flush=True)


if __name__ == "__main__":
    main()
