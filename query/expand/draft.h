// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/vocabulary.h"
#include "common/text/tokenize.h"
#include "query/language/tree.h"
#include "query/request/request.h"

namespace timbao {

/// How a draft stands to what was typed.
enum class DraftRole : std::uint8_t {
  /// It is searched too, and what was typed ranks first.
  beside,
  /// It takes the place of what was typed, which is searched too: the words around it are its neighbours.
  instead,
};

/// What an expander proposes for some neighbouring words of a query. expand() makes an Alternative of it, unless the
/// archive has no such words or terms, or what was typed finds it anyway.
///
///   chống đối csgt   {AlternativeKind::abbreviation, 2, 1, "cảnh sát giao thông", {}, 0.9}
///   nq 18            {AlternativeKind::document, 0, 2, "nghị quyết 18", {"Onq 18"}, 0.9}
///   nghij quyeets    {AlternativeKind::typing, 0, 1, "nghị", {}, 1, DraftRole::instead}
///
/// Source   docs/variants.md. Covered by expand_test.
struct Draft {
  AlternativeKind kind = AlternativeKind::spelling;
  /// The words that it stands for: `count` tokens from `first` on.
  std::size_t first = 0, count = 0;
  /// What is searched in their place. Its marks count: an article must print them so, or print no marks at all. It may be
  /// empty where there are terms.
  std::string value;
  /// Terms of the index that name the same (common/index/terms.h).
  std::vector<std::string> terms;
  /// How much an occurrence counts beside one of what was typed: more than 0, and at most 1.
  double weight = 1;
  DraftRole role = DraftRole::beside;
  /// How many bytes directly behind the last token belong to what was typed: the `^` of "to^" as VIQR types it.
  std::size_t bytes_behind = 0;
};

/// What an expander looks at: one words node of a query, and the archive.
struct ExpandInput {
  /// The text that the tokens were cut from.
  std::string_view value;
  const TokenizedText& text;
  const Vocabulary& vocabulary;
  const SearchRequest& request;
};

/// A function that proposes alternatives of one or several kinds. It is a function of its input alone, has no errors and
/// takes time that grows with the text, however odd that is.
using Expander = std::vector<Draft> (*)(const ExpandInput&);

}  // namespace timbao
