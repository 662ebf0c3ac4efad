// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/asked_words.h"

#include <utility>

namespace timbao {

bool operator==(const AskedWord& a, const AskedWord& b) {
  return a.folded == b.folded && a.exact == b.exact && a.readings == b.readings && a.field == b.field &&
         a.extent == b.extent;
}

WordId AskedWordList::id_of(const Token& token, const Node& node, Demand demand) {
  AskedWord word{token.word->folded, token.word->exact, Readings::any, node.field};
  if (node.kind == NodeKind::prefix) return id_of_beginning(std::move(word), node);
  word.readings = readings_of(word, node, demand, token.word->kind);
  return id_of(std::move(word));
}

WordId AskedWordList::id_of(const Extra& extra, const Node& node, Demand demand) {
  AskedWord word{extra.folded, extra.exact, Readings::any, node.field};
  word.readings = readings_of(word, node, demand, word.is_marked() ? TokenKind::word : TokenKind::number);
  return id_of(std::move(word));
}

/// Which words a beginning stands for does not depend on whether it is needed: a letter more must never find more.
WordId AskedWordList::id_of_beginning(AskedWord word, const Node& node) {
  word.extent = Extent::beginning;
  if (node.strictness == Strictness::strict || marks_ == MarksMode::strict)
    word.readings = Readings::typed;
  else if (marks_ == MarksMode::fold)
    word.exact = word.folded;
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
