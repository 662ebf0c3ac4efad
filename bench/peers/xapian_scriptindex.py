#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Xapian with its own indexer, scriptindex, and its own query parser, for bench/compare.py.

usage: xapian_scriptindex.py convert ARTICLES.jsonl DUMP SCRIPT    (what scriptindex reads; not timed)
       xapian_scriptindex.py ask INDEX < requests (protocol.py)

Words in lower case with their marks, with positions, no stemming; the fields are stored. A query finds any of its words,
ordered by stock BM25.
"""
import sys

import protocol

SCRIPT = """id : boolean=Q value=0
title : field index
body : field index
"""


def convert(articles, dump, script):
    with open(script, "w", encoding="utf-8") as out:
        out.write(SCRIPT)
    with open(dump, "w", encoding="utf-8") as out:
        for article in protocol.read_articles(articles):
            fields = (f"{name}=" + article[name].replace("\n", "\n=") for name in ("id", "title", "body"))
            out.write("\n".join(fields) + "\n\n")


def ask(path):
    import xapian  # Debian's module works only with Debian's interpreter; convert works with any

    database = xapian.Database(path)
    enquire = xapian.Enquire(database)
    parser = xapian.QueryParser()
    parser.set_database(database)
    parser.set_default_op(xapian.Query.OP_OR)

    def query(request):
        if request.get("phrase"):
            parsed = parser.parse_query('"' + request["text"].replace('"', " ") + '"', xapian.QueryParser.FLAG_PHRASE)
        else:
            parsed = parser.parse_query(request["text"], 0)
        if "article" not in request:
            return parsed
        return xapian.Query(xapian.Query.OP_FILTER, parsed, xapian.Query("Q" + request["article"]))

    def find(request):
        enquire.set_query(query(request))
        return [match.document.get_value(0).decode() for match in enquire.get_mset(0, protocol.PAGE)]

    protocol.answer_all(find)


if __name__ == "__main__":
    {"convert": convert, "ask": ask}[sys.argv[1]](*sys.argv[2:])
