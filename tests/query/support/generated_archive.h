// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"
#include "common/index/schema.h"

namespace timbao::test {

/// A word as a generated article prints it, and what it is without marks: said by a list, not by the code under test.
struct WrittenWord {
  std::string printed, folded;

  [[nodiscard]] bool is_marked() const { return printed != folded; }
};

/// A paragraph: words that stand side by side in one field.
struct Stretch {
  Field field = Field::body;
  std::vector<WrittenWord> words;
};

/// An article and what it is made of, so that a test can tell what it holds without any of the code under test.
struct GeneratedArticle {
  Article article;
  std::vector<Stretch> stretches;
};

/// Small articles out of some sixty syllables, the same in every phrase: many readings of few folded forms, some texts
/// typed without marks, some that stand twice under two ids, few moments (so that many hits tie), some without a date.
std::vector<GeneratedArticle> generate_articles(std::size_t count);

/// A word of the list; the first ones are the commonest.
WrittenWord draw_word(std::mt19937& random);

/// The newspapers that articles are said to be from.
const std::vector<std::string>& generated_sources();

/// generate_articles(2000), made once, and indexes of it that live as long as the process: of all, and of its halves.
const std::vector<GeneratedArticle>& generated_archive();
std::string generated_index();
std::vector<std::string> generated_halves();

}  // namespace timbao::test
