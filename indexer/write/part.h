// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <string>

#include "indexer/write/merge.h"

namespace timbao {

/// Writes the documents of one worker into small databases ("parts"). A part that is full is handed over to be merged,
/// and the next document begins a new one.
///
///   PartWriter part(parts, share.unwritten_text);
///   part.add(document, text_bytes);
///   part.finish();
///
/// Takes    where complete parts go, and how many bytes of text may be unwritten: Xapian holds about kXapianBytesAByte
///          times as much memory for them.
/// Errors   Xapian::Error.
/// Threads  one thread; each worker has its own.
/// Source   the sizes of a part were measured: part.cc.
class PartWriter {
 public:
  PartWriter(PartTree& parts, std::size_t flush_bytes) : parts_(parts), flush_bytes_(flush_bytes) {}

  void add(const Xapian::Document& document, std::size_t text_bytes);

  /// Hands over the part that is not full yet, if there is one.
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
