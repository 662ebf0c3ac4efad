#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""How well real files are read: web pages, files in old charsets, and dumps, against what a person reads in them.

    bench/archives.py build/release/bin FILES LABELS [--kind pages|legacy|dumps] [--verbose]

FILES is a folder of files, LABELS a folder with html.jsonl, legacy.jsonl and dumps.jsonl, one object a file: `file` is its
path below FILES. Each file is added to an index of its own, and `dump` says what was read. Texts are compared in NFC, with
every run of white space as one blank; dates to the minute. `NAME_also` holds other values that are right too.

    pages   title, date, author, section, source: the value, or none where the label is null
            lead: the label is contained in it; phrases: in the body, in this order; caption: in captions or body
            not: in none of title, lead, body, captions; a page of `kind` list gives no article
    legacy  phrases: in the title, lead, body or captions of any article of the file
    dumps   records: how many articles the summary of the run counts; distinct: how many the index has
            first: title, date, author, section and url of the first record, wherever its article stands

--verbose lists what is wrong. Labels may carry `options`, a list of options of `add` for the file.
"""
import argparse
import collections
import datetime
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

VIET_NAM = datetime.timezone(datetime.timedelta(hours=7))
SUMMARY = re.compile(r"\(([\d,]+) articles?,")


def plain(text):
    """A text as it is compared."""
    spaces = re.sub("[\u00a0\u200b\ufeff\\s]+", " ", text or "")
    return unicodedata.normalize("NFC", spaces).strip()


def minute(date):
    """A date as it is compared: its minute in Viet Nam, or "" where there is none."""
    if not date:
        return ""
    moment = datetime.datetime.fromisoformat(date)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=VIET_NAM)
    return moment.astimezone(VIET_NAM).isoformat(timespec="minutes")


def joined(value):
    return ", ".join(value) if isinstance(value, list) else value or ""


def text_of(article, *names):
    return plain(" ".join(joined(article.get(name)) for name in names))


class Table:
    """Counts of right and all by measure, in the order of their first use, and what is wrong."""

    def __init__(self):
        self.right, self.all, self.wrong = collections.Counter(), collections.Counter(), []

    def count(self, measure, is_right, wrong):
        self.all[measure] += 1
        self.right[measure] += bool(is_right)
        if not is_right:
            self.wrong.append(f"{measure}: {wrong}")

    def show(self, title, is_verbose):
        print(f"| {title} | right | of | share |\n|---|---|---|---|")
        for measure, total in self.all.items():
            print(f"| {measure} | {self.right[measure]} | {total} | {self.right[measure] / total:.3f} |")
        print()
        for line in self.wrong if is_verbose else ():
            print("   ", line)


def read_file(programs, path, options=()):
    """The articles that a file gives, and how many the summary of the run counts."""
    with tempfile.TemporaryDirectory() as folder:
        program = [f"{programs}/timbao-index", "--index", f"{folder}/index"]
        added = subprocess.run([*program, "add", *options, path], capture_output=True, text=True, check=False)
        if added.returncode < 0:
            sys.exit(f"{path}: ended by signal {-added.returncode}")
        dumped = subprocess.run([*program, "dump"], capture_output=True, text=True, check=False)
    counted = SUMMARY.search(added.stdout + added.stderr)
    articles = [json.loads(line) for line in dumped.stdout.splitlines()]
    return articles, int(counted[1].replace(",", "")) if counted else 0


def allowed(label, name, compared):
    return {compared(value) for value in [label.get(name), *label.get(name + "_also", [])]}


def judge_page(table, label, articles):
    file = label["file"]
    if label["kind"] == "list":
        return table.count("lists passed over", not articles, f"{file}: read as an article")
    article = articles[0] if articles else {}
    for name, compared in (("title", plain), ("date", minute), ("author", plain), ("section", plain), ("source", plain)):
        got = compared(joined(article.get(name)))
        if name == "section":  # a page may name the whole path; the label's may be any step of it
            steps = [plain(step) for step in re.split(r"\s*[,>]\s*", joined(article.get(name)))]
            got = next((step for step in steps if step in allowed(label, name, plain)), got)
        table.count(name, got in allowed(label, name, compared), f"{file}: {got!r}, not {label[name]!r}")
    lead, body = text_of(article, "lead"), text_of(article, "body")
    if label["lead"]:
        table.count("lead", plain(label["lead"]) in lead, f"{file}: {lead[:80]!r}, not {label['lead']!r}")
    at = 0
    for phrase in map(plain, label["phrases"]):
        found = body.find(phrase, at)
        table.count("phrases", found >= 0, f"{file}: no {phrase!r}")
        at = max(at, found)
    if label["caption"]:
        table.count("caption", plain(label["caption"]) in text_of(article, "captions", "body"),
                    f"{file}: no {label['caption']!r}")
    everything = text_of(article, "title", "lead", "body", "captions")
    for phrase in map(plain, label["not"]):
        table.count("boilerplate absent", phrase not in everything, f"{file}: has {phrase!r}")


def judge_legacy(table, label, articles):
    kind = "phrases of readable files" if label["readable"] else "phrases of other files"
    everything = " ".join(text_of(article, "title", "lead", "body", "captions") for article in articles)
    for phrase in map(plain, label["phrases"]):
        table.count(kind, phrase in everything, f"{label['file']}: no {phrase!r}")


def judge_dump(table, label, articles, counted):
    file, first = label["file"], label["first"]
    table.count("records", counted == label["records"], f"{file}: {counted}, not {label['records']}")
    distinct = label.get("distinct", label["records"])
    table.count("distinct", len(articles) == distinct, f"{file}: {len(articles)}, not {distinct}")
    article = next((a for a in articles if plain(a.get("title")) == plain(first["title"])), {})
    wrong = [] if article else [f"no {first['title']!r}"]
    for name, compared in (("date", minute), ("author", plain), ("section", plain), ("url", plain)):
        also = set(map(plain, label.get(name + "_also", [])))
        got = compared(joined(article.get(name)))
        steps = {got, *(plain(step) for step in re.split(r"\s*[,>]\s*", got))} if name == "section" else {got}
        if article and not steps & ({compared(first.get(name))} | also):
            wrong.append(f"{name} {got!r}, not {first.get(name)!r}")
    table.count("first record", not wrong, f"{file}: {'; '.join(wrong)}")


def run(options, kind, labels):
    table = Table()
    for line in (pathlib.Path(options.labels) / labels).read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        articles, counted = read_file(options.programs, pathlib.Path(options.files) / label["file"],
                                      label.get("options", []))
        judge = {"pages": judge_page, "legacy": judge_legacy}.get(kind)
        judge(table, label, articles) if judge else judge_dump(table, label, articles, counted)
    table.show(kind, options.verbose)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("programs", "files", "labels"):
        parser.add_argument(name)
    kinds = {"pages": "html.jsonl", "legacy": "legacy.jsonl", "dumps": "dumps.jsonl"}
    parser.add_argument("--kind", choices=kinds)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    for kind, labels in kinds.items():
        if options.kind in (None, kind):
            run(options, kind, labels)


if __name__ == "__main__":
    sys.exit(main())
