#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Kills timbao-index at random moments of every command that writes, and checks that the index lost nothing.

usage: bench/kill_rounds.py BIN_DIR CORPUS [--rounds N] [--body N] [--bound N] [--seed N] [--work DIR]

BIN_DIR  where timbao-index and timbao-query are (build/release/bin)
CORPUS   JSONL, plain or .zst: id, title, body; at least 8,000 articles
--body   how many characters of each body are taken: fewer make a round faster (all)

The commands take turns, each a step in the life of one archive: add, refresh, remove and prune, small (in place) and large
(aside), compact, rebuild. Each is killed (SIGKILL) at a moment; the moments are spread evenly over the time that the
command took last. A command that ended before its kill does not count. Every version of an article holds an invented word
of its own, so that a search for the words of both versions shows which version is in the index.

After each kill: the index opens; the search finds the old versions of all changed articles or the new versions of all,
never a mixture; the number of articles fits; the index is at most --bound times the size of its published generation.
Then the command runs again to its end, after which the index is in the new state. Every tenth round and at the end:
`check` finds no fault, and `dump` has each article once, in its version.

Prints a Markdown table, a row a command; a fault is printed at once, and the status is then 1.
"""
import argparse
import collections
import contextlib
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

FILES = 40
LITTLE = 100
MUCH = 2500  # more than a tenth of the index, so it goes aside
WHOLE_EVERY = 10

Step = collections.namedtuple("Step", "name change options")


def read_articles(corpus, most_letters):
    """id -> (title, body)."""
    command = ["zstd", "-dcq", corpus] if corpus.endswith(".zst") else ["cat", corpus]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as lines:
        articles = [json.loads(line) for line in lines.stdout]
    return {article["id"]: (article["title"], article["body"][:most_letters]) for article in articles}


class Archive:
    """The files of the archive, and what the index must hold once they are indexed: id -> version."""

    def __init__(self, folder, articles):
        self.articles = articles
        self.numbers = {name: number for number, name in enumerate(articles)}
        self.paths = [str(folder / f"news{number:02}.jsonl") for number in range(FILES)]
        self.in_files = {}
        self.removed = set()
        self.last_version = collections.Counter()
        self.removing = []

    def word(self, name, version):
        return f"kyhieuqa{self.numbers[name]}v{version}"

    def expected(self):
        return {name: version for name, version in self.in_files.items() if name not in self.removed}

    def put(self, names):
        for name in names:
            self.last_version[name] += 1
            self.in_files[name] = self.last_version[name]
        self.write(names)

    def drop(self, names):
        for name in names:
            del self.in_files[name]
        self.write(names)

    def write(self, names):
        """Writes the files again that hold, or held, one of these articles."""
        changed = {self.numbers[name] % FILES for name in names}
        lines = collections.defaultdict(list)
        for name, version in self.in_files.items():
            if self.numbers[name] % FILES in changed:
                title, body = self.articles[name]
                record = {"id": name, "title": title, "body": f"{body}\n{self.word(name, version)}"}
                lines[self.numbers[name] % FILES].append(json.dumps(record, ensure_ascii=False) + "\n")
        for number in changed:
            with open(self.paths[number], "w", encoding="utf-8") as file:
                file.writelines(lines[number])


class Life:
    """One index, and the steps that change its archive."""

    def __init__(self, options, work, articles):
        self.index = str(work / "index")
        self.indexer = [f"{options.bin}/timbao-index", "--index", self.index, "--quiet"]
        self.querier = [f"{options.bin}/timbao-query", "--index", self.index]
        self.random = random.Random(options.seed)
        (work / "archive").mkdir()
        self.archive = Archive(work / "archive", articles)
        self.bound, self.largest = options.bound, 0.0
        self.steps = [
            Step("add, in place", lambda: self.add(LITTLE), ["add", "FILES"]),
            Step("refresh, in place", lambda: self.refresh(LITTLE), ["add", "FILES"]),
            Step("remove", self.remove, ["remove", "REMOVED"]),
            Step("compact", lambda: None, ["compact"]),
            Step("add, aside", lambda: self.add(MUCH), ["add", "FILES"]),
            Step("prune, in place", lambda: self.prune(LITTLE), ["add", "--prune", "FILES"]),
            Step("refresh, aside", lambda: self.refresh(MUCH), ["add", "FILES"]),
            Step("prune, aside", lambda: self.prune(MUCH), ["add", "--prune", "--force", "FILES"]),
            Step("rebuild of its own", lambda: None, ["add", "--rebuild"]),
        ]

    def some(self, names, count):
        return self.random.sample(sorted(names), min(count, len(names)))

    def add(self, count):
        self.archive.put(self.some(set(self.archive.articles) - set(self.archive.in_files), count))

    def refresh(self, count):
        self.archive.put(self.some(self.archive.expected(), count))

    def prune(self, count):
        self.archive.drop(self.some(self.archive.expected(), count))

    def remove(self):
        self.archive.removing = self.some(self.archive.expected(), LITTLE // 2)
        self.archive.removed.update(self.archive.removing)

    def command(self, step):
        words = {"FILES": self.archive.paths, "REMOVED": self.archive.removing}
        return self.indexer + [word for option in step.options for word in words.get(option, [option])]

    def run(self, command):
        began = time.monotonic()
        status = subprocess.run(command, stderr=subprocess.DEVNULL).returncode
        if status not in (0, 1):  # 1: an id that was removed before the kill is unknown when it is removed again
            sys.exit(f"status {status}: {' '.join(command)[:200]}")
        return time.monotonic() - began

    def run_and_kill(self, command, seconds):
        """Whether the kill came before the command ended."""
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
        return process.wait() == -signal.SIGKILL

    def answers(self, versions):
        """The (id, version) that a search finds, each with the ids of its hits; a text if the search fails."""
        lines = "".join(f'{{"query":"{self.archive.word(*version)}","limit":9}}\n' for version in versions)
        asked = subprocess.run(self.querier + ["--batch", "--snippet", "0"], input=lines, capture_output=True, text=True)
        if asked.returncode != 0:
            return f"timbao-query ended with {asked.returncode}: {asked.stderr}"
        hits = [[hit["id"] for hit in json.loads(line)["hits"]] for line in asked.stdout.splitlines()]
        return {version: found for version, found in zip(versions, hits) if found}

    def fault_of(self, states):
        """The fault if the index is in none of these states (id -> version), else None; and the state that it is in."""
        changed = sorted(set.symmetric_difference(*[set(state.items()) for state in states])) if states[1:] else []
        others = self.some(set(states[0].items()) - set(changed), 100)
        found = self.answers(changed + others)
        stats = subprocess.run(self.indexer + ["stats", "--json"], capture_output=True, text=True)
        if isinstance(found, str) or stats.returncode != 0:
            return (found if isinstance(found, str) else stats.stderr), None
        for state in states:
            wanted = {item: [item[0]] for item in changed + others if state.get(item[0]) == item[1]}
            if found == wanted and json.loads(stats.stdout)["articles"] == len(state):
                return self.fault_of_size(), state
        return f"{len(found)} of {len(changed)} versions are found, which is no whole state", None

    def fault_of_size(self):
        stub = pathlib.Path(self.index, "XAPIANDB").read_text().split()[1]
        size_of = lambda folder: sum(file.stat().st_size for file in pathlib.Path(folder).rglob("*") if file.is_file())
        share = size_of(self.index) / size_of(f"{self.index}/{stub}")
        self.largest = max(self.largest, share)
        return f"{share:.2f} times the published generation is on disk" if share > self.bound else None

    def fault_of_whole(self):
        check = subprocess.run(self.indexer + ["check"], capture_output=True, text=True)
        if check.returncode != 0:
            return f"check: {check.stdout}{check.stderr}"
        dump = subprocess.run(self.indexer + ["dump"], capture_output=True, text=True).stdout.splitlines()
        found = [(article["id"], article["body"].rsplit("\n", 1)[-1]) for article in map(json.loads, dump)]
        expected = sorted((name, self.archive.word(name, version)) for name, version in self.archive.expected().items())
        return None if sorted(found) == expected else "dump has not the expected articles"


def play(life, options, steps, faults):
    """Fills steps, name -> [kills, kills after publishing, seconds of the whole command], and faults."""
    landed = 0

    def note(step, fault):
        if fault:
            faults.append(fault)
            print(f"round {landed}, {step.name}: {fault}", file=sys.stderr)

    for turn in range(len(life.steps) * (options.rounds + 1)):
        step, before = life.steps[turn % len(life.steps)], life.archive.expected()
        step.change()
        after, row = life.archive.expected(), steps[step.name]
        # Each command first runs without a kill, to measure how long it takes.
        killed = row[2] > 0 and life.run_and_kill(life.command(step), life.random.uniform(0, row[2]))
        state = None
        if killed:
            landed, row[0] = landed + 1, row[0] + 1
            fault, state = life.fault_of([before, after] if before != after else [after])
            row[1] += state == after != before
            note(step, fault)
        seconds = life.run(life.command(step))
        if state != after or before == after:
            row[2] = seconds
        note(step, life.fault_of([after])[0])
        if killed and (landed % WHOLE_EVERY == 0 or landed == options.rounds):
            note(step, life.fault_of_whole())
            print(f"{landed} of {options.rounds} rounds, {len(faults)} faults", file=sys.stderr, flush=True)
        if landed == options.rounds:
            break


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ")[1].split("\n")[0])
    parser.add_argument("bin")
    parser.add_argument("corpus")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--body", type=int)
    parser.add_argument("--bound", type=float, default=4)
    parser.add_argument("--work", default=os.environ.get("TMPDIR", "/tmp"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="timbao-kill-", dir=options.work) as folder:
        life = Life(options, pathlib.Path(folder), read_articles(options.corpus, options.body))
        names = list(life.archive.articles)
        life.archive.put(names[: len(names) - MUCH - LITTLE])
        life.run(life.indexer + ["add"] + life.archive.paths)
        began = time.monotonic()
        steps, faults = {step.name: [0, 0, 0.0] for step in life.steps}, []
        with contextlib.suppress(KeyboardInterrupt):  # then the results so far are printed
            play(life, options, steps, faults)
        print("| command | kills | kills after which the new state answered | seconds undisturbed |\n|---|---|---|---|")
        for name, (kills, published, seconds) in steps.items():
            print(f"| {name} | {kills} | {published} | {seconds:.1f} |")
        print(f"\n{sum(row[0] for row in steps.values())} kills, {len(faults)} faults; at most {life.largest:.2f} times "
              f"the published generation on disk; {(time.monotonic() - began) / 60:.0f} minutes")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
