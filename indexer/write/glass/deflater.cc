// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/glass/deflater.h"

#include <zlib.h>

#include <new>

namespace timbao::glass {
namespace {

constexpr int kRawWindow = -15, kMostMemory = 9;
constexpr std::size_t kLongestLeft = 18;  // a tag up to this is left as it is

}  // namespace

struct Deflater::Stream {
  Stream() {
    if (deflateInit2(&state, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kRawWindow, kMostMemory, Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::bad_alloc();
  }
  ~Stream() { deflateEnd(&state); }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  z_stream state{};
};

Deflater::Deflater() : stream_(std::make_unique<Stream>()) {}
Deflater::~Deflater() = default;
Deflater::Deflater(Deflater&&) noexcept = default;
Deflater& Deflater::operator=(Deflater&&) noexcept = default;

std::string_view Deflater::smaller(std::string_view tag) {
  if (tag.size() <= kLongestLeft) return {};
  if (out_.size() < tag.size()) out_.resize(tag.size());
  z_stream& state = stream_->state;
  deflateReset(&state);
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(tag.data()));
  state.avail_in = static_cast<uInt>(tag.size());
  state.next_out = reinterpret_cast<Bytef*>(out_.data());
  state.avail_out = static_cast<uInt>(tag.size());
  if (deflate(&state, Z_FINISH) != Z_STREAM_END || state.total_out >= tag.size()) return {};
  return std::string_view(out_).substr(0, state.total_out);
}

}  // namespace timbao::glass
