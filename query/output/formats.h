// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "query/output/article.h"
#include "query/output/look.h"
#include "query/request/answer.h"
#include "query/request/request.h"

namespace timbao {

/// --format: how an answer is written. The row of each format in output_formats() says everything else about it.
enum class OutputFormat : std::uint8_t { text, json, jsonl, tsv, ids, csv, bibtex, ris };

/// An answer and what writing it whole takes.
struct WholeAnswer {
  const SearchRequest& request;
  const Answer& answer;

  /// How text is laid out, for formats that people read.
  const TextLook& look;

  /// Milliseconds from the question to now. It is called once, after everything else is formatted.
  const std::function<double()>& elapsed_ms;
};

/// Whether a format has a place for what --explain tells.
enum class ExplainPlace : std::uint8_t { none, in_answer };

/// Where a format has the mentions of --mentions: nowhere, in its answer, or a line each in place of hits.
enum class MentionsIn : std::uint8_t { none, answer, lines };

/// One row a format: all that the programs know of it. A new format is a value of OutputFormat, a row in formats.cc, and
/// one file that holds its writer; help, the parser, what goes together with --limit all, --explain and --show, and
/// their messages follow from the row.
///
///   {OutputFormat::tsv, "tsv", "rank score id date title path", nullptr, hit_as_tsv, …}
///
/// A format either writes an answer whole (`write_answer`) or a hit at a time (`write_hit`); the other one is null.
struct OutputFormatRow {
  OutputFormat value;
  std::string_view name;

  /// What --help says in brackets behind the name; it may be empty.
  std::string_view help;

  /// Writes the answer. Null: each hit is written as soon as it is found.
  std::string (*write_answer)(const WholeAnswer& whole);

  /// Writes one hit as whole lines. Null: the answer is written whole.
  std::string (*write_hit)(const Hit& hit);

  /// Writes one mention of --mentions as whole lines. Null: they are a part of the answer, or the format has no place for
  /// them (see `mentions`).
  std::string (*write_mention)(const Mention& mention, const TextLook& look);

  /// Writes one article for --show. Null: --show does not take the format.
  std::string (*write_article)(const Article& article, const ArticleLook& look);

  /// What --show writes between two articles.
  std::string_view between_articles;

  ExplainPlace explain;

  /// What stands before the first hit, where hits are written one at a time: the names of the columns of csv.
  std::string_view before_hits = "";

  MentionsIn mentions = MentionsIn::none;

  /// What stands before the first mention, where each is a line of columns that have names.
  std::string_view before_mentions = "";
};

/// The table of formats, in the order of OutputFormat and of --help.
///
/// Source   formats.cc, where static_asserts check that it is complete. Covered by tests/query/output/formats_test.cc.
/// Threads  any: the table never changes.
const std::vector<OutputFormatRow>& output_formats();

/// The row of one format: row_of(OutputFormat::tsv).write_hit(hit).
///
/// Errors   none.
const OutputFormatRow& row_of(OutputFormat format);

/// Whether a format can write hits before all of them are known, as --limit all needs: all but text and json.
bool is_streamed(const OutputFormatRow& row);

/// Whether a format has a place for --explain: text, json and jsonl.
bool shows_explanation(const OutputFormatRow& row);

/// Whether a format has a place for --facet, --timeline and --readings: text and json.
bool shows_overview(const OutputFormatRow& row);

/// Whether a format has a place for --mentions: text, json, jsonl, tsv and csv.
bool shows_mentions(const OutputFormatRow& row);

/// Whether a format can write whole articles, as --show needs: text and json.
bool shows_articles(const OutputFormatRow& row);

/// The names of the formats for which something holds, for help texts and messages.
///
///   in_words(format_names(is_streamed), "or") == "jsonl, tsv, ids, csv, bibtex or ris"
///
/// Errors   none.
std::vector<std::string> format_names(bool (*holds)(const OutputFormatRow& row));

}  // namespace timbao
