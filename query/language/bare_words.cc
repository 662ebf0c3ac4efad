// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/bare_words.h"

#include "common/base/utf8.h"
#include "query/language/chunk.h"
#include "query/language/suffix.h"

namespace timbao {
namespace {

/// A piece of text as it is read as words: what looks like a keyword in small letters, and a * or a weight behind a
/// word set apart from it.
std::string as_words(std::string_view piece, Tokenizer& tokenizer) {
  constexpr std::string_view kNear = "NEAR";
  if (const Keyword* keyword = keyword_of(piece); keyword != nullptr) return std::string(keyword->as_word);
  if (near_distance(piece)) return "near" + std::string(piece.substr(kNear.size()));
  const std::size_t sign = piece.find_first_of("*^");
  if (sign == std::string_view::npos || split_suffix(piece, tokenizer).word == piece) return std::string(piece);
  return as_words(piece.substr(0, sign), tokenizer) + ' ' + std::string(piece.substr(sign));
}

/// How many bytes at the beginning of a chunk would be read as an operator if a space stood before the chunk: 1 for a
/// sign or `=`, the length of a field's name; 0 where the chunk begins with text.
std::size_t operator_length(std::string_view chunk, Tokenizer& tokenizer) {
  if (chunk.size() < 2) return 0;
  const std::string_view rest = chunk.substr(1);
  if (chunk.front() == '=') return begins_with_word(rest, tokenizer) ? 1 : 0;
  if (chunk.front() == '+' || chunk.front() == '-') {
    if (rest.front() == '=') return operator_length(rest, tokenizer);
    return beginning_of(rest, tokenizer) == Beginning::letter ? 1 : 0;
  }
  const FieldName name = field_name_of(chunk);
  if (name.length == 0 || name.length == chunk.size()) return 0;
  if (row_of(name.field).use == FieldUse::filter) return name.length;
  const std::string_view value = chunk.substr(name.length);
  return begins_with_word(value, tokenizer) || operator_length(value, tokenizer) == 1 ? name.length : 0;
}

}  // namespace

std::string as_bare_words(std::string_view text, Tokenizer& tokenizer) {
  std::string_view left = text;
  std::string result;
  while (!left.empty()) {
    std::string_view chunk = chunk_of(left);
    left.remove_prefix(chunk.empty() ? read_code_point(left, 0).length : chunk.size());
    while (!chunk.empty()) {
      const std::size_t length = operator_length(chunk, tokenizer);
      const std::string_view piece = length == 0 ? chunk : chunk.substr(0, length);
      if (!result.empty()) result += ' ';
      result += as_words(piece, tokenizer);
      chunk.remove_prefix(piece.size());
    }
  }
  return result;
}

}  // namespace timbao
