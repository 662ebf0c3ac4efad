// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "indexer/write/glass/table_file.h"

namespace timbao::glass {

/// The values of one slot, which go into chunks of some 2,000 bytes.
class ValueStream {
 public:
  explicit ValueStream(unsigned slot) : slot_(slot) {}

  /// Adds the value of a document after all before; it is not empty.
  void add(std::uint32_t document, const std::string& value, TableFile& table);

  /// Ends the last chunk, and writes how many values there are, the least and the greatest of them.
  void finish(TableFile& table);

  /// The chunks.
  LeafRun& run() { return run_; }

 private:
  void end_chunk(TableFile& table);

  unsigned slot_;
  LeafRun run_;
  std::string chunk_;
  std::uint32_t first_ = 0, last_ = 0, values_ = 0;
  std::string least_, greatest_;
};

/// The values of a part's documents. They are most of its bytes, so each slot's go into the table as they come, as a run
/// of leaves of its own.
///
///   ValueStreams values;
///   values.add({slot, document}, value, table);
///   values.finish(table);                         // before anything else is added to the table
///
/// Takes    slots below 128; documents in ascending order; always the same table.
/// Errors   those of TableFile.
/// Source   xapian-core/backends/glass/glass_values.cc (1.4.22). Covered by part_database_test.
class ValueStreams {
 public:
  /// Where a value belongs.
  struct Place {
    unsigned slot;
    std::uint32_t document;
  };
  void add(const Place& place, const std::string& value, TableFile& table);
  void finish(TableFile& table);

 private:
  std::map<unsigned, ValueStream> streams_;
};

}  // namespace timbao::glass
