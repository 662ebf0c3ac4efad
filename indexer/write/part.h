// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "indexer/write/merge.h"

namespace timbao {

/// Writes the documents of one worker into small databases ("parts"). A part that is full is handed over to be merged,
/// and the next document begins a new one.
///
///   PartWriter part(parts);
///   part.add(document, text_bytes);
///   part.finish();
///
/// Takes    where complete parts go.
/// Errors   Xapian::Error.
/// Threads  one thread; each worker has its own.
/// Source   the sizes of a part were measured: part.cc.
class PartWriter {
 public:
  explicit PartWriter(PartTree& parts) : parts_(&parts) {}

  void add(const Xapian::Document& document, std::size_t text_bytes);

  /// Hands over the part that is not full yet, if there is one.
  void finish();

  /// Writes out what Xapian holds in memory.
  void flush();

  /// Bytes of text that are not written out: Xapian holds about kXapianBytesAByte times as much memory for them.
  [[nodiscard]] std::size_t unwritten_bytes() const { return unwritten_bytes_; }

 private:
  PartTree* parts_;
  std::string path_;
  std::optional<Xapian::WritableDatabase> database_;
  std::size_t articles_ = 0, unwritten_bytes_ = 0;
};

/// Writes the documents of one worker, those of each shard into parts of their own.
///
///   ShardedWriter writer(parts, share.unwritten_text);
///   writer.add(document, {shard_of_id(id_term, parts.size()), text_bytes});
///   writer.finish();
///
/// Takes    where complete parts of each shard go, which outlives it; how many bytes of text may be unwritten in all.
/// Errors   Xapian::Error.
/// Threads  one thread; each worker has its own.
/// Source   aside_sink_test; memory: tests/cli/memory_shapes_test.cc.
class ShardedWriter {
 public:
  ShardedWriter(std::deque<PartTree>& parts, std::size_t flush_bytes);

  /// Where a document goes, and how long its text is.
  struct Placed {
    std::size_t shard;
    std::size_t text_bytes;
  };
  void add(const Xapian::Document& document, const Placed& placed);

  /// Hands over all parts that are not full yet.
  void finish();

 private:
  std::vector<PartWriter> writers_;
  std::size_t flush_bytes_;
  std::size_t unwritten_bytes_ = 0;
};

}  // namespace timbao
