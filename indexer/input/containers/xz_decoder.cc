// SPDX-License-Identifier: GPL-2.0-or-later
// xz, by liblzma. Each block of a file names the size of its dictionary; liblzma compares it with the limit before it
// takes any of it.
#include <lzma.h>

#include <algorithm>
#include <new>

#include "indexer/input/containers/decoder.h"

namespace timbao {
namespace {

class XzDecoder : public Decoder {
 public:
  explicit XzDecoder(std::size_t memory_bytes) {
    if (::lzma_stream_decoder(&stream_, std::max<std::size_t>(memory_bytes, 1), 0) != LZMA_OK) throw std::bad_alloc();
  }
  ~XzDecoder() override { ::lzma_end(&stream_); }
  XzDecoder(const XzDecoder&) = delete;
  XzDecoder& operator=(const XzDecoder&) = delete;

  DecodeStep decode(std::string_view input, char* to, std::size_t size) override {
    stream_.next_in = reinterpret_cast<const std::uint8_t*>(input.data());
    stream_.avail_in = input.size();
    stream_.next_out = reinterpret_cast<std::uint8_t*>(to);
    stream_.avail_out = size;
    const lzma_ret result = ::lzma_code(&stream_, LZMA_RUN);
    return {input.size() - stream_.avail_in, size - stream_.avail_out, end_of(result)};
  }

  [[nodiscard]] std::uint64_t memory_bytes() const override { return ::lzma_memusage(&stream_); }
  void limit_memory(std::size_t bytes) override { ::lzma_memlimit_set(&stream_, bytes); }

 private:
  static DecodeStep::End end_of(lzma_ret result) {
    if (result == LZMA_STREAM_END) return DecodeStep::End::of_member;
    if (result == LZMA_MEMLIMIT_ERROR) return DecodeStep::End::too_large;
    if (result == LZMA_MEM_ERROR) throw std::bad_alloc();
    return result == LZMA_OK || result == LZMA_BUF_ERROR ? DecodeStep::End::none : DecodeStep::End::damaged;
  }

  lzma_stream stream_ = LZMA_STREAM_INIT;
};

}  // namespace

std::unique_ptr<Decoder> xz_decoder(std::size_t memory_bytes) { return std::make_unique<XzDecoder>(memory_bytes); }

}  // namespace timbao
