#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures timbao-query --serve: keystrokes, many clients at once, and memory while a writer publishes.

    bench/serve.py --index DIR --queries FILE [--seconds 60] [--clients 64] [--requests 100000] [--articles FILE]

DIR is an index; FILE has a query a line (JSON lines with a key "query" are taken too). Of each query its beginnings are
asked for, as someone types it. With --articles, JSON lines of which a few are added to DIR again and again while
requests run: give a copy of an index then.

Prints for one client, and for many, the requests a second, the percentiles of their times in milliseconds, and how many
failed; and the memory of the server before, during and after --requests requests.
"""
import argparse
import http.client
import json
import random
import re
import subprocess
import sys
import threading
import time
import urllib.parse


def beginnings(path, count):
    """Beginnings of queries, as the page asks for them: the last word is still being typed."""
    found = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.strip()
            query = json.loads(line)["query"] if line.startswith("{") else line.split("\t")[-1]
            found += [query[:end] for end in range(1, len(query) + 1)]
    random.Random(15).shuffle(found)
    return found[:count]


def target_of(text, as_typed):
    query = text + "*" if as_typed and text[-1:].isalnum() else text
    return "/api/search?limit=10&q=" + urllib.parse.quote(query)


class Client:
    """One connection, kept open; it counts what fails and how long each answer takes."""

    def __init__(self, port):
        self.port, self.failed, self.times = port, 0, []
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def ask(self, target):
        began = time.perf_counter()
        try:
            self.connection.request("GET", target)
            reply = self.connection.getresponse()
            reply.read()
            self.failed += reply.status != 200
        except (OSError, http.client.HTTPException):
            self.failed += 1
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        self.times.append((time.perf_counter() - began) * 1000)


def report(name, clients, seconds):
    times = sorted(time for client in clients for time in client.times)
    failed = sum(client.failed for client in clients)
    at = lambda share: times[min(len(times) - 1, int(len(times) * share))]
    print(f"{name}: {len(times)} requests, {len(times) / seconds:.0f} a second, "
          f"p50 {at(0.5):.1f} ms, p95 {at(0.95):.1f} ms, p99 {at(0.99):.1f} ms, longest {times[-1]:.1f} ms, failed {failed}")


def run_clients(name, port, count, targets, seconds=None, requests=None):
    clients = [Client(port) for _ in range(count)]
    end = time.monotonic() + seconds if seconds else None

    def work(place, client):
        done = place
        while (end is None or time.monotonic() < end) and (requests is None or done < requests):
            client.ask(targets[done % len(targets)])
            done += count

    began = time.monotonic()
    threads = [threading.Thread(target=work, args=each) for each in enumerate(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    report(name, clients, time.monotonic() - began)


def memory_kilobytes(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1))


def publish(options, stop):
    """Adds the same few articles again and again, each time with another title, so that each run publishes."""
    with open(options.articles, encoding="utf-8") as lines:
        articles = [json.loads(line) for line, _ in zip(lines, range(20))]
    runs = 0
    while not stop.is_set():
        runs += 1
        for article in articles:
            article["title"] = re.sub(r" \(lần \d+\)$", "", article.get("title") or "") + f" (lần {runs})"
        text = "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles)
        subprocess.run([options.bin + "/timbao-index", "--index", options.index, "--quiet", "add", "-"],
                       input=text.encode(), check=False)
        stop.wait(1)
    print(f"the writer published {runs} times")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default="build/release/bin")
    parser.add_argument("--index", required=True)
    parser.add_argument("--queries", required=True)
    parser.add_argument("--articles")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--clients", type=int, default=64)
    parser.add_argument("--requests", type=int, default=0)
    options = parser.parse_args()
    texts = beginnings(options.queries, 5000)
    typed = [target_of(text, True) for text in texts]
    server = subprocess.Popen([options.bin + "/timbao-query", "--index", options.index, "--serve=:0"],
                              stdout=subprocess.PIPE, text=True)
    port = int(server.stdout.readline().rstrip("/\n").rsplit(":", 1)[1])
    try:
        run_clients("1 client, keystrokes", port, 1, typed, requests=1000)
        run_clients(f"{options.clients} clients, keystrokes", port, options.clients, typed, seconds=options.seconds)
        if options.requests:
            stop = threading.Event()
            writer = threading.Thread(target=publish, args=(options, stop)) if options.articles else None
            if writer:
                writer.start()
            for part in range(5):
                run_clients(f"part {part + 1} of 5", port, 8, typed, requests=options.requests // 5)
                print(f"memory {memory_kilobytes(server.pid) // 1024} MB")
            stop.set()
            if writer:
                writer.join()
    finally:
        server.terminate()
        server.wait()
    return server.returncode


if __name__ == "__main__":
    sys.exit(main())
