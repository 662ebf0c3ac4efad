// SPDX-License-Identifier: GPL-2.0-or-later
// bzip2, by its own library. It takes at most 3.7 MB, for blocks of 900 KB.
#include <bzlib.h>

#include <new>

#include "indexer/input/containers/decoder.h"

namespace timbao {
namespace {

class Bzip2Decoder : public Decoder {
 public:
  Bzip2Decoder() {
    if (::BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK) throw std::bad_alloc();
  }
  ~Bzip2Decoder() override { ::BZ2_bzDecompressEnd(&stream_); }
  Bzip2Decoder(const Bzip2Decoder&) = delete;
  Bzip2Decoder& operator=(const Bzip2Decoder&) = delete;

  DecodeStep decode(std::string_view input, char* to, std::size_t size) override {
    stream_.next_in = const_cast<char*>(input.data());  // NOLINT: it is not written to
    stream_.avail_in = static_cast<unsigned>(input.size());
    stream_.next_out = to;
    stream_.avail_out = static_cast<unsigned>(size);
    const int result = ::BZ2_bzDecompress(&stream_);
    DecodeStep step{input.size() - stream_.avail_in, size - stream_.avail_out};
    if (result == BZ_STREAM_END)
      step.end = DecodeStep::End::of_member;
    else if (result != BZ_OK)
      step.end = DecodeStep::End::damaged;
    return step;
  }

  [[nodiscard]] std::uint64_t memory_bytes() const override { return 3'700'000; }

 private:
  bz_stream stream_{};
};

}  // namespace

std::unique_ptr<Decoder> bzip2_decoder(std::size_t /*memory_bytes*/) { return std::make_unique<Bzip2Decoder>(); }

}  // namespace timbao
