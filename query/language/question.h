// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/index/schema.h"
#include "query/language/clause.h"
#include "query/language/parse.h"
#include "query/request/request.h"

namespace timbao {

/// Which readings of a folded form a word stands for.
enum class Readings : std::uint8_t {
  any,           ///< all of them
  own_or_plain,  ///< the typed one, and the form without marks
  own,           ///< the typed one
};

/// A word that is asked for, in one field or in all. Each stands once in Question::words.
struct AskedWord {
  std::string folded;
  std::string exact;  ///< as typed; equal to folded where it has no marks
  Readings readings = Readings::any;
  std::optional<Field> field;  ///< nothing: title, lead, body, captions and author

  [[nodiscard]] bool is_marked() const { return exact != folded; }
};
bool operator==(const AskedWord& a, const AskedWord& b);

/// A word that is ranked, in the order of the query.
struct RankedWord {
  enum class Link : std::uint8_t { none, neighbour };
  WordId word;
  Link link = Link::none;  ///< to the ranked word before it
};

/// A query, as far as it can be understood without an index.
struct Question {
  IndexedVector<WordId, AskedWord> words;
  Clause hits;                  ///< what makes an article a hit
  Clause counted;               ///< what `total` counts, and what hits are where they are not ranked
  bool optional_words = false;  ///< `hits` asks for any of the words, so that hits may have few of them
  bool filtered = false;        ///< a field or day restricts
  std::vector<RankedWord> ranked;
  std::vector<WordId> ranked_wholes;      ///< joined forms and ranges of what is ranked, each as one
  std::vector<std::string> ranked_terms;  ///< days, documents, wholes: each is one more name of what was typed
};

/// Makes of a tree what it asks for.
///
/// Takes    the tree and the request's --match, --marks, --from and --to.
/// Errors   none.
/// Source   docs/query-language.md, "What is a hit".
Question make_question(const Node& root, const SearchRequest& request);

}  // namespace timbao
