#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""SQLite's FTS5 as bench/compare.py measures it.

usage: sqlite_fts5.py index ARTICLES.jsonl INDEX MEMORY_MB
       sqlite_fts5.py ask INDEX < requests (protocol.py)

Two columns, title and body, and the text in the table; unicode61 with remove_diacritics 2, which removes every mark but the
bar of đ. A query finds any of its words, ordered by bm25(). Not synced; merged into one segment at the end.
"""
import re
import sqlite3
import sys

import protocol

TABLE = """CREATE VIRTUAL TABLE articles USING fts5(id UNINDEXED, title, body, tokenize="unicode61 remove_diacritics 2")"""
SELECT = f"SELECT id FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT {protocol.PAGE}"
SELECT_ONE = "SELECT id FROM articles WHERE articles MATCH ? AND id = ?"


def index(articles, path, memory_mb):
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA synchronous = OFF")
        database.execute(f"PRAGMA cache_size = -{int(memory_mb) * 1024}")
        database.execute(TABLE)
        rows = ((article["id"], article["title"], article["body"]) for article in protocol.read_articles(articles))
        database.executemany("INSERT INTO articles VALUES (?, ?, ?)", rows)
        database.execute("INSERT INTO articles(articles) VALUES ('optimize')")


def match_expression(text, is_phrase):
    """`chính sách` -> `"chính" OR "sách"`; as a phrase `"chính sách"`."""
    words = re.findall(r"\w+", text)
    return '"' + " ".join(words) + '"' if is_phrase else " OR ".join(f'"{word}"' for word in words)


def ask(path):
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    database.execute("PRAGMA mmap_size = 1000000000")

    def find(request):
        match = match_expression(request["text"], request.get("phrase"))
        if "article" in request:
            rows = database.execute(SELECT_ONE, (match, request["article"]))
        else:
            rows = database.execute(SELECT, (match,))
        return [row[0] for row in rows]

    protocol.answer_all(find)


if __name__ == "__main__":
    {"index": index, "ask": ask}[sys.argv[1]](*sys.argv[2:])
