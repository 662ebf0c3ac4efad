#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""How often the charset of a text is found: a table of what was written against what it was read as.

    bench/charsets.py build/release/bin CORPUS.jsonl[.zst] [--count 2000] [--words 50] [--seed 1]

Pieces of articles, of so many words, are written in each charset, a record each, and indexed. A piece is right where
`dump` has it as it was: for TCVN3, which has no capitals with marks, in small letters. The letters of the old charsets
are those of indexer/input/charset/legacy_letters.cc, turned round, so this measures how charsets are told apart, and not
whether the tables are right: that is held by legacy_letters_test.
"""
import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "indexer/input/charset/legacy_letters.cc"
TONES = "\u0300\u0301\u0303\u0309\u0323"
PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\u00a0": " "})


def legacy_tables():
    """{"vni": {"á": b"a\\xf9", …}, …}"""
    source = TABLE.read_text(encoding="utf-8")
    small, capitals = re.findall(r'constexpr std::string_view k(?:Small|Capitals) =\s*"([^"]*)"', source)
    tables = {}
    for name, row in re.findall(r"LegacyRow\{Charset::(\w+),(.*?)\}", source, re.DOTALL):
        words = " ".join(re.findall(r'"([^"]*)"', row)).split()
        tables[name] = {letter: bytes.fromhex(word) for letter, word in zip(small + capitals, words) if word != "--"}
    return tables


def encode_by(table, text, has_capitals):
    parts = []
    for letter in text:
        written = letter if letter in table or has_capitals else letter.lower()
        parts.append(table[written] if written in table else letter.encode("ascii"))
    return b"".join(parts)


def encode_windows1258(text):
    parts = []
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        base = "".join(c for c in apart if c not in TONES)
        parts.append(unicodedata.normalize("NFC", base) + "".join(c for c in apart if c in TONES))
    return "".join(parts).encode("cp1258")


def encoders():
    tables = legacy_tables()
    yield "utf-8", str.encode
    yield "windows-1258", encode_windows1258
    for name, table in tables.items():
        yield name, lambda text, table=table, name=name: encode_by(table, text, name != "tcvn3")


def pieces(corpus, words):
    command = ["zstd", "-dcq", corpus] if corpus.endswith(".zst") else ["cat", corpus]
    for line in subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.splitlines():
        body = unicodedata.normalize("NFC", json.loads(line).get("body") or "").translate(PLAIN).split()
        if len(body) >= words:
            yield body


def records_of(bodies, words, encode, count, chance):
    """The texts that the charset can write, and their records."""
    texts, lines = [], []
    for body in bodies:
        first = chance.randrange(len(body) - words + 1)
        text = " ".join(body[first:first + words])
        try:
            quoted = encode(json.dumps(text, ensure_ascii=False))
        except UnicodeEncodeError:
            continue
        lines.append(b'{"id":"%d","body":' % len(texts) + quoted + b"}\n")
        texts.append(text)
        if len(texts) == count:
            break
    return texts, b"".join(lines)


def read_back(programs, folder, name, content):
    """{id: body} as the index has it, and {id: charset} of what was not UTF-8."""
    path, index, errors = (folder / f"{name}{ending}" for ending in (".jsonl", ".index", ".errors"))
    path.write_bytes(content)
    program = [f"{programs}/timbao-index", "--index", index, "--quiet"]
    subprocess.run([*program, "add", "--errors", errors, path], check=False)
    dump = subprocess.run([*program, "dump"], stdout=subprocess.PIPE, check=True).stdout
    bodies = {record["id"]: record.get("body", "") for record in map(json.loads, dump.splitlines())}
    told = [json.loads(line) for line in errors.read_text(encoding="utf-8").splitlines()]
    return bodies, {row["id"]: row["detail"].split(";")[0].removeprefix("read as ") for row in told
                    if row["reason"] == "other_charset"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs"), parser.add_argument("corpus")
    for name, value in (("count", 2000), ("words", 50), ("seed", 1)):
        parser.add_argument("--" + name, type=int, default=value)
    options = parser.parse_args()
    bodies = list(pieces(options.corpus, options.words))
    with tempfile.TemporaryDirectory() as folder:
        for name, encode in encoders():
            chance = random.Random(options.seed)
            chance.shuffle(bodies)
            texts, content = records_of(bodies, options.words, encode, options.count, chance)
            got, charsets = read_back(options.programs, pathlib.Path(folder), name, content)
            plain = str.lower if name == "tcvn3" else str
            right = sum(plain(got.get(str(i), "")) == plain(text) for i, text in enumerate(texts))
            counts = collections.Counter(charsets.get(str(i), "utf-8") for i in range(len(texts)))
            read_as = ", ".join(f"{charset} {count}" for charset, count in counts.most_common())
            print(f"| {name} | {right / len(texts):.4f} of {len(texts)} | {read_as} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
