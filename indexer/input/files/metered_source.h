// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "indexer/input/files/byte_hash.h"
#include "indexer/input/files/byte_source.h"

namespace timbao {

/// A stage that counts and hashes the bytes of another source while they pass through it. It stands next to the file,
/// below every stage that unpacks or decodes, because the hash must be that of the file's own bytes: the ledger
/// compares it with hash_of_file() to see whether a file has changed.
///
///   MeteredSource metered(*file);
///   … read everything …
///   if (metered.state() == SourceState::ended) remember(metered.content_hash());
///
/// Takes    a source that outlives this one and that nobody else reads.
/// Errors   none of its own; state() and failure() are those of the other source.
/// Source   covered by byte_source_test and reader_fuzz.
class MeteredSource : public ByteSource {
 public:
  explicit MeteredSource(ByteSource& from) : from_(from) {}

  std::size_t read(char* to, std::size_t size) override;
  [[nodiscard]] SourceState state() const override { return from_.state(); }
  [[nodiscard]] std::optional<Rejected> failure() const override { return from_.failure(); }
  [[nodiscard]] const std::string& name() const override { return from_.name(); }
  [[nodiscard]] std::optional<std::uint64_t> size_bytes() const override { return from_.size_bytes(); }

  /// From the first seek on, bytes are neither counted nor hashed: who needs to know both of a whole file reads it to its
  /// end before.
  bool seek(std::uint64_t place) override;

  /// How many bytes have been read.
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }

  /// The ByteHash of the bytes read so far; how they were cut into pieces does not change it.
  [[nodiscard]] std::uint64_t content_hash() const { return hash_.value(); }

 private:
  ByteSource& from_;
  ByteHash hash_;
  std::uint64_t bytes_read_ = 0;
  bool is_metering_ = true;
};

}  // namespace timbao
