// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/glass/value_streams.h"

#include <algorithm>

#include "common/base/varint.h"
#include "indexer/write/glass/keys.h"

namespace timbao::glass {
namespace {

constexpr std::size_t kChunkBytes = 2000;  // from this size on, a chunk is ended, as Xapian does

}  // namespace

void ValueStream::add(std::uint32_t document, const std::string& value, TableFile& table) {
  if (values_++ == 0) least_ = greatest_ = value;
  if (value < least_) least_ = value;
  if (value > greatest_) greatest_ = value;
  if (chunk_.empty())
    first_ = document;
  else
    append_varint(chunk_, document - last_ - 1);
  append_sized(chunk_, value);
  last_ = document;
  if (chunk_.size() >= kChunkBytes) end_chunk(table);
}

void ValueStream::end_chunk(TableFile& table) {
  table.add_to(run_, value_chunk_key(slot_, first_), {chunk_});
  chunk_.clear();
}

void ValueStream::finish(TableFile& table) {
  if (!chunk_.empty()) end_chunk(table);
  std::string tag;
  append_varint(tag, values_);
  append_sized(tag, least_);
  if (greatest_ != least_) tag += greatest_;
  table.add(value_statistics_key(slot_), {tag});
}

void ValueStreams::add(const Place& place, const std::string& value, TableFile& table) {
  streams_.try_emplace(place.slot, place.slot).first->second.add(place.document, value, table);
}

void ValueStreams::finish(TableFile& table) {
  for (auto& one : streams_) one.second.finish(table);
  for (auto& one : streams_) table.take(one.second.run());
}

}  // namespace timbao::glass
