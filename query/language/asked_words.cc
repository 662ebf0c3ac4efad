// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/asked_words.h"

#include <utility>

namespace timbao {

bool operator==(const AskedWord& a, const AskedWord& b) {
  return a.folded == b.folded && a.exact == b.exact && a.readings == b.readings && a.field == b.field;
}

WordId AskedWordList::id_of(const Token& token, const Node& node, Demand demand) {
  AskedWord word{token.word->folded, token.word->exact, Readings::any, node.field};
  word.readings = readings_of(word, node, demand, token.word->kind);
  return id_of(std::move(word));
}

WordId AskedWordList::id_of(const Extra& extra, const Node& node, Demand demand) {
  AskedWord word{extra.folded, extra.exact, Readings::any, node.field};
  word.readings = readings_of(word, node, demand, word.is_marked() ? TokenKind::word : TokenKind::number);
  return id_of(std::move(word));
}

Readings AskedWordList::readings_of(const AskedWord& word, const Node& node, Demand demand, TokenKind kind) const {
  if (node.strictness == Strictness::strict || marks_ == MarksMode::strict) return Readings::typed;
  const bool any = !word.is_marked() || kind == TokenKind::number || marks_ == MarksMode::fold;
  return any || demand == Demand::optional ? Readings::any : Readings::typed_or_plain;
}

WordId AskedWordList::id_of(AskedWord word) {
  for (const WordId known : words_.ids())
    if (words_[known] == word) return known;
  return words_.push_back(std::move(word));
}

}  // namespace timbao
