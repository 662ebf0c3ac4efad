// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/typed_text.h"

#include <algorithm>

namespace timbao {

std::string_view TypedText::folded(std::size_t at) const {
  return at < size() ? std::string_view(text_.tokens[at].word->folded) : std::string_view();
}

bool TypedText::is(std::size_t at, const RuleWord& word) const {
  return folded(at) == word.folded && (is_marked_as(at, word) || text_.tokens[at].word->exact == word.folded);
}

bool TypedText::is_marked_as(std::size_t at, const RuleWord& word) const {
  return at < size() && text_.tokens[at].word->exact == word.exact;
}

bool TypedText::goes_on(std::size_t at) const {
  return at > 0 && at < size() && (text_.tokens[at].gap == Gap::space || text_.tokens[at].gap == Gap::joined);
}

bool TypedText::is_joined(std::size_t at) const { return at < size() && text_.tokens[at].gap == Gap::joined; }

std::string_view TypedText::before(std::size_t at) const {
  if (at == 0 || at >= size()) return {};
  const std::size_t begin = text_.tokens[at - 1].end;
  return typed_.substr(std::min(begin, typed_.size()), text_.tokens[at].begin - begin);
}

std::string_view TypedText::printed(std::size_t at) const {
  if (at >= size()) return {};
  const Token& token = text_.tokens[at];
  return typed_.substr(std::min<std::size_t>(token.begin, typed_.size()), token.end - token.begin);
}

bool TypedText::begins_date_or_range(std::size_t at) const {
  return std::any_of(text_.extras.begin(), text_.extras.end(), [at](const Extra& extra) {
    return extra.first == at &&
           (extra.kind == ExtraKind::day || extra.kind == ExtraKind::day_of_month || extra.kind == ExtraKind::range);
  });
}

}  // namespace timbao
