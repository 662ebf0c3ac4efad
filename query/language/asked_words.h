// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "common/base/strong_index.h"
#include "common/index/schema.h"
#include "common/text/tokenize.h"
#include "query/language/clause.h"
#include "query/language/tree.h"
#include "query/request/request.h"

namespace timbao {

/// Which readings of its folded form a word of a query stands for.
///
///   dang              any: đảng, đang, dang …
///   "đảng bộ"         typed_or_plain for each word: đảng and dang
///   =đảng             typed: đảng
///
/// Source   docs/query-language.md, "What is a hit" and "= : this reading only". Covered by question_test.
enum class Readings : std::uint8_t {
  /// All of them.
  any,
  /// The reading that was typed, and the form without marks.
  typed_or_plain,
  /// The reading that was typed.
  typed,
};

/// How much of a word was typed.
///
///   dang    whole
///   dan*    beginning
enum class Extent : std::uint8_t { whole, beginning };

/// A word that a query asks for, in one field or in all of them. Words that are equal in all members stand once in
/// Question::words, and clauses name them by their place there.
///
///   title:=đảng   {"dang", "đang~3", Readings::typed, Field::title}
///   đản*          {"dan", "đan~3", Readings::any, {}, Extent::beginning}; which words it stands for: completion.h
struct AskedWord {
  /// Small letters without marks: "dang".
  std::string folded;
  /// The exact key of what was typed: "đang~3". Equal to `folded` where it has no marks.
  std::string exact;
  Readings readings = Readings::any;
  /// The only field in which it is searched; nothing: title, lead, body, captions and author.
  std::optional<Field> field;
  Extent extent = Extent::whole;
  [[nodiscard]] bool is_beginning() const { return extent == Extent::beginning; }

  [[nodiscard]] bool is_marked() const { return exact != folded; }
};

/// Whether two words ask for the same readings in the same field.
bool operator==(const AskedWord& a, const AskedWord& b);

/// Whether an article must have a word, or may lack it as long as it has other words of the query. A word with marks
/// stands for fewer readings where it is needed.
enum class Demand : std::uint8_t { optional, needed };

/// Collects the words that a query asks for and numbers them, each distinct word once.
///
///   AskedWordList words(MarksMode::prefer);
///   words.id_of(node.text.tokens[0], node, Demand::needed)   WordId 0
///   words.id_of(node.text.tokens[0], node, Demand::needed)   WordId 0 again
///
/// Takes    how the request treats marks, which decides with the node and the demand which readings a word stands for.
/// Errors   none.
/// Source   docs/query-language.md, "What is a hit". Covered by question_test.
class AskedWordList {
 public:
  explicit AskedWordList(MarksMode marks) : marks_(marks) {}

  /// The id of a token's word, which is added unless an equal word is in the list.
  ///
  /// Takes    the node whose text the token belongs to, for its field and its strictness.
  WordId id_of(const Token& token, const Node& node, Demand demand);

  /// The same for an extra that is a reading (extras.h): KT-XH as ktxh, 2015-2020 as one.
  WordId id_of(const Extra& extra, const Node& node, Demand demand);

  /// The words in the order of their ids. Afterwards the list is empty.
  IndexedVector<WordId, AskedWord> take() { return std::move(words_); }

 private:
  [[nodiscard]] Readings readings_of(const AskedWord& word, const Node& node, Demand demand, TokenKind kind) const;
  WordId id_of_beginning(AskedWord word, const Node& node);
  WordId id_of(AskedWord word);

  MarksMode marks_;
  IndexedVector<WordId, AskedWord> words_;
};

}  // namespace timbao
