#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs clang-tidy, with the checks of .clang-tidy, over the sources of the programs; every finding is an error.

    scripts/check-tidy.py [BUILD_DIR [FILE...]]     a build made with clang (build/asan); all sources, or these

clang-tidy spends nearly all of its time on the headers of the standard library and of Xapian. So sources that have no
name of an unnamed namespace in common are joined to one text, whose headers are read once; findings are told with the
line of the source. Where joined sources do not compile without a warning, their halves are read.
"""
import json
import os
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_JOINED = 12
TYPE = re.compile(r"^(?:struct|class|enum class|union|using) (\w+)", re.MULTILINE)
DECLARED = re.compile(r"([A-Za-z_]\w*)(?=[({\[;]| = )")
WITHOUT_VALUE = {"-c", "-Winvalid-pch"}
WITH_VALUE = {"-o", "-MF", "-MT", "-Xclang", "-include"}


def own_names(text):
    """The names that a source declares in its unnamed namespaces, and perhaps a few more."""
    names = set()
    for part in re.findall(r"^namespace \{$(.*?)^\}  // namespace$", text, re.MULTILINE | re.DOTALL):
        names.update(TYPE.findall(part))
        for line in part.splitlines():
            if re.match(r"[\w:<\[]", line):  # a declaration, not what is inside of it
                names.update(DECLARED.findall(line))
    return names


class Source:
    def __init__(self, command, exported):
        self.file = command["file"]
        self.name = os.path.relpath(self.file, ROOT)
        self.text = Path(self.file).read_text(encoding="utf-8")
        self.names = own_names(self.text)
        self.options = options_of(command)
        self.stands_alone = self.name.endswith("main.cc") or bool(self.names & exported)


def options_of(command):
    """What a compilation was told, without its input, its output and precompiled headers."""
    words = iter(shlex.split(command["command"]))
    for word in words:  # up to the compiler; a launcher may stand before it
        if word.endswith("++"):
            break
    options = []
    for word in words:
        if word in WITH_VALUE:
            next(words)
        elif word not in WITHOUT_VALUE and word != command["file"]:
            options.append(word)
    return options


def sources_of(build, files):
    exported = set()
    for room in ("common", "indexer", "query"):
        for header in (ROOT / room).rglob("*.h"):
            exported.update(TYPE.findall(header.read_text(encoding="utf-8")))
    commands = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    wanted = {str((ROOT / file).resolve()) for file in files}
    rooms = tuple(f"{ROOT / room}/" for room in ("common", "indexer", "query"))
    return [Source(command, exported) for command in sorted(commands, key=lambda command: command["file"])
            if (command["file"] in wanted if wanted else command["file"].startswith(rooms))
            and command["file"].endswith(".cc")]


def grouped(sources):
    """Groups of sources that can be read as one text, the longest first."""
    groups = []
    for source in sources:
        fitting = (group for group in groups
                   if len(group) < MOST_JOINED and group[0].options == source.options
                   and not any(member.names & source.names for member in group))
        group = None if source.stands_alone else next(fitting, None)
        if group is None:
            groups.append([source])
        else:
            group.append(source)
    return sorted(groups, key=lambda group: -sum(len(source.text) for source in group))


class Joined:
    """The text of some sources, and the source of each of its lines."""

    def __init__(self, group, folder):
        self.path = folder / (group[0].name.replace("/", "_") + f"_and_{len(group) - 1}_more.cc")
        self.places = [(source.name, line + 1) for source in group for line in range(source.text.count("\n"))]
        self.path.write_text("".join(source.text for source in group), encoding="utf-8")

    def told(self, findings):
        place = lambda match: "{}:{}".format(*self.places[int(match[1]) - 1])
        return re.sub(re.escape(str(self.path)) + r":(\d+)", place, findings)


def findings_of(group, folder):
    """What clang-tidy says of some sources; nothing where all is well."""
    joined = Joined(group, folder)
    done = subprocess.run(["clang-tidy", "--quiet", str(joined.path), "--", *group[0].options],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    if done.returncode == 0:
        return []
    if len(group) > 1 and "[clang-diagnostic-" in done.stdout:
        half = len(group) // 2
        return findings_of(group[:half], folder) + findings_of(group[half:], folder)
    return [joined.told(done.stdout) or f"{group[0].name}: clang-tidy failed\n"]


def main():
    build = (ROOT / (sys.argv[1] if len(sys.argv) > 1 else "build/asan")).resolve()
    sources = sources_of(build, sys.argv[2:])
    groups = grouped(sources)
    folder = build / "tidy"
    folder.mkdir(exist_ok=True)
    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as workers:
        findings = [text for texts in workers.map(lambda group: findings_of(group, folder), groups) for text in texts]
    print("".join(findings), end="")
    print(f"clang-tidy: {len(sources)} sources in {len(groups)} texts")
    return 1 if findings or not sources else 0


if __name__ == "__main__":
    sys.exit(main())
