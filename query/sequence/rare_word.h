// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "common/index/article_tokens.h"

namespace timbao {

/// Whether a name of an article is one token that has no code, and not a joined form.
///
///   is_rare_word(tokens, tokens.name(0))
///
/// Takes    the tokens of an article, and one of its names.
/// Errors   none.
inline bool is_rare_word(const ArticleTokens& tokens, const ArticleTokens::Name& name) {
  return name.span == 1 && name.place < tokens.codes().size() && tokens.codes()[name.place] == ArticleTokens::kNoCode;
}

}  // namespace timbao
