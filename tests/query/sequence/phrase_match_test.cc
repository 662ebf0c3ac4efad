// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sequence/phrase_match.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/query/support/asked.h"

namespace timbao {
namespace {

/// The places of a query's one phrase in an article, as text: "title 0-2, body 5-7".
std::string places_of(std::string_view query, const Article& article) {
  const Question question = test::ask(query);
  const SequenceScanner scanner(question.words);
  const ScannedArticle scanned = test::scanned(article, scanner);
  FoundTokens found;
  found.assign(scanned, scanner.groups());
  PhraseMatcher phrases(scanner);
  std::string text;
  for (const StandingPlace& place : phrases.places(question.hits, found)) {
    if (!text.empty()) text += ", ";
    text += std::string(row_of(place.field).name) + ' ' + std::to_string(place.first) + '-' + std::to_string(place.end);
  }
  EXPECT_EQ(phrases.stands(question.hits, found), !text.empty()) << query;
  return text;
}

struct Case {
  std::string_view query, title, body, places, why;
};

TEST(PhraseMatch, TellsEachPlaceOfAPhrase) {
  const std::vector<Case> cases{
      {"\"bàn giao\"", "Bàn giao đất", "Dân họp. Bàn giao xong", "title 0-2, body 5-7", "once in each field"},
      {"\"bàn giao\"", "", "bàn giao bàn giao", "body 0-2, body 2-4", "twice side by side"},
      {"\"xanh xanh\"", "", "xanh xanh xanh", "body 0-2, body 1-3", "places that overlap"},
      {"\"bàn giao\"", "Bàn", "giao đất", "", "not across fields"},
      {"\"đến TP.HCM họp\"", "", "đến TPHCM họp, đến TP.HCM họp", "body 0-3, body 3-7", "a whole and its parts"},
      {"\"có 5 700\"", "", "có 5 700 và có 5700", "body 0-3, body 4-6", "a number in two spellings"},
      {"=\"bàn giao\"", "", "ban giao, bàn giao", "body 2-4", "only the typed reading"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(places_of(c.query, test::article_with(std::string(c.title), std::string(c.body))), c.places) << c.why;
}

TEST(PhraseMatch, FindsManyPlacesInTimeThatGrowsWithThem) {
  std::string body, phrase;
  for (int i = 0; i < 20'000; ++i) body += "xanh ";
  for (int i = 0; i < 100; ++i) phrase += "xanh ";
  const Question question = test::ask('"' + phrase + '"');
  const SequenceScanner scanner(question.words);
  const ScannedArticle scanned = test::scanned(test::article_with("", body), scanner);
  FoundTokens found;
  found.assign(scanned, scanner.groups());
  PhraseMatcher phrases(scanner);
  EXPECT_EQ(phrases.places(question.hits, found).size(), 19'901U);
}

}  // namespace
}  // namespace timbao
