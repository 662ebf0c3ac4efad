// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/query/support/drafted.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/text/tokenize.h"

namespace timbao::test {
namespace {

/// The drafts with the tokens that they refer to.
struct Expanded {
  Tokenizer tokenizer;
  TokenizedText text;
  std::vector<Draft> drafts;
};

Expanded expand(Expander expander, std::string_view query, const Vocabulary& vocabulary) {
  Expanded expanded;
  expanded.text = expanded.tokenizer.tokenize(query);
  const SearchRequest request;
  expanded.drafts = expander({query, expanded.text, vocabulary, request});
  return expanded;
}

std::string typed(std::string_view query, const TokenizedText& text, const Draft& draft) {
  const std::size_t begin = text.tokens[draft.first].begin;
  return std::string(query.substr(begin, text.tokens[draft.first + draft.count - 1].end - begin));
}

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += "\n  " + line;
  return all;
}

}  // namespace

std::vector<std::string> drafted(Expander expander, std::string_view query, const Vocabulary& vocabulary) {
  const Expanded expanded = expand(expander, query, vocabulary);
  std::vector<std::string> lines;
  for (const Draft& draft : expanded.drafts) {
    std::string line = typed(query, expanded.text, draft) + " >";
    if (!draft.value.empty()) line += ' ' + draft.value;
    for (const std::string& term : draft.terms) line += " [" + term + ']';
    lines.push_back(std::move(line));
  }
  return lines;
}

void expect_drafts(Expander expander, const Vocabulary& vocabulary, const std::vector<DraftCase>& cases) {
  for (const DraftCase& c : cases) {
    const std::vector<std::string> lines = drafted(expander, c.query, vocabulary);
    EXPECT_TRUE(std::find(lines.begin(), lines.end(), c.draft) != lines.end())
        << c.query << ": no " << c.draft << " in" << joined(lines);
  }
}

void expect_no_drafts(Expander expander, const Vocabulary& vocabulary, const std::vector<std::string_view>& queries) {
  for (const std::string_view query : queries) {
    const std::vector<std::string> lines = drafted(expander, query, vocabulary);
    EXPECT_TRUE(lines.empty()) << query << ":" << joined(lines);
  }
}

FakeVocabulary no_archive() { return {0, {}}; }

FakeVocabulary empty_archive() { return {100, {}}; }

void expect_sound_drafts(Expander expander, const Vocabulary& vocabulary, std::string_view query) {
  const Expanded expanded = expand(expander, query, vocabulary);
  for (const Draft& draft : expanded.drafts) {
    ASSERT_GT(draft.count, 0U) << query;
    ASSERT_LE(draft.first + draft.count, expanded.text.tokens.size()) << query;
    EXPECT_FALSE(draft.value.empty() && draft.terms.empty()) << query;
    EXPECT_TRUE(draft.weight > 0 && draft.weight <= 1) << query;
  }
}

}  // namespace timbao::test
