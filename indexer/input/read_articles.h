// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/input/article/article.h"
#include "indexer/input/article/article_jsonl.h"
#include "indexer/input/article/key_map.h"
#include "indexer/input/charset/charset.h"
#include "indexer/input/charset/to_utf8.h"
#include "indexer/input/charset/wide_source.h"
#include "indexer/input/containers/unpack.h"
#include "indexer/input/files/buffered_input.h"
#include "indexer/input/files/byte_source.h"
#include "indexer/input/files/format.h"
#include "indexer/input/files/metered_source.h"
#include "indexer/input/files/source_files.h"
#include "indexer/input/files/walk.h"
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
  WalkFilter filter;  ///< which entries of archives are read, as of a folder
  StopAsked stop_asked;
};

/// What is called with each article of a file and each rejection.
using ArticleUse = std::function<void(ParsedArticle)>;

/// What was decided about one input: a file, or a file inside a container.
///
///   {"a.zip", "2004/b.txt", "text", "tcvn3", .98, 1, 0, 0, "Khai mạc hội làng", 1073865600, ""}
struct InputReport {
  std::string path;         ///< of the file, as the user named it
  std::string inner;        ///< its name inside the container; empty elsewhere
  std::string_view format;  ///< empty where it was rejected before that was asked
  std::string charset;      ///< of its first article: "utf-8", "tcvn3", "utf-16le"; empty where it has none
  double confidence = 0;    ///< the share of its words that are Vietnamese, where that told the charset; 0 elsewhere
  std::uint64_t articles = 0, rejected = 0, passed_over = 0;
  std::string title;                 ///< of its first article
  std::optional<std::int64_t> date;  ///< of its first article
  std::string reason;                ///< of its first rejection, or of what was passed over first
};

/// What is called while a file is read; what is empty is not called.
struct ReadEvents {
  ArticleUse use;                                                            ///< each article and each rejection
  std::function<void(NoticeKind kind, const std::string& inner)> pass_over;  ///< entries of archives that are left out
  std::function<void(const InputReport& report)> end_input;                  ///< each input, when it has been read
};

/// How the reading of a file ended: with all of it, or before, by a stop or a failure.
enum class FileEnd : std::uint8_t { whole, cut };

/// Whether a file is a container, so that it also depends on --include and --exclude what is read of it.
enum class FileContainer : std::uint8_t { none, any };

/// What came of reading a file.
struct FileReading {
  FileEnd end = FileEnd::cut;
  std::uint64_t content = 0;  ///< the hash of its bytes, where all of them were read
  FileContainer container = FileContainer::none;
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
///   unpack         a container -> the files inside it    containers/unpack.h
///   WideSource     UTF-16, UTF-32 -> UTF-8              charset/wide_source.h
///   BufferedInput  lets the first bytes be looked at     files/buffered_input.h
///   formats        format by content; bytes -> records   formats/formats.h
///   charset        a record -> well-formed UTF-8         charset/to_utf8.h
///   formats        well-formed text -> article           formats/format_reader.h
///   complete       id, path, source, limits              this file
///
/// What stands behind unpack() is done for each file inside a container, as for a file that is none.
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
  FileReading read(const SourceFile& file, ReadEvents events);
  FileReading read(const SourceFile& file, ArticleUse use) { return read(file, ReadEvents{std::move(use), {}, {}}); }

  /// Bytes read so far, of all files: progress is measured by it.
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  /// Where an input stands: a file, and in a container also what is inside it.
  struct InputPlace {
    const SourceFile& file;
    const MeteredSource& metered;
    std::string inner, name, url;  // see UnpackedFile
  };

  /// An input while it is read.
  struct Visit {
    const InputPlace& at;
    BufferedInput& input;
    const WideSource& text;
    Charset charset;  // of most of it, once its beginning has been looked at
  };

  void reject_unopened(const SourceFile& file, ParsedArticle rejected);
  [[nodiscard]] UnpackReport read_metered(const SourceFile& file, MeteredSource& source);
  void read_input(ByteSource& bytes, const InputPlace& at);
  void read_source(const Visit& visit);
  void read_records(const Visit& visit, FormatReader& reader);
  [[nodiscard]] Format format_of(const InputPlace& at, const FileHead& head) const;
  [[nodiscard]] Conversion convert(const Visit& visit, std::string& text) const;
  [[nodiscard]] ParsedArticle parse(const Visit& visit, FormatReader& reader, Record& record);
  void complete(const InputPlace& at, const RecordPlace& place, ReadArticle& read) const;
  void use(const InputPlace& at, const RecordPlace& place, ParsedArticle parsed);
  void reject(const InputPlace& at, Rejected rejected) { use(at, {}, std::move(rejected)); }
  void end_input(const InputPlace& at);
  void note(const ParsedArticle& parsed);
  void note_charset(const Visit& visit, const Conversion& conversion);
  void note_progress(const InputPlace& at) { bytes_read_ = bytes_before_ + at.metered.bytes_read(); }

  ReadOptions options_;
  ReadEvents events_;   // of the file that is being read
  InputReport report_;  // of the input that is being read
  JsonlParser parser_;
  std::uint64_t bytes_read_ = 0, bytes_before_ = 0;  // of all files; of those before this one
};

}  // namespace timbao
