#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Opens forged indexes: random bytes in each file, random stubs, links, FIFOs, sockets, folders.

No program may end by a signal, hang, start another program, open a socket, or change a file outside of the index.

  bench/hostile_index.py build/release/bin                      2,000 rounds, every tenth under strace
  bench/hostile_index.py build/asan/bin --rounds 500 --traced 0
"""

import argparse
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

ARTICLES = "".join(
    '{"id":"tin-%d","title":"Tin số %d của xã","body":"Bà con xã họp bàn việc đê, đường, cầu và ngân sách %d tỷ.",'
    '"date":"2018-01-%02d","source":"Báo tỉnh"}\n' % (i, i, i * 7, 1 + i % 28)
    for i in range(60)
)
VICTIM = "thư của bà\n"
TRACED_CALLS = "execve,execveat,socket,socketpair,connect,bind,listen"
QUESTIONS = 'tin\n"bà con"\ndate:2018\nsource:"bao tinh"\nxã -họp\n'
LONGEST_SECONDS = 60


class Place:
    """A sound index, the copy that is damaged, and a file that must not change."""

    def __init__(self, folder: Path, programs: Path):
        self.programs, self.folder = programs, folder
        self.base, self.index = folder / "base", folder / "index"
        self.victim, self.marker = folder / "victim", folder / "was-run"
        self.archive = folder / "news.jsonl"
        self.archive.write_text(ARTICLES)
        self.victim.write_text(VICTIM)
        self.run_quietly("timbao-index", "--index", self.base, "add", self.archive)
        self.run_quietly("timbao-index", "--index", self.base, "remove", "tin-3")

    def run_quietly(self, program, *arguments):
        subprocess.run([self.programs / program, *arguments], check=True, capture_output=True)

    def restore(self):
        shutil.rmtree(self.index, ignore_errors=True)
        shutil.copytree(self.base, self.index)

    def commands(self):
        index, query = self.programs / "timbao-index", self.programs / "timbao-query"
        arguments = [
            (query, "tin họp"), (query, "--batch"), (query, "--show", "--format", "json", "tin-1", "tin-2"),
            (query, "--format", "ids", "-n", "all", "--sort", "newest", "date:2018"),
            (index, "stats"), (index, "check"), (index, "dump"), (index, "compact"), (index, "remove", "tin-5"),
            (index, "add", self.archive), (index, "add", "--rebuild"), (index, "add", "--rebuild", self.archive),
        ]
        return [[program, "--index", self.index, *rest] for program, *rest in arguments]

    def stub(self):
        return f"remote :/usr/bin/touch {self.marker}\n"


class Harm:
    """Random changes of an index's folder."""

    def __init__(self, place: Place, chance: random.Random):
        self.place, self.chance = place, chance

    def do_some(self) -> str:
        self.place.restore()
        return "; ".join(self.do_one() for _ in range(self.chance.randint(1, 2)))

    def do_one(self) -> str:
        files = sorted(path for path in self.place.index.rglob("*") if path.is_file() and not path.is_symlink())
        if not files:
            return "no file is left"
        path = self.chance.choice(files)
        change = self.chance.choice([self.random_bytes, self.flips, self.flips, self.zeros, self.cut, self.stub,
                                     self.link, self.fifo, self.socket, self.folder, self.stray])
        change(path)
        return f"{change.__name__} at {path.name}"

    def random_bytes(self, path):
        path.write_bytes(self.chance.randbytes(self.chance.randint(0, 20_000)))

    def flips(self, path):
        content = bytearray(path.read_bytes())
        for _ in range(self.chance.randint(1, 12)):
            if content:
                content[self.chance.randrange(len(content))] = self.chance.randrange(256)
        path.write_bytes(content)

    def zeros(self, path):
        content = bytearray(path.read_bytes())
        begin = self.chance.randrange(len(content) + 1)
        content[begin:begin + 512] = bytes(len(content[begin:begin + 512]))
        path.write_bytes(content)

    def cut(self, path):
        os.truncate(path, self.chance.randint(0, path.stat().st_size))

    def stub(self, path):
        words = ["auto g1", "auto g2", "auto ..", "glass g1", "inmemory", "remote 127.0.0.1:9", "chert g1",
                 self.place.stub().strip(), "auto g1 x", "\0", "auto /etc"]
        target = self.chance.choice([path, self.place.index / "XAPIANDB", self.place.index / "g1"])
        self.clear(target)
        target.write_text("\n".join(self.chance.choices(words, k=self.chance.randint(1, 3))) + "\n")

    def link(self, path):
        targets = [self.place.victim, "/dev/zero", "/dev/full", self.place.base / "g1" / path.name, path, "/none"]
        self.clear(path)
        path.symlink_to(self.chance.choice(targets))

    def fifo(self, path):
        self.clear(path)
        os.mkfifo(path)

    def socket(self, path):
        self.clear(path)
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(path))

    def folder(self, path):
        self.clear(path)
        path.mkdir()
        (path / "XAPIANDB").write_text(self.place.stub())

    def stray(self, path):
        name = self.chance.choice(["XAPIANDB", "iamchert", "x", ".hidden", "position.glass", "v.tmp", "flintlock"])
        target = path.parent / name
        self.clear(target)
        target.write_text(self.place.stub())

    @staticmethod
    def clear(path):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def fault_of(place: Place, command, is_traced: bool) -> str:
    """The forbidden thing that a command did; empty if it did none."""
    trace = place.folder / "trace"
    traced = ["strace", "-f", "-qq", "-o", trace, "-e", f"trace={TRACED_CALLS}", *command] if is_traced else command
    try:
        done = subprocess.run(traced, input=QUESTIONS.encode(), capture_output=True, timeout=LONGEST_SECONDS)
    except subprocess.TimeoutExpired:
        return "does not end in time"
    if done.returncode not in (0, 1, 3):
        return f"status {done.returncode}: {done.stderr[-2000:].decode(errors='replace')}"
    if place.marker.exists() or place.victim.read_text() != VICTIM:
        return "changed a file outside of the index"
    calls = [line for line in trace.read_text(errors="replace").splitlines() if "(" in line] if is_traced else [""]
    return "" if len(calls) == 1 else "calls: " + "; ".join(calls)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("programs", type=Path)
    options.add_argument("--rounds", type=int, default=2000)
    options.add_argument("--traced", type=int, default=10, metavar="N", help="every Nth round under strace; 0: none")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    faults = 0
    with tempfile.TemporaryDirectory(prefix="timbao-") as folder:
        place = Place(Path(folder), given.programs.resolve())
        for number in range(given.rounds):
            chance = random.Random(f"{given.seed}-{number}")
            what = Harm(place, chance).do_some()
            command = place.commands()[number % len(place.commands())]
            fault = fault_of(place, command, given.traced > 0 and number % given.traced == 0)
            if fault:
                faults += 1
                print(f"round {number}, {what}: {' '.join(map(str, command[3:]))}: {fault}", flush=True)
    print(f"{given.rounds} rounds, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
