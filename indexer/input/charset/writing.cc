// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/writing.h"

#include <simdjson.h>

#include <algorithm>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "indexer/input/charset/decode.h"
#include "indexer/input/charset/likeness.h"
#include "indexer/input/charset/single_bytes.h"

namespace timbao {
namespace {

constexpr std::size_t kUnmistakableBytes = 3;
constexpr char kLostHorn = '\xAD';  // "ư" in TCVN3, the soft hyphen of Latin-1, which programs drop or print as a blank

struct CharsetOfWriting {
  Writing writing;
  Charset charset;
};
constexpr std::array kCharsets{
    CharsetOfWriting{Writing::windows1258, Charset::windows1258},
    CharsetOfWriting{Writing::tcvn3, Charset::tcvn3},
    CharsetOfWriting{Writing::tcvn5712, Charset::tcvn5712},
    CharsetOfWriting{Writing::vni, Charset::vni},
    CharsetOfWriting{Writing::vps, Charset::vps},
    CharsetOfWriting{Writing::viscii, Charset::viscii},
    CharsetOfWriting{Writing::bkhcm1, Charset::bkhcm1},
    CharsetOfWriting{Writing::bkhcm2, Charset::bkhcm2},
};

bool is_whole_word_of_news(std::string_view text) {
  const Likeness like = likeness(text);
  return like.words == 1 && like.share() == 1;
}

// ---- UTF-8 that was encoded twice

/// The bytes of one character of UTF-8 that stand as characters of their own at a place.
struct Sequence {
  std::string bytes;          // empty where there is none
  std::size_t end = 0;        // behind its characters
  bool lost_a_blank = false;  // the last one is a blank, which was U+00A0
};

/// How many bytes a character of UTF-8 has that begins with this one; 0 where none begins so.
std::size_t bytes_of_character(unsigned char first) {
  if (first >= 0xC2 && first < 0xE0) return 2;
  if (first >= 0xE0 && first < 0xF0) return 3;
  return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

/// Takes the byte that a character stands for; nothing at the end.
std::optional<unsigned char> take_byte(std::string_view text, std::size_t& at) {
  if (at >= text.size()) return std::nullopt;
  const CodePoint next = read_code_point(text, at);
  at += next.length;
  return single_byte(next.value);
}

/// Whether the bytes are those of à, ơ, ạ or Ỡ but for the last one, A0.
bool lacks_last_byte_a0(const std::string& bytes) {
  return bytes == "\xC3" || bytes == "\xC6" || bytes == "\xE1\xBA" || bytes == "\xE1\xBB";
}

Sequence sequence_at(std::string_view text, std::size_t at) {
  const std::optional<unsigned char> first = take_byte(text, at);
  const std::size_t count = first ? bytes_of_character(*first) : 0;
  if (count == 0) return {};
  Sequence sequence{std::string(1, static_cast<char>(*first)), 0};
  while (sequence.bytes.size() < count) {
    std::optional<unsigned char> byte = take_byte(text, at);
    if (byte == ' ' && lacks_last_byte_a0(sequence.bytes)) {
      sequence.lost_a_blank = true;
      byte = 0xA0;
    }
    if (!byte) return {};
    sequence.bytes += static_cast<char>(*byte);
  }
  sequence.end = at;
  return read_code_point(sequence.bytes, 0).length == count ? sequence : Sequence{};
}

/// Puts the blank back that stood behind "à" as U+00A0 and was one with the blank between two words: "vÃ cáº§n" is "và
/// cần", but "lÃ m" is "làm".
void put_blank_back(std::string& text, std::size_t at) {
  const std::string_view behind = std::string_view(text).substr(at);
  if (behind.empty()) return;
  const std::size_t begin = text.find_last_of(' ', at - 1);
  const std::string_view joined = std::string_view(text).substr(begin == std::string::npos ? 0 : begin + 1);
  const bool is_one_word = is_whole_word_of_news(joined) && (behind.size() <= 2 || !is_whole_word_of_news(behind));
  if (!is_one_word) text.insert(at, 1, ' ');
}

std::optional<StretchReading> read_twice(std::string_view stretch) {
  StretchReading reading;
  bool has_any = false;
  std::size_t blank_at = std::string::npos;
  for (std::size_t at = 0; at < stretch.size();) {
    const Sequence sequence = sequence_at(stretch, at);
    const CodePoint next = read_code_point(stretch, at);
    reading.text += sequence.bytes.empty() ? std::string(stretch.substr(at, next.length)) : sequence.bytes;
    has_any = has_any || !sequence.bytes.empty();
    reading.is_unmistakable = reading.is_unmistakable || sequence.bytes.size() >= kUnmistakableBytes;
    if (sequence.lost_a_blank) blank_at = reading.text.size();
    at = sequence.bytes.empty() ? at + next.length : sequence.end;
  }
  if (!has_any) return std::nullopt;
  if (blank_at == std::string::npos) return reading;
  put_blank_back(reading.text, blank_at);
  const bool is_one_letter = count_code_points(reading.text.substr(0, reading.text.find(' '))) == 1;
  return is_one_letter && !reading.is_unmistakable ? std::nullopt : std::optional(reading);  // "Æ " is Danish
}

std::optional<StretchReading> read_thrice(std::string_view stretch) {
  const std::optional<StretchReading> once = read_twice(stretch);
  std::optional<StretchReading> again = once ? read_twice(once->text) : std::nullopt;
  if (again && once->is_unmistakable) again->is_unmistakable = true;
  return again;
}

// ---- charsets

/// A stretch of TCVN3 with a blank where "ư" was: "ng êi" is "người".
std::optional<std::string> with_lost_horn(const std::string& bytes) {
  const std::size_t blank = bytes.find(' ');
  if (blank == std::string::npos) return std::nullopt;
  std::string whole = bytes;
  whole[blank] = kLostHorn;
  const DecodedText decoded = decode(whole, Charset::tcvn3);
  return is_whole_word_of_news(decoded.text) ? std::optional(decoded.text) : std::nullopt;
}

std::optional<StretchReading> read_charset(std::string_view stretch, Charset charset, Units units) {
  const bool is_bytes = units == Units::bytes;
  if (is_bytes && is_word_of_utf8(stretch)) return std::nullopt;
  const std::optional<std::string> bytes = is_bytes ? std::optional(std::string(stretch)) : single_bytes(stretch);
  if (!bytes) return std::nullopt;
  if (charset == Charset::tcvn3)
    if (std::optional<std::string> word = with_lost_horn(*bytes)) return StretchReading{*std::move(word)};
  DecodedText decoded = decode(*bytes, charset);
  if (decoded.impossible > 0) return std::nullopt;
  return StretchReading{std::move(decoded.text)};
}

}  // namespace

Units units_of(std::string_view text) {
  return simdjson::validate_utf8(text.data(), text.size()) ? Units::characters : Units::bytes;
}

bool is_word_of_utf8(std::string_view stretch) {
  return units_of(stretch) == Units::characters && count_code_points(stretch) > 1 && is_whole_word_of_news(stretch);
}

std::optional<StretchReading> read_stretch(std::string_view stretch, Writing writing, Units units) {
  if (writing == Writing::as_it_stands) return std::nullopt;
  if (writing >= Writing::windows1258) {
    const auto* const row = std::find_if(kCharsets.begin(), kCharsets.end(),
                                         [writing](const CharsetOfWriting& one) { return one.writing == writing; });
    return read_charset(stretch, row->charset, units);
  }
  if (well_formed_prefix(stretch) < stretch.size()) return std::nullopt;
  return writing == Writing::utf8_twice ? read_twice(stretch) : read_thrice(stretch);
}

}  // namespace timbao
