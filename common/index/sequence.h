// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/index/schema.h"
#include "common/text/tokenize.h"

namespace timbao {

/// A token sequence is the text of an article as the tokenizer cut it, one or two bytes a token. The index stores it for
/// each article; phrases, proximity and the place of a word are found by reading it, so the index holds no positions.
///
///   "Đảng bộ xã." as a title -> 255 0, the codes of dang~93, bo~65 and xa~4
///
/// Source   docs/index-format.md, "Token sequence". Covered by sequence_test, and by article_tokens_fuzz, which compares
///          sequences with the tokens that they were made of.

/// What the first byte of an entry means. Bytes below kFirstTwoByteLead are codes by themselves (token_codes.h).
namespace sequence {
/// Leads 190 to 250 begin a code of two bytes: code = 190 + (lead - 190) * 256 + next byte.
inline constexpr std::uint8_t kFirstTwoByteLead = 190;
inline constexpr std::uint8_t kJoined = 251;    ///< nothing separates the next token from the one before: "5" "%"
inline constexpr std::uint8_t kLiteral = 252;   ///< a token without a code follows: a length (one byte), a reading term
inline constexpr std::uint8_t kSentence = 253;  ///< the next token begins a sentence
inline constexpr std::uint8_t kParagraph = 254;  ///< the next token begins a paragraph, but not a field
inline constexpr std::uint8_t kField = 255;      ///< a field begins; its number (schema.h) follows in one byte
/// How many codes one and two bytes can tell apart.
inline constexpr std::uint32_t kCodes = 190 + 61 * 256;
}  // namespace sequence

/// Builds a token sequence, field by field and token by token.
///
///   SequenceWriter writer;
///   writer.begin_field(Field::title);
///   for (const Token& token : tokens) writer.add(token, code_of(token));
///   document.add_value(slot::kTokens, writer.finish());
class SequenceWriter {
 public:
  /// Begins a field; the tokens that follow are its own.
  void begin_field(Field field);

  /// Appends a token.
  ///
  /// Takes    the code of the token's word in token_codes(); -1 for a word that has none, which is written out.
  void add(const Token& token, std::int32_t code);

  /// The bytes for slot::kTokens, with their checksum. The writer is empty afterwards.
  [[nodiscard]] std::string finish();

 private:
  std::string bytes_;
  bool at_field_start_ = false;
};

/// Verifies the checksum of a stored sequence.
///
/// Takes    the bytes of slot::kTokens.
/// Returns  the sequence without its checksum: a view into `bytes`.
/// Errors   Error(index_failed) where the checksum does not match.
std::string_view checked_sequence(std::string_view bytes);

/// Walks a sequence, and calls the visitor for each entry in the order of the text: field(Field), paragraph(),
/// sentence(), joined(), code(std::uint32_t), literal(std::string_view reading_term).
///
///   struct CountTokens { std::size_t tokens = 0; void code(std::uint32_t) { ++tokens; } … };
///   walk_sequence(checked_sequence(bytes), count_tokens);
///
/// Takes    what checked_sequence() returned, and a visitor with all six functions. It is a template, because this is
///          the inner loop of reading articles: the calls are inlined.
/// Errors   none: an entry that is cut off at the end of the bytes ends the walk.
template <typename Visitor>
void walk_sequence(std::string_view tokens, Visitor&& visitor) {
  const auto* at = reinterpret_cast<const unsigned char*>(tokens.data());
  const auto* const end = at + tokens.size();
  while (at != end) {
    // Most tokens have codes. Codes of one byte and of two alternate without a pattern, so a branch would be
    // mispredicted for many tokens; this computes both lengths without one.
    const auto* const before_last = end - 1;
    while (at < before_last && *at < sequence::kJoined) {
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
      return;  // this is the last byte, and its code needs two
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
