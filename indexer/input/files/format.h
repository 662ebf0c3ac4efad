// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/base/named_values.h"

namespace timbao {

/// The formats that files of articles have. What a format's content looks like and how it is read stands in
/// indexer/input/formats; this header holds what must be known without opening a file.
///
/// A new format is a value at the end of this list, a name in kFormatNames and its suffixes in kFormatSuffixes.
enum class Format : std::uint8_t {
  text,   ///< one article as it was printed
  jsonl,  ///< JSON records, one a line
  json,   ///< JSON records over any number of lines: a list of objects, or objects one after the other
  feed,   ///< XML: RSS, Atom, and exports of WordPress and Blogger, whose items are articles
  html,   ///< one web page
  csv,    ///< a table: a row a record, the names of the columns in the first row
  tsv,    ///< the same, its cells separated by tabs
  docx,   ///< XML of Word, which is one article
  odt,    ///< XML of OpenDocument, which is one article
  rtf,    ///< a document in Rich Text Format, which is one article
  sql,    ///< the dump of a database: the rows of one table are records
};

/// The names of the formats in --format, in its help, in messages and in the record of a file.
///
/// Source   README and docs/archives.md; index_options_test compares --format with this list.
inline constexpr std::array<NamedValue<Format>, 11> kFormatNames{{
    {Format::text, "text"},
    {Format::jsonl, "jsonl"},
    {Format::json, "json"},
    {Format::feed, "feed"},
    {Format::html, "html"},
    {Format::csv, "csv"},
    {Format::tsv, "tsv"},
    {Format::docx, "docx"},
    {Format::odt, "odt"},
    {Format::rtf, "rtf"},
    {Format::sql, "sql"},
}};
static_assert(covers_every_value<kFormatNames>());

/// One ending of a file's name, and the format that it stands for.
struct FormatSuffix {
  std::string_view suffix;  ///< in lower case, with its dot
  Format format;
};

/// Every ending that is known. A folder's files with one of these are read where --include names no pattern, so the
/// order is the order in which messages list the patterns.
inline constexpr std::array<FormatSuffix, 19> kFormatSuffixes{{{".txt", Format::text},
                                                               {".text", Format::text},
                                                               {".jsonl", Format::jsonl},
                                                               {".ndjson", Format::jsonl},
                                                               {".jl", Format::jsonl},
                                                               {".json", Format::json},
                                                               {".xml", Format::feed},
                                                               {".rss", Format::feed},
                                                               {".atom", Format::feed},
                                                               {".html", Format::html},
                                                               {".htm", Format::html},
                                                               {".xhtml", Format::html},
                                                               {".csv", Format::csv},
                                                               {".tsv", Format::tsv},
                                                               {".docx", Format::docx},
                                                               {".odt", Format::odt},
                                                               {".rtf", Format::rtf},
                                                               {".doc", Format::text},
                                                               {".sql", Format::sql}}};

/// The name of one format: format_name(Format::jsonl) == "jsonl".
constexpr std::string_view format_name(Format format) { return row_of_value(kFormatNames, format).name; }

/// The row of kFormatSuffixes that a path ends with.
///
///   suffix_of("2018/NEWS.JL")->format == Format::jsonl     suffix_of("a.jsonl/b") == nullptr
///
/// Takes    a path or a name, of any bytes. The case of ASCII letters does not count.
/// Returns  the row, or nullptr where the last part of the path ends with none.
/// Errors   none.
/// Source   covered by format_test and format_fuzz.
const FormatSuffix* suffix_of(std::string_view path);

/// The format that a file's name suggests. Its content decides; a name only breaks ties (format_of_content()).
///
///   format_of_name("a.JSON") == Format::json     format_of_name("a.dat") == Format::text
///
/// Takes    a path or a name, of any bytes.
/// Returns  the format of suffix_of(), and text where there is none.
/// Errors   none.
/// Source   covered by format_test and format_fuzz.
Format format_of_name(std::string_view path);

}  // namespace timbao
