// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/chunk.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "query/language/characters.h"
#include "query/language/quotes.h"

namespace timbao {
namespace {

constexpr std::array<Keyword, 3> kKeywords{{
    {"AND", "and", ItemKind::both},
    {"OR", "or", ItemKind::either},
    {"NOT", "not", ItemKind::negation},
}};

/// How many bytes of a text stand before the first code point for which `ends` is true.
template <typename Predicate>
std::size_t length_until(std::string_view text, Predicate ends) {
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint c = read_code_point(text, at);
    if (ends(c.value)) break;
    at += c.length;
  }
  return at;
}

/// The stretches of a text between separators, joined by single spaces.
template <typename Predicate>
std::string with_single_spaces(std::string_view text, Predicate is_separator) {
  std::string result;
  while (!text.empty()) {
    const std::size_t length = length_until(text, is_separator);
    if (length == 0) {
      text.remove_prefix(read_code_point(text, 0).length);
      continue;
    }
    if (!result.empty()) result += ' ';
    result += text.substr(0, length);
    text.remove_prefix(length);
  }
  return result;
}

}  // namespace

const Keyword* keyword_of(std::string_view chunk) {
  const auto* found =
      std::find_if(kKeywords.begin(), kKeywords.end(), [&](const Keyword& k) { return k.typed == chunk; });
  return found == kKeywords.end() ? nullptr : found;
}

std::string_view chunk_of(std::string_view text) {
  return text.substr(
      0, length_until(text, [](char32_t c) { return is_query_space(c) || is_query_quote(c) || is_query_bracket(c); }));
}

std::string_view filter_value_of(std::string_view text) {
  int open = 0;
  return text.substr(0, length_until(text, [&open](char32_t c) {
                       if (c == U'(') ++open;
                       return is_query_space(c) || is_query_quote(c) || (c == U')' && --open < 0);
                     }));
}

Beginning beginning_of(std::string_view text, Tokenizer& tokenizer) {
  if (text.empty()) return Beginning::neither;
  if (is_ascii_letter(text.front())) return Beginning::letter;
  if (is_ascii_digit(text.front())) return Beginning::digit;
  if (static_cast<unsigned char>(text.front()) < 0x80) return Beginning::neither;
  const TokenizedText found = tokenizer.tokenize(chunk_of(text));
  if (found.tokens.empty() || found.tokens.front().begin != 0) return Beginning::neither;
  return is_ascii_digit(found.tokens.front().word->folded.front()) ? Beginning::digit : Beginning::letter;
}

bool begins_with_word(std::string_view text, Tokenizer& tokenizer) {
  return beginning_of(text, tokenizer) != Beginning::neither;
}

FieldName field_name_of(std::string_view text) {
  const std::size_t colon = text.substr(0, 16).find(':');
  if (colon == std::string_view::npos) return {};
  const std::optional<Field> field = field_named(text.substr(0, colon));
  return field ? FieldName{*field, colon + 1} : FieldName{};
}

std::string in_single_spaces(std::string_view text) { return with_single_spaces(text, is_query_space); }

std::string as_phrase(std::string_view text) {
  return with_single_spaces(text, [](char32_t c) { return is_query_space(c) || is_query_quote(c); });
}

}  // namespace timbao
