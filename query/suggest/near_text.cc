// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/near_text.h"

#include "common/index/sequence.h"
#include "common/index/terms.h"
#include "common/index/token_codes.h"

namespace timbao {
namespace {

/// The number of the paragraph that a place stands in, from the number of an earlier one.
std::size_t paragraph_at(const ArticleTokens& tokens, std::size_t place, std::size_t paragraph) {
  const RawVector<ArticleTokens::Paragraph>& all = tokens.paragraphs();
  while (paragraph + 1 < all.size() && all[paragraph + 1].begin <= place) ++paragraph;
  return paragraph;
}

}  // namespace

std::uint64_t NearText::Pair::hash() const {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  return (numbers * kOdd) >> 32U;
}

NearText::Pair NearText::pair_of(Number left, Number right) { return {(std::uint64_t{left} << 32U | right) + 1, 0}; }

NearText::NearText(const std::vector<std::string>& forms)
    : forms_(forms.begin(), forms.end()), asked_(token_codes().size()), counts_(token_codes().size()) {
  for (const std::string& form : forms_)
    for (const std::uint32_t code : token_codes().codes_of_folded(form)) asked_[code] = 1;
}

void NearText::add(const ArticleTokens& tokens, double weight) {
  add_codes(tokens, weight);
  add_names(tokens, weight);
}

void NearText::add_codes(const ArticleTokens& tokens, double weight) {
  const auto share = static_cast<float>(weight);
  // Every token of ten articles is looked at: the arrays are read without a check of their bounds.
  const std::uint8_t* const asked = asked_.data();
  float* const counts = counts_.data();
  const std::size_t known = asked_.size();
  std::size_t place = 0, paragraph = 0;
  std::uint32_t before = ArticleTokens::kNoCode;
  bool was_asked = false;
  for (const std::uint32_t code : tokens.codes()) {
    const bool is_known = code < known, is_asked = is_known && asked[code] != 0;
    if (is_known) counts[code] += share;
    if ((is_asked || was_asked) && is_known && before < known) {
      paragraph = paragraph_at(tokens, place, paragraph);
      if (tokens.paragraphs()[paragraph].begin != place) add_pair(before, code, weight);
    }
    was_asked = is_asked;
    before = code;
    ++place;
  }
}

/// Adds the words without a code that are asked for, or stand beside a word that is.
void NearText::add_names(const ArticleTokens& tokens, double weight) {
  std::optional<AddedName> before;
  for (std::size_t i = 0; i < tokens.names(); ++i) {
    const ArticleTokens::Name name = tokens.name(i);
    if (name.span != 1 || name.place >= tokens.codes().size() || tokens.codes()[name.place] < asked_.size()) continue;
    if (before && (before->place + 1 != name.place || before->paragraph != name.paragraph)) before.reset();
    const CodesBeside codes = codes_beside(name, tokens);
    const bool is_asked = is_asked_code(codes.left) || is_asked_code(codes.right) || is_asked_form(name.term);
    if (!is_asked && !before) continue;
    const Number number = number_of_name(name.term);
    counts_[number] += static_cast<float>(weight);
    if (codes.left < asked_.size()) add_pair(codes.left, number, weight);
    if (codes.right < asked_.size()) add_pair(number, codes.right, weight);
    if (before) add_pair(before->number, number, weight);
    before = AddedName{number, name.place, name.paragraph};
  }
}

/// The codes that stand beside a name in its paragraph; kNoCode where none does.
NearText::CodesBeside NearText::codes_beside(const ArticleTokens::Name& name, const ArticleTokens& tokens) {
  const RawVector<ArticleTokens::Paragraph>& paragraphs = tokens.paragraphs();
  const std::size_t next_paragraph = name.paragraph + std::size_t{1}, next_place = name.place + std::size_t{1};
  const std::size_t end = next_paragraph < paragraphs.size() ? paragraphs[next_paragraph].begin : tokens.codes().size();
  CodesBeside codes;
  if (name.place > paragraphs[name.paragraph].begin) codes.left = tokens.codes()[name.place - std::size_t{1}];
  if (next_place < end) codes.right = tokens.codes()[next_place];
  return codes;
}

bool NearText::is_asked_form(std::string_view term) const {
  return forms_.count(std::string(split_term(term).folded)) > 0;
}

NearText::Number NearText::number_of_name(std::string_view term) {
  const auto [entry, is_new] = names_.try_emplace(std::string(term), static_cast<Number>(counts_.size()));
  if (!is_new) return entry->second;
  counts_.push_back(0);
  names_of_form_[std::string(split_term(term).folded)].push_back(entry->second);
  return entry->second;
}

NearText::FormCount NearText::of_form(std::string_view folded) const {
  FormCount form;
  for (const std::uint32_t code : token_codes().codes_of_folded(folded))
    if (counts_[code] > 0) form.numbers.push_back(code);
  const auto names = names_of_form_.find(std::string(folded));
  if (names != names_of_form_.end())
    form.numbers.insert(form.numbers.end(), names->second.begin(), names->second.end());
  for (const Number number : form.numbers) form.count += counts_[number];
  return form;
}

double NearText::count(const FormCount& left, const FormCount& right) const {
  double together = 0;
  for (const Number left_number : left.numbers)
    for (const Number right_number : right.numbers) together += count(left_number, right_number);
  return together;
}

double NearText::count(Number left, Number right) const {
  if (left == kNoNumber || right == kNoNumber) return 0;
  const Pair wanted = pair_of(left, right);
  const Pair* const pair = pairs_.find(wanted.hash(), [&](const Pair& other) { return other.is_same(wanted); });
  return pair == nullptr ? 0 : pair->count;
}

NearText::Number NearText::number_of(std::string_view reading) const {
  const std::optional<std::uint32_t> code = token_codes().code_of(reading);
  if (code) return *code;
  const auto name = names_.find(std::string(reading));
  return name == names_.end() ? kNoNumber : name->second;
}

}  // namespace timbao
