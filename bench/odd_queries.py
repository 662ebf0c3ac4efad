#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Sends queries that nobody types: long ones of every shape, and random bytes. Prints the slowest.

  bench/odd_queries.py build/release/bin INDEX                       every shape at 1 KB, 32 KB and 1 MB
  bench/odd_queries.py build/release/bin INDEX --sizes 10000 --random 100 --limit-ms 100

Each query is sent twice: as a line of one --batch run that holds them all, and as the only line of a process of its
own. The status is 1 where such a process used more processor time than --limit-ms (start and output included, so that a
busy machine causes no failure) or more memory than --limit-mb, or where a query did not get one JSON object as its answer.
"""
import argparse
import itertools
import json
import os
import random
import subprocess
import sys
import time

LINE_LIMIT = 1 << 20
COMMON = ("của và có là được cho trong không người với các một những đã này khi để về từ ở ra như cũng đến tại theo "
          "ông bị vào năm trên phải làm nhiều sau sẽ công nhà nước thành phố việt nam hà nội chính đảng dân").split()
SYLLABLES = [start + end for start in "b c ch d g h kh l m n ng nh ph qu r s t th tr v x".split()
             for end in "a an ang ao ay em en eo i inh o oi om on ong u ung uong uyen y".split()]


def repeated(piece):
    """A shape: one piece, repeated up to the size."""
    return lambda size: piece * (size // len(piece.encode()) + 1)


def made(make):
    """A shape: make(0), make(1), make(2), … up to the size."""
    def shape(size):
        parts, length = [], 0
        for i in itertools.count():
            if length >= size:
                return "".join(parts)
            parts.append(make(i))
            length += len(parts[-1].encode())
    return shape


def pairs(i):
    """Two common words, different ones for every i."""
    return COMMON[i % len(COMMON)], COMMON[(i // len(COMMON) + i + 1) % len(COMMON)]


def day(i):
    return f"{1860 + i * 7 % 240}-{1 + i % 12:02}-{1 + i % 28:02}"


SHAPES = {
    "common words": made(lambda i: COMMON[i * 7 % len(COMMON)] + " "),
    "unmarked syllables": made(lambda i: SYLLABLES[i * 11 % len(SYLLABLES)] + " "),
    "one word": repeated("của "),
    "common beginnings of words": made(lambda i: ("ch* th* tr* nh* ng* kh* đ* qu* ph* gi* ".split())[i % 10] + " "),
    "common beginnings, required": made(lambda i: "+" + ("ch* th* tr* nh* ng* kh* qu* ph* ".split())[i % 8] + " "),
    "beginnings that are never side by side": lambda size: "ch* NEAR/0 th* NEAR/0 tr* NEAR/0 nh* NEAR/0 ng*",
    "excluded beginnings": lambda size: "-ch* -th* -tr* -nh* -ng*",
    "beginnings in the body, OR": lambda size: "body:ch* OR body:th* OR body:tr* OR body:nh* OR body:ng*",
    "keys of Telex": repeated("nghij quyeets dduwowcj hooij ddoongf nhaan daan "),
    "keys of VNI": repeated("nghi5 quye6t1 d9u7o7c5 ho65i d9o6ng2 nha6n da6n "),
    "keys of VIQR": repeated("nghi. quye^'t ddu+o+.c ho^.i ddo^`ng nha^n da^n "),
    "abbreviations": repeated("UBND HĐND CSGT TNGT KT-XH ANQP BHXH TP.HCM Q.7 MTTQ "),
    "types and numbers of documents": repeated("18/nq "),
    "words of an address": made(lambda i: "-".join(SYLLABLES[i * k % 300] for k in (3, 5, 7, 11, 13)) + f"-{i * 7919}.html "),
    "documents as typed": made(lambda i: f"nq {i % 99} nđ {i % 180} tt 08/{2000 + i % 20} "),
    "amounts": made(lambda i: f"{i} triệu {i}.000 tỷ {i}tr5 "),
    "congresses": made(lambda i: f"đại hội {i % 30} khóa XII lần thứ tám "),
    "slips": made(lambda i: SYLLABLES[i * 11 % len(SYLLABLES)] + "xz "),
    "a chain of NEAR": made(lambda i: COMMON[i * 7 % len(COMMON)] + " NEAR/3 "),
    "one word near itself": repeated("của NEAR/1 "),
    "groups near each other": made(lambda i: "(%s OR %s OR có) NEAR/2 " % pairs(i)),
    "weights": made(lambda i: f"{SYLLABLES[i * 11 % len(SYLLABLES)]}^{1 + i % 9} "),
    "a field of brackets in brackets": repeated("title:("),
    "brackets of a filter": repeated("source:(báo tỉnh OR "),
    "one letter without a space": repeated("a"),
    "one syllable without a space": repeated("nghiêng"),
    "words joined by dots": repeated("ab."),
    "words joined by dashes": made(lambda i: SYLLABLES[i % len(SYLLABLES)] + "-"),
    "digits": repeated("7"),
    "digits joined by dots": repeated("1."),
    "groups of digits": repeated("123."),
    "groups of digits apart": repeated("123 "),
    "percents": repeated("1% "),
    "units": repeated("12kg "),
    "years joined": repeated("2015-2020-"),
    "days in the text": made(lambda i: f"{1 + i % 28}/{1 + i % 12}/{1990 + i % 40} "),
    "documents' numbers": made(lambda i: f"{i % 999}/{1990 + i % 30}/NĐ-CP "),
    "slashes": repeated("1/"),
    "quotes": repeated('"'),
    "curly quotes": repeated("\u201C"),
    "curly quotes that close": repeated("\u201D"),
    "guillemets": repeated("\u00AB"),
    "low quotes": repeated("\u201E"),
    "all quotes": repeated('"\u201C\u201D\u201E\u00AB\u00BB\uFF02'),
    "empty phrases": repeated('""'),
    "phrases": made(lambda i: '"%s %s" ' % pairs(i)),
    "unmarked phrases": made(lambda i: '"%s %s" ' % (SYLLABLES[i % 97], SYLLABLES[i % 89])),
    "phrases OR": made(lambda i: '"%s %s" OR ' % pairs(i)),
    "one phrase OR": repeated('"a b" OR '),
    "phrases of one first word OR": made(lambda i: '"của %s" OR ' % SYLLABLES[i % len(SYLLABLES)]),
    "phrases AND": made(lambda i: '"%s %s" AND ' % pairs(i)),
    "excluded phrases": made(lambda i: '-"%s %s" ' % pairs(i)),
    "excluded phrases of one first word": made(lambda i: '-"của %s" ' % SYLLABLES[i % len(SYLLABLES)]),
    "excluded phrases of titles": made(lambda i: '-title:"%s %s" ' % pairs(i)),
    "excluded phrases beside a word": lambda size: "của " + made(lambda i: '-"%s %s" ' % pairs(i))(size),
    "excluded NEAR": made(lambda i: "-(%s NEAR/3 %s) " % pairs(i)),
    "phrases with joined words OR": made(lambda i: '"%s-%s %s" OR ' % (*pairs(i), COMMON[i * 3 % len(COMMON)])),
    "quoted numbers OR": made(lambda i: f'"{i * 37 % 300} {COMMON[i % len(COMMON)]}" OR '),
    "filters excluded beside a phrase": lambda size: '-"của người" ' + made(lambda i: f"-source:báo{i} ")(size),
    "one long phrase": lambda size: '"' + made(lambda i: COMMON[i % 9] + " ")(size - 2) + '"',
    "one phrase of one word": lambda size: '"' + "a " * (size // 2) + '"',
    "opening brackets": repeated("("),
    "closing brackets": repeated(")"),
    "brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "nested brackets": lambda size: "(a " * (size // 4) + ")" * (size // 4),
    "nested operators": lambda size: "(a OR " * (size // 8) + "b" + ")" * (size // 8),
    "OR": repeated("a OR "),
    "OR of words": made(lambda i: COMMON[i % len(COMMON)] + " OR "),
    "AND": repeated("a AND "),
    "AND of words": made(lambda i: COMMON[i % len(COMMON)] + " AND "),
    "NOT": repeated("NOT "),
    "NOT of words": made(lambda i: "NOT " + SYLLABLES[i % len(SYLLABLES)] + " "),
    "NOT before brackets": repeated("NOT ("),
    "NOT in NOT": made(lambda i: "NOT (%s OR NOT (%s " % pairs(i)),
    "keywords": repeated("AND OR NOT "),
    "plus": repeated("+a "),
    "plus alone": repeated("+"),
    "minus": repeated("-a "),
    "minus of words": made(lambda i: "-" + SYLLABLES[i % len(SYLLABLES)] + " "),
    "equals": repeated("=a "),
    "equals alone": repeated("="),
    "fields": repeated("title:"),
    "fields with words": made(lambda i: "title:" + COMMON[i % len(COMMON)] + " "),
    "words in the body": made(lambda i: "body:" + COMMON[i % len(COMMON)] + " "),
    "filters": repeated("date:"),
    "a filter of a long value": lambda size: "source:" + "a" * size,
    "sources": made(lambda i: f"source:báo{i} "),
    "sources beside a phrase": lambda size: '"của người" ' + made(lambda i: f"(source:báo{i} OR a) ")(size),
    "ids": made(lambda i: f"id:{i} "),
    "addresses": made(lambda i: f"url:example{i}.vn "),
    "days": made(lambda i: f"date:{day(i)} "),
    "ranges of days": made(lambda i: f"date:{day(i)}.. "),
    "ranges of days OR": made(lambda i: f'"của người" AND (date:..{day(i)} OR {COMMON[i % 40]}) OR '),
    "no days": repeated("date:30/02/2021 "),
    "punctuation": repeated("?!… "),
    "emoji": repeated("\U0001F525"),
    "signs": repeated("-+=\"(:) "),
    "marks without letters": repeated("\u0301"),
    "letters under many marks": repeated("a\u0301\u0302\u0323"),
    "line ends": repeated("\u2028a\u0085"),
    "words in a line each": made(lambda i: COMMON[i % len(COMMON)] + "\u2029"),
}
RANDOM_PIECES = ('ch* +th* NEAR/2 NEAR dang^2 title:( nghij quye6t1 TP.HCM nq '
                 '" ( ) + - = : AND OR NOT title: date: source: so: id: url: của người "của người" 2018 ..2018 05-CT/TW '
                 '5.700 % « » “ ” „ ＂ 🔥 a đ').split(" ") + [" ", "  ", "\u00A0"]


def random_query(size, rng):
    """Random pieces of the query language, or (every second time) random bytes, which the program repairs."""
    if rng.random() < 0.5:
        text, length = [], 0
        while length < size:
            text.append(rng.choice(RANDOM_PIECES) + rng.choice(["", " "]))
            length += len(text[-1].encode())
        return "".join(text).encode()
    return bytes(rng.choice([*range(1, 10), *range(11, 256)]) for _ in range(size))


def cut(query):
    """The query as a line of --batch: without line ends, within the limit, never an object."""
    data = query if isinstance(query, bytes) else query.encode()
    return b" " + data.replace(b"\n", b" ").replace(b"\r", b" ").replace(b"\t", b" ")[:LINE_LIMIT - 1]


def queries(sizes, random_count):
    rng = random.Random(20180131)
    for size in sizes:
        for name, shape in SHAPES.items():
            yield f"{name}, {size}", cut(shape(size))
        for i in range(random_count):
            yield f"random {i}, {size}", cut(random_query(size, rng))


def ask(command, lines):
    began = time.monotonic()
    run = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    out, _ = run.communicate(b"\n".join(lines) + b"\n")
    return run.returncode, out.splitlines(), (time.monotonic() - began) * 1000


def peak_mb(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024


def ask_alone(command, line):
    """Processor time in ms, peak memory in MB, and whether there was one answer."""
    run = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    run.stdin.write(line + b"\n")
    run.stdin.flush()
    answer = run.stdout.readline()  # --batch writes it before it waits for more input
    memory = peak_mb(run.pid)
    run.stdin.close()
    run.stdout.close()
    _, status, usage = os.wait4(run.pid, 0)
    run.returncode = os.waitstatus_to_exitcode(status)
    is_answered = run.returncode == 0 and answer.endswith(b"}\n")
    return (usage.ru_utime + usage.ru_stime) * 1000, memory, is_answered


def report(title, rows, unit, count):
    print(f"{title}:")
    for figure, name in sorted(rows, reverse=True)[:count]:
        print(f"  {figure:9.1f} {unit}  {name}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bin")
    parser.add_argument("index")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 32_000, LINE_LIMIT])
    parser.add_argument("--random", type=int, default=20, help="random queries of each size")
    parser.add_argument("--limit-ms", type=float, default=1000)
    parser.add_argument("--limit-mb", type=float, default=256)
    parser.add_argument("--options", nargs="*", default=[], help="additional options of timbao-query")
    parser.add_argument("--only", default="", help="only shapes whose name holds this")
    parser.add_argument("--show", type=int, default=12, help="how many of the slowest are printed")
    args = parser.parse_args()
    command = [f"{args.bin}/timbao-query", "--index", args.index, "--batch", *args.options]
    asked = [(name, line) for name, line in queries(args.sizes, args.random) if args.only in name]
    status, answers, whole_ms = ask(command, [line for _, line in asked])
    bad = [] if status == 0 and len(answers) == len(asked) else [f"--batch: status {status}, {len(answers)} answers"]
    together = [(json.loads(answer)["elapsed_ms"], name) for (name, _), answer in zip(asked, answers)]
    alone, memory = [], []
    for name, line in asked:
        ms, mb, is_answered = ask_alone(command, line)
        alone.append((ms, name))
        memory.append((mb, name))
        if not is_answered:
            bad.append(f"{name}: no answer")
    print(f"{len(asked)} queries; all in one run of --batch: {whole_ms / 1000:.1f} s")
    report("slowest in --batch, by the clock", together, "ms", args.show)
    report("most processor time in a process of its own", alone, "ms", args.show)
    report("most memory", memory, "MB", 5)
    bad += [f"{name}: {ms:.0f} ms" for ms, name in alone if ms > args.limit_ms]
    bad += [f"{name}: {mb:.0f} MB" for mb, name in memory if mb > args.limit_mb]
    for line in bad:
        print("fault:", line)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
