#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares what two builds of the programs do with the same input, and lists every difference.

    bench/compare_builds.py OLD/bin NEW/bin CORPUS.jsonl[.zst] QUERIES_DIR [--articles N] [--queries-a-set N]
                            [--renamed OLD=NEW]

Both builds index samples/ and the corpus, refresh both, remove and restore articles, and rebuild. After each step these
must be equal: what the program printed, its exit status, `dump`, `stats --json`, and the bytes of the tables. Then both
answer the queries of every set, marked and unmarked, under a table of options, and a table of odd command lines. Equal
means byte by byte, but for `elapsed_ms`, the place of the index, durations, and the words of --explain that --renamed
names. Status 0: no difference.
"""
import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

from measure import SETS, is_phrase_set, read_lines

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLES = ["postlist.glass", "docdata.glass", "termlist.glass"]  # iamglass holds a random UUID
SETTLED_S = 5  # a file that has just been changed is not trusted, so a build that reads it later would differ

# The options of a batch, each tried with every query set; the first one with every query, the others with a tenth.
OPTIONS = [
    {"explain": True},
    {"sort": "newest"}, {"sort": "oldest", "snippet": 60}, {"sort": "title"},
    {"match": "any", "explain": True}, {"match": "all"}, {"match": "all", "limit": 0},
    {"marks": "fold"}, {"marks": "strict"}, {"marks": "strict", "match": "all"},
    {"collapse": True}, {"collapse": True, "sort": "newest"},
    {"offset": 5, "limit": 7}, {"limit": 100, "snippet": 0}, {"limit": 300},
    {"from": "2010", "to": "2018-06"},
]

# Queries in which the language itself is used; WORD and OTHER stand for words of the query at hand.
SHAPES = [
    '"{0} {1}"', "+{0} {1}", "{0} -{1}", "{0} OR {1}", "{0} AND {1}", "NOT {0}", "={0} {1}", "title:{0} {1}",
    'lead:"{0} {1}"', "body:{0}", "caption:{0} {1}", "({0} OR {1}) AND {0}", '+"{0} {1}" {1}', "{0} date:2018", "{0}-{1}",
    "{0} 5.700", "{0} 05-CT/TW", 'source:"{0}"', "id:{0}", "{0} {1} url:x.vn", '"{0}', "(({0})", "{0} AND", "so:{0}", "",
]

# Command lines of both programs; INDEX stands for the index's folder.
QUERY_LINES = [
    ["--help"], ["--version"], [], ["--limit=-3", "đảng"], ["-n", "all", "đảng"], ["--lim", "3", "x"], ["--format", "xml", "x"],
    ["--show"], ["--show", "--sort", "title", "x"], ["--show", "--batch"], ["--batch", "x"], ["--snippet", "x", "y"],
    ["--from", "2019", "--to", "2018", "x"], ["--from", "hôm", "x"], ["--explain", "--format", "ids", "x"],
    ["--sort", "up", "x"], ["--marks", "all", "x"], ["--match", "most", "x"], ["--highlight", "red", "x"], ["--index=", "x"],
    ["--limit", "3", "--limit", "4", "x"], ["--", "--help"], ["đảng", "--sort"], ["--collapse=1", "x"], ["--nothing", "x"],
    ["--highlight", "html", "đảng bộ"], ["--highlight", "ansi", "đảng bộ"], ["--format", "tsv", "đảng bộ"],
    ["--format", "jsonl", "đảng bộ"], ["--format", "ids", "-n", "all", "đảng bộ"], ["--format", "json", "đảng bộ"],
    ["--explain", "đảng bộ"], ["--collapse", "đảng bộ"], ["-n", "0", "đảng"], ["--show", "xay-dung-dang.txt", "nope"],
    ["--show", "--format", "json", "tin-van.jsonl#1"], ["--sort", "newest", "đảng"], ["zzzz qqqq"], ["date:hôm"],
]
INDEX_LINES = [
    ["--help"], ["--version"], [], ["add"], ["nothing"], ["add", "--jobs", "0", "x"], ["add", "--memory", "1", "x"],
    ["add", "--format", "xml", "x"], ["add", "--prune", "--rebuild", "x"], ["add", "--force", "x"], ["add", "--dry-run", "--prune", "x"],
    ["add", "--restore"], ["add", "--prune", "-"], ["remove"], ["stats", "x"], ["check", "--json"], ["add", "--wait", "x", "y"],
    ["add", "--quiet", "--verbose", "x"], ["add", "/no/such/file"], ["--index=", "stats"], ["tokens", "Đảng bộ 5.700 05-CT/TW"],
    ["check"], ["stats"], ["add", "--max-article", "1", "x"], ["add", "--errors", "/no/such/folder/e", "x"],
]


class Build:
    """One build's programs and its own index."""

    def __init__(self, programs, folder):
        self.programs, self.folder, self.index = pathlib.Path(programs).resolve(), folder, folder / "index"
        self.folder.mkdir()

    def run(self, program, arguments, given=b""):
        """(status, standard output, standard error), without what differs from run to run."""
        done = subprocess.run([self.programs / program, "--index", self.index, *arguments], input=given,
                              capture_output=True, env={"HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})
        return done.returncode, self.plain(done.stdout), self.plain(done.stderr)

    def plain(self, output):
        text = output.decode("utf-8", "surrogateescape").replace(str(self.folder), "FOLDER")
        text = re.sub(r'"elapsed_ms":[0-9.e-]+', '"elapsed_ms":0', text)
        text = re.sub(r"^[0-9,]+ articles, .*\n", "", text, flags=re.MULTILINE)  # progress, now and then
        return re.sub(r"\b[0-9.,]+ (articles/s|MB/s|ms|s|min)\b", r"N \1", text)

    def tables(self):
        """The bytes of the generation's tables."""
        return {path.name: path.read_bytes() for path in sorted(self.index.glob("g*/*")) if path.name in TABLES}


class Comparison:
    def __init__(self, old, new, renamed):
        self.builds, self.renamed, self.compared, self.differences = (old, new), renamed, 0, []

    def rename(self, text):
        for word, other in self.renamed:
            text = text.replace(word, other)
        return text

    def note(self, what, old, new):
        self.compared += 1
        if old == new:
            return
        self.differences.append(what)
        if len(self.differences) <= 20:
            print(f"DIFFERENT: {what}\n  old: {shortened(old, new)}\n  new: {shortened(new, old)}", flush=True)

    def run(self, what, program, arguments, given=b""):
        old, new = (build.run(program, arguments, given) for build in self.builds)
        for name, was, now in zip(["status", "output", "errors"], old, new):
            self.note(f"{what}: {name}", was if name == "status" else self.rename(was), now)
        return new[1]

    def index_step(self, what, arguments, given=b""):
        self.run(what, "timbao-index", arguments, given)
        for command in (["dump"], ["stats", "--json"]):
            self.run(f"{what}, then {command[0]}", "timbao-index", command)
        old, new = (build.tables() for build in self.builds)
        for name in TABLES:
            self.note(f"{what}: bytes of {name}", old.get(name), new.get(name))

    def batch(self, what, requests):
        lines = "".join(json.dumps({"id": i, **request}, ensure_ascii=False) + "\n" for i, request in enumerate(requests))
        old, new = (build.run("timbao-query", ["--batch"], lines.encode()) for build in self.builds)
        self.note(f"{what}: status and errors", (old[0], old[2]), (new[0], new[2]))
        old_lines, new_lines = self.rename(old[1]).splitlines(), new[1].splitlines()
        self.note(f"{what}: number of answers", len(old_lines), len(new_lines))
        for request, was, now in zip(requests, old_lines, new_lines):
            self.note(f"{what}: {json.dumps(request, ensure_ascii=False)}", was, now)


def shortened(value, other):
    """The part of a value where it begins to differ from another."""
    text, other = str(value), str(other)
    at = next((i for i, (a, b) in enumerate(zip(text, other)) if a != b), min(len(text), len(other)))
    return ("…" if at > 60 else "") + text[max(0, at - 60) : at + 140]


def read_queries(folder, limit):
    """{"title": [query, …], "title_plain": …}"""
    sets = {}
    for path in sorted(pathlib.Path(folder).glob("*.tsv")):
        lines = path.read_text(encoding="utf-8").splitlines()[:limit]
        sets[path.stem] = [line.split("\t")[-1] for line in lines]
    known = [name for base in SETS for name in (base, f"{base}_plain") if name in sets]
    return {name: sets[name] for name in known or sorted(sets)}


def shapes_of(queries):
    for number, query in enumerate(queries):
        words = (query.split() + ["đảng", "bộ"])[:2]
        yield SHAPES[number % len(SHAPES)].format(*words)


def compare_samples(comparison):
    samples = str(ROOT / "samples")
    comparison.index_step("samples", ["add", "--jobs", "1", samples])
    comparison.index_step("samples again", ["add", samples])
    for arguments in QUERY_LINES:
        comparison.run(f"timbao-query {' '.join(arguments)}", "timbao-query", arguments)
    for arguments in INDEX_LINES:
        comparison.run(f"timbao-index {' '.join(arguments)}", "timbao-index", arguments)
    comparison.index_step("remove", ["remove", "bau-cu.txt", "nothing"])
    comparison.index_step("add after remove", ["add", "--verbose", samples])
    comparison.index_step("restore", ["add", "--restore", samples])
    comparison.index_step("dry run", ["add", "--dry-run", "--verbose", samples])
    comparison.index_step("prune", ["add", "--prune", samples])
    comparison.index_step("rebuild", ["add", "--rebuild"])
    comparison.index_step("compact", ["compact"])


def as_typed(name, queries):
    """The queries of a set as a reader types them: those of a set of phrases in quotes."""
    return [f'"{query}"' for query in queries] if is_phrase_set(name) else queries


def compare_corpus(comparison, corpus, queries, folder):
    changed = folder / "changed.jsonl"
    lines = corpus.read_text(encoding="utf-8").splitlines()[:300]
    changed.write_text("\n".join(line.replace("năm", "tháng") for line in lines) + "\n", encoding="utf-8")
    time.sleep(SETTLED_S)
    comparison.index_step("corpus", ["add", "--jobs", "1", str(corpus)])
    comparison.index_step("a refresh in place", ["add", "--jobs", "1", str(changed), str(changed)])
    comparison.index_step("check", ["check"])
    for name, texts in queries.items():
        quoted = as_typed(name, texts)
        for number, options in enumerate(OPTIONS):
            asked = quoted if number == 0 else quoted[number::10]
            comparison.batch(f"{name} {options}", [{"query": text, **options} for text in asked])
        comparison.batch(f"{name} in other shapes", [{"query": text, "explain": True} for text in shapes_of(texts)])
        print(f"{name}: {comparison.compared} comparisons, {len(comparison.differences)} differences", flush=True)


def arguments_of(description):
    """A parser with the arguments that both scripts that compare builds take."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("old", "new", "corpus", "queries"):
        parser.add_argument(name)
    parser.add_argument("--articles", type=int, default=20000)
    parser.add_argument("--queries-a-set", type=int, default=1000)
    return parser


def write_corpus(corpus, articles, path):
    """The first articles of a corpus, unpacked."""
    with open(path, "wb") as out:
        for number, line in enumerate(read_lines(corpus)):
            if number < articles:
                out.write(line)
    return path


def main():
    parser = arguments_of(__doc__)
    parser.add_argument("--renamed", action="append", default=[], metavar="OLD=NEW")
    options = parser.parse_args()
    renamed = [pair.split("=", 1) for pair in options.renamed]
    with tempfile.TemporaryDirectory(dir="/var/tmp") as temporary:
        folder = pathlib.Path(temporary)
        comparison = Comparison(Build(options.old, folder / "old"), Build(options.new, folder / "new"), renamed)
        compare_samples(comparison)
        for build in comparison.builds:
            shutil.rmtree(build.index)
        corpus = write_corpus(options.corpus, options.articles, folder / "corpus.jsonl")
        compare_corpus(comparison, corpus, read_queries(options.queries, options.queries_a_set), folder)
    print(f"{comparison.compared} comparisons, {len(comparison.differences)} differences")
    sys.exit(1 if comparison.differences else 0)


if __name__ == "__main__":
    main()
