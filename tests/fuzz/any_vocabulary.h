// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/index/vocabulary.h"

namespace timbao::fuzz {

/// A vocabulary in which every term is rare or common as its length says, so that code that asks it goes every way.
/// What readings a form has is for the target to say.
///
///   AnyVocabulary(40).articles_with("dang~")     80 of 1,000 articles: 40 for each letter behind a multiple of three
///
/// Threads  any number of readers.
class AnyVocabulary : public Vocabulary {
 public:
  /// Takes    how many articles a letter stands for.
  explicit AnyVocabulary(std::uint32_t articles_a_letter) : articles_a_letter_(articles_a_letter) {}

  [[nodiscard]] std::uint32_t articles() const override { return 1000; }
  [[nodiscard]] double average_tokens() const override { return 300; }
  [[nodiscard]] std::uint32_t articles_with(const std::string& term) const override {
    return static_cast<std::uint32_t>(term.size() % 3) * articles_a_letter_;
  }
  [[nodiscard]] std::vector<TermCount> terms_beginning(const std::string& /*beginning*/) const override { return {}; }

 private:
  std::uint32_t articles_a_letter_;
};

}  // namespace timbao::fuzz
