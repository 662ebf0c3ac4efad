// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <string>

#include "indexer/write/merge.h"

namespace timbao {

/// A worker's small database: filled until it is full, handed over to be merged, begun anew.
///
/// Takes    where parts go, and the bytes of text at which what Xapian holds in memory is written out.
/// Errors   Xapian::Error.
/// Threads  one a thread.
class PartWriter {
 public:
  PartWriter(PartTree& parts, std::size_t flush_bytes) : parts_(parts), flush_bytes_(flush_bytes) {}

  void add(const Xapian::Document& document, std::size_t text_bytes);

  /// Hands over what there is.
  void finish();

 private:
  void flush();

  PartTree& parts_;
  std::size_t flush_bytes_;
  std::string path_;
  std::optional<Xapian::WritableDatabase> database_;
  std::size_t articles_ = 0, unwritten_bytes_ = 0;
};

}  // namespace timbao
