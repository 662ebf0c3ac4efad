// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/input/article/article.h"
#include "indexer/input/article/article_jsonl.h"
#include "indexer/input/article/key_map.h"
#include "indexer/input/charset/charset.h"
#include "indexer/input/files/buffered_input.h"

namespace timbao {

/// Where a record stands in its source. Both are 0 where the source is one article.
struct RecordPlace {
  std::uint64_t line = 0;    ///< where the record begins, from 1
  std::uint64_t record = 0;  ///< its number, from 1; of JSON lines the number of the line
};

/// The bytes of one article, cut out of a source.
struct Record {
  std::string& text;  ///< valid until the reader's next call; repaired in place before parse() is given it
  RecordPlace place;
  bool is_too_long = false;  ///< over the limit of FormatInput; the text is empty then
};

/// Who chose the format of a source: its content, or the user by --format, who then knows what it is.
enum class FormatChoice : std::uint8_t { by_content, by_user };

/// What a format's reader reads from.
struct FormatInput {
  BufferedInput& input;
  std::size_t limit_bytes = 0;      ///< of one record, as its bytes stand in the source
  JsonlParser& records;             ///< keeps its memory from file to file
  const KeyMap& map;                ///< --map
  const std::string& table;         ///< --table; empty: the first one whose columns are those of articles
  Charset charset = Charset::utf8;  ///< of most of the source, as its beginning tells
  FormatChoice chosen = FormatChoice::by_content;
  std::string_view address = {};  ///< of the source, where a container tells it
};

/// Reads the articles of one source in one format. It has two steps, so that the stage between them (charset/to_utf8.h)
/// is the same for all formats:
///
///   while (std::optional<Record> record = reader.next())                    // bytes -> the bytes of one article
///     use(reader.parse(repaired(record->text)), record->place);             // well-formed text -> article
///
/// A format is one source file that derives from this class and gives a FormatRow; formats.h says which rows there are.
///
/// Errors   none is thrown but std::bad_alloc: what cannot be parsed is a Rejected.
/// Threads  one thread at a time.
/// Source   covered by read_articles_test and reader_fuzz for every format.
class FormatReader {
 public:
  FormatReader() = default;
  virtual ~FormatReader() = default;
  FormatReader(const FormatReader&) = delete;
  FormatReader& operator=(const FormatReader&) = delete;

  /// Cuts the next record out of the source.
  ///
  /// Returns  the record, which may be too long; nothing at the end, and where a stop or a failure cuts a record short.
  virtual std::optional<Record> next() = 0;

  /// Reads the article that a record holds.
  ///
  /// Takes    well-formed UTF-8 without a zero byte: the text of the record that next() gave last. It may be changed.
  /// Returns  the article without a place, or why there is none. After Rejected{broken_record} the reader may give
  ///          records again that it finds inside the broken one.
  virtual ParsedArticle parse(std::string& text) = 0;
};

}  // namespace timbao
