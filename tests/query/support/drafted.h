// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/vocabulary.h"
#include "query/expand/draft.h"
#include "tests/query/support/fake_vocabulary.h"

namespace timbao::test {

/// The drafts of one expander for a query, each as text: what was typed, what is drafted for it, and the terms.
///
///   drafted(document_drafts, "xem nq 18", vocabulary)   "nq 18 > nghị quyết 18 [Onq 18]" and more
std::vector<std::string> drafted(Expander expander, std::string_view query, const Vocabulary& vocabulary);

/// A draft that must be among those for a query; empty: there must be none at all.
struct DraftCase {
  std::string_view query, draft;
};
void expect_drafts(Expander expander, const Vocabulary& vocabulary, const std::vector<DraftCase>& cases);
void expect_no_drafts(Expander expander, const Vocabulary& vocabulary, const std::vector<std::string_view>& queries);

/// A vocabulary for expanders that ask none: of no article, without a word.
FakeVocabulary no_archive();

/// A vocabulary of articles of which nothing else is known.
FakeVocabulary empty_archive();

/// What holds for the drafts of any text: they stand for words of it, have something to search, and weigh more than 0
/// and at most 1.
void expect_sound_drafts(Expander expander, const Vocabulary& vocabulary, std::string_view query);

}  // namespace timbao::test
