// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/containers/decoding_source.h"

#include <algorithm>
#include <utility>

#include "indexer/input/containers/limits.h"

namespace timbao {
namespace {

constexpr std::size_t kPieceBytes = 64U << 10U;

std::string megabytes(std::uint64_t bytes) { return std::to_string((bytes >> 20U) + 1) + " MB"; }

}  // namespace

std::size_t DecodingSource::read(char* to, std::size_t size) {
  while (state_ == SourceState::open) {
    const bool has_input = fill();
    if (!decoder_ && !begin_member()) continue;
    // Some decoders still hold bytes when all of the input is used.
    const DecodeStep step = decoder_->decode(input_, to, size);
    input_.remove_prefix(step.used);
    in_ += step.used;
    out_ += step.made;
    end_step(step);
    if (!has_input && step.made == 0 && step.end == DecodeStep::End::none) end_without_input();
    if (step.made > 0) return step.made;
  }
  return 0;
}

/// Whether there are bytes to decode.
bool DecodingSource::fill() {
  if (!input_.empty()) return true;
  piece_.resize(kPieceBytes);
  const std::size_t count = from_.read(piece_.data(), piece_.size());
  input_ = std::string_view(piece_).substr(0, count);
  return count > 0;
}

/// Begins the next compressed file, if there is one.
bool DecodingSource::begin_member() {
  if (in_ > 0) input_.remove_prefix(std::min(input_.find_first_not_of('\0'), input_.size()));
  if (!input_.empty()) {
    decoder_ = make_decoder(way_.compression, way_.memory_bytes);
    return true;
  }
  if (from_.state() != SourceState::open) state_ = from_.state();
  return false;
}

/// The other source has ended, was stopped or has failed in the middle of a compressed file.
void DecodingSource::end_without_input() {
  if (from_.state() != SourceState::ended) {
    state_ = from_.state();
    return;
  }
  fail(RejectReason::unreadable,
       "the " + std::string(container_name(way_.compression)) + " file is cut off: its end is missing");
}

void DecodingSource::end_step(const DecodeStep& step) {
  const std::string name(container_name(way_.compression));
  if (step.end == DecodeStep::End::of_member) decoder_.reset();
  if (step.end == DecodeStep::End::damaged) fail(RejectReason::unreadable, "the " + name + " file is damaged");
  if (step.end == DecodeStep::End::too_large)
    fail(RejectReason::too_large, "the " + name + " file can only be unpacked with more memory than " +
                                      megabytes(way_.memory_bytes) + ", its part of --memory");
  if (expands_too_much(in_, out_)) fail(RejectReason::too_large, kExpandsTooMuch);
}

void DecodingSource::freeze_memory() {
  way_.memory_bytes = std::min(way_.memory_bytes, memory_bytes());
  if (decoder_) decoder_->limit_memory(way_.memory_bytes);
}

void DecodingSource::fail(RejectReason reason, std::string detail) {
  if (failure_) return;
  state_ = SourceState::failed;
  failure_ = rejected_as(reason, std::move(detail));
  decoder_.reset();
}

}  // namespace timbao
