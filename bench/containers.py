#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures what hostile and large containers take.

    bench/containers.py BIN_DIR [--memory 256M] [--small]

Each container is made in a temporary folder (it needs 6 GB there; a hundredth with --small) and indexed: bombs of zeros in every
compression, a zip of a million entries, a tar of what is no article, archives in archives. A row a run: the time, the peak of the
process beside --memory and 64 MB, what was added and rejected. The status is 1 where a run needs more memory, ends by a signal, or
does not find the article that stands behind the bomb.
"""
import argparse
import bz2
import gzip
import io
import lzma
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile

MEGABYTE = 1 << 20
ARTICLE = "Hội làng Phú Xá\n\nBà con họp bàn việc đê điều.\n".encode()
ZEROS = bytes(MEGABYTE)


def zeros_in_zip(path, megabytes):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("bomb.txt", "w", force_zip64=True) as entry:
            for _ in range(megabytes):
                entry.write(ZEROS)
        archive.writestr("tin.txt", ARTICLE)


def zeros_in(open_file):
    def make(path, megabytes):
        with open_file(path) as file:
            for _ in range(megabytes):
                file.write(ZEROS)
    return make


def many_entries(path, megabytes):
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(100 * megabytes):
            archive.writestr("%d.jpg" % number, b"")
        archive.writestr("tin.txt", ARTICLE)


def pictures(path, megabytes):
    picture = os.urandom(MEGABYTE)
    with tarfile.open(path, "w") as archive:
        for number in range(megabytes // 2):
            info = tarfile.TarInfo("%d.jpg" % number)
            info.size = MEGABYTE
            archive.addfile(info, io.BytesIO(picture))
        info = tarfile.TarInfo("tin.txt")
        info.size = len(ARTICLE)
        archive.addfile(info, io.BytesIO(ARTICLE))


def nested(path, _):
    content, name = ARTICLE, "tin.txt"
    for level in range(50):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            archive.writestr(name, content)
        content, name = held.getvalue(), "%d.zip" % level
    with open(path, "wb") as file:
        file.write(content)


# The name of the file, who makes it, and how many articles stand in it.
CONTAINERS = [
    ("bomb.zip", zeros_in_zip, 1),
    ("bomb.txt.gz", zeros_in(lambda path: gzip.open(path, "wb", compresslevel=1)), 0),
    ("bomb.jsonl.bz2", zeros_in(lambda path: bz2.open(path, "wb", compresslevel=1)), 0),
    ("bomb.txt.xz", zeros_in(lambda path: lzma.open(path, "wb", preset=0)), 0),
    ("large-dictionary.txt.xz", zeros_in(lambda path: lzma.open(path, "wb", filters=[
        {"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 768 * MEGABYTE}])), 0),
    ("entries.zip", many_entries, 1),
    ("pictures.tar", pictures, 1),
    ("nested.zip", nested, 0),
]


def make_aside(make, path, megabytes):
    """In a process of its own: a program that we start counts as large as we are when it begins."""
    pid = os.fork()
    if pid == 0:
        make(path, megabytes)
        os._exit(0)
    if os.waitpid(pid, 0)[1] != 0:
        raise SystemExit("%s could not be made" % path)


def peak_of(command):
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    return said, status, usage.ru_maxrss / 1024, time.monotonic() - begin


def count_in(said, word):
    found = re.search(word + r" ([\d,]+)", said)
    return int(found.group(1).replace(",", "")) if found else -1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin_dir")
    parser.add_argument("--memory", default="256M")
    parser.add_argument("--small", action="store_true")
    options = parser.parse_args()
    most = int(options.memory[:-1]) + 64
    is_good = True
    print("| container | size | seconds | peak MB (of %d) | added | rejected |\n|---|---|---|---|---|---|" % most)
    for name, make, expected in CONTAINERS:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, name)
            make_aside(make, path, 100 if options.small else 10_000)
            said, status, peak, seconds = peak_of([os.path.join(options.bin_dir, "timbao-index"), "--index",
                                                   os.path.join(folder, "index"), "add", "--memory", options.memory, path])
            added = count_in(said, "added")
            print("| %s | %.1f MB | %.1f | %.0f | %d | %d |" % (name, os.path.getsize(path) / MEGABYTE, seconds, peak, added,
                                                             count_in(said, "rejected")), flush=True)
            is_good = is_good and added == expected and peak < most and os.WIFEXITED(status)
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
