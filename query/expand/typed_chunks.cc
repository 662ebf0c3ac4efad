// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/typed_chunks.h"

#include <algorithm>

#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "common/text/letters.h"

namespace timbao {
namespace {

bool is_key(char32_t c) {
  const LetterClass letter = class_of(c);
  const bool is_sign = c < 0x80 && std::string_view("'`?~.^+*(\\").find(static_cast<char>(c)) != std::string_view::npos;
  return is_sign || letter == LetterClass::letter || letter == LetterClass::digit || letter == LetterClass::ignorable;
}

/// The end of the stretch of keys, or of other characters, that begins at a place.
std::size_t end_of_stretch(std::string_view value, std::size_t begin) {
  const bool keys = is_key(read_code_point(value, begin).value);
  std::size_t at = begin;
  while (at < value.size()) {
    const CodePoint next = read_code_point(value, at);
    if (is_key(next.value) != keys) break;
    at += next.length;
  }
  return at;
}

/// The tokens [first, last), which stand in a stretch of a text that ends at the byte `end`.
struct TokenStretch {
  std::size_t first, last, end;
};

TypedChunk chunk_of_tokens(std::string_view value, const TokenizedText& text, const TokenStretch& stretch) {
  const std::size_t begin = text.tokens[stretch.first].begin;
  TypedChunk chunk;
  chunk.first = stretch.first;
  chunk.count = stretch.last - stretch.first;
  chunk.typed = value.substr(begin, stretch.end - begin);
  chunk.keys = canonical(chunk.typed);
  chunk.bytes_behind = stretch.end - text.tokens[stretch.last - 1].end;
  return chunk;
}

}  // namespace

std::vector<TypedChunk> typed_chunks(std::string_view value, const TokenizedText& text) {
  std::vector<TypedChunk> chunks;
  std::size_t token = 0;
  for (std::size_t begin = 0; begin < value.size();) {
    const std::size_t end = end_of_stretch(value, begin);
    while (token < text.tokens.size() && text.tokens[token].begin < begin) ++token;
    std::size_t last = token;
    while (last < text.tokens.size() && text.tokens[last].end <= end) ++last;
    const bool is_cut = last < text.tokens.size() && text.tokens[last].begin < end;
    if (last > token && !is_cut) chunks.push_back(chunk_of_tokens(value, text, {token, last, end}));
    token = last;
    begin = end;
  }
  return chunks;
}

}  // namespace timbao
