#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""How often the charset of a text is found: a table of what was written against what it was read as.

    bench/charsets.py build/release/bin CORPUS.jsonl[.zst] [--count 2000] [--words 50] [--seed 1]

Pieces of articles, of so many words, are written in each charset, a record each, and indexed. A piece is right where
`dump` has it as it was: for TCVN3, which has no capitals with marks, in small letters. The letters of the old charsets
are those of indexer/input/charset/legacy_letters.cc, turned round, so this measures how charsets are told apart, and not
whether the tables are right: that is held by legacy_letters_test.

Below them the same of letters that were written in another way inside UTF-8: by charsets that were taken for Latin-1 or
Windows-1252, by UTF-8 that was encoded twice, by VIQR, by character references, and by a charset in the second half of
the piece only. Where the library uchardet is installed, the last column is how often it names the charset of the bytes,
which it can for UTF-8, Windows-1258 and VISCII.
"""
import argparse
import collections
import ctypes
import ctypes.util
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


def encode_whole_windows1258(text):
    """The same with those letters in one byte that have one, as iconv writes it."""
    return b"".join(letter.encode("cp1258", "ignore") or encode_windows1258(letter) for letter in text)


def encode_plain_viqr(text):
    """VIQR without backslashes: full stops and question marks behind vowels may be tones."""
    return encode_viqr(text).replace(b"\\\\", b"")


def encode_viqr(text):
    """VIQR, with the full stops and question marks behind vowels that would be tones escaped."""
    signs = {"\u0302": "^", "\u0306": "(", "\u031b": "+", "\u0301": "'", "\u0300": "`", "\u0309": "?", "\u0303": "~",
             "\u0323": "."}
    parts = []
    for letter in text:
        if letter in ".?'`~^(+" and parts and parts[-1][-1:] in "aeiouyAEIOUY^(+":
            parts.append("\\\\" + letter)  # a backslash in JSON
            continue
        apart = unicodedata.normalize("NFD", letter)
        quality = "".join(signs[c] for c in apart if c in "\u0302\u0306\u031b")
        tone = "".join(signs[c] for c in apart if c in TONES)
        parts.append({"đ": "dd", "Đ": "DD"}.get(apart[0], apart[0]) + quality + tone)
    return "".join(parts).encode("ascii")


def taken_for(charset, encode):
    """UTF-8 of a text whose bytes were taken for another charset; the five bytes that Windows-1252 has not are controls."""
    def encode_wrongly(text):
        return "".join(bytes([byte]).decode(charset, "ignore") or chr(byte) for byte in encode(text)).encode()
    return encode_wrongly


def second_half(encode):
    def encode_half(text):
        middle = text.index(" ", len(text) // 2)
        return text[:middle].encode() + encode(text[middle:])
    return encode_half


def references(text):
    return "".join(c if c < "\x80" else f"&#{ord(c)};" for c in text).encode()


def encoders():
    tables = legacy_tables()
    by_name = {"utf-8": str.encode, "windows-1258": encode_windows1258,
               "windows-1258 with whole letters": encode_whole_windows1258}
    for name, table in tables.items():
        by_name[name] = lambda text, table=table, name=name: encode_by(table, text, name != "tcvn3")
    yield from by_name.items()
    for name in ("utf-8", "tcvn3", "vni", "viscii", "windows-1258"):
        for wrong in ("latin-1", "windows-1252"):
            yield f"{name} taken for {wrong}", taken_for(wrong, by_name[name])
    yield "utf-8 encoded three times", taken_for("windows-1252", taken_for("windows-1252", str.encode))
    yield "viqr", encode_viqr
    yield "viqr without backslashes", encode_plain_viqr
    yield "character references", references
    for name in ("tcvn3", "vni", "viscii"):
        yield f"utf-8, then {name}", second_half(by_name[name])
        yield f"utf-8, then {name} taken for latin-1", second_half(taken_for("latin-1", by_name[name]))


class Uchardet:
    """The library uchardet, or None where it is not installed."""

    NAMES = {"utf-8": "UTF-8", "windows-1258": "WINDOWS-1258", "viscii": "VISCII"}

    def __init__(self, path):
        self.library = ctypes.CDLL(path)
        self.library.uchardet_new.restype = ctypes.c_void_p
        self.library.uchardet_get_charset.restype = ctypes.c_char_p

    @classmethod
    def installed(cls):
        path = ctypes.util.find_library("uchardet")
        return cls(path) if path else None

    def charset_of(self, content):
        detector = ctypes.c_void_p(self.library.uchardet_new())
        self.library.uchardet_handle_data(detector, content, ctypes.c_size_t(len(content)))
        self.library.uchardet_data_end(detector)
        name = self.library.uchardet_get_charset(detector).decode()
        self.library.uchardet_delete(detector)
        return name

    def share_of(self, name, lines):
        """How often it is right about the lines; None for charsets that it does not know."""
        wanted = self.NAMES.get(name)
        return wanted and sum(self.charset_of(line) == wanted for line in lines) / max(1, len(lines))


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
    """{id: body} as the index has it, and {id: what was said of it} of what was not UTF-8 throughout."""
    path, index, errors = (folder / f"{name}{ending}" for ending in (".jsonl", ".index", ".errors"))
    path.write_bytes(content)
    program = [f"{programs}/timbao-index", "--index", index, "--quiet"]
    subprocess.run([*program, "add", "--errors", errors, path], check=False)
    dump = subprocess.run([*program, "dump"], stdout=subprocess.PIPE, check=True).stdout
    bodies = {record["id"]: record.get("body", "") for record in map(json.loads, dump.splitlines())}
    told = [json.loads(line) for line in errors.read_text(encoding="utf-8").splitlines()]
    said = {}
    for row in told:
        if row["reason"] in ("other_charset", "restored_letters"):
            said.setdefault(row["id"], kind_of(row["detail"]))
    return bodies, said


def kind_of(detail):
    """"restored: 12 of tcvn3, 2 of vps" -> "restored: tcvn3, vps"; "read as vni; 98 % …" -> "vni"."""
    if detail.startswith("read as "):
        return detail.split(";")[0].removeprefix("read as ")
    return re.sub(r"(?<![-\w])\d+ (?:words )?(?:of )?", "", detail).removesuffix(", all else as utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs"), parser.add_argument("corpus")
    for name, value in (("count", 2000), ("words", 50), ("seed", 1)):
        parser.add_argument("--" + name, type=int, default=value)
    options = parser.parse_args()
    bodies = list(pieces(options.corpus, options.words))
    uchardet = Uchardet.installed()
    with tempfile.TemporaryDirectory() as folder:
        for name, encode in encoders():
            chance = random.Random(options.seed)
            chance.shuffle(bodies)
            texts, content = records_of(bodies, options.words, encode, options.count, chance)
            got, charsets = read_back(options.programs, pathlib.Path(folder), name, content)
            plain = str.lower if "tcvn3" in name else str
            right = sum(plain(got.get(str(i), "")) == plain(text) for i, text in enumerate(texts))
            counts = collections.Counter(charsets.get(str(i), "utf-8") for i in range(len(texts)))
            read_as = ", ".join(f"{charset} {count}" for charset, count in counts.most_common())
            other = uchardet and uchardet.share_of(name, content.splitlines())
            beside = "" if other is None else f"{other:.4f}"
            print(f"| {name} | {right / len(texts):.4f} of {len(texts)} | {read_as} | {beside} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
