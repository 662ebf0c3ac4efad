// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/sequence.h"

#include "common/index/checksum.h"
#include "common/index/terms.h"

namespace timbao {

void SequenceWriter::begin_field(Field field) {
  bytes_ += static_cast<char>(sequence::kField);
  bytes_ += static_cast<char>(field);
  at_field_start_ = true;
}

void SequenceWriter::add(const Token& token, std::int32_t code) {
  if (token.gap == Gap::joined) bytes_ += static_cast<char>(sequence::kJoined);
  if (token.gap == Gap::sentence) bytes_ += static_cast<char>(sequence::kSentence);
  if (token.gap == Gap::paragraph && !at_field_start_) bytes_ += static_cast<char>(sequence::kParagraph);
  at_field_start_ = false;
  if (code < 0) {
    const std::string term = reading_term(*token.word);
    bytes_ += static_cast<char>(sequence::kLiteral);
    bytes_ += static_cast<char>(term.size());
    bytes_ += term;
  } else if (code < sequence::kFirstTwoByteLead) {
    bytes_ += static_cast<char>(code);
  } else {
    const int above = code - sequence::kFirstTwoByteLead;
    bytes_ += static_cast<char>(sequence::kFirstTwoByteLead + above / 256);
    bytes_ += static_cast<char>(above % 256);
  }
}

std::string SequenceWriter::finish() {
  std::string result = with_checksum(bytes_);
  bytes_.clear();
  return result;
}

std::string_view checked_sequence(std::string_view bytes) { return without_checksum(bytes, "a token sequence"); }

}  // namespace timbao
