// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "common/base/day_range.h"
#include "query/request/request.h"
#include "tests/query/support/generated_archive.h"

namespace timbao::test {

/// A question that a test can answer by itself, from what a generated article is made of: the rules of
/// docs/query-language.md once more, as plainly as they can be written.
struct Truth {
  enum class Kind { word, phrase, prefix, near, all, any, all_but, source, days };
  Kind kind = Kind::word;
  std::vector<WrittenWord> words;  ///< word: one; phrase; prefix: the beginning of one, without marks
  std::optional<Field> field;
  MarksMode marks = MarksMode::prefer;  ///< strict: behind `=`; fold: any reading
  std::string source;
  DayRange days;
  std::vector<Truth> parts;  ///< all, any; all_but: the first without the others; near: two
  std::size_t distance = 0;  ///< near

  /// The question as a query, with brackets wherever they may matter.
  [[nodiscard]] std::string query() const;
  [[nodiscard]] bool holds(const GeneratedArticle& article) const;
};

Truth truth_word(WrittenWord word, MarksMode marks = MarksMode::prefer);
Truth truth_phrase(std::vector<WrittenWord> words);
Truth truth_of(Truth::Kind kind, std::vector<Truth> parts);

/// A random question: words, phrases that stand in some article or nearly so, fields, `=`, AND, OR, NOT, and at most
/// one newspaper and one range of days.
class TruthMaker {
 public:
  explicit TruthMaker(unsigned seed) : random_(seed) {}
  Truth make();

 private:
  Truth tree(int depth);
  Truth leaf();
  Truth phrase();
  Truth word_or_phrase();
  Truth near();
  std::size_t up_to(std::size_t most) { return random_() % (most + 1); }

  std::mt19937 random_;
  bool has_source_ = false, has_days_ = false;
};

/// The ids of the generated articles for which it holds, sorted.
std::vector<std::string> true_ids(const std::function<bool(const GeneratedArticle&)>& holds);
inline std::vector<std::string> true_ids(const Truth& truth) {
  return true_ids([&](const GeneratedArticle& article) { return truth.holds(article); });
}

}  // namespace timbao::test
