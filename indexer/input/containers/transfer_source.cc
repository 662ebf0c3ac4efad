// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/containers/transfer_source.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "common/base/ascii.h"
#include "common/base/ascii_text.h"
#include "common/base/named_values.h"

namespace timbao {
namespace {

constexpr std::size_t kPieceBytes = 64U << 10U;
constexpr std::size_t kLongestEscape = 80;  // "=", blanks, and the end of the line

constexpr std::array<NamedValue<TransferEncoding>, 3> kNames{{
    {TransferEncoding::none, "binary"},
    {TransferEncoding::quoted_printable, "quoted-printable"},
    {TransferEncoding::base64, "base64"},
}};
static_assert(covers_every_value<kNames>());

/// Decodes quoted-printable.
///
/// Takes    bytes, and the place from which on an escape may go on in the next piece and has to wait for it.
/// Returns  how many bytes are done with.
std::size_t decode_quoted(std::string_view raw, std::size_t waiting_from, std::string& to) {
  std::size_t at = 0;
  while (at < raw.size()) {
    const std::size_t escape = std::min(raw.find('=', at), raw.size());
    to += raw.substr(at, escape - at);
    at = escape;
    if (at == raw.size()) break;
    if (at >= waiting_from) return at;
    const std::size_t behind = raw.find_first_not_of(" \t\r", at + 1);
    if (is_ascii_hex_digit(byte_at(raw, at + 1)) && is_ascii_hex_digit(byte_at(raw, at + 2))) {
      to += static_cast<char>(hex_digit_value(raw[at + 1]) << 4U | hex_digit_value(raw[at + 2]));
      at += 3;
    } else if (behind == std::string_view::npos || raw[behind] == '\n') {
      at = behind == std::string_view::npos ? raw.size() : behind + 1;
    } else {
      to += raw[at++];
    }
  }
  return at;
}

constexpr std::string_view kBase64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr unsigned kNoDigit = 64;

constexpr std::array<unsigned char, 256> values_of_digits() {
  std::array<unsigned char, 256> values{};
  for (unsigned char& value : values) value = kNoDigit;
  for (std::size_t at = 0; at < kBase64Digits.size(); ++at)
    values[static_cast<unsigned char>(kBase64Digits[at])] = static_cast<unsigned char>(at);
  return values;
}
constexpr std::array<unsigned char, 256> kDigitValues = values_of_digits();

/// Decodes base64 from digits that are given in groups of four; a last group of two or three has one or two bytes.
void decode_base64(std::string_view digits, std::string& to) {
  for (std::size_t at = 0; at + 1 < digits.size(); at += 4) {
    unsigned bits = 0;
    const std::size_t count = std::min<std::size_t>(4, digits.size() - at);
    for (std::size_t i = 0; i < 4; ++i)
      bits = bits << 6U | (i < count ? kDigitValues[static_cast<unsigned char>(digits[at + i])] : 0U);
    for (std::size_t i = 0; i + 1 < count; ++i) to += static_cast<char>(bits >> (16U - 8U * i) & 0xFFU);
  }
}

}  // namespace

TransferEncoding transfer_encoding(std::string_view name) {
  return value_named(kNames, ascii_lower(name)).value_or(TransferEncoding::none);
}

SourceState TransferSource::state() const { return given_ < text_.size() ? SourceState::open : from_.state(); }

std::size_t TransferSource::read(char* to, std::size_t size) {
  if (encoding_ == TransferEncoding::none) return from_.read(to, size);
  while (given_ == text_.size())
    if (!decode_more()) return 0;
  const std::size_t count = std::min(size, text_.size() - given_);
  std::copy_n(text_.data() + given_, count, to);
  given_ += count;
  return count;
}

/// Decodes the next piece; false at the end.
bool TransferSource::decode_more() {
  std::string piece(kPieceBytes, '\0');
  piece.resize(from_.read(piece.data(), piece.size()));
  const bool is_last = piece.empty();
  if (is_last && raw_.empty()) return false;
  text_.clear();
  given_ = 0;
  if (encoding_ == TransferEncoding::base64) {
    std::copy_if(piece.begin(), piece.end(), std::back_inserter(raw_),
                 [](char byte) { return kDigitValues[static_cast<unsigned char>(byte)] != kNoDigit; });
    const std::size_t whole = is_last ? raw_.size() : raw_.size() / 4 * 4;
    decode_base64(std::string_view(raw_).substr(0, whole), text_);
    raw_.erase(0, whole);
  } else {
    raw_ += piece;
    const std::size_t waiting = is_last ? 0 : std::min(raw_.size(), kLongestEscape);
    raw_.erase(0, decode_quoted(raw_, raw_.size() - waiting, text_));
  }
  return true;
}

}  // namespace timbao
