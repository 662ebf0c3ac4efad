// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/base/strong_index.h"
#include "query/language/asked_words.h"
#include "query/language/clause.h"

namespace timbao {

/// Two words of a phrase that stand side by side in every article that has the phrase.
struct PhrasePair {
  std::size_t place = 0;  ///< of the left word in the phrase
  const AskedWord& left;
  const AskedWord& right;

  /// The term of the pair; empty where it is not a term in every article that has the pair.
  [[nodiscard]] std::string term() const;
};

/// The pairs of a phrase, without those at places that can be passed in more than one way, and without words of which only
/// the beginning was typed.
///
///   pairs_of_phrase(phrase of "xây dựng 5 700 nhà", words)      xay dung
///
/// Takes    a clause of kind phrase, and the words of its question, which must outlive the result.
/// Returns  the pairs in the order of the phrase.
/// Source   covered by phrase_pairs_test.
std::vector<PhrasePair> pairs_of_phrase(const Clause& phrase, const IndexedVector<WordId, AskedWord>& words);

/// The pairs that an article must have for a clause to be true, and whose articles signatures tell (pair_signature.h).
///
///   signed_pairs(all_of(phrase of "chính sách mới ở xã", word đảng), words)      sach moi, moi o, o xa
///
/// Takes    any clause: those below any_of, none_of and near need nothing.
std::vector<PhrasePair> signed_pairs(const Clause& clause, const IndexedVector<WordId, AskedWord>& words);

}  // namespace timbao
