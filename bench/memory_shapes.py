#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures the peak memory of timbao-index for shapes of input that are made to be costly.

    bench/memory_shapes.py BIN_DIR [--memory 16M,64M,256M] [--shape NAME]... [--small]

Each shape is written to a temporary folder, indexed with each --memory, and the peak of the process (ru_maxrss) is
compared with that memory plus 64 MB. --small divides the sizes by ten. Prints a row a run; the status is 1 where a run
needs more, ends by a signal or takes 20 minutes.
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


def body_of(piece):
    """A record whose body repeats one piece."""
    return lambda size: [record(id="a", body=piece * (size // len(piece.encode())))]


def made_body(make):
    """A record whose body is made of different pieces, make(0), make(1), …"""
    return lambda size: [record(id="a", body=made_text(make, size))]


def made_text(make, size):
    pieces, held, number = [], 0, 0
    while held < size:
        pieces.append(make(number))
        held += len(pieces[-1].encode())
        number += 1
    return "".join(pieces)


def list_of(key, item="a"):
    return lambda size: [record(id="a", **{key: [item] * (size // (len(item) + 4))})]


def made_list(key):
    return lambda size: [record(id="a", **{key: ["n%d" % n for n in range(size // 11)]})]


def many(make, count):
    return lambda scale: (make(number) for number in range(count // scale))


def scrambled(number, size):
    """Letters that do not compress well, and words that are all different."""
    words, state = [], number * 7919 + 1
    while len(words) * 7 < size:
        state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        words.append("t%x" % (state >> 44))
    return " ".join(words)


NEWS = "Bà con xã Bình An hiến hơn 5.700 m đất để mở rộng mặt đường liên thôn. "

# One article that is large in one way. Its size is a share of the largest article that --memory allows, which is a
# sixteenth of it: an article close to the limit is rejected, one below it is indexed.
SHARES = [0.97, 0.5, 0.2]
ARTICLES = {
    "different words": made_body(lambda n: "từ%d " % (n * 7919)),
    "ever new joined words": made_body(lambda n: "ab%x-cd%x " % (n * 7919, n * 104729)),
    "document numbers": made_body(lambda n: "%d/%d/NĐ-CP " % (n % 9999 + 1, 1990 + n % 30)),
    "ever new document numbers": made_body(lambda n: "%d/QĐ-UBND " % n),
    "days": made_body(lambda n: "%d/%d/%d " % (n % 28 + 1, n % 12 + 1, 1900 + n % 150)),
    "ligatures": body_of("ﷺ "),
    "square words": body_of("㌖ "),
    "digits and hyphens": body_of("1-"),
    "joined digits": body_of("1."),
    "percentages": body_of("1% "),
    "units": body_of("12kg "),
    "groups of thousands": body_of("5 100 "),
    "news": body_of(NEWS),
    "one word": body_of("a"),
    "short words": body_of("t "),
    "paragraphs of one letter": body_of("a\n"),
    "decomposed letters": body_of("a\u0302\u0301 "),
    "marks without letters": body_of("\u0301"),
    "zero-width spaces": body_of("a\u200b"),
    "tags": body_of("<p>a</p>"),
    "title of short words": lambda size: [record(id="a", title="t " * (size // 2))],
    "title of different words": lambda size: [record(id="a", title=scrambled(1, size))],
    "title of news": lambda size: [record(id="a", title=NEWS * (size // 90))],
    "authors of one letter": list_of("author"),
    "ever new authors": made_list("author"),
    "sections of one letter": list_of("section"),
    "ever new sections": made_list("section"),
    "captions of one letter": list_of("captions"),
    "tags of one letter": list_of("tags"),
    "small keys": lambda size: [record(id="a", **{"k%d" % n: n for n in range(size // 18)})],
    "members of extra": lambda size: [record(id="a", extra={"k%d" % n: n for n in range(size // 18)})],
    "a long key": lambda size: [record(id="a", **{"k" * size: 1})],
    "a long id": lambda size: [record(id="i" * size)],
    "a long address": lambda size: [record(url="https://bao.vn/" + "u" * size)],
    "a long further text": lambda size: [record(id="a", further=scrambled(1, size))],
    "lists in lists": lambda size: [record(id="a", author=[[[[["a"]]]]] * (size // 18))],
    "objects in a list": lambda size: [record(id="a", author=[{"name": "a"}] * (size // 16))],
    "nested too deeply": lambda size: ['{"title":"a","x":' + "[" * (size // 2) + "]" * (size // 2) + "}\n"],
    "escapes": lambda size: ['{"title":"a","body":"' + "\\u0111\\ud83d " * (size // 13) + '"}\n'],
    "bytes that are no UTF-8": lambda size: [b'{"title":"a","body":"' + b"\xff " * (size // 2) + b'"}\n'],
    "NaN": lambda size: ['{"title":"a","x":[' + "NaN," * (size // 4) + '1]}\n'],
}

# Many articles, and files that are not cut into records of a usual size.
FILES = {
    "articles of one word": many(lambda n: '{"id":%d,"title":"a"}\n' % n, 1_000_000),
    "articles of one id": many(lambda n: '{"id":1,"title":"a%d"}\n' % n, 1_000_000),
    "records that are rejected": many(lambda n: '{"id":%d}\n' % n, 1_000_000),
    "records with ever new keys": many(lambda n: '{"title":"a","k%d":1}\n' % n, 300_000),
    "further keys of 100 KB": many(lambda n: record(id=str(n), further=scrambled(n, 100_000)), 3_000),
    "leads of 100 KB": many(lambda n: record(id=str(n), lead=scrambled(n, 100_000)), 1_000),
    "bodies of 1 MB": many(lambda n: record(id=str(n), body=scrambled(n % 7, 50_000) * 15), 300),
    "a line without end": lambda scale: ["{\"title\":\""] + ["x" * MEGABYTE] * (300 // scale),
    "an object that is not closed": lambda scale: ["{\n"] + ["\"a\":{\n" * 100_000] * (150 // scale),
    "objects that are not closed": lambda scale: ["{\n" * 100_000] * (20 // scale),
    "a list on one line": lambda scale: ["["] + ['{"id":%d,"title":"a"},' % n for n in range(300_000 // scale)] + ["]"],
}


def write_pieces(path, pieces):
    with open(path, "wb") as file:
        for piece in pieces:
            file.write(piece if isinstance(piece, bytes) else piece.encode())


def write_shape(path, shape, scale):
    """Runs in a process of its own: Linux counts the memory of the process that starts a program as the program's own."""
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
        self.index = os.path.join(folder, "index")
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
            self.row(shape, memory, self.peak_of_add(memory, arguments))

    def run_article(self, shape, scale):
        path = os.path.join(self.folder, "shape.jsonl")
        for memory in self.memories:
            for share in SHARES:
                write_shape(path, shape, int(size_of(memory) // 16 * share / scale))
                name = "%s, %d %%" % (shape, 100 * share)
                self.row(name, memory, self.peak_of_add(memory, [path]))
                self.row(name + ", in place", memory, self.peak_in_place(memory, path))
        os.remove(path)

    def run_file(self, shape, scale):
        path = os.path.join(self.folder, "shape.jsonl")
        write_shape(path, shape, scale)
        self.add(shape, [path])
        for memory in self.memories:
            self.row(shape + ", in place", memory, self.peak_in_place(memory, path))
        os.remove(path)

    def peak_of_add(self, memory, arguments):
        shutil.rmtree(self.index, ignore_errors=True)
        return peak_of([self.index_program, "--index", self.index, "add", "--quiet", "--memory", memory, *arguments])

    def peak_in_place(self, memory, path):
        """The peak of an add to an index that exists, which therefore goes in place."""
        first = os.path.join(self.folder, "first.jsonl")
        write_pieces(first, [record(id="first")])
        shutil.rmtree(self.index, ignore_errors=True)
        command = [self.index_program, "--index", self.index, "add", "--quiet", "--memory", memory]
        peak_of([*command, first])
        return peak_of([*command, path])

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
OTHERS = {"text": Bench.run_text, "lists": Bench.run_lists, "tokens": Bench.run_tokens}


def main():
    if sys.argv[1:2] == ["--write"]:
        shape, path, scale = sys.argv[2:]
        write_pieces(path, {**ARTICLES, **FILES, **OTHER_CONTENTS}[shape](int(scale)))
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
        for shape in arguments.shape or [*ARTICLES, *FILES, *OTHERS]:
            if shape in OTHERS:
                OTHERS[shape](bench, scale)
            elif shape in ARTICLES:
                bench.run_article(shape, scale)
            else:
                bench.run_file(shape, scale)
    return 1 if bench.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
