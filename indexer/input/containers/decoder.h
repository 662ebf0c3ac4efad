// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/input/files/container.h"

namespace timbao {

/// What one call of a decoder has done.
struct DecodeStep {
  /// Whether the compressed file goes on.
  enum class End : std::uint8_t {
    none,       ///< it goes on
    of_member,  ///< it is complete; what follows is another one
    damaged,    ///< the bytes are no such file
    too_large,  ///< it asks for more memory than the decoder may use
  };
  std::size_t used = 0;  ///< bytes of the input that are done with
  std::size_t made = 0;  ///< bytes that were written
  End end = End::none;
};

/// Decompresses one compressed file piece by piece. Each compression is a source file that gives such a decoder.
///
///   const auto decoder = make_decoder(Container::xz, 64 << 20);
///   const DecodeStep step = decoder->decode(piece, to, size);
///
/// Takes    any bytes. A decoder never takes more memory than it was given: what a file asks for in its headers, the
///          first or a later one, is compared with that before any of it is taken.
/// Errors   none is thrown but std::bad_alloc: DecodeStep says how it ended. After an end a decoder is not used again.
/// Threads  one thread at a time.
/// Source   covered by decoding_source_test and container_fuzz.
class Decoder {
 public:
  Decoder() = default;
  virtual ~Decoder() = default;
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  /// Decodes some of `input` into `to`, which has room for `size` bytes, at least one.
  virtual DecodeStep decode(std::string_view input, char* to, std::size_t size) = 0;

  /// How much memory it takes, or would have to take after End::too_large.
  [[nodiscard]] virtual std::uint64_t memory_bytes() const = 0;

  /// Lets it take no more memory than this from now on; what it has already is not taken away.
  virtual void limit_memory(std::size_t /*bytes*/) {}
};

/// The decoder of a compression.
///
/// Takes    gzip, bzip2, xz or zstd; nullptr comes out for every other container. The most memory that it may take: gzip
///          and bzip2 need less than 4 MB, xz and zstd what was chosen when the file was made.
std::unique_ptr<Decoder> make_decoder(Container compression, std::size_t memory_bytes);

/// The same, each in the source file of its compression.
std::unique_ptr<Decoder> gzip_decoder(std::size_t memory_bytes);
std::unique_ptr<Decoder> bzip2_decoder(std::size_t memory_bytes);
std::unique_ptr<Decoder> xz_decoder(std::size_t memory_bytes);
std::unique_ptr<Decoder> zstd_decoder(std::size_t memory_bytes);

}  // namespace timbao
