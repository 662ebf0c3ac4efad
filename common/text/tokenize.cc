// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/tokenize.h"

#include "common/base/utf8.h"
#include "common/text/letters.h"
#include "common/text/token_builder.h"
#include "common/text/token_reader.h"
#include "common/text/word_cache.h"
#include "common/text/word_end.h"

namespace timbao {
namespace {

/// Goes over what stands at `at`, a code point that is none of the common letters; returns the place behind it.
std::size_t read_any(TokenBuilder& builder, std::size_t at) {
  const CodePoint next = read_code_point(builder.text(), at);
  switch (class_of(next.value)) {
    case LetterClass::letter:
      return read_word(builder, at);
    case LetterClass::digit:
      return read_number(builder, at);
    case LetterClass::ignorable:
    case LetterClass::zero_width_space:
      break;
    case LetterClass::sentence_end:
      builder.separate(Gap::sentence);
      break;
    case LetterClass::line_end:
      builder.separate(Gap::paragraph);
      break;
    case LetterClass::separator:
      builder.separate(Gap::space);
      break;
  }
  return at + next.length;
}

}  // namespace

Tokenizer::Tokenizer() : cache_(std::make_unique<WordCache>(kCachedWords)) {}
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

TokenizedText Tokenizer::tokenize(std::string_view text) {
  TokenBuilder builder(text, *cache_);
  for (std::size_t at = 0; at < text.size();) {
    // Spaces and common letters, which nearly all of a text is made of, need no table of classes.
    if (text[at] == ' ')
      ++at;
    else if (static_cast<unsigned char>(text[at]) > '9' && common_letter_length(text, at) != 0)
      at = read_word(builder, at);
    else
      at = read_any(builder, at);
  }
  return builder.take();
}

}  // namespace timbao
