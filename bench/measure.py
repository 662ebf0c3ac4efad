# SPDX-License-Identifier: GPL-2.0-or-later
"""Shared by the measuring programs: articles and queries, a timed run, a warm process, the figures of a set."""
import dataclasses
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

SETS = ["title", "sapo", "kw", "frag", "phrase"]


def read_lines(path):
    """Lines of a file that may be compressed."""
    if str(path).endswith(".zst"):
        with subprocess.Popen(["zstd", "-dcq", path], stdout=subprocess.PIPE) as unpacked:
            yield from unpacked.stdout
    else:
        with open(path, "rb") as file:
            yield from file


def write_articles(corpus, path, limit=None):
    """Writes title and body of the first `limit` articles as JSONL; returns the bytes of text and the ids."""
    text_bytes, ids = 0, set()
    with open(path, "w", encoding="utf-8") as out:
        for line in read_lines(corpus):
            if len(ids) == limit:
                continue  # read to the end, so that zstd does not fail on a closed pipe
            article = json.loads(line)
            ids.add(article["id"])
            text_bytes += len(article["title"].encode()) + len(article["body"].encode())
            out.write(json.dumps({key: article[key] for key in ("id", "title", "body")}, ensure_ascii=False) + "\n")
    return text_bytes, ids


def read_sets(queries_dir, ids, limit=None):
    """{"title": [(article, query), ...], "title_plain": ...} with the queries whose article is in `ids`."""
    sets = {}
    for name in (form for base in SETS for form in (base, f"{base}_plain")):
        path = pathlib.Path(queries_dir) / f"{name}.tsv"
        if path.exists():
            rows = [tuple(line.rstrip("\n").split("\t", 1)) for line in open(path, encoding="utf-8")]
            sets[name] = [row for row in rows if row[0] in ids][:limit]
    return sets


@dataclasses.dataclass
class Run:
    wall_s: float
    cpu_s: float
    peak_mb: float


def timed_run(command, given=""):
    """Runs a command to its end with `given` as standard input; ends this program if it fails."""
    with tempfile.TemporaryFile() as requests:
        requests.write(given.encode())
        requests.seek(0)
        began = time.monotonic()
        process = subprocess.Popen(command, stdin=requests, stdout=subprocess.DEVNULL, close_fds=False)
        _, status, usage = os.wait4(process.pid, 0)
        wall_s = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    if status != 0:
        sys.exit(f"{' '.join(command)}: status {process.returncode}")
    return Run(wall_s, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def size_of(index):
    path = pathlib.Path(index)
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file())


class Warm:
    """One process of an engine that answers queries until it is closed."""

    def __init__(self, engine, index):
        self.engine = engine
        self.process = subprocess.Popen(engine.ask_command(index), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True, encoding="utf-8")

    def ask(self, requests):
        """The answers to [{"text": ..., "phrase": ..., "article": ...}, ...]; all requests are written at once."""
        lines = [self.engine.request_line({"id": str(i), **request}) for i, request in enumerate(requests)]
        writer = threading.Thread(target=self.write, args=("".join(lines),))
        writer.start()
        answers = [self.answer(i) for i in range(len(requests))]
        writer.join()
        return answers

    def write(self, text):
        self.process.stdin.write(text)
        self.process.stdin.flush()

    def answer(self, number):
        line = self.process.stdout.readline()
        answer = json.loads(line) if line else {}
        if answer.get("id") != str(number) or "hits" not in answer:
            sys.exit(f"{self.engine.name}: no answer to its {number}th query, but: {line!r}")
        return answer

    def cpu_s(self):
        """Seconds of processor time so far; on a shared machine they vary less than the time by the clock."""
        clock_of_process = (~self.process.pid << 3) | 2  # as clock_getcpuclockid(3) computes it; Python lacks it
        return time.clock_gettime(clock_of_process)

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        return self.process.wait()


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, round(share * (len(values) - 1)))]


def exchanged(query):
    words = query.split()
    return " ".join([words[1], words[0], *words[2:]])


@dataclasses.dataclass
class SetFigures:
    """The figures of a set. For phrases mrr is the share found in the own article, recall the share found exchanged."""

    queries: int
    mrr: float
    recall: float
    p50: float
    p95: float
    p99: float
    cpu_ms: float  # of processor time, a query

    def speed(self, separator):
        return separator.join(f"{ms:.2f}" for ms in (self.p50, self.p95, self.p99))


def is_phrase_set(name):
    return name.startswith("phrase")


def request_of(name, query):
    return {"text": query, "phrase": True} if is_phrase_set(name) else {"text": query}


def measure_set(warm, name, rows):
    cpu_before = warm.cpu_s()
    answers = warm.ask([request_of(name, query) for _, query in rows])
    cpu_ms = (warm.cpu_s() - cpu_before) * 1000 / len(rows)
    quality = phrase_quality(warm, rows) if is_phrase_set(name) else word_quality(rows, answers)
    times = [answer["elapsed_ms"] for answer in answers]
    return SetFigures(len(rows), *quality, *(percentile(times, share) for share in (0.5, 0.95, 0.99)), cpu_ms)


def word_quality(rows, answers):
    """MRR@10 and recall@10."""
    pages = [[hit["id"] for hit in answer["hits"]] for answer in answers]
    ranks = [page.index(article) + 1 for (article, _), page in zip(rows, pages) if article in page]
    return sum(1 / rank for rank in ranks) / len(rows), len(ranks) / len(rows)


def phrase_quality(warm, rows):
    return share_found(warm, rows, str), share_found(warm, rows, exchanged)


def share_found(warm, rows, form):
    """The share of phrases, each changed by `form`, that are found in their own article."""
    requests = [{"text": form(query), "phrase": True, "article": article} for article, query in rows]
    return sum(bool(answer["hits"]) for answer in warm.ask(requests)) / len(rows)
