# SPDX-License-Identifier: GPL-2.0-or-later
"""timbao and its peers behind one interface: what to prepare, how to index, how to query.

Requests and answers have the form of peers/protocol.py; a warm process reads requests from standard input until it ends.
"""
import glob
import json
import pathlib
import shutil
import subprocess
import sys

PEERS = pathlib.Path(__file__).resolve().parent / "peers"
PAGE = "10"


class Engine:
    """One engine; its commands are lists of arguments."""

    name = ""
    note = ""  # what it indexes and how it is queried, for the legend of the tables

    def missing(self):
        """The Debian package that is missing, or None."""

    def prepare(self, work, articles):
        """The work before the clock runs: compiling, converting."""

    def index_command(self, articles, index):
        raise NotImplementedError

    def ask_command(self, index):
        raise NotImplementedError

    def once_command(self, index, text):
        """A fresh process that answers `text` and ends; (command, standard input)."""
        return self.ask_command(index), self.request_line({"id": "1", "text": text})

    def request_line(self, request):
        return json.dumps(request, ensure_ascii=False) + "\n"


class Timbao(Engine):
    name = "timbao"
    note = "everything on, text stored"

    def __init__(self, binaries, memory, jobs=None):
        self.binaries, self.memory, self.jobs = binaries, memory, jobs

    def index_command(self, articles, index):
        jobs = ["--jobs", self.jobs] if self.jobs else []
        return [f"{self.binaries}/timbao-index", "--index", index, "--quiet", "add", articles, "--memory", self.memory, *jobs]

    def query_command(self, index):
        return [f"{self.binaries}/timbao-query", "--index", index, "--format", "json", "-n", PAGE, "--snippet", "0"]

    def ask_command(self, index):
        return self.query_command(index) + ["--batch"]

    def once_command(self, index, text):
        return self.query_command(index) + ["--", text], ""

    def request_line(self, request):
        query = f'"{request["text"]}"' if request.get("phrase") else request["text"]
        query += f' id:{request["article"]}' if "article" in request else ""
        return json.dumps({"id": request["id"], "query": query}, ensure_ascii=False) + "\n"


class Lucene(Engine):
    JARS = ["lucene-core-8*", "lucene-analyzers-common-8*", "jackson-core", "jackson-databind", "jackson-annotations"]

    def __init__(self, setup, memory_mb, note):
        self.name, self.setup, self.memory_mb, self.note = f"Lucene, {setup}", setup, memory_mb, note
        self.class_path = ""

    def jars(self):
        return [found for jar in self.JARS for found in glob.glob(f"/usr/share/java/{jar}.jar")[:1]]

    def missing(self):
        if len(self.jars()) < len(self.JARS):
            return "liblucene8-java, libjackson2-databind-java"
        return None if shutil.which("javac") else "default-jdk-headless"

    def prepare(self, work, articles):
        classes = pathlib.Path(work) / "classes"
        self.class_path = ":".join([*self.jars(), str(classes)])
        sources = sorted(map(str, (PEERS / "lucene").glob("*.java")))
        subprocess.run(["javac", "-cp", self.class_path, "-d", str(classes), *sources], check=True)

    def java(self, *words):
        return ["java", "-Xmx1g", "-cp", self.class_path, "LucenePeer", *words]

    def index_command(self, articles, index):
        return self.java("index", self.setup, articles, index, "2", str(self.memory_mb))

    def ask_command(self, index):
        return self.java("ask", self.setup, index)


class Sqlite(Engine):
    name = "SQLite FTS5"
    note = "python3's sqlite3, unicode61 remove_diacritics 2 (đ is not folded), text stored, one thread"

    def __init__(self, memory_mb):
        self.script, self.memory_mb = str(PEERS / "sqlite_fts5.py"), memory_mb

    def index_command(self, articles, index):
        return [sys.executable, self.script, "index", articles, index, str(self.memory_mb)]

    def ask_command(self, index):
        return [sys.executable, self.script, "ask", index]


class Xapian(Engine):
    name = "Xapian scriptindex"
    note = "marks kept, positions, text stored, one thread; python3-xapian's query parser, a fresh process is quest"
    PYTHON = "/usr/bin/python3"

    def __init__(self):
        self.script, self.files = str(PEERS / "xapian_scriptindex.py"), []

    def missing(self):
        programs = {"scriptindex": "xapian-omega", "quest": "xapian-tools"}
        lacking = [package for program, package in programs.items() if not shutil.which(program)]
        module = subprocess.run([self.PYTHON, "-c", "import xapian"], capture_output=True, check=False)
        return ", ".join(lacking + (["python3-xapian"] if module.returncode else [])) or None

    def prepare(self, work, articles):
        self.files = [f"{work}/xapian.script", f"{work}/xapian.dump"]
        subprocess.run([self.PYTHON, self.script, "convert", articles, self.files[1], self.files[0]], check=True)

    def index_command(self, articles, index):
        return ["scriptindex", index, *self.files]

    def ask_command(self, index):
        return [self.PYTHON, self.script, "ask", index]

    def once_command(self, index, text):
        return ["quest", "-d", index, "-s", "none", "-o", "or", "-m", PAGE, text], ""


def all_engines(binaries, memory_mb):
    """All engines; timbao comes first, since the others are compared with it."""
    return [
        Timbao(binaries, f"{memory_mb}M"),
        Lucene("plain", memory_mb, "folded words with positions, no text, 2 threads"),
        Lucene("same-work", memory_mb, "folded words with positions, folded pairs, marked words, text stored, 2 threads"),
        Sqlite(memory_mb),
        Xapian(),
    ]
