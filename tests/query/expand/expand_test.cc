// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/expand.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "query/language/describe.h"
#include "query/language/parse.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"

namespace timbao {
namespace {

using test::article_with;

/// Proposes one draft for each place where the typed words are those of a rule.
struct Rule {
  std::string_view folded;  // words joined by a space
  Draft draft;
};

std::string folded_words(const TokenizedText& text, std::size_t first, std::size_t count) {
  std::string words;
  for (std::size_t i = first; i < first + count && i < text.tokens.size(); ++i)
    (words += words.empty() ? "" : " ") += text.tokens[i].word->folded;
  return words;
}

std::vector<Draft> drafts_by_rules(const ExpandInput& input, const std::vector<Rule>& rules) {
  std::vector<Draft> drafts;
  for (const Rule& rule : rules)
    for (std::size_t i = 0; i < input.text.tokens.size(); ++i) {
      if (folded_words(input.text, i, rule.draft.count) != rule.folded) continue;
      drafts.push_back(rule.draft);
      drafts.back().first = i;
    }
  return drafts;
}

Draft draft(AlternativeKind kind, std::size_t count, std::string value, double weight) {
  Draft made;
  made.kind = kind;
  made.count = count;
  made.value = std::move(value);
  made.weight = weight;
  return made;
}

Draft decoded(std::string value) {
  Draft made = draft(AlternativeKind::typing, 1, std::move(value), 1);
  made.role = DraftRole::instead;
  return made;
}

std::vector<Draft> typing_of_test(const ExpandInput& input) {
  return drafts_by_rules(input, {{"nghij", decoded("nghị")}, {"quyeets", decoded("quyết")}});
}

std::vector<Draft> variants_of_test(const ExpandInput& input) {
  using K = AlternativeKind;
  Draft document = draft(K::document, 2, "nghị quyết 18", 0.9);
  document.terms = {"Onq 18", "Onq 99"};
  return drafts_by_rules(input, {{"csgt", draft(K::abbreviation, 1, "cảnh sát giao thông", 0.9)},
                                 {"nq 18", document},
                                 {"dang", draft(K::spelling, 1, "Đảng", 0.9)},
                                 {"bo", draft(K::abbreviation, 1, "từ lạ", 0.9)}});
}

const std::vector<ExpanderRow> kRows{{typing_of_test, &SearchRequest::no_typing},
                                     {variants_of_test, &SearchRequest::no_variants}};

const std::vector<Article> kArchive{
    article_with("Cảnh sát giao thông ra quân", "CSGT và bộ đội canh đường"),
    article_with("Nghị quyết 18 của Trung ương", "Đảng bộ bàn về Nghị quyết 18"),
};

struct Found {
  std::string parsed;
  std::vector<std::string> alternatives;  // "kind first+count value terms weight"
  std::vector<std::string> notes;
};

void collect(const Node& node, Found& found) {
  for (const Alternative& other : node.alternatives) {
    std::string text = std::string(row_of_value(kAlternativeKinds, other.kind).name) + ' ' +
                       std::to_string(other.first) + '+' + std::to_string(other.count) + ' ' + other.node.value;
    for (const std::string& term : other.terms) text += " [" + term + ']';
    found.alternatives.push_back(text);
  }
  for (const Node& child : node.children) collect(child, found);
}

Found expanded(std::string_view query, const SearchRequest& request = {}) {
  static Tokenizer tokenizer;
  const test::FakeVocabulary vocabulary(kArchive);
  Expanded result = expand(parse_query(query, tokenizer, {2018, 2, 1}).root, {request, vocabulary, tokenizer}, kRows);
  Found found{describe(result.root), {}, {}};
  collect(result.root, found);
  for (const Note& note : result.notes) found.notes.push_back(note.text);
  return found;
}

using Texts = std::vector<std::string>;

TEST(Expand, AddsWhatIsSearchedBesideTheTypedWords) {
  const Found found = expanded("bộ đội csgt");
  EXPECT_EQ(found.parsed, "bộ đội csgt");
  EXPECT_EQ(found.alternatives, Texts{"abbreviation 2+1 cảnh sát giao thông"});
  EXPECT_EQ(found.notes, Texts{"'csgt' is also searched as 'cảnh sát giao thông' (abbreviation, weight 0.9)"});
}

TEST(Expand, KeepsTheTermsThatTheArchiveHas) {
  EXPECT_EQ(expanded("nq 18").alternatives, Texts{"document number 0+2 nghị quyết 18 [Onq 18]"});
}

TEST(Expand, TakesNoPartOfANameByItself) {
  const auto numbers = [](const ExpandInput&) {
    return std::vector<Draft>{draft(AlternativeKind::document, 2, "nghị quyết 18", 0.9)};
  };
  const auto parts = [](const ExpandInput&) {
    return std::vector<Draft>{draft(AlternativeKind::abbreviation, 1, "nghị quyết", 0.9)};
  };
  Tokenizer tokenizer;
  const SearchRequest request;
  const test::FakeVocabulary vocabulary(kArchive);
  const auto off = &SearchRequest::no_variants;
  const auto count = [&](const std::vector<ExpanderRow>& rows) {
    return expand(parse_query("nq 18", tokenizer, {2018, 2, 1}).root, {request, vocabulary, tokenizer}, rows)
        .root.children.front()
        .alternatives.size();
  };
  EXPECT_EQ(count({{parts, off}}), 1U);
  EXPECT_EQ(count({{numbers, off}, {parts, off}}), 1U) << "nq of any number is another thing than nq 18";
}

TEST(Expand, LeavesOutWhatTheArchiveDoesNotHaveOrTheTypedWordsFind) {
  EXPECT_EQ(expanded("bộ").alternatives, Texts{}) << "no article has the words";
  EXPECT_EQ(expanded("dang").alternatives, Texts{}) << "dang finds Đảng";
  EXPECT_EQ(expanded("đang").alternatives, Texts{"spelling 0+1 Đảng"}) << "đang does not";
}

TEST(Expand, PutsDecodedKeysInThePlaceOfWhatWasTyped) {
  const Found found = expanded("theo nghij quyeets csgt");
  EXPECT_EQ(found.parsed, "theo nghị quyết csgt");
  EXPECT_EQ(found.alternatives, Texts{"abbreviation 3+1 cảnh sát giao thông"}) << "no article has the keys as typed";
  EXPECT_EQ(found.notes.size(), 3U);
  EXPECT_EQ(found.notes.back(), "'csgt' is also searched as 'cảnh sát giao thông' (abbreviation, weight 0.9)");
}

TEST(Expand, LeavesAloneWhatIsAskedForAsItStands) {
  for (const std::string_view query : {"\"csgt\"", "=csgt", "-csgt họp", "họp NOT csgt", "source:csgt"})
    EXPECT_EQ(expanded(query).alternatives, Texts{}) << query;
  SearchRequest strict;
  strict.marks = MarksMode::strict;
  EXPECT_EQ(expanded("csgt", strict).alternatives, Texts{});
}

TEST(Expand, ObeysTheOptionsThatSwitchItOff) {
  SearchRequest request;
  request.no_variants = AsTyped::yes;
  EXPECT_EQ(expanded("nghij csgt", request).parsed, "nghị csgt");
  EXPECT_EQ(expanded("nghij csgt", request).alternatives, Texts{});
  request.no_typing = AsTyped::yes;
  EXPECT_EQ(expanded("nghij csgt", request).parsed, "nghij csgt");
}

TEST(Expand, LeavesOutOneAlternativeByItsWords) {
  SearchRequest request;
  request.not_as = {"CẢNH sát giao thông"};
  EXPECT_EQ(expanded("csgt nq 18", request).alternatives, Texts{"document number 1+2 nghị quyết 18 [Onq 18]"});
  request.not_as = {"nghị", "no such words"};
  EXPECT_EQ(expanded("nghij csgt", request).parsed, "nghij csgt");
  EXPECT_EQ(expanded("nghij csgt", request).alternatives, Texts{"abbreviation 1+1 cảnh sát giao thông"});
}

TEST(Expand, TellsProgramsWhatIsAlsoSearched) {
  static Tokenizer tokenizer;
  const test::FakeVocabulary vocabulary(kArchive);
  const SearchRequest request;
  const Expanded result =
      expand(parse_query("nq 18 nghij", tokenizer, {2018, 2, 1}).root, {request, vocabulary, tokenizer}, kRows);
  std::vector<std::string> told;
  for (const Note& note : result.notes)
    if (note.also_searched)
      told.push_back(note.also_searched->kind + ": " + note.also_searched->typed + " -> " + note.also_searched->found);
  EXPECT_EQ(told, (Texts{"typing: nghij -> nghị", "document number: nq 18 -> nghị quyết 18"}));
}

TEST(Expand, GivesAQueryNoMoreThanTheMostAlternatives) {
  std::string query;
  for (std::size_t i = 0; i < 3 * kMostAlternatives; ++i) query += "csgt họp ";
  EXPECT_EQ(expanded(query).alternatives.size(), kMostAlternatives);
}

TEST(Expand, SurvivesDraftsThatLieOutsideTheText) {
  const auto wild = [](const ExpandInput& input) {
    std::vector<Draft> drafts;
    for (const std::size_t first : {std::size_t{0}, input.text.tokens.size(), static_cast<std::size_t>(-1)})
      for (const std::size_t count : {std::size_t{0}, input.text.tokens.size() + 1, static_cast<std::size_t>(-1)}) {
        drafts.push_back(draft(AlternativeKind::place, count, "cảnh sát", 0.5));
        drafts.back().first = first;
        drafts.push_back(decoded("cảnh"));
        drafts.back().first = first;
        drafts.back().count = count;
      }
    return drafts;
  };
  Tokenizer tokenizer;
  const SearchRequest request;
  const test::FakeVocabulary vocabulary(kArchive);
  const Expanded result = expand(parse_query("một hai", tokenizer, {2018, 2, 1}).root, {request, vocabulary, tokenizer},
                                 {{wild, &SearchRequest::no_variants}});
  EXPECT_EQ(describe(result.root), "một hai");
}

}  // namespace
}  // namespace timbao
