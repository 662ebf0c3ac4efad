// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/front/archive.h"
#include "query/front/serve/asked.h"
#include "query/front/serve/http_message.h"
#include "query/front/serve/reply_pipe.h"

namespace timbao {

// What the endpoints of /api and /feed answer. docs/serve.md describes each; endpoints.h has the rows that name them.
//
// Takes    what was asked for; its parameters were checked by name.
// Errors   those of the archive; Error(usage) for a value that makes no sense.
// Source   covered by tests/query/front/serve and tests/cli/serve_api_test.cc.

/// /api/search: the answer object of --format json.
Reply answer_search(const Asked& asked, const Archive& archive);

/// /api/timeline: the same without hits and with a timeline, of months unless `unit` says otherwise.
Reply answer_timeline(const Asked& asked, const Archive& archive);

/// /api/readings: the same without hits and with the readings of each word.
Reply answer_readings(const Asked& asked, const Archive& archive);

/// /api/neighbours: the same without hits and with the words near the query, within `within` words.
Reply answer_neighbours(const Asked& asked, const Archive& archive);

/// /api/mentions: the same without hits and with a page of mentions; `limit` and `offset` are those of the mentions.
Reply answer_mentions(const Asked& asked, const Archive& archive);

/// /api/article: the articles with the id `id`, whole; with a query `q` also where it matches in the first of them.
Reply answer_article(const Asked& asked, const Archive& archive);

/// /api/complete: what completes the query `q` at the cursor `at`.
Reply answer_completions(const Asked& asked, const Archive& archive);

/// /api/stats: what the archive holds, by source and month.
Reply answer_stats(const Asked& asked, const Archive& archive);

/// /feed: the newest hits, as a feed of Atom (RFC 4287).
Reply answer_feed(const Asked& asked, const Archive& archive);

/// /api/export: all hits in a format that programs read.
void write_export(const Asked& asked, const Archive& archive, ReplyPipe& pipe);

}  // namespace timbao
