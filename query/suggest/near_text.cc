// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/near_text.h"

#include "common/index/sequence.h"
#include "common/index/terms.h"
#include "common/index/token_codes.h"

namespace timbao {
namespace {

constexpr std::uint32_t kNoReading = 0xFFFFFFFF;  // a token that has no reading of its own

std::uint64_t key_of(std::uint32_t left, std::uint32_t right) { return (std::uint64_t{left} << 32U) | right; }

}  // namespace

NearText::NearText(const std::vector<std::string>& forms)
    : forms_(forms.begin(), forms.end()), asked_(sequence::kCodes), counts_(sequence::kCodes) {
  for (const std::string& form : forms_)
    for (const std::uint32_t code : token_codes().codes_of_folded(form)) asked_[code] = true;
}

void NearText::add(const ArticleTokens& tokens, double weight) {
  const std::vector<Number> numbers = numbers_of(tokens);
  std::size_t paragraph = 0;
  for (std::size_t place = 0; place < numbers.size(); ++place) {
    const Number right = numbers[place];
    while (paragraph + 1 < tokens.paragraphs().size() && tokens.paragraphs()[paragraph + 1].begin <= place) ++paragraph;
    if (right == kNoReading) continue;
    counts_[right] += weight;
    const bool is_first = place == 0 || tokens.paragraphs()[paragraph].begin == place;
    if (is_first || numbers[place - 1] == kNoReading) continue;
    if (asked_[right] || asked_[numbers[place - 1]]) add_pair(numbers[place - 1], right, weight);
  }
}

double NearText::count(std::string_view reading) const {
  const std::optional<Number> number = find(reading);
  return number ? counts_[*number] : 0;
}

double NearText::count(std::string_view left, std::string_view right) const {
  const std::optional<Number> left_number = find(left), right_number = find(right);
  if (!left_number || !right_number) return 0;
  const auto pair = pairs_.find(key_of(*left_number, *right_number));
  return pair == pairs_.end() ? 0 : pair->second.count;
}

double NearText::count_of_form(std::string_view folded) const {
  double count = 0;
  for (const std::uint32_t code : token_codes().codes_of_folded(folded)) count += counts_[code];
  for (std::size_t i = 0; i < names_.size(); ++i)
    if (split_term(*names_[i]).folded == folded) count += counts_[sequence::kCodes + i];
  return count;
}

NearText::Forms NearText::after(std::string_view folded) const {
  Forms forms;
  for (const auto& [key, pair] : pairs_)
    if (split_term(term_of(pair.left)).folded == folded) forms[split_term(term_of(pair.right)).folded] += pair.count;
  return forms;
}

NearText::Forms NearText::before(std::string_view folded) const {
  Forms forms;
  for (const auto& [key, pair] : pairs_)
    if (split_term(term_of(pair.right)).folded == folded) forms[split_term(term_of(pair.left)).folded] += pair.count;
  return forms;
}

std::unordered_map<std::string, double> NearText::pairs_of_forms() const {
  std::unordered_map<std::string, double> forms;
  for (const auto& [key, pair] : pairs_)
    forms[pair_term(split_term(term_of(pair.left)).folded, split_term(term_of(pair.right)).folded)] += pair.count;
  return forms;
}

/// The number of the reading at each place of an article.
std::vector<NearText::Number> NearText::numbers_of(const ArticleTokens& tokens) {
  std::vector<Number> numbers(tokens.codes().begin(), tokens.codes().end());
  for (Number& number : numbers)
    if (number >= token_codes().size()) number = kNoReading;
  for (std::size_t i = 0; i < tokens.names(); ++i) {
    const ArticleTokens::Name name = tokens.name(i);
    if (name.span == 1 && name.place < numbers.size() && numbers[name.place] == kNoReading)
      numbers[name.place] = number_of_name(name.term);
  }
  return numbers;
}

NearText::Number NearText::number_of_name(std::string_view term) {
  const auto [entry, is_new] = numbers_.try_emplace(std::string(term), static_cast<Number>(counts_.size()));
  if (is_new) {
    names_.push_back(&entry->first);
    counts_.push_back(0);
    asked_.push_back(forms_.count(std::string(split_term(term).folded)) > 0);
  }
  return entry->second;
}

std::string_view NearText::term_of(Number number) const {
  return number < sequence::kCodes ? token_codes().term_of(number) : *names_[number - sequence::kCodes];
}

std::optional<NearText::Number> NearText::find(std::string_view reading) const {
  const std::optional<std::uint32_t> code = token_codes().code_of(reading);
  if (code) return code;
  const auto name = numbers_.find(std::string(reading));
  return name == numbers_.end() ? std::nullopt : std::optional(name->second);
}

void NearText::add_pair(Number left, Number right, double weight) {
  Pair& pair = pairs_[key_of(left, right)];
  pair = {left, right, pair.count + weight};
}

}  // namespace timbao
