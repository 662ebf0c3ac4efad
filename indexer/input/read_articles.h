// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "indexer/input/article/article.h"
#include "indexer/input/article/article_jsonl.h"
#include "indexer/input/article/key_map.h"
#include "indexer/input/charset/charset.h"
#include "indexer/input/charset/to_utf8.h"
#include "indexer/input/charset/wide_source.h"
#include "indexer/input/files/buffered_input.h"
#include "indexer/input/files/byte_source.h"
#include "indexer/input/files/format.h"
#include "indexer/input/files/source_files.h"
#include "indexer/input/formats/format_reader.h"
#include "indexer/memory_budget.h"

namespace timbao {

/// How files are read.
struct ReadOptions {
  std::optional<Format> format;    ///< the format of every file; without it the content of each tells
  std::optional<Charset> charset;  ///< of texts that are no UTF-8; without it their words tell
  ReadingShare share = share_of_reading(kUsualMemory, kUsualMaxArticle);  ///< larger articles are rejected
  std::string source;                                                     ///< the source of articles that name none
  KeyMap map;         ///< --map: keys of records, and columns of tables
  std::string table;  ///< --table: the table of a database that articles are read from; empty: its columns tell
  StopAsked stop_asked;
};

/// What is called with each article of a file and each rejection.
using ArticleUse = std::function<void(ParsedArticle)>;

/// How the reading of a file ended: with all of it, or before, by a stop or a failure.
enum class FileEnd : std::uint8_t { whole, cut };

/// What came of reading a file.
struct FileReading {
  FileEnd end = FileEnd::cut;
  std::uint64_t content = 0;  ///< the hash of its bytes, where all of them were read
};

/// Reads the articles of files in their order, with everything that precedes indexing: text, id, path and source.
///
///   ArticleReader reader(options);
///   for (…) reader.read(list.files[at], [](ParsedArticle parsed) { … });
///
/// A file goes through a chain of stages, and each stage knows only the one before it:
///
///   open_source    path -> bytes                         files/file_source.h
///   MeteredSource  counts and hashes the file's bytes    files/metered_source.h
///   WideSource     UTF-16, UTF-32 -> UTF-8              charset/wide_source.h
///   BufferedInput  lets the first bytes be looked at     files/buffered_input.h
///   formats        format by content; bytes -> records   formats/formats.h
///   charset        a record -> well-formed UTF-8         charset/to_utf8.h
///   formats        well-formed text -> article           formats/format_reader.h
///   complete       id, path, source, limits              this file
///
/// A container would stand behind MeteredSource and give a ByteSource for each entry to read_source().
///
/// Takes    how to read; for each file what is called with its articles and rejections, in their order.
/// Returns  of each file whether it was read whole, and its hash.
/// Errors   none of its own: what cannot be read is a rejection with its path and line, and the next record is read.
///          What `use` throws goes through.
/// Threads  one thread at a time; it keeps its parser's memory from file to file.
/// Source   docs/archives.md; covered by read_articles_test, reader_fuzz and tests/cli.
class ArticleReader {
 public:
  explicit ArticleReader(ReadOptions options);

  /// Reads a file, and calls `use` with each of its articles and rejections, in their order.
  FileReading read(const SourceFile& file, ArticleUse use);

  /// Bytes read so far, of all files: progress is measured by it.
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  /// A file while it is read.
  struct Visit {
    const SourceFile& file;
    BufferedInput& input;
    const WideSource& text;
    Charset charset;  // of most of it, once its beginning has been looked at
  };

  void read_source(const Visit& visit);
  void read_records(const Visit& visit, FormatReader& reader);
  [[nodiscard]] Format format_of(const SourceFile& file, const FileHead& head) const;
  [[nodiscard]] Conversion convert(const Visit& visit, std::string& text) const;
  [[nodiscard]] ParsedArticle parse(const Visit& visit, FormatReader& reader, Record& record) const;
  void complete(const SourceFile& file, const RecordPlace& place, ReadArticle& read) const;
  void use(const SourceFile& file, const RecordPlace& place, ParsedArticle parsed);
  void reject(const SourceFile& file, Rejected rejected) { use(file, {}, std::move(rejected)); }

  ReadOptions options_;
  ArticleUse use_;  // of the file that is being read
  JsonlParser parser_;
  std::uint64_t bytes_read_ = 0;
};

}  // namespace timbao
