// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/files/byte_source.h"

namespace timbao {

/// A stage that lets the first bytes of another source be looked at and then gives them like all others. What stands
/// above it decides by them which stages follow: containers do.
///
///   HeadSource source(file);
///   if (is_zip(source.head(is_enough))) …
///   … source.read() gives the whole file, from its first byte on …
///
/// Takes    a source that outlives this one and that nobody else reads.
/// Errors   none of its own; failure() is that of the other source.
/// Threads  one thread at a time.
/// Source   covered by container_test and reader_fuzz.
class HeadSource : public ByteSource {
 public:
  /// Says of the bytes read so far whether they are enough, so that a slow pipe need not be waited for.
  using IsEnough = std::function<bool(std::string_view bytes)>;

  /// At most so many bytes are looked at.
  static constexpr std::size_t kMostBytes = 64U << 10U;

  explicit HeadSource(ByteSource& from) : from_(from) {}

  /// The first bytes. To be called before the first read().
  ///
  /// Returns  kMostBytes; fewer where the source is shorter, or where `is_enough` says so.
  std::string_view head(const IsEnough& is_enough);

  std::size_t read(char* to, std::size_t size) override;
  [[nodiscard]] SourceState state() const override;
  [[nodiscard]] std::optional<Rejected> failure() const override { return from_.failure(); }
  [[nodiscard]] const std::string& name() const override { return from_.name(); }
  [[nodiscard]] std::optional<std::uint64_t> size_bytes() const override { return from_.size_bytes(); }

 private:
  ByteSource& from_;
  std::vector<char> head_;
  std::size_t given_ = 0;
};

}  // namespace timbao
