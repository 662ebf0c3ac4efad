// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "query/sequence/article_tokens.h"

namespace timbao {

/// What some articles have of the words of a query, and of what stands beside them: the evidence for what was meant.
///
///   NearText near({"xay", "dung", "dang"});
///   near.add(tokens, 1);
///   near.count("dung~5", "dang~93")      how often the two readings stand side by side
///
/// The articles are the best hits of the query, so they speak of what the query is about.
///
/// Takes    the folded forms of the query's words.
/// Errors   none.
/// Source   docs/query-language.md, "Did you mean". Covered by near_text_test.
/// Threads  one a thread while articles are added.
class NearText {
 public:
  /// Folded forms that stand beside a word, and how often each stands there. Valid as long as the NearText.
  using Forms = std::unordered_map<std::string_view, double>;

  /// Takes    folded forms, each once or several times.
  explicit NearText(const std::vector<std::string>& forms);
  NearText(const NearText&) = delete;
  NearText& operator=(const NearText&) = delete;

  /// Adds an article.
  ///
  /// Takes    its tokens, which are not needed afterwards; how much it counts.
  void add(const ArticleTokens& tokens, double weight);

  /// How often a reading stands in the articles, by reading term; and a folded form in any reading.
  [[nodiscard]] double count(std::string_view reading) const;
  [[nodiscard]] double count_of_form(std::string_view folded) const;

  /// How often two readings stand side by side. One of them must be of a word of the query.
  [[nodiscard]] double count(std::string_view left, std::string_view right) const;

  /// What stands directly after, or before, any reading of a folded form of the query.
  [[nodiscard]] Forms after(std::string_view folded) const;
  [[nodiscard]] Forms before(std::string_view folded) const;

  /// How often folded forms stand side by side, by pair term; as far as one of the two is a word of the query.
  [[nodiscard]] std::unordered_map<std::string, double> pairs_of_forms() const;

 private:
  using Number = std::uint32_t;  // of a reading: its code, or behind all codes the place in names_

  struct Pair {
    Number left = 0, right = 0;
    double count = 0;
  };

  Number number_of_name(std::string_view term);
  [[nodiscard]] std::string_view term_of(Number number) const;
  [[nodiscard]] std::optional<Number> find(std::string_view reading) const;
  [[nodiscard]] std::vector<Number> numbers_of(const ArticleTokens& tokens);
  void add_pair(Number left, Number right, double weight);

  std::unordered_set<std::string> forms_;
  std::vector<bool> asked_;     // by number: a reading of one of the forms
  std::vector<double> counts_;  // likewise
  std::vector<const std::string*> names_;
  std::unordered_map<std::string, Number> numbers_;  // of the readings that have no code
  std::unordered_map<std::uint64_t, Pair> pairs_;
};

}  // namespace timbao
