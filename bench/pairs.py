#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""What cheap knowledge of pairs is worth to phrases: longer lists of posted pairs beside signatures.

usage: bench/pairs.py CORPUS QUERIES_DIR [--queries N]

CORPUS       JSONL, plain or .zst: title, body
QUERIES_DIR  phrase.tsv there: article id, tab, phrase
--queries    how many phrases: 200

Counts in the texts themselves, without an index. An article is *left* where it has all words and all posted pairs of a phrase,
and, with signatures, all bits of its other pairs: it would have to be read. Tokens are cut more coarsely than timbao cuts them.

Prints Markdown.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import unicodedata

import measure

DATA = pathlib.Path(__file__).resolve().parent.parent / "common/index/data"
WORDS = re.compile(r"\w+")
COMMON = (100, 200, 300, 500)
SIGNATURES = ((1024, 3), (1536, 2), (1536, 3), (1536, 4), (2048, 3))


def folded(text):
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return WORDS.findall("".join(letter for letter in letters if not unicodedata.combining(letter)))


def pairs_of(tokens):
    return zip(tokens, tokens[1:])


class Article:
    def __init__(self, line):
        record = json.loads(line)
        paragraphs = [folded(text) for text in [record["title"], *record["body"].split("\n")]]
        self.words = {word for tokens in paragraphs for word in tokens}
        self.pairs = {pair for tokens in paragraphs for pair in pairs_of(tokens)}


class Posted:
    """Which pairs have posting lists: two-syllable words, and pairs of two of the commonest syllables."""

    def __init__(self, words, common):
        self.words, self.common = words, common

    def has(self, pair):
        return " ".join(pair) in self.words or (pair[0] in self.common and pair[1] in self.common)


def share_with_bits(article, posted_of_all, bits, bits_a_pair):
    """The probability that an article has all bits of a pair that it does not have."""
    return (1 - (1 - 1 / bits) ** (bits_a_pair * posted_of_all[article])) ** bits_a_pair


def quantiles(values):
    ordered = sorted(values)
    return " | ".join(f"{ordered[int(len(ordered) * share)]:.1f}" for share in (0.5, 0.9, 0.99))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("queries_dir")
    parser.add_argument("--queries", type=int, default=200)
    options = parser.parse_args()
    articles = [Article(line) for line in measure.read_lines(options.corpus)]
    lines = pathlib.Path(options.queries_dir, "phrase.tsv").read_text(encoding="utf8").splitlines()
    phrases = [folded(line.split("\t")[1]) for line in random.Random(1).sample(lines, options.queries)]
    frequency = collections.Counter(word for article in articles for word in article.words)
    word_list = set((DATA / "word-pairs.txt").read_text().split("\n"))
    having = [[number for number, article in enumerate(articles) if article.words.issuperset(phrase)]
              for phrase in phrases]

    print(f"{len(articles):,} articles, {len(phrases)} phrases\n")
    print("| posted beside two-syllable words | pairs an article | not posted | left p50 | p90 | p99 |")
    print("|---" * 6 + "|")
    for many in COMMON:
        posted = Posted(word_list, {word for word, _ in frequency.most_common(many)})
        unposted = [sum(not posted.has(pair) for pair in article.pairs) for article in articles]
        left = [sum(all(pair in articles[number].pairs for pair in pairs_of(phrase) if posted.has(pair))
                    for number in numbers) for phrase, numbers in zip(phrases, having)]
        every = sum(len(article.pairs) for article in articles)
        print(f"| pairs of the {many} commonest syllables | {(every - sum(unposted)) / len(articles):.0f} "
              f"| {sum(unposted) / len(articles):.0f} | {quantiles(left)} |", flush=True)

    print("\n| bits a signature | bits a pair | bytes an article | left p50 | p90 | p99 |\n" + "|---" * 6 + "|")
    posted = Posted(word_list, set((DATA / "common-syllables.txt").read_text().split()))
    unposted = [sum(not posted.has(pair) for pair in article.pairs) for article in articles]
    for bits, bits_a_pair in SIGNATURES:
        left = []
        for phrase, numbers in zip(phrases, having):
            expected = 0
            for number in numbers:
                missing = [pair for pair in pairs_of(phrase) if pair not in articles[number].pairs]
                if not any(posted.has(pair) for pair in missing):
                    expected += share_with_bits(number, unposted, bits, bits_a_pair) ** len(missing)
            left.append(expected)
        print(f"| {bits} | {bits_a_pair} | {bits // 8} | {quantiles(left)} |", flush=True)


if __name__ == "__main__":
    main()
