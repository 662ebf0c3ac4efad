// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/index/schema.h"
#include "common/text/tokenize.h"

namespace timbao {

/// The marks of a token sequence, above the one-byte and the two-byte codes.
namespace sequence {
inline constexpr std::uint8_t kFirstTwoByteLead =
    190;                                       ///< leads 190 to 250: code = 190 + (lead - 190) * 256 + next byte
inline constexpr std::uint8_t kJoined = 251;   ///< the next token is joined to the one before
inline constexpr std::uint8_t kLiteral = 252;  ///< a length (one byte) and a reading term
inline constexpr std::uint8_t kSentence = 253;
inline constexpr std::uint8_t kParagraph = 254;
inline constexpr std::uint8_t kField = 255;  ///< and the Field's number
inline constexpr std::uint32_t kCodes = 190 + 61 * 256;
}  // namespace sequence

/// Builds a token sequence: field by field, token by token.
class SequenceWriter {
 public:
  void begin_field(Field field);
  void add(const Token& token, std::int32_t code);  ///< code: of the token's word in token_codes(); -1: it has none
  [[nodiscard]] std::string finish();               ///< the bytes of slot::kTokens; the writer is empty again

 private:
  std::string bytes_;
  bool at_field_start_ = false;
};

/// The tokens of a sequence without its checksum, which is verified here.
///
/// Errors   Error(index_failed) where it does not fit.
std::string_view checked_sequence(std::string_view bytes);

/// Walks a sequence: calls visitor.field(Field), .paragraph(), .sentence(), .joined(), .code(std::uint32_t),
/// .literal(std::string_view reading_term) in the order of the text.
///
/// Takes    what checked_sequence() returned. A truncated tail ends the walk.
template <typename Visitor>
void walk_sequence(std::string_view tokens, Visitor&& visitor) {
  const auto* at = reinterpret_cast<const unsigned char*>(tokens.data());
  const auto* const end = at + tokens.size();
  while (at != end) {
    // Most tokens have codes: of one byte or two, in no order that a processor could foresee, so without a branch.
    while (end - at >= 2 && *at < sequence::kJoined) {
      const std::uint32_t first = *at, is_long = first >= sequence::kFirstTwoByteLead ? 1 : 0;
      const std::uint32_t above = (first - sequence::kFirstTwoByteLead) * 255U + at[1];
      visitor.code(first + (above & (0U - is_long)));
      at += 1 + is_long;
    }
    if (at == end) return;
    const unsigned byte = *at++;
    if (byte < sequence::kFirstTwoByteLead) {
      visitor.code(byte);
    } else if (byte < sequence::kJoined) {
      return;  // the last byte, and its code has two
    } else if (byte == sequence::kLiteral) {
      if (at == end || end - at - 1 < *at) return;
      visitor.literal(std::string_view(reinterpret_cast<const char*>(at) + 1, *at));
      at += 1 + *at;
    } else if (byte == sequence::kField) {
      if (at == end) return;
      visitor.field(static_cast<Field>(*at++));
    } else if (byte == sequence::kParagraph) {
      visitor.paragraph();
    } else if (byte == sequence::kSentence) {
      visitor.sentence();
    } else {
      visitor.joined();
    }
  }
}

}  // namespace timbao
