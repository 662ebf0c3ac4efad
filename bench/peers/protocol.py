# SPDX-License-Identifier: GPL-2.0-or-later
"""Shared by the peers that are written in Python: they answer requests, each a line of JSON.

request  {"id": "7", "text": "chính sách", "phrase": true, "article": "a1"}
         phrase and article are optional; article: only this article is searched
answer   {"id": "7", "hits": [{"id": "a1"}, ...], "elapsed_ms": 0.4}
         at most ten, best first; the time goes from the request read to the answer formatted
"""
import json
import sys
import time

PAGE = 10


def answer_all(find):
    """Answers the requests of standard input; find(request) returns the ids of the page."""
    for line in sys.stdin:
        began = time.perf_counter()
        request = json.loads(line)
        answer = {"id": request["id"], "hits": [{"id": article} for article in find(request)]}
        formatted = json.dumps(answer)
        elapsed = (time.perf_counter() - began) * 1000
        print(f'{formatted[:-1]}, "elapsed_ms": {elapsed:.4f}}}', flush=True)


def read_articles(path):
    """The articles of a JSONL file, each a dictionary with id, title and body."""
    with open(path, encoding="utf-8") as lines:
        yield from map(json.loads, lines)
