// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/vocabulary.h"
#include "query/suggest/near_text.h"

namespace timbao {

/// How likely folded forms are to follow each other in an archive: its counts of words and of pairs, and the text of the
/// best hits.
///
///   const WordModel model(vocabulary, near);
///   model.follows("xay", "dung")     far more than  model.follows("xay", "dug")
///
/// Takes    the vocabulary of the archive, and the text near the query, or none; both must outlive this.
/// Errors   those of the vocabulary.
/// Source   docs/query-language.md, "Did you mean". Covered by spell_test.
/// Threads  one a thread: it remembers what it looked up.
class WordModel {
 public:
  explicit WordModel(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}
  WordModel(const Vocabulary& vocabulary, const NearText& near) : vocabulary_(vocabulary), near_(&near) {}

  /// About how many articles have a form in any reading.
  [[nodiscard]] double articles_with(const std::string& folded) const { return form(folded).articles; }

  /// Which share of the readings of a form, counted in articles, is this one. Above 0, even where no article has it, and
  /// 1 where so many articles have it that it is a word by itself, however common the other readings are.
  [[nodiscard]] double share_of_reading(const std::string& folded, const std::string& exact) const;

  /// The probability of a form, wherever it stands.
  [[nodiscard]] double occurs(const std::string& folded) const;

  /// The probability of a form behind another one.
  [[nodiscard]] double follows(const std::string& left, const std::string& right) const;

  /// How many times as likely a form is behind another one as elsewhere, where pairs or texts have them side by side;
  /// 0 where none has.
  [[nodiscard]] double attraction(const std::string& left, const std::string& right) const;

 private:
  /// What the archive has of a form.
  struct Form {
    std::vector<ReadingCount> readings;
    double articles = 0;
  };
  [[nodiscard]] const Form& form(const std::string& folded) const;
  [[nodiscard]] const NearText::FormCount& near_form(const std::string& folded) const;
  [[nodiscard]] double seen_together(const std::string& left, const std::string& right) const;
  [[nodiscard]] double seen_near(const std::string& left, const std::string& right) const;

  const Vocabulary& vocabulary_;
  const NearText* near_ = nullptr;
  mutable std::unordered_map<std::string, Form> forms_;
  mutable std::unordered_map<std::string, NearText::FormCount> near_forms_;
  mutable std::unordered_map<std::string, double> together_;
};

}  // namespace timbao
