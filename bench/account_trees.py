#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes random trees of files and records, and checks that the summary of `timbao-index add` accounts for all of them.

    bench/account_trees.py BIN_DIR [--trees 10000] [--seed 1]

Each tree is added, changed and added again. The script compares the numbers of the summary with its own count. It prints
the first tree whose numbers differ, and then ends with status 1.
"""
import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter

SUMMARY = re.compile(r"^added ([\d,]+), updated ([\d,]+), unchanged ([\d,]+), removed ([\d,]+), rejected ([\d,]+)"
                     r"(?:, same id ([\d,]+))?(?:, passed over ([\d,]+))? \(.*; files: ([\d,]+) read(?:, ([\d,]+) unchanged)?"
                     r"(?:, ([\d,]+) rejected)?(?:, ([\d,]+) read under another name)?\)$", re.M)
KEPT_OUT = re.compile(r"^kept out ([\d,]+) that were removed", re.M)
NAMES = ["added", "updated", "unchanged", "removed", "rejected", "same_id", "passed_over", "files_read",
         "files_unchanged", "files_rejected", "files_other_name"]


class Tree:
    """A folder of random files, and the counts that its summary must have."""

    def __init__(self, folder, rng):
        self.folder, self.rng = folder, rng
        self.files = {}      # path: list of ids, one an article, or None for a record that is rejected
        self.rejected_files = set()
        self.passed_over = Counter()
        self.links = set()   # other names of files that are read
        self.number = 0

    def path(self, folder, suffix):
        self.number += 1
        odd = self.rng.choice([b"", b"", b"\xe9", "ê".encode(), b"%E9", b" ", b"\n"])
        return os.path.join(folder, b"f%d" % self.number + odd + suffix)

    def write(self, path, content):
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())

    def fill(self):
        folders = [self.folder]
        for _ in range(self.rng.randrange(4)):
            folders.append(self.path(self.rng.choice(folders), b""))
            os.mkdir(folders[-1])
        for _ in range(self.rng.randrange(1, 14)):
            self.rng.choice([self.add_text, self.add_text, self.add_records, self.add_records, self.add_records,
                             self.add_odd_file, self.add_passed_over, self.add_link])(self.rng.choice(folders))

    def add_text(self, folder):
        path = self.path(folder, self.rng.choice([b".txt", b".TXT", b".text"]))
        self.write(path, self.rng.choice(["Tin vắn\n\nMưa lớn.\n", "Tin\n30/02/2021\nMưa.\n", "[Ảnh] Lễ khai mạc\n",
                                          "<Bài 1> Đê\n", "{Tin} vắn\nx"]))
        self.files[path] = [path]

    def add_odd_file(self, folder):
        path = self.path(folder, self.rng.choice([b".txt", b".jsonl", b".json"]))
        self.write(path, self.rng.choice(["", " \n\n", b"%PDF-1.7 x", b"PK\x03\x04"]))
        self.rejected_files.add(path)

    def record(self):
        """A record as text without line ends, and its id (None: rejected)."""
        kind = self.rng.randrange(10)
        if kind == 0:
            return '{"id":"x","lead":"không có gì"}', None
        if kind == 1:
            return '{"id":"y","title":tru}', None
        if kind == 2:
            return '{"title":"a\0"}', None
        extra = self.rng.choice(["", ',"views":1', ',"date":"hôm qua"', ',"author":[{"x":1}]', ',"url":"nan"',
                                 ',"score":NaN', ',"lead":"<p>a</p>"', ',"lead":"a\\ud83d"', ',"x":[[[1]]]'])
        if kind < 5:
            return '{"title":"Tin %d"%s}' % (self.rng.randrange(9), extra), True  # its id is its place in the file
        name = self.rng.choice(["a", "b", "c", " d ", "e\\n", "đ"])
        return '{"id":"%s","title":"Tin %d"%s}' % (name, self.rng.randrange(9), extra), json.loads('"%s"' % name)

    def add_records(self, folder):
        path = self.path(folder, self.rng.choice([b".jsonl", b".json", b".txt", b".JL", b".ndjson"]))
        self.write_records(path)

    def write_records(self, path):
        # The first record can be read, so that the content decides the format whatever the name is.
        records = [('{"title":"Tin đầu"}', True)] + [self.record() for _ in range(self.rng.randrange(8))]
        texts = [text for text, _ in records]
        layout = self.rng.randrange(4)
        if layout == 0:
            content = "[" + ",\n".join(texts) + "]"
        elif layout == 1:
            content = "\n\n".join("{\n  " + text[1:-1] + "\n}" for text in texts)
        else:
            content = self.rng.choice(["", "\ufeff"]) + "\r\n".join(texts) + self.rng.choice(["", "\n"])
        self.write(path, content)
        self.files[path] = [(path, place) if found is True else found for place, (_, found) in enumerate(records)]

    def add_passed_over(self, folder):
        kind = self.rng.choice(["other_name", "hidden", "hidden_folder", "folder_link", "outside_link", "no_file"])
        path = self.path(folder, b".bak" if kind == "other_name" else b".txt")
        if kind.startswith("hidden"):
            path = os.path.join(folder, b".h" + os.path.basename(path))
        if kind in ("other_name", "hidden"):
            self.write(path, "x")
        elif kind == "hidden_folder":
            os.mkdir(path)
            self.write(os.path.join(path, b"a.txt"), "x")
        elif kind == "folder_link":
            os.symlink(self.folder, path)
        elif kind == "outside_link":
            os.symlink(b"/etc/passwd", path)
        else:
            self.rng.choice([os.mkfifo, lambda p: os.symlink(b"nowhere", p)])(path)
        self.passed_over[kind.replace("_folder", "")] += 1

    def add_link(self, folder):
        if not self.files:
            return
        path = self.path(folder, b".txt")
        target = self.rng.choice(sorted(self.files))
        self.rng.choice([os.link, os.symlink])(target, path)
        self.links.add(path)

    def change(self):
        for path in sorted(self.files):
            if self.rng.random() < 0.3 and isinstance(self.files[path][0], tuple):
                self.write_records(path)
        self.add_text(self.folder)

    def expected(self, removed):
        records = [one for found in self.files.values() for one in found]
        good = [one for one in records if one is not None and one not in removed]
        return {"articles": len(good), "same_id": len(good) - len(set(good)),
                "kept_out": sum(1 for one in records if one is not None and one in removed),
                "rejected": sum(1 for one in records if one is None) + len(self.rejected_files),
                "passed_over": sum(self.passed_over.values()), "files": len(self.files) + len(self.rejected_files),
                "links": len(self.links), "ids": set(good)}


def number(text):
    return int(text.replace(",", "")) if text else 0


def summary_of(err):
    match = SUMMARY.search(err)
    found = dict(zip(NAMES, map(number, match.groups())))
    kept_out = KEPT_OUT.search(err)
    found["kept_out"] = number(kept_out.group(1)) if kept_out else 0
    return found


def check_errors(path, found, tree, wrong):
    kinds = Counter()
    for line in open(path, encoding="utf-8"):
        one = json.loads(line)
        kinds[one["kind"] if one["kind"] == "rejected" else one["reason"]] += 1
    for kind, count in tree.passed_over.items():
        wrong(kinds[kind] == count, "--errors has %d of %s, not %d" % (kinds[kind], kind, count))
    wrong(kinds["rejected"] == found["rejected"], "--errors has %d rejections" % kinds["rejected"])


def run(program, folder, tree, removed, is_first):
    """Adds a tree; returns the numbers that differ from the expected ones, and the standard error."""
    errors = os.path.join(folder, b"errors")
    result = subprocess.run([program, "--index", os.path.join(folder, b"index"), "add", "--errors", errors, tree.folder],
                            capture_output=True)
    err = result.stderr.decode("utf-8", "replace")
    faults = []

    def wrong(is_right, what):
        if not is_right:
            faults.append(what)

    if not SUMMARY.search(err):
        return ["there is no summary"], err
    found, expected = summary_of(err), tree.expected(removed)
    articles = found["added"] + found["updated"] + found["unchanged"]
    wrong(articles == len(expected["ids"]), "articles %d, not %d" % (articles, len(expected["ids"])))
    for name in ("same_id", "kept_out", "rejected", "passed_over"):
        wrong(found[name] == expected[name], "%s %d, not %d" % (name, found[name], expected[name]))
    files = found["files_read"] + found["files_unchanged"] + found["files_rejected"] + found["files_other_name"]
    wrong(files == expected["files"] + expected["links"], "files %d, not %d" % (files, expected["files"] + expected["links"]))
    wrong(found["files_other_name"] == expected["links"], "links %d" % found["files_other_name"])
    check_errors(errors, found, tree, wrong)
    stats = subprocess.run([program, "--index", os.path.join(folder, b"index"), "stats", "--json"], capture_output=True)
    if expected["ids"] and is_first:  # later the index still has records that were removed from their files
        held = json.loads(stats.stdout)["articles"]
        wrong(held == len(expected["ids"]), "the index holds %d articles" % held)
    return faults, err


def try_tree(program, seed):
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = os.fsencode(name)
        tree = Tree(os.path.join(folder, b"tree"), rng)
        os.mkdir(tree.folder)
        tree.fill()
        faults, err = run(program, folder, tree, set(), True)
        if faults or not tree.files:
            return faults, err
        removed = {rng.choice(["a", "b"])} if rng.random() < 0.3 else set()
        if removed and tree.expected(set())["ids"]:
            subprocess.run([program, "--index", os.path.join(folder, b"index"), "remove", *removed], capture_output=True)
        tree.change()
        return run(program, folder, tree, removed, False)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin")
    parser.add_argument("--trees", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    program = os.fsencode(os.path.join(arguments.bin, "timbao-index"))
    for seed in range(arguments.seed, arguments.seed + arguments.trees):
        faults, err = try_tree(program, seed)
        if faults:
            print("the numbers of the tree of --seed %d --trees 1 differ: %s\n%s" % (seed, "; ".join(faults), err))
            return 1
    print("%d trees: all numbers are equal" % arguments.trees)
    return 0


if __name__ == "__main__":
    sys.exit(main())
