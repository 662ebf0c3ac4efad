#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The life of an archive: measures what a refresh costs if nothing or little changed, and how much memory indexing takes.

usage: bench/life.py BIN_DIR CORPUS [PART...] [--work DIR]

BIN_DIR  where timbao-index is (build/release/bin)
CORPUS   JSONL, plain or .zst: id, title, body
PART     files    100,000 small files, none changed, then 100 changed: seconds, and system calls by strace
         refresh  100 articles added or changed in indexes of 1,000, 20,000 and 100,000 articles
         memory   peak memory of indexing the corpus, and of changing half of it, with --memory 64M, 256M and 1G
         million  peak memory of indexing 1,000,000 small files, and of a run in which none changed
         Without PART: all of them

Prints Markdown. Needs strace and /usr/bin/time.
"""
import argparse
import collections
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

import measure

LONG_AGO = 1_517_360_460
CHANGED = 100
SIZES = (1_000, 20_000, 100_000)
TEXT = "Tin số {}, lần {}\n\nSáng nay, xã họp bàn việc đê điều số {}.\nBà con hiến đất làm đường.\n"
Run = collections.namedtuple("Run", "seconds cpu peak_mb summary")


def timed(command):
    """Runs a command to its end; its summary is its last line on standard error.

    Started by way of `time`: Linux counts the memory that Python has when it starts a process as the process's own.
    """
    with tempfile.NamedTemporaryFile() as figures:
        run = subprocess.run(["/usr/bin/time", "-o", figures.name, "-f", "%e %U %S %M", *map(str, command)],
                             stderr=subprocess.PIPE, text=True, check=False)
        if run.returncode != 0:
            sys.exit(f"{command}: status {run.returncode}\n{run.stderr}")
        seconds, user, system, kilobytes = map(float, figures.read().split())
    return Run(seconds, user + system, kilobytes / 1024, run.stderr.splitlines()[-1].split(" (")[0])


class Bench:
    def __init__(self, options, work):
        self.program = pathlib.Path(options.bin) / "timbao-index"
        self.corpus, self.work = options.corpus, pathlib.Path(work)

    def add(self, index, *arguments):
        return timed(self.command(index, *arguments))

    def command(self, index, *arguments):
        return [self.program, "--index", index, "add", *arguments]

    def articles(self, count):
        """So many articles; those beyond the corpus have its titles with the bodies of other articles."""
        corpus = [json.loads(line) for line in measure.read_lines(self.corpus)]
        for number in range(count):
            at, lap = number % len(corpus), number // len(corpus)
            body = corpus[(at + lap * 7919) % len(corpus)]["body"]
            yield {"id": f"{corpus[at]['id']}#{lap}", "title": corpus[at]["title"], "body": body}

    def write_articles(self, name, articles):
        path = self.work / name
        with open(path, "w", encoding="utf-8") as out:
            for article in articles:
                out.write(json.dumps(article, ensure_ascii=False) + "\n")
        return path


def middle(runs, field):
    return statistics.median(getattr(run, field) for run in runs)


def write_file(path, number, edition):
    path.write_text(TEXT.format(number, edition, number), encoding="utf-8")
    os.utime(path, (LONG_AGO + edition, LONG_AGO + edition))


def calls_of(command, work):
    """The number of system calls by name, and the names of the files that were opened."""
    trace = work / "trace"
    subprocess.run(["strace", "-f", "-qq", "-o", trace, *map(str, command)], stderr=subprocess.DEVNULL, check=True)
    calls, opened = collections.Counter(), []
    with open(trace, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            found = re.match(r"\d+ +(\w+)\((?:AT_FDCWD, \"([^\"]*)\")?", line)
            if not found:
                continue
            calls[found.group(1)] += 1
            if found.group(1) in ("open", "openat"):
                opened.append(found.group(2) or "")
    return calls, opened


def files(bench):
    archive, index = bench.work / "files", bench.work / "files-index"
    names = [archive / f"{number % 100:02}" / f"{number:06}.txt" for number in range(SIZES[-1])]
    for folder in {name.parent for name in names}:
        folder.mkdir(parents=True)
    for number, name in enumerate(names):
        write_file(name, number, 0)
    editions = iter(range(1, 100))

    def change():
        edition = next(editions)
        for number in range(0, len(names), len(names) // CHANGED):
            write_file(names[number], number, edition)

    print(f"| {len(names):,} files | seconds | CPU | system calls | stat | files opened | summary |\n|---|---|---|---|---|---|---|")
    first = bench.add(index, archive)
    print(f"| first run | {first.seconds:.2f} | {first.cpu:.2f} | | | | {first.summary} |", flush=True)
    for name, prepare in (("nothing changed", lambda: None), (f"{CHANGED} changed", change)):
        runs = []
        for _ in range(3):
            prepare()
            runs.append(bench.add(index, archive))
        prepare()
        calls, opened = calls_of(bench.command(index, archive), bench.work)
        stats = sum(count for call, count in calls.items() if "stat" in call)
        articles = sum(path.endswith(".txt") for path in opened)
        print(f"| {name} | {middle(runs, 'seconds'):.2f} | {middle(runs, 'cpu'):.2f} | {sum(calls.values()):,} | {stats:,} "
              f"| {articles} | {runs[-1].summary} |")
        print("|   | " + ", ".join(f"{call} {count:,}" for call, count in calls.most_common(8)) + " | | | | | |", flush=True)


def refresh(bench):
    print(f"| articles | index MB | built in s | {CHANGED} added: s | CPU | {CHANGED} changed: s | CPU |\n"
          "|---|---|---|---|---|---|---|")
    for size in SIZES:
        index = bench.work / f"refresh-{size}"
        built = bench.add(index, bench.write_articles("all.jsonl", bench.articles(size)))
        megabytes = measure.size_of(index) / 1e6
        some = list(bench.articles(size))[:: size // CHANGED][:CHANGED]
        added, changed = [], []
        for lap in range(5):
            new = [dict(article, id=f"new{lap}-{article['id']}") for article in some]
            edited = [dict(article, body=article["body"] + f"\nSửa lần {lap}.") for article in some]
            for runs, articles in ((added, new), (changed, edited)):
                runs.append(bench.add(index, bench.write_articles("some.jsonl", articles)))
                assert f"{CHANGED}, " in runs[-1].summary, runs[-1].summary
        print(f"| {size:,} | {megabytes:.0f} | {built.seconds:.1f} | {middle(added, 'seconds'):.2f} "
              f"| {middle(added, 'cpu'):.2f} | {middle(changed, 'seconds'):.2f} | {middle(changed, 'cpu'):.2f} |", flush=True)


def memory(bench):
    count = sum(1 for _ in measure.read_lines(bench.corpus))
    plain = bench.write_articles("plain.jsonl", bench.articles(count))
    half = bench.write_articles("half.jsonl", (dict(article, body=article["body"] + "\nSửa.")
                                               for number, article in enumerate(bench.articles(count)) if number % 2))
    print("| --memory | run | seconds | CPU | peak MB | allowed MB |\n|---|---|---|---|---|---|")
    for size, allowed in (("64M", 128), ("256M", 320), ("1G", 1088)):
        index = bench.work / f"memory-{size}"
        for name, path in (("first", plain), ("half of it changed", half)):
            run = bench.add(index, "--memory", size, path)
            print(f"| {size} | {name} | {run.seconds:.1f} | {run.cpu:.1f} | {run.peak_mb:.0f} | {allowed} |", flush=True)


def million(bench):
    """1,000,000 names to list and to look up: 1,000 files with 1,000 hard links each, which spares the disk."""
    archive = bench.work / "million"
    for folder in range(1000):
        (archive / f"{folder:03}").mkdir(parents=True)
        first = archive / f"{folder:03}" / "article-000.txt"
        write_file(first, folder, 0)
        for number in range(1, 1000):
            os.link(first, archive / f"{folder:03}" / f"article-{number:03}.txt")
    print("| --memory | 1,000,000 files | seconds | CPU | peak MB | allowed MB |\n|---|---|---|---|---|---|")
    for size, allowed in (("256M", 320), ("64M", 128)):
        for name in ("first", "nothing changed"):
            run = bench.add(bench.work / f"million-{size}", "--memory", size, archive)
            print(f"| {size} | {name} | {run.seconds:.1f} | {run.cpu:.1f} | {run.peak_mb:.0f} | {allowed} |", flush=True)


PARTS = {"files": files, "refresh": refresh, "memory": memory, "million": million}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin")
    parser.add_argument("corpus")
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], metavar="PART")
    parser.add_argument("--work")
    options = parser.parse_args()
    for name in options.parts or PARTS:
        with tempfile.TemporaryDirectory(dir=options.work) as work:
            print(f"\n{name}:\n", flush=True)
            PARTS[name](Bench(options, work))


if __name__ == "__main__":
    main()
