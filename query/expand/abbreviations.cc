// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/abbreviations.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

#include "common/base/utf8.h"
#include "common/index/terms.h"
#include "query/expand/abbreviation_matches.h"
#include "query/expand/abbreviation_table.h"
#include "query/expand/article_counts.h"

namespace timbao {
namespace {

/// An expansion that is the only meaning of a form, beside what was typed.
constexpr double kWeight = 0.9;
/// Less is not worth a posting list.
constexpr double kLeastWeight = 0.15;
/// Shorter forms have too many meanings to be searched for what they stand for.
constexpr std::size_t kLeastLetters = 3;
/// How many more articles a word is thought to have when the pairs with it are counted, so that a few articles do not
/// decide; and the share of those that have a pair which the archive does not have.
constexpr double kMoreArticles = 100, kUnseenShare = 0.001;

/// One meaning of a form and how probable it is here.
struct Meaning {
  const AbbreviationRow* row;
  double probability;
};

std::string_view first_word(std::string_view key) { return key.substr(0, key.find(' ')); }
std::string_view last_word(std::string_view key) { return key.substr(key.rfind(' ') + 1); }

/// "Q.7" for "Q.#" and "7".
std::string with_number(std::string name, const std::string& number) {
  const std::size_t at = name.find('#');
  return at == std::string::npos ? name : name.replace(at, 1, number);
}

bool is_number(const Token& token) { return token.word->kind == TokenKind::number; }

/// Makes the drafts of one text.
class AbbreviationDrafts {
 public:
  AbbreviationDrafts(const ExpandInput& input, const AbbreviationTable& table) : input_(input), table_(table) {}

  std::vector<Draft> make() {
    for (const AbbreviationMatch& match : find_abbreviations(table_, input_.value, input_.text)) {
      if (match.names.front().side == NameSide::expansion)
        for (const AbbreviationName& name : match.names) add_form(match, *name.row, 1);
      else
        add_meanings(match);
    }
    return std::move(drafts_);
  }

 private:
  void add(const AbbreviationMatch& match, std::string value, double weight) {
    if (weight < kLeastWeight) return;
    std::string searched = with_number(std::move(value), match.number);
    drafts_.push_back({AlternativeKind::abbreviation, match.first, match.count, std::move(searched), {}, weight});
  }

  void add_meanings(const AbbreviationMatch& match) {
    for (const Meaning& meaning : meanings_of(match)) {
      add(match, meaning.row->expansion, kWeight * meaning.probability);
      add_other_forms(match, meaning);
    }
  }

  /// Adds the forms that have the same meaning, the typed one too: there may be a way to write it that the typed words do
  /// not find.
  void add_other_forms(const AbbreviationMatch& match, const Meaning& meaning) {
    for (const AbbreviationName& name : table_.find(meaning.row->expansion_key))
      if (name.side == NameSide::expansion && name.row->expansion == meaning.row->expansion)
        add_form(match, *name.row, meaning.probability);
  }

  void add_form(const AbbreviationMatch& match, const AbbreviationRow& row, double probability) {
    const std::string letters = without_signs(row.form);
    const bool is_long = count_code_points(letters) >= kLeastLetters || !match.number.empty();
    if (!is_long || row.form.back() == '.') return;
    const bool was_typed = row.form_key == typed_key(match) && is_in_capitals(row.form);
    add(match, was_typed ? letters : row.form, kWeight * probability * row.share);
  }

  [[nodiscard]] std::string typed_key(const AbbreviationMatch& match) const {
    std::string key;
    for (std::size_t i = match.first; i < match.first + match.count; ++i)
      key += (key.empty() ? "" : " ") + input_.text.tokens[i].word->folded;
    return key;
  }

  [[nodiscard]] std::vector<Meaning> meanings_of(const AbbreviationMatch& match) const {
    std::vector<Meaning> meanings;
    const bool only_documents = is_before_number(match) && has_documents(match);
    for (const AbbreviationName& name : match.names)
      if (!only_documents || name.row->kind == "document") meanings.push_back({name.row, name.row->share});
    if (only_documents)
      share_out(meanings, 1);
    else if (meanings.size() > 1)
      weigh_by_neighbours(match, meanings);
    return meanings;
  }

  [[nodiscard]] bool is_before_number(const AbbreviationMatch& match) const {
    const std::size_t next = match.first + match.count;
    return next < input_.text.tokens.size() && is_number(input_.text.tokens[next]);
  }

  static bool has_documents(const AbbreviationMatch& match) {
    return std::any_of(match.names.begin(), match.names.end(),
                       [](const AbbreviationName& name) { return name.row->kind == "document"; });
  }

  /// Bayes: the share of a meaning, times how probable the neighbours are beside it. The shares may leave some of the 1
  /// to meanings that the list does not have; that part stays.
  void weigh_by_neighbours(const AbbreviationMatch& match, std::vector<Meaning>& meanings) const {
    const double shares = sum_of(meanings);
    for (Meaning& meaning : meanings) meaning.probability *= likelihood(match, *meaning.row);
    share_out(meanings, std::min(1.0, shares));
  }

  static double sum_of(const std::vector<Meaning>& meanings) {
    return std::accumulate(meanings.begin(), meanings.end(), 0.0,
                           [](double sum, const Meaning& meaning) { return sum + meaning.probability; });
  }

  /// Scales the probabilities to a sum.
  static void share_out(std::vector<Meaning>& meanings, double wanted) {
    const double sum = sum_of(meanings);
    for (Meaning& meaning : meanings) meaning.probability *= wanted / sum;
  }

  [[nodiscard]] double likelihood(const AbbreviationMatch& match, const AbbreviationRow& row) const {
    const std::vector<Token>& tokens = input_.text.tokens;
    const std::size_t end = match.first + match.count;
    double product = 1;
    if (match.first > 0 && tokens[match.first].gap <= Gap::space) {
      const std::string_view word = first_word(row.expansion_key);
      product *= share_of_pairs(pair_term(tokens[match.first - 1].word->folded, word), word);
    }
    if (end < tokens.size() && tokens[end].gap <= Gap::space) {
      const std::string_view word = last_word(row.expansion_key);
      product *= share_of_pairs(pair_term(word, tokens[end].word->folded), word);
    }
    return product;
  }

  /// Of the articles that have a word, how many have the pair.
  [[nodiscard]] double share_of_pairs(const std::string& pair, std::string_view word) const {
    const auto with_word = static_cast<double>(articles_with_folded(input_.vocabulary, word));
    return input_.vocabulary.articles_with(pair) / (with_word + kMoreArticles) + kUnseenShare;
  }

  const ExpandInput& input_;
  const AbbreviationTable& table_;
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Draft> abbreviation_drafts(const ExpandInput& input) {
  const std::shared_ptr<const AbbreviationTable> table =
      input.request.abbreviations ? input.request.abbreviations : shipped_abbreviations();
  return AbbreviationDrafts(input, *table).make();
}

}  // namespace timbao
