// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/wide_source.h"

#include <unicode/utf16.h>

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/base/utf8.h"

namespace timbao {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kPieceBytes = 64U << 10U, kMostHeadBytes = 4U << 10U, kLeastHeadBytes = 4, kLeastUnits = 8;
constexpr double kLeastShare = 0.9;  // of the units that are of blocks which Vietnamese uses

struct WideRow {
  WideCharset charset;
  std::string_view name, mark;  // the mark of UTF-32 begins with that of UTF-16, and is looked for first
  std::size_t unit_bytes;
  bool is_little;
};
constexpr std::array<WideRow, 4> kRows{{
    {WideCharset::utf32le, "utf-32le", "\xFF\xFE\0\0"sv, 4, true},
    {WideCharset::utf32be, "utf-32be", "\0\0\xFE\xFF"sv, 4, false},
    {WideCharset::utf16le, "utf-16le", "\xFF\xFE"sv, 2, true},
    {WideCharset::utf16be, "utf-16be", "\xFE\xFF"sv, 2, false},
}};

const WideRow& row_of(WideCharset charset) {
  return *std::find_if(kRows.begin(), kRows.end(), [charset](const WideRow& row) { return row.charset == charset; });
}

/// The number of the unit at a place, all of whose bytes are there.
char32_t unit_at(std::string_view bytes, std::size_t at, const WideRow& row) {
  char32_t unit = 0;
  for (std::size_t i = 0; i < row.unit_bytes; ++i)
    unit = unit << 8U | static_cast<unsigned char>(bytes[at + (row.is_little ? row.unit_bytes - 1 - i : i)]);
  return unit;
}

/// Whether a unit is of the blocks that Vietnamese text uses: Latin, combining marks, punctuation, white space.
bool is_usual(char32_t unit) {
  return (unit >= ' ' && unit < 0x250) || unit == '\n' || unit == '\r' || unit == '\t' ||
         (unit >= 0x300 && unit < 0x370) || (unit >= 0x1E00 && unit < 0x1F00) || (unit >= 0x2000 && unit < 0x2100);
}

bool is_control(char32_t unit) { return unit < ' ' && unit != '\n' && unit != '\r' && unit != '\t' && unit != '\f'; }

/// Whether bytes without a mark are units of a charset.
bool has_units_of(std::string_view head, const WideRow& row) {
  std::size_t units = 0, usual = 0;
  for (std::size_t at = 0; at + row.unit_bytes <= head.size(); at += row.unit_bytes) {
    const char32_t unit = unit_at(head, at, row);
    if (is_control(unit) || unit > 0x10FFFF || (row.unit_bytes == 2 && unit >= 0xFFFE)) return false;
    ++units;
    usual += is_usual(unit) ? 1U : 0U;
  }
  return units >= kLeastUnits && static_cast<double>(usual) >= kLeastShare * static_cast<double>(units);
}

/// Whether the bytes so far can be the beginning of a wide source, so that more of them are needed to tell.
bool may_be_wide(std::string_view head) {
  return head.size() < kLeastHeadBytes || head.find('\0') != std::string_view::npos;
}

}  // namespace

WideCharset wide_charset_of(std::string_view head) {
  for (const WideRow& row : kRows)
    if (starts_with(head, row.mark)) return row.charset;
  if (head.find('\0') == std::string_view::npos) return WideCharset::none;
  for (const WideRow& row : kRows)
    if (has_units_of(head, row)) return row.charset;
  return WideCharset::none;
}

SourceState WideSource::state() const { return given_ < text_.size() ? SourceState::open : from_.state(); }

std::optional<std::uint64_t> WideSource::size_bytes() const {
  return charset().empty() ? from_.size_bytes() : std::nullopt;
}

std::string_view WideSource::charset() const {
  return charset_ == WideCharset::none ? std::string_view() : row_of(charset_).name;
}

std::size_t WideSource::read(char* to, std::size_t size) {
  if (!is_known_) look_at_head();
  if (charset_ == WideCharset::none) return given_ < text_.size() ? give(to, size) : from_.read(to, size);
  while (given_ == text_.size())
    if (!decode_more()) return 0;
  return give(to, size);
}

/// Reads as many bytes as tell the charset: four, if none of them is zero, since a slow pipe must not be waited for.
void WideSource::look_at_head() {
  piece_.resize(kMostHeadBytes);
  while (may_be_wide(raw_) && raw_.size() < kMostHeadBytes) {
    const std::size_t count = from_.read(piece_.data(), kMostHeadBytes - raw_.size());
    if (count == 0) break;
    raw_.append(piece_, 0, count);
  }
  is_known_ = true;
  charset_ = wide_charset_of(raw_);
  if (charset_ == WideCharset::none) return text_.swap(raw_);
  if (const std::string_view mark = row_of(charset_).mark; starts_with(raw_, mark)) raw_.erase(0, mark.size());
  decode_raw();
}

/// Decodes the next piece. What is left of it, half of a unit or of a pair, waits for the next one.
bool WideSource::decode_more() {
  piece_.resize(kPieceBytes);
  const std::size_t count = from_.read(piece_.data(), piece_.size());
  if (count == 0 && raw_.empty()) return false;
  raw_.append(piece_, 0, count);
  if (count > 0)
    decode_raw();
  else
    end_raw();
  return true;
}

void WideSource::decode_raw() {
  const WideRow& row = row_of(charset_);
  text_.clear();
  given_ = 0;
  std::size_t at = 0;
  while (at + row.unit_bytes <= raw_.size()) {
    char32_t unit = unit_at(raw_, at, row);
    const bool is_lead = row.unit_bytes == 2 && U16_IS_LEAD(unit);
    const bool has_next = at + 2 * row.unit_bytes <= raw_.size();
    if (is_lead && !has_next) break;
    at += row.unit_bytes;
    if (is_lead)
      if (const char32_t trail = unit_at(raw_, at, row); U16_IS_TRAIL(trail)) {
        unit = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(unit, trail));
        at += row.unit_bytes;
      }
    append_code_point(text_, unit > 0x10FFFF || U_IS_SURROGATE(unit) ? kReplacement : unit);
  }
  raw_.erase(0, at);
}

/// What is left where the source ends: a half pair, or a part of a unit, or both.
void WideSource::end_raw() {
  const std::size_t unit_bytes = row_of(charset_).unit_bytes;
  text_.clear();
  given_ = 0;
  for (std::size_t at = 0; at < raw_.size(); at += unit_bytes) text_ += "\uFFFD";
  raw_.clear();
}

std::size_t WideSource::give(char* to, std::size_t size) {
  const std::size_t count = std::min(size, text_.size() - given_);
  std::copy_n(text_.data() + given_, count, to);
  given_ += count;
  return count;
}

}  // namespace timbao
