// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/tokenize.h"

#include "common/base/utf8.h"
#include "common/text/letters.h"
#include "tests/fuzz/require.h"

namespace {

using timbao::fuzz::require;

using timbao::Token;
using timbao::TokenizedText;

void check_tokens(const TokenizedText& cut, std::size_t size) {
  std::size_t end = 0;
  for (const Token& token : cut.tokens) {
    require(end <= token.begin && token.begin < token.end && token.end <= size);
    require(!token.word->folded.empty() && token.word->folded.size() <= timbao::kFoldedLimitBytes);
    require(!token.word->exact.empty() && token.word->exact.size() <= timbao::kExactLimitBytes);
    require(timbao::well_formed_prefix(token.word->folded) == token.word->folded.size());
    end = token.end;
  }
}

void check_extras(const TokenizedText& cut) {
  for (const timbao::Extra& extra : cut.extras) {
    require(extra.count > 0 && extra.first + std::size_t{extra.count} <= cut.tokens.size());
    require(!extra.folded.empty());
    if (!extra.exact.empty())
      require(extra.folded.size() <= timbao::kFoldedLimitBytes && extra.exact.size() <= timbao::kExactLimitBytes);
  }
}

/// Every letter and digit lies in a token, but marks on no letter.
void check_cover(std::string_view text, const TokenizedText& cut) {
  auto token = cut.tokens.begin();
  for (std::size_t at = 0; at < text.size();) {
    const timbao::CodePoint next = timbao::read_code_point(text, at);
    const timbao::LetterClass kind = timbao::class_of(next.value);
    while (token != cut.tokens.end() && token->end <= at) ++token;
    const bool is_inside = token != cut.tokens.end() && token->begin <= at;
    if (kind == timbao::LetterClass::letter || kind == timbao::LetterClass::digit)
      require(is_inside || timbao::fold_code_point(next.value).empty());
    at += next.length;
  }
}

bool are_equal(const TokenizedText& a, const TokenizedText& b) {
  if (a.tokens.size() != b.tokens.size() || a.extras.size() != b.extras.size()) return false;
  for (std::size_t i = 0; i < a.tokens.size(); ++i) {
    const Token &left = a.tokens[i], &right = b.tokens[i];
    if (left.begin != right.begin || left.end != right.end || left.gap != right.gap) return false;
    if (left.word->folded != right.word->folded || left.word->exact != right.word->exact) return false;
  }
  for (std::size_t i = 0; i < a.extras.size(); ++i)
    if (a.extras[i].folded != b.extras[i].folded || a.extras[i].first != b.extras[i].first) return false;
  return true;
}

}  // namespace

// Tokens of any bytes are ordered, bounded and complete, whatever the tokenizer has met before.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static timbao::Tokenizer used;
  const std::string_view text = timbao::fuzz::text_of(data, size);
  timbao::Tokenizer fresh;
  const TokenizedText cut = fresh.tokenize(text);
  check_tokens(cut, size);
  check_extras(cut);
  check_cover(text, cut);
  require(are_equal(cut, used.tokenize(text)));
  return 0;
}
