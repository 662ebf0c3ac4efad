// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string_view>

#include "indexer/input/files/buffered_input.h"
#include "indexer/input/files/format.h"
#include "indexer/input/formats/format_reader.h"

namespace timbao {

/// One format: how its content is recognised, and how articles are read from it. Its name and the suffixes of its files
/// stand beside the enum in files/format.h.
struct FormatRow {
  Format format;

  /// Whether the beginning of a source has this format. nullptr: the content never shows it (text is what is left).
  bool (*has_content)(const FileHead& head);

  /// Whether so few bytes show the format already, so that a slow pipe need not be waited for. May be nullptr.
  bool (*is_shown_early)(std::string_view bytes);

  /// Makes a reader for one source.
  std::unique_ptr<FormatReader> (*open)(const FormatInput& input);
};

/// The rows, each in the source file of its format. ARCHITECTURE.md, "To add an input format", says what a new one
/// touches.
FormatRow text_format();   ///< text_format.cc: the whole source is one article
FormatRow jsonl_format();  ///< json_formats.cc: a JSON object a line
FormatRow json_format();   ///< json_formats.cc: a list of JSON objects, or objects one after the other
FormatRow docx_format();   ///< office_formats.cc: the text of a Word document
FormatRow odt_format();    ///< office_formats.cc: the text of an OpenDocument text
FormatRow rtf_format();    ///< office_formats.cc: Rich Text Format
FormatRow feed_format();   ///< feed_format.cc: RSS, Atom, exports of WordPress and Blogger
FormatRow html_format();   ///< html_format.cc: the whole source is one web page
FormatRow csv_format();    ///< csv_format.cc: a row of a table a record
FormatRow tsv_format();    ///< csv_format.cc: the same, with tabs
FormatRow sql_format();    ///< sql_format.cc: a row of one table of a database a record

/// The row of a format.
const FormatRow& row_of(Format format);

/// Whether the beginning of a source shows its format already: its first line is a JSON object.
///
/// Takes    the bytes read so far.
/// Errors   none.
/// Source   covered by format_fuzz.
bool shows_format(std::string_view bytes);

/// The format that the content of a source shows.
///
///   format_of_content({"{\"title\":\"Tin\"}\n", true}, Format::text) == Format::jsonl
///   format_of_content({"[Ảnh] Lễ khai mạc", true}, Format::text) == Format::text
///
/// Takes    the beginning of a source, of any bytes (charsets are told apart later), and the format that its name
///          suggests, which is returned where the content shows none.
/// Returns  jsonl where the first line is a JSON object, or where half of the lines are; json where the source begins
///          with an object of several lines, or with a list of objects. A text that only begins like JSON stays text.
///          The rows are asked from the last to the first, so a format that is added is asked before the older ones.
/// Errors   none.
/// Source   docs/archives.md; covered by formats_test and format_fuzz.
Format format_of_content(const FileHead& head, Format by_name);

}  // namespace timbao
