// SPDX-License-Identifier: GPL-2.0-or-later
// gzip, by zlib: RFC 1952. It takes 44 KB, whatever the file says.
#include <zlib.h>

#include <new>

#include "indexer/input/containers/decoder.h"

namespace timbao {
namespace {

constexpr int kGzipOnly = 16;  // added to the window's size: nothing but gzip is taken

class GzipDecoder : public Decoder {
 public:
  GzipDecoder() {
    if (::inflateInit2(&stream_, MAX_WBITS + kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  ~GzipDecoder() override { ::inflateEnd(&stream_); }
  GzipDecoder(const GzipDecoder&) = delete;
  GzipDecoder& operator=(const GzipDecoder&) = delete;

  DecodeStep decode(std::string_view input, char* to, std::size_t size) override {
    // zlib does not write to its input, but has no const there.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));  // NOLINT
    stream_.avail_in = static_cast<uInt>(input.size());
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = static_cast<uInt>(size);
    const int result = ::inflate(&stream_, Z_NO_FLUSH);
    DecodeStep step{input.size() - stream_.avail_in, size - stream_.avail_out};
    if (result == Z_STREAM_END)
      step.end = DecodeStep::End::of_member;
    else if (result != Z_OK && result != Z_BUF_ERROR)
      step.end = DecodeStep::End::damaged;
    return step;
  }

  [[nodiscard]] std::uint64_t memory_bytes() const override { return 44U << 10U; }

 private:
  z_stream stream_{};
};

}  // namespace

std::unique_ptr<Decoder> gzip_decoder(std::size_t /*memory_bytes*/) { return std::make_unique<GzipDecoder>(); }

}  // namespace timbao
