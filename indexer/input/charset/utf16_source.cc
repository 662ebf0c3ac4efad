// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/utf16_source.h"

#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>

namespace timbao {
namespace {

constexpr std::size_t kPieceBytes = 64U << 10U, kUnitBytes = 2;

/// The code units of as many bytes as are whole units.
icu::UnicodeString units_of(std::string_view bytes, std::size_t high_byte) {
  icu::UnicodeString units;
  for (std::size_t at = 0; at + kUnitBytes <= bytes.size(); at += kUnitBytes) {
    const auto high = static_cast<unsigned char>(bytes[at + high_byte]);
    const auto low = static_cast<unsigned char>(bytes[at + 1 - high_byte]);
    units.append(static_cast<char16_t>(high << 8U | low));
  }
  return units;
}

}  // namespace

SourceState Utf16Source::state() const { return given_ < text_.size() ? SourceState::open : from_.state(); }

std::optional<std::uint64_t> Utf16Source::size_bytes() const {
  return charset().empty() ? from_.size_bytes() : std::nullopt;
}

std::string_view Utf16Source::charset() const {
  if (order_ == Order::little) return "utf-16le";
  return order_ == Order::big ? "utf-16be" : "";
}

std::size_t Utf16Source::read(char* to, std::size_t size) {
  if (order_ == Order::unknown) look_at_mark();
  if (order_ == Order::none) return given_ < text_.size() ? give(to, size) : from_.read(to, size);
  while (given_ == text_.size())
    if (!decode_more()) return 0;
  return give(to, size);
}

void Utf16Source::look_at_mark() {
  std::array<char, kUnitBytes> head{};
  std::size_t count = 0;
  while (count < head.size()) {
    const std::size_t more = from_.read(head.data() + count, head.size() - count);
    if (more == 0) break;
    count += more;
  }
  const std::string_view mark(head.data(), count);
  order_ = mark == "\xFF\xFE" ? Order::little : mark == "\xFE\xFF" ? Order::big : Order::none;
  if (order_ == Order::none) text_ = mark;
}

/// Decodes the next piece. What is left of it, half of a unit or of a pair, waits for the next one.
bool Utf16Source::decode_more() {
  piece_.resize(kPieceBytes);
  const std::size_t count = from_.read(piece_.data(), piece_.size());
  if (count == 0 && raw_.empty()) return false;
  raw_.append(piece_, 0, count);
  icu::UnicodeString units = units_of(raw_, order_ == Order::little ? 1 : 0);
  if (count > 0 && !units.isEmpty() && U16_IS_LEAD(units.charAt(units.length() - 1)))
    units.truncate(units.length() - 1);
  raw_.erase(0, static_cast<std::size_t>(units.length()) * kUnitBytes);
  text_.clear();
  given_ = 0;
  units.toUTF8String(text_);
  if (count == 0) {
    if (!raw_.empty()) text_ += "\uFFFD";  // the source ends within a unit
    raw_.clear();
  }
  return true;
}

std::size_t Utf16Source::give(char* to, std::size_t size) {
  const std::size_t count = std::min(size, text_.size() - given_);
  std::copy_n(text_.data() + given_, count, to);
  given_ += count;
  return count;
}

}  // namespace timbao
