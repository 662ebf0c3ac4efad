#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures the peak memory of timbao-index over shapes of input that are made to be costly.

    bench/memory_shapes.py BIN_DIR [--memory 16M,64M,256M] [--shape NAME]... [--small]

Each shape is written to a temporary folder, indexed with each --memory, and the peak of the process (ru_maxrss) is
compared with that memory and 64 MB. --small divides the sizes by ten. Prints a row a run; the status is 1 where a run is
over its bound, ends by a signal or hangs for 20 minutes.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading

MEGABYTE = 1 << 20
SLACK = 64 * MEGABYTE


def record(**fields):
    fields.setdefault("title", "Tin vắn")
    return json.dumps(fields, ensure_ascii=False) + "\n"


def body_of(piece, size):
    """A record whose body is a piece again and again."""
    return lambda scale: [record(id="a", body=piece * (size // scale // len(piece.encode())))]


def made_body(make, size):
    """A record whose body is made piece by piece, each another one."""
    def records(scale):
        pieces, held, number = [], 0, 0
        while held < size // scale:
            pieces.append(make(number))
            held += len(pieces[-1].encode())
            number += 1
        return [record(id="a", body="".join(pieces))]
    return records


def list_of(key, size, item="a"):
    return lambda scale: [record(id="a", **{key: [item] * (size // scale // (len(item) + 4))})]


def many(make, count):
    return lambda scale: (make(number) for number in range(count // scale))


def scrambled(number, size):
    """Letters that do not compress well, and words that are all different."""
    words, state = [], number * 7919 + 1
    while len(words) * 7 < size:
        state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        words.append("t%x" % (state >> 44))
    return " ".join(words)


FOUR = 3_900_000
SIXTEEN = 15_900_000
SHAPES = {
    # an article that is large in one way
    "different words": made_body(lambda n: "từ%d " % (n * 7919), FOUR),
    "ever new joined words": made_body(lambda n: "ab%x-cd%x " % (n * 7919, n * 104729), FOUR),
    "document numbers": made_body(lambda n: "%d/%d/NĐ-CP " % (n % 9999 + 1, 1990 + n % 30), FOUR),
    "ever new document numbers": made_body(lambda n: "%d/QĐ-UBND " % n, FOUR),
    "days": made_body(lambda n: "%d/%d/%d " % (n % 28 + 1, n % 12 + 1, 1900 + n % 150), FOUR),
    "ligatures": body_of("ﷺ ", FOUR),
    "digits and hyphens": body_of("1-", FOUR),
    "joined digits": body_of("1.", FOUR),
    "percentages": body_of("1% ", FOUR),
    "units": body_of("12kg ", FOUR),
    "groups of thousands": body_of("5 100 ", FOUR),
    "news": body_of("Bà con xã Bình An hiến hơn 5.700 m đất để mở rộng mặt đường liên thôn. ", FOUR),
    "one word": body_of("a", FOUR),
    "short words": body_of("t ", FOUR),
    "paragraphs of one letter": body_of("a\n", FOUR),
    "decomposed letters": body_of("a\u0302\u0301 ", FOUR),
    "marks without letters": body_of("\u0301", FOUR),
    "zero-width spaces": body_of("a\u200b", FOUR),
    "tags": body_of("<p>a</p>", FOUR),
    "news of 16 MB": body_of("Bà con xã Bình An hiến hơn 5.700 m đất để mở rộng mặt đường liên thôn. ", SIXTEEN),
    "different words of 16 MB": made_body(lambda n: "từ%d " % (n * 7919), SIXTEEN),
    "title of short words": lambda scale: [record(id="a", title="t " * (FOUR // 2 // scale))],
    "title of different words": lambda scale: [record(id="a", title=scrambled(1, FOUR // scale))],
    "authors of one letter": list_of("author", FOUR),
    "authors of one letter, 16 MB": list_of("author", SIXTEEN),
    "ever new authors": lambda scale: [record(id="a", author=["n%d" % n for n in range(400_000 // scale)])],
    "sections": lambda scale: [record(id="a", section=["n%d" % n for n in range(400_000 // scale)])],
    "captions": list_of("captions", FOUR),
    "tags of one letter": list_of("tags", FOUR),
    "small keys": lambda scale: [record(id="a", **{"k%d" % n: n for n in range(300_000 // scale)})],
    "members of extra": lambda scale: [record(id="a", extra={"k%d" % n: n for n in range(300_000 // scale)})],
    "a long key": lambda scale: [record(id="a", **{"k" * (FOUR // scale): 1})],
    "a long id": lambda scale: [record(id="i" * (FOUR // scale))],
    "a long address": lambda scale: [record(url="https://bao.vn/" + "u" * (FOUR // scale))],
    "lists in lists": lambda scale: [record(id="a", author=[[[[["a"]]]]] * (FOUR // 20 // scale))],
    "objects in a list": lambda scale: [record(id="a", author=[{"name": "a"}] * (FOUR // 16 // scale))],
    "nested too deeply": lambda scale: ['{"title":"a","x":' + "[" * (FOUR // 2 // scale) + "]" * (FOUR // 2 // scale) + "}\n"],
    "escapes": lambda scale: ['{"title":"a","body":"' + "\\u0111\\ud83d " * (FOUR // 13 // scale) + '"}\n'],
    "bytes that are no UTF-8": lambda scale: [b'{"title":"a","body":"' + b"\xff " * (FOUR // 2 // scale) + b'"}\n'],
    # many articles
    "articles of one word": many(lambda n: '{"id":%d,"title":"a"}\n' % n, 1_000_000),
    "articles of one id": many(lambda n: '{"id":1,"title":"a%d"}\n' % n, 1_000_000),
    "records that are rejected": many(lambda n: '{"id":%d}\n' % n, 1_000_000),
    "records with ever new keys": many(lambda n: '{"title":"a","k%d":1}\n' % n, 300_000),
    "further keys of 100 KB": many(lambda n: record(id=str(n), further=scrambled(n, 100_000)), 3_000),
    "leads of 100 KB": many(lambda n: record(id=str(n), lead=scrambled(n, 100_000)), 1_000),
    "bodies of 1 MB": many(lambda n: record(id=str(n), body=scrambled(n % 7, 50_000) * 20), 300),
    # files that are not cut into records of a usual size
    "a line without end": lambda scale: ["{\"title\":\"" + "x" * (300 * MEGABYTE // scale)],
    "an object that is not closed": lambda scale: ["{\n" + "\"a\":{\n" * (100 * MEGABYTE // 7 // scale)],
    "objects that are not closed": lambda scale: ["{\n" * (4 * MEGABYTE // scale)],
    "a list on one line": lambda scale: ["["] + ['{"id":%d,"title":"a"},' % n for n in range(300_000 // scale)] + ["]"],
}


def write_pieces(path, pieces):
    with open(path, "wb") as file:
        for piece in pieces:
            file.write(piece if isinstance(piece, bytes) else piece.encode())


def write_shape(path, shape, scale):
    """In a process of its own: Linux counts the memory of whoever starts a program as the program's own."""
    subprocess.run([sys.executable, os.path.abspath(__file__), "--write", shape, path, str(scale)], check=True)


def peak_of(command, give_input=subprocess.DEVNULL):
    """The exit status (negative: a signal) and the peak in bytes of a command."""
    process = subprocess.Popen(command, stdin=give_input, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    timer = threading.Timer(1200, process.kill)
    timer.start()
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    return os.waitstatus_to_exitcode(status), usage.ru_maxrss * 1024


def size_of(text):
    return int(text[:-1]) * MEGABYTE


class Bench:
    def __init__(self, arguments, folder):
        self.index_program = os.path.join(arguments.bin, "timbao-index")
        self.memories = arguments.memory.split(",")
        self.folder = folder
        self.wrong = 0

    def row(self, shape, memory, result):
        status, peak = result
        bound = size_of(memory) + SLACK
        is_fine = peak <= bound and status in (0, 1, 2)
        self.wrong += not is_fine
        print("| %s | %s | %d MB | %d MB | %d | %s |" % (shape, memory, peak // MEGABYTE, bound // MEGABYTE, status,
                                                        "" if is_fine else "OVER"), flush=True)

    def add(self, shape, arguments):
        for memory in self.memories:
            index = os.path.join(self.folder, "index")
            shutil.rmtree(index, ignore_errors=True)
            self.row(shape, memory, peak_of([self.index_program, "--index", index, "add", "--quiet", "--memory", memory,
                                             *arguments]))

    def run_shape(self, shape, scale):
        path = os.path.join(self.folder, "shape.jsonl")
        write_shape(path, shape, scale)
        self.add(shape, [path])
        if shape in IN_PLACE:
            self.add_in_place(shape, path)
        os.remove(path)

    def add_in_place(self, shape, path):
        """The same into an index that is there already, which is the other way in."""
        first = os.path.join(self.folder, "first.jsonl")
        write_pieces(first, [record(id="first")])
        for memory in self.memories:
            index = os.path.join(self.folder, "index")
            shutil.rmtree(index, ignore_errors=True)
            command = [self.index_program, "--index", index, "add", "--quiet", "--memory", memory]
            peak_of([*command, first])
            self.row(shape + ", in place", memory, peak_of([*command, path]))

    def run_text(self, scale):
        path = os.path.join(self.folder, "shape.txt")
        write_shape(path, "text", scale)
        self.add("a text of 300 MB", [path])
        os.remove(path)

    def run_lists(self, scale):
        path = os.path.join(self.folder, "list")
        write_shape(path, "list without an end", scale)
        self.add("a list without a zero byte", ["--files0-from", path])
        write_shape(path, "list of missing files", scale)
        self.add("a list of missing files", ["--files0-from", path, "--errors", os.path.join(self.folder, "errors")])
        os.remove(path)

    def run_tokens(self, scale):
        path = os.path.join(self.folder, "line")
        write_shape(path, "a line without end", scale)
        with open(path, "rb") as line:
            self.row("tokens of one line of 300 MB", "256M", peak_of([self.index_program, "tokens"], line))
        os.remove(path)


OTHER_CONTENTS = {
    "text": lambda scale: ["Tin vắn\n"] + ["Bà con họp. " * 10_000] * (300 * MEGABYTE // 150_000 // scale),
    "list without an end": lambda scale: ["x" * MEGABYTE] * (500 // scale),
    "list of missing files": lambda scale: ("/nowhere/%d\0" % n for n in range(1_000_000 // scale)),
}
IN_PLACE = {"bodies of 1 MB", "leads of 100 KB", "different words", "authors of one letter", "further keys of 100 KB"}
OTHERS = {"text": Bench.run_text, "lists": Bench.run_lists, "tokens": Bench.run_tokens}


def main():
    if sys.argv[1:2] == ["--write"]:
        shape, path, scale = sys.argv[2:]
        write_pieces(path, {**SHAPES, **OTHER_CONTENTS}[shape](int(scale)))
        return 0
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin")
    parser.add_argument("--memory", default="16M,64M,256M")
    parser.add_argument("--shape", action="append")
    parser.add_argument("--small", action="store_true")
    arguments = parser.parse_args()
    scale = 10 if arguments.small else 1
    print("| shape | --memory | peak | bound | status | |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(arguments, folder)
        for shape in arguments.shape or [*SHAPES, *OTHERS]:
            if shape in OTHERS:
                OTHERS[shape](bench, scale)
            else:
                bench.run_shape(shape, scale)
    return 1 if bench.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
