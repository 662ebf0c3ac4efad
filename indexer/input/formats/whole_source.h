// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "indexer/input/files/bounded_text.h"
#include "indexer/input/formats/format_reader.h"

namespace timbao {

/// Gives a whole source as one record: for formats in which a file is one article.
///
///   WholeSource whole(from);
///   std::optional<Record> next() override { return whole.next(); }
///
/// Takes    what the format's reader is given.
/// Errors   none: a source over the limit is a record that is too long; one that stops or fails half way gives none.
/// Source   covered by read_articles_test and reader_fuzz.
class WholeSource {
 public:
  explicit WholeSource(const FormatInput& from)
      : input_(from.input), text_(from.limit_bytes), limit_bytes_(from.limit_bytes) {}

  /// The record, once; then nothing.
  std::optional<Record> next();

 private:
  Record too_long() { return {text_.bytes(), {}, true}; }

  BufferedInput& input_;
  BoundedText text_;
  std::size_t limit_bytes_;
  bool is_read_ = false;
};

}  // namespace timbao
