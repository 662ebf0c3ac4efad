// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"
#include "query/language/question.h"
#include "query/sequence/scan.h"
#include "tests/common/index/made_sequence.h"

namespace timbao::test {

/// What a query asks for, with everything else as in `request`. Its day of today is 1 February 2018.
Question ask(std::string_view query, SearchRequest request = {});

/// What the scanner finds in an article's token sequence.
ScannedArticle scanned(const Article& article, const SequenceScanner& scanner);

/// Whether PhraseSieve lets the article pass, as it is stored and laid out.
bool passes_sieve(const Question& question, const Article& article);

/// Whether the article is a hit, told from its token sequence and terms alone. Throws where the sieve holds a hit back.
bool is_hit(std::string_view query, const Article& article, const SearchRequest& request = {});

/// A clause as text: all(đang~3, phrase(tp hcm | tphcm@0-2), not(terms(Y2018))). A word that does not stand for any reading has
/// = (typed) or ~ (typed or plain) before it, and a word of one field the name of the field: title:=đang~3.
std::string describe_clause(const Question& question, const Clause& clause);

}  // namespace timbao::test
