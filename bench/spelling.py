#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""How often the suggestion is what was meant. Four measurements, each over query sets of lines `id TAB query`:

  mistyped   queries with one wrong, missing or doubled letter: how many get the original back, marks apart
  right      the same queries as they are: how many get a suggestion, and how many of these find the article lower
  shortened  some words of a title, in their order, as people ask for what they remember: how many get letters changed
  marks      queries typed without marks: how many syllables of the suggestion have the marks of the original

  bench/spelling.py --query build/release/bin/timbao-query --index INDEX --queries DIR [--count 1000] [--seed 1]

DIR has kw.tsv, phrase.tsv, title.tsv, title_plain.tsv, sapo.tsv and sapo_plain.tsv. --failures FILE keeps what failed.
"""
import argparse
import json
import pathlib
import random
import re
import subprocess
import sys
import unicodedata

MEASURES = ("mistyped", "right", "shortened", "marks")
SLIPS = ("wrong", "missing", "doubled")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def folded(text):
    """Small letters without marks, one space between words."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", plain))


def read_queries(path):
    with open(path, encoding="utf-8") as lines:
        return [tuple(line.rstrip("\n").split("\t")[:2]) for line in lines if line.strip()]


def with_slip(query, kind, chance):
    """The query with one slip at a letter, never the same text again when it is folded."""
    text = unicodedata.normalize("NFC", query)
    places = [i for i, letter in enumerate(text) if letter.isalpha()]
    while True:
        at = chance.choice(places)
        instead = {"wrong": chance.choice(LETTERS), "missing": "", "doubled": text[at] * 2}[kind]
        typed = text[:at] + instead + text[at + 1:]
        if folded(typed) != folded(query) and len(folded(typed).split()) == len(folded(query).split()):
            return typed


def answers(options, queries):
    lines = "".join(json.dumps({"id": str(i), "query": query}) + "\n" for i, query in enumerate(queries))
    command = [options.query, "--index", options.index, "--batch", "--snippet", "0", *options.option]
    done = subprocess.run(command, input=lines, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def rank_of(answer, article):
    ids = [hit["id"] for hit in answer["hits"]]
    return ids.index(article) if article in ids else len(ids) + 1000


def tell(options, name, text):
    if options.failures:
        with open(options.failures, "a", encoding="utf-8") as out:
            out.write(f"{name}\t{text}\n")


def measure_mistyped(options, sample, chance):
    kinds = [SLIPS[i % len(SLIPS)] for i in range(len(sample))]
    typed = [with_slip(query, kind, chance) for (_, _, query), kind in zip(sample, kinds)]
    right = {}
    for (name, _, query), kind, text, answer in zip(sample, kinds, typed, answers(options, typed)):
        is_right = folded(answer["suggestion"] or "") == folded(query)
        right.setdefault(kind, []).append(is_right)
        right.setdefault(name, []).append(is_right)
        right.setdefault("all", []).append(is_right)
        if not is_right:
            tell(options, "mistyped", f"{query}\t{text}\t{answer['suggestion']}")
    for kind, results in right.items():
        print(f"mistyped {kind:8} {sum(results) / len(results):.3f} of {len(results)}", flush=True)


def measure_right(options, sample):
    as_typed = answers(options, [query for _, _, query in sample])
    changed = [(row, answer) for row, answer in zip(sample, as_typed) if answer["suggestion"]]
    after = answers(options, [answer["suggestion"] for _, answer in changed])
    lower = 0
    for ((_, article, query), before), answer in zip(changed, after):
        is_lower = rank_of(answer, article) > rank_of(before, article)
        lower += is_lower
        tell(options, "lower" if is_lower else "changed", f"{query}\t{before['suggestion']}")
    print(f"right: {len(changed)} of {len(sample)} get a suggestion, {lower} of them find the article lower", flush=True)


def shortened(query, chance):
    """Three to five words of seven that follow each other."""
    words = [word for word in re.findall(r"[\w.,-]+", query) if any(letter.isalnum() for letter in word)]
    first = chance.randrange(max(1, len(words) - 6))
    words = words[first:first + 7]
    kept = sorted(chance.sample(range(len(words)), min(len(words), chance.choice([3, 4, 5]))))
    return " ".join(words[i] for i in kept)


def measure_shortened(options, chance):
    titles = [row for name in ("title", "title_plain")
              for row in read_queries(pathlib.Path(options.queries) / f"{name}.tsv")]
    queries = [shortened(query, chance) for _, query in chance.sample(titles, min(options.count, len(titles)))]
    changed = 0
    for query, answer in zip(queries, answers(options, queries)):
        is_changed = bool(answer["suggestion"]) and folded(answer["suggestion"]) != folded(query)
        changed += is_changed
        if is_changed:
            tell(options, "shortened", f"{query}\t{answer['suggestion']}")
    print(f"shortened: {changed} of {len(queries)} get other letters", flush=True)


def syllables(text):
    return re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text).lower())


def tone_style(word):
    """One spelling of the tone's place: hoà and hòa are one syllable."""
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(c for c in letters if c in "\u0300\u0301\u0303\u0309\u0323")
    return "".join(c for c in letters if c not in tones), tones


def measure_marks(options, name):
    folder = pathlib.Path(options.queries)
    marked, plain = read_queries(folder / f"{name}.tsv"), read_queries(folder / f"{name}_plain.tsv")
    right = total = 0
    for (_, query), (_, typed), answer in zip(marked, plain, answers(options, [query for _, query in plain])):
        meant, given = syllables(query), syllables(answer["suggestion"] or typed)
        good = sum(tone_style(a) == tone_style(b) for a, b in zip(meant, given)) if len(meant) == len(given) else 0
        right, total = right + good, total + len(meant)
        if good < len(meant):
            tell(options, name, f"{query}\t{answer['suggestion']}")
    print(f"marks {name:8} {right / total:.4f} of {total} syllables", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("query", "index", "queries"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--measure", nargs="*", choices=MEASURES, default=MEASURES)
    parser.add_argument("--failures")
    parser.add_argument("--option", action="append", default=[])
    options = parser.parse_args()
    chance = random.Random(options.seed)
    rows = [(name, *row) for name in ("kw", "phrase")
            for row in read_queries(pathlib.Path(options.queries) / f"{name}.tsv")
            if any(letter.isalpha() for letter in row[1])]
    sample = chance.sample(rows, min(options.count, len(rows)))
    if "mistyped" in options.measure:
        measure_mistyped(options, sample, chance)
    if "right" in options.measure:
        measure_right(options, sample)
    if "shortened" in options.measure:
        measure_shortened(options, chance)
    for name in ("title", "sapo") if "marks" in options.measure else ():
        measure_marks(options, name)


if __name__ == "__main__":
    sys.exit(main())
