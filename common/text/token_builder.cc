// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/token_builder.h"

#include <algorithm>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "common/text/letters.h"
#include "common/text/syllable.h"
#include "common/text/token_rules.h"

namespace timbao {
namespace {

constexpr std::size_t kMostJoinedTokens = 8;
constexpr std::uint32_t kLongestPiece = 256;  // bytes of a token that can reach the whole, which is cut

}  // namespace

std::size_t TokenBuilder::join(std::size_t at) {
  if (at + 1 >= text_.size() || !is_joiner(text_[at]) || out_.tokens.empty()) return at;
  const CodePoint right = read_code_point(text_, at + 1);
  const LetterClass kind = class_of(right.value);
  if (kind != LetterClass::letter && kind != LetterClass::digit) return at;
  const Token& left = out_.tokens.back();
  if (left.end != at || joined_so_far() >= kMostJoinedTokens) return at;
  if (text_[at] == '.' && !dot_joins(left, right.value)) return at;
  if (left.word->kind == TokenKind::number && (text_[at] == '.' || kind == LetterClass::digit)) return at;
  join_next();
  return at + 1;
}

/// A dot joins TP.HCM, Tp.HCM, T.Ư and vnexpress.net; in "họp.Theo" it ends a sentence.
bool TokenBuilder::dot_joins(const Token& left, char32_t right) const {
  if (is_small_letter(right)) return true;
  const std::string_view printed = text_.substr(left.begin, left.end - left.begin);
  const std::size_t last_letter = code_point_before(printed, printed.size());
  return is_upper_case(read_code_point(printed, last_letter).value) || !parse_syllable(canonical(printed));
}

void TokenBuilder::close_run() {
  if (joined_so_far() > 1) add_whole();
  run_begin_ = out_.tokens.size();
}

void TokenBuilder::add_whole() {
  std::string letters;
  for (std::size_t i = run_begin_; i < out_.tokens.size(); ++i) {
    const Token& token = out_.tokens[i];
    // A number gives its value, so that 12.000đ has the whole of 12000đ; groups of digits (007) stay as printed.
    const bool is_value = token.word->kind == TokenKind::number && !is_digits(token.word->exact);
    letters += is_value ? token.word->folded
                        : canonical(text_.substr(token.begin, std::min(token.end - token.begin, kLongestPiece)));
  }
  std::string folded = fold_text(letters);
  if (!folded.empty()) add_extra(run_begin_, ExtraKind::whole, std::move(folded), limited_exact(letters));
}

void TokenBuilder::stand_alone() {
  close_run();
  if (gap_ == Gap::joined) gap_ = Gap::space;
}

void TokenBuilder::add_extra(std::size_t first, ExtraKind kind, std::string folded, std::string exact) {
  if (!exact.empty()) {
    folded.resize(cut_at_code_point(folded, kFoldedLimitBytes).size());
    exact.resize(cut_at_code_point(exact, kExactLimitBytes).size());
  }
  const auto start = static_cast<std::uint32_t>(first);
  const auto count = static_cast<std::uint32_t>(out_.tokens.size() - first);
  out_.extras.push_back({start, count, kind, std::move(folded), std::move(exact)});
}

TokenizedText TokenBuilder::take() {
  close_run();
  const auto earlier = [](const Extra& a, const Extra& b) { return a.first < b.first; };
  if (!std::is_sorted(out_.extras.begin(), out_.extras.end(), earlier))
    std::stable_sort(out_.extras.begin(), out_.extras.end(), earlier);
  return std::move(out_);
}

}  // namespace timbao
