// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/columns.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "common/base/utf8.h"

namespace timbao {
namespace {

constexpr std::size_t kLeastColumns = 20;
constexpr std::size_t kMostMarksGivenBack = 16;
constexpr char kEscape = '\x1B';

/// The bytes of the escape sequence at `at`, such as "\x1B[1m"; 0 where none begins there.
std::size_t escape_length(std::string_view line, std::size_t at) {
  if (line[at] != kEscape || at + 1 >= line.size() || line[at + 1] != '[') return 0;
  std::size_t end = at + 2;
  while (end < line.size() && (line[end] < '@' || line[end] > '~')) ++end;
  return std::min(end + 1, line.size()) - at;
}

/// A letter or an escape sequence: bytes that stay together, and the columns they take.
struct Piece {
  std::size_t bytes = 0, columns = 0;
};

Piece piece_at(std::string_view line, std::size_t at) {
  if (const std::size_t escape = escape_length(line, at); escape > 0) return {escape, 0};
  const CodePoint c = read_code_point(line, at);
  return {c.length, columns_of(c.value)};
}

/// Puts words one behind the other, and begins a new line where one has no room.
class Wrapper {
 public:
  explicit Wrapper(const Wrapping& wrapping)
      : columns_(std::max(wrapping.columns, kLeastColumns)), indent_(std::min(wrapping.indent, columns_ / 2)) {}

  void add_spaces(std::size_t count) { spaces_ = std::min(spaces_ + count, columns_); }

  void add_word(std::string_view word) {
    const std::size_t wide = columns_of(word);
    if (has_word_ && used_ + spaces_ + wide > columns_) end_line();
    out_.append(spaces_, ' ');
    used_ += spaces_;
    spaces_ = 0;
    has_word_ = true;
    if (used_ + wide <= columns_) {
      out_ += word;
      used_ += wide;
    } else {
      add_in_parts(word);
    }
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void end_line() {
    out_ += '\n';
    out_.append(indent_, ' ');
    used_ = indent_;
    spaces_ = 0;
    has_word_ = false;
  }

  void add_in_parts(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
      const Piece piece = piece_at(word, at);
      if (used_ + piece.columns > columns_) end_line();
      out_ += word.substr(at, piece.bytes);
      used_ += piece.columns;
      at += piece.bytes;
    }
    has_word_ = true;
  }

  std::size_t columns_, indent_;
  std::size_t used_ = 0, spaces_ = 0;  // columns of the line that is being filled; spaces before the next word
  bool has_word_ = false;              // on that line
  std::string out_;
};

}  // namespace

std::size_t columns_of(char32_t code_point) {
  if (code_point >= 0x20 && code_point < 0x300) return 1;
  const auto c = static_cast<UChar32>(code_point);
  constexpr std::uint32_t kInvisible = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
  if ((U_GET_GC_MASK(c) & kInvisible) != 0 || (code_point >= 0x1160 && code_point <= 0x11FF)) return 0;
  const std::int32_t width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t columns_of(std::string_view line) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < line.size();) {
    const Piece piece = piece_at(line, at);
    columns += piece.columns;
    at += piece.bytes;
  }
  return columns;
}

std::string wrap(std::string_view line, const Wrapping& wrapping) {
  if (wrapping.columns == 0) return std::string(line);
  Wrapper wrapper(wrapping);
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t word = std::min(line.find_first_not_of(' ', at), line.size());
    const std::size_t end = std::min(line.find(' ', word), line.size());
    wrapper.add_spaces(word - at);
    if (word < end) wrapper.add_word(line.substr(word, end - word));
    at = end;
  }
  return wrapper.take();
}

std::string_view cut_at_letter(std::string_view text, std::size_t limit_chars) {
  std::size_t most = 0;
  for (std::size_t i = 0; i < limit_chars && most < text.size(); ++i) most += read_code_point(text, most).length;
  const auto is_mark_at = [&](std::size_t at) { return columns_of(read_code_point(text, at).value) == 0; };
  std::size_t end = most;
  for (std::size_t i = 0; i < kMostMarksGivenBack && end > 0 && end < text.size() && is_mark_at(end); ++i)
    end = code_point_before(text, end);
  const bool is_cut_well = end == text.size() || (end > 0 && !is_mark_at(end));
  return text.substr(0, is_cut_well ? end : most);
}

std::string shortened(std::string_view text, std::size_t limit_chars) {
  const std::string_view kept = cut_at_letter(text, limit_chars);
  return kept.size() == text.size() ? std::string(text) : std::string(kept) + "…";
}

}  // namespace timbao
