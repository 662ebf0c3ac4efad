// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/day.h"
#include "query/output/format.h"
#include "query/request/request.h"

namespace timbao {

/// What timbao-query is asked to do.
enum class QueryTask : std::uint8_t { search, show, batch, help, version };

/// --highlight as typed: whether the output is a terminal is known later.
enum class HighlightChoice : std::uint8_t { automatic, ansi, html, none };

/// The command line of timbao-query, read whole: what was not typed has its default.
struct QueryOptions {
  QueryTask task = QueryTask::search;
  std::vector<std::string> indexes;  ///< directories, at least one
  std::vector<std::string> ids;      ///< of --show; "-": more of them on standard input
  SearchRequest request;             ///< of --batch: what a line does not say itself
  OutputFormat format = OutputFormat::text;
  HighlightChoice highlight = HighlightChoice::automatic;
};

/// Reads the command line of timbao-query.
///
///   parse_query_options({"--limit=5", "đảng", "bộ"}, today).request.query.text() == "đảng bộ"
///
/// Takes    the arguments without the program's name, and the day that counts as today.
/// Errors   Error(usage): an option that is unknown, given twice, without its value or with one that makes no sense;
/// two
///          options that exclude each other; no query.
QueryOptions parse_query_options(const std::vector<std::string>& arguments, const Day& today);

/// Sets one option of a request by its long name, as the command line and a batch's lines give them.
///
///   set_request_option(request, "limit", "5")
///
/// Returns  whether a request has an option of this name: limit offset sort match marks from to snippet
///          collapse explain.
/// Errors   Error(usage) as the command line gives it: "--limit takes a whole number or 'all', not '-3'".
bool set_request_option(SearchRequest& request, std::string_view name, const std::string& value);

/// Refuses what no single option is to blame for: --from after --to.
///
/// Errors   Error(usage).
void check_request(const SearchRequest& request);

/// --highlight's value, or Error(usage).
HighlightChoice parse_highlight(std::string_view text);

/// What --help prints.
std::string query_help();

}  // namespace timbao
