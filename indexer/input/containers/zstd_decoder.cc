// SPDX-License-Identifier: GPL-2.0-or-later
// zstd, by its own library. Each frame names the size of its window; the library compares it with the limit before it
// takes any of it.
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <new>

#include "indexer/input/containers/decoder.h"

namespace timbao {
namespace {

constexpr std::size_t kBesideWindow = 512U << 10U;  // blocks, tables and the decoder itself
constexpr int kLeastWindowLog = 10, kMostWindowLog = 31;

/// The logarithm of the largest window that fits.
int window_log_of(std::size_t memory_bytes) {
  int log = kLeastWindowLog;
  while (log < kMostWindowLog && (std::size_t{2} << static_cast<unsigned>(log)) + kBesideWindow <= memory_bytes) ++log;
  return log;
}

class ZstdDecoder : public Decoder {
 public:
  explicit ZstdDecoder(std::size_t memory_bytes) : context_(::ZSTD_createDCtx()) {
    if (context_ == nullptr) throw std::bad_alloc();
    ::ZSTD_DCtx_setParameter(context_, ZSTD_d_windowLogMax, window_log_of(memory_bytes));
  }
  ~ZstdDecoder() override { ::ZSTD_freeDCtx(context_); }
  ZstdDecoder(const ZstdDecoder&) = delete;
  ZstdDecoder& operator=(const ZstdDecoder&) = delete;

  DecodeStep decode(std::string_view input, char* to, std::size_t size) override {
    ZSTD_inBuffer in{input.data(), input.size(), 0};
    ZSTD_outBuffer out{to, size, 0};
    const std::size_t result = ::ZSTD_decompressStream(context_, &out, &in);
    return {in.pos, out.pos, end_of(result)};
  }

  /// About so much; a frame that asks for too much does not say how much it would be.
  [[nodiscard]] std::uint64_t memory_bytes() const override { return ::ZSTD_sizeof_DCtx(context_); }

 private:
  static DecodeStep::End end_of(std::size_t result) {
    if (result == 0) return DecodeStep::End::of_member;
    if (::ZSTD_isError(result) == 0) return DecodeStep::End::none;
    const ZSTD_ErrorCode code = ::ZSTD_getErrorCode(result);
    if (code == ZSTD_error_memory_allocation) throw std::bad_alloc();
    return code == ZSTD_error_frameParameter_windowTooLarge ? DecodeStep::End::too_large : DecodeStep::End::damaged;
  }

  ZSTD_DCtx* context_;
};

}  // namespace

std::unique_ptr<Decoder> zstd_decoder(std::size_t memory_bytes) { return std::make_unique<ZstdDecoder>(memory_bytes); }

}  // namespace timbao
