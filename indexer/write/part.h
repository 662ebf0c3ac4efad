// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "indexer/write/glass/deflater.h"
#include "indexer/write/glass/part_database.h"
#include "indexer/write/merge.h"

namespace timbao {

/// Writes the documents of one worker into small databases ("parts"). A part that is full is handed over to be merged,
/// and the next document begins a new one.
///
///   PartWriter part(parts);
///   part.add(document, deflater);
///   part.finish();
///
/// Takes    where complete parts go; a deflater that lives until finish().
/// Errors   Xapian::Error, Error(io_failed).
/// Threads  one thread; each worker has its own.
/// Source   the sizes of a part were measured: part.cc.
class PartWriter {
 public:
  explicit PartWriter(PartTree& parts) : parts_(&parts) {}

  void add(const glass::PartDocument& document, glass::Deflater& deflater);

  /// Hands over the part that is not full yet, if there is one.
  void finish();

  /// The memory that the part takes that is not full yet.
  [[nodiscard]] std::size_t held_bytes() const { return database_ ? database_->held_bytes() : 0; }

 private:
  PartTree* parts_;
  std::string path_;
  std::optional<glass::PartDatabase> database_;
};

/// Writes the documents of one worker, those of each shard into parts of their own.
///
///   ShardedWriter writer(parts, share.unwritten_text * kXapianBytesAByte);
///   writer.add(document, shard_of_id(id_term, parts.size()));
///   writer.finish();
///
/// Takes    where complete parts of each shard go, which outlives it; how much memory all parts together may take. Where
///          they take more, the largest is handed over as it is.
/// Errors   Xapian::Error, Error(io_failed).
/// Threads  one thread; each worker has its own.
/// Source   aside_sink_test; memory: tests/cli/memory_shapes_test.cc.
class ShardedWriter {
 public:
  ShardedWriter(std::deque<PartTree>& parts, std::size_t most_bytes);

  void add(const glass::PartDocument& document, std::size_t shard);

  /// Hands over all parts that are not full yet.
  void finish();

 private:
  glass::Deflater deflater_;
  std::vector<PartWriter> writers_;
  std::size_t most_bytes_;
  std::size_t held_bytes_ = 0;
};

}  // namespace timbao
