#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether texts in other languages stay as they are: none of them is to be taken for Vietnamese.

    bench/languages.py build/release/bin FOLDER [--seed 1]

FOLDER holds texts in UTF-8 (*.txt), such as manual pages in other languages. Each text as a whole, three pieces of 50
words and six of 10 are records: in UTF-8, and in each charset below that has all letters of the text. No record may be
read as a charset of Vietnamese, and in none may letters be restored, but for character references: these are taken out
of the texts first.
"""
import argparse
import json
import pathlib
import random
import sys
import tempfile

from charsets import read_back

CHARSETS = ("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1256", "cp1257", "iso8859-2", "iso8859-15", "koi8-r", "shift_jis",
            "euc-kr", "gb18030", "big5")
LENGTHS = ((50, 3), (10, 6))


def pieces_of(text, chance):
    words = text.replace("&", " ").split()
    yield " ".join(words)
    for length, count in LENGTHS:
        for _ in range(count if len(words) > length else 0):
            first = chance.randrange(len(words) - length)
            yield " ".join(words[first:first + length])


def records_in(charset, pieces):
    """The records of the pieces that the charset can write and UTF-8 cannot read, and the pieces."""
    texts, lines = [], []
    for piece in pieces:
        try:
            quoted = json.dumps(piece, ensure_ascii=False).encode(charset)
        except UnicodeEncodeError:
            continue
        if charset != "utf-8" and quoted.isascii():
            continue
        lines.append(b'{"id":"%d","body":' % len(texts) + quoted + b"}\n")
        texts.append(piece)
    return texts, b"".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs"), parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    pieces = [piece for path in sorted(options.folder.glob("*.txt"))
              for piece in pieces_of(path.read_text(encoding="utf-8"), chance)]
    with tempfile.TemporaryDirectory() as folder:
        for charset in ("utf-8", *CHARSETS):
            texts, content = records_in(charset, pieces)
            _, said = read_back(options.programs, pathlib.Path(folder), charset, content)
            print(f"| {charset} | {len(said)} of {len(texts)} changed |", flush=True)
            for i, what in said.items():
                print(f"    {what}: {texts[int(i)][:80]}")


if __name__ == "__main__":
    sys.exit(main())
