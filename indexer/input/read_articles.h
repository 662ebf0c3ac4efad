// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "indexer/input/article/article.h"
#include "indexer/input/article/article_jsonl.h"
#include "indexer/input/files/buffered_input.h"
#include "indexer/input/files/input_file.h"
#include "indexer/input/files/source.h"
#include "indexer/input/format.h"
#include "indexer/memory_budget.h"

namespace timbao {

/// How files are read.
struct ReadOptions {
  std::optional<Format> format;  ///< of every file; without it the content tells
  ReadingShare share = share_of_reading(kUsualMemory, kUsualMaxArticle);
  std::string source;  ///< of articles that name none
  StopAsked stop_asked;
};

/// How the reading of a file ended: with all of it, or before, by a stop or a failure.
enum class FileEnd : std::uint8_t { whole, cut };

/// What came of reading a file.
struct FileReading {
  FileEnd end = FileEnd::cut;
  std::uint64_t content = 0;  ///< the hash of its bytes, where all of them were read
};

/// Reads the articles of files, in their order, with everything but their indexing: text, id, path, source.
///
///   ArticleReader reader(options);
///   for (…) reader.read(list.files[at], [](ParsedArticle parsed) { … });
///
/// Takes    what is to be called with each article and each rejection.
/// Errors   none: what cannot be read is a rejection, and the next is read. What `use` throws goes through.
class ArticleReader {
 public:
  explicit ArticleReader(ReadOptions options);

  /// Reads a file, and calls `use` with each of its articles and rejections, in their order.
  FileReading read(const SourceFile& file, std::function<void(ParsedArticle)> use);

  /// Bytes read so far, of all files: what progress is measured by.
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  /// A file while it is read.
  struct Visit {
    const SourceFile& source;
    InputFile& file;
    BufferedInput& input;
  };
  /// The place of a record in its file.
  struct Place {
    std::uint64_t line = 0, record = 0;
  };

  [[nodiscard]] Format format_of(const SourceFile& source, const FileHead& head) const;
  void read_content(const Visit& visit);
  void read_text(const Visit& visit);
  void read_lines(const Visit& visit);
  void read_json(const Visit& visit);
  void complete(const SourceFile& source, const Place& place, ReadArticle& read) const;
  void use(const SourceFile& source, const Place& place, ParsedArticle parsed);
  void reject(const SourceFile& source, RejectReason reason, std::string detail);

  ReadOptions options_;
  std::function<void(ParsedArticle)> use_;
  JsonlParser parser_;
  std::uint64_t bytes_read_ = 0;
};

}  // namespace timbao
