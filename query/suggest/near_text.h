// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/base/flat_table.h"
#include "common/index/article_tokens.h"

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
  /// Takes    folded forms, each once or several times.
  explicit NearText(const std::vector<std::string>& forms);
  NearText(const NearText&) = delete;
  NearText& operator=(const NearText&) = delete;

  /// Adds an article. Every token is looked at, so most of them take a few instructions.
  ///
  /// Takes    its tokens, which are not needed afterwards; how much it counts.
  void add(const ArticleTokens& tokens, double weight);

  /// Stands for a reading of the articles.
  using Number = std::uint32_t;
  static constexpr Number kNoNumber = 0xFFFFFFFF;  ///< of a reading that was not met

  /// The number of a reading, by reading term.
  [[nodiscard]] Number number_of(std::string_view reading) const;

  /// How often a reading stands in the articles, and how often two stand side by side. One of two must be a word of the
  /// query. A word that has no code is only counted where it is one of the query, or stands beside one.
  [[nodiscard]] double count(Number reading) const { return reading == kNoNumber ? 0 : counts_[reading]; }
  [[nodiscard]] double count(Number left, Number right) const;

  /// The same by reading terms.
  [[nodiscard]] double count(std::string_view reading) const { return count(number_of(reading)); }
  [[nodiscard]] double count(std::string_view left, std::string_view right) const {
    return count(number_of(left), number_of(right));
  }

  /// A folded form in the articles: its readings there, and how often it stands there in any of them. Whoever asks for many
  /// pairs of the same forms looks each form up once.
  struct FormCount {
    std::vector<Number> numbers;
    double count = 0;
  };
  [[nodiscard]] FormCount of_form(std::string_view folded) const;
  [[nodiscard]] double count(const FormCount& left, const FormCount& right) const;

 private:
  struct Pair {
    std::uint64_t numbers = 0;  // of the left and the right reading, above 0
    double count = 0;

    [[nodiscard]] bool is_free() const { return numbers == 0; }
    [[nodiscard]] bool is_same(const Pair& other) const { return numbers == other.numbers; }
    [[nodiscard]] std::uint64_t hash() const;
  };

  /// A word without a code that was added, and where it stands.
  struct AddedName {
    Number number = 0;
    std::uint32_t place = 0, paragraph = 0;
  };

  struct CodesBeside {
    std::uint32_t left = ArticleTokens::kNoCode, right = ArticleTokens::kNoCode;
  };

  static Pair pair_of(Number left, Number right);
  static CodesBeside codes_beside(const ArticleTokens::Name& name, const ArticleTokens& tokens);
  void add_names(const ArticleTokens& tokens, double weight);
  void add_codes(const ArticleTokens& tokens, double weight);
  void add_pair(Number left, Number right, double weight) {
    pairs_.find_or_add(pair_of(left, right)).slot.count += weight;
  }
  Number number_of_name(std::string_view term);
  [[nodiscard]] bool is_asked_code(std::uint32_t code) const { return code < asked_.size() && asked_[code] != 0; }
  [[nodiscard]] bool is_asked_form(std::string_view term) const;

  std::unordered_set<std::string> forms_;
  std::vector<std::uint8_t> asked_;                // by code: a reading of one of the forms
  std::vector<float> counts_;                      // by number
  std::unordered_map<std::string, Number> names_;  // of the readings that have no code
  std::unordered_map<std::string, std::vector<Number>> names_of_form_;
  FlatTable<Pair> pairs_;
};

}  // namespace timbao
