// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/text_shapes.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

constexpr std::size_t kNameLimitWords = 5;
constexpr std::size_t kBylineLimitWords = 6;
constexpr std::size_t kCreditLimitWords = 10;  // of a byline that begins with a word like "Theo"
constexpr std::size_t kBylineLimitBytes = 400;
constexpr std::size_t kCreditLimitBytes = 400;

/// How bylines begin, folded.
constexpr std::array<std::string_view, 14> kBylineStarts{
    "theo ",      "tin, anh:", "tin va anh:", "tin - anh:", "tin/anh:",   "bai, anh:", "bai va anh:",
    "bai - anh:", "bai/anh:",  "tin:",        "bai:",       "thuc hien:", "nguon:",    "tin anh:"};

/// Agencies and offices whose names are not capitalised throughout, folded.
constexpr std::array<std::string_view, 6> kAgencies{"thong tan xa viet nam",
                                                    "bao dien tu chinh phu",
                                                    "bao dien tu dang cong san viet nam",
                                                    "cong thong tin dien tu chinh phu",
                                                    "vietnam+",
                                                    "tap chi cong san"};

template <std::size_t size>
bool is_one_of(std::string_view text, const std::array<std::string_view, size>& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

/// Whether a word begins with a capital letter. In NFD a letter begins with its base letter, so the first code point
/// decides.
bool is_capitalised(std::string_view word) {
  if (word.empty()) return false;
  const std::string_view first = word.substr(0, read_code_point(word, 0).length);
  return canonical(first) != first;
}

bool is_only_punctuation(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char byte) { return byte == '-' || byte == '/' || byte == ',' || byte == '&'; }) ||
         word == "–" || word == "—";
}

/// "(TTXVN)." -> "TTXVN": a word without punctuation before and behind it.
std::string_view bare_word(std::string_view word) {
  const auto is_round = [](char byte) {
    return byte == '(' || byte == ')' || byte == '.' || byte == ',' || byte == ';';
  };
  while (!word.empty() && is_round(word.front())) word.remove_prefix(1);
  while (!word.empty() && is_round(word.back())) word.remove_suffix(1);
  return word;
}

bool are_names(const std::vector<std::string_view>& words) {
  const auto is_name = [](std::string_view word) {
    return is_only_punctuation(word) || is_capitalised(bare_word(word));
  };
  return !words.empty() && std::all_of(words.begin(), words.end(), is_name);
}

/// Most words end in another letter, which is compared first: of ASCII the canonical form is the small letter.
bool is_credit_word(std::string_view word, std::string_view expected) {
  if (word.empty() || (is_ascii(word.back()) && to_ascii_lower(word.back()) != expected.back())) return false;
  return is_capitalised(word) && canonical(word) == expected;
}

/// "… (Ảnh: TTXVN cung cấp)", with or without a full stop.
bool ends_in_bracketed_credit(std::string_view paragraph) {
  if (!paragraph.empty() && paragraph.back() == '.') paragraph.remove_suffix(1);
  if (paragraph.empty() || paragraph.back() != ')') return false;
  const std::size_t open = paragraph.rfind('(');
  if (open == std::string_view::npos) return false;
  const std::string inside = canonical(trim(paragraph.substr(open + 1)));
  return starts_with(inside, "ảnh:") || starts_with(inside, "ảnh ");
}

/// The last kCreditLimitBytes of a paragraph, from a space on: a credit is short, and a paragraph may have any length.
std::string_view tail_of(std::string_view paragraph) {
  if (paragraph.size() <= kCreditLimitBytes) return paragraph;
  paragraph.remove_prefix(paragraph.size() - kCreditLimitBytes);
  return paragraph.substr(std::min(paragraph.find(' '), paragraph.size()));
}

bool ends_in_plain_credit(std::string_view paragraph) {
  const std::vector<std::string_view> words = words_of(paragraph);
  for (std::size_t names = 1; names <= kNameLimitWords && names < words.size(); ++names) {
    const std::string_view before = bare_word(words[words.size() - names - 1]);
    if (!is_credit_word(before, "ảnh") && !is_credit_word(before, "ảnh:")) continue;
    return are_names({words.end() - static_cast<std::ptrdiff_t>(names), words.end()});
  }
  return false;
}

bool ends_a_sentence(std::string_view paragraph) {
  return !paragraph.empty() && std::string_view(".?!").find(paragraph.back()) != std::string_view::npos;
}

std::string_view without_brackets(std::string_view text) {
  if (text.size() >= 2 && text.front() == '(' && text.back() == ')') return trim(text.substr(1, text.size() - 2));
  return text;
}

/// The part of a byline behind "Theo", "Tin, ảnh:" and the like; empty where nothing introduces it.
std::string_view behind_introduction(std::string_view text) {
  const FoldedText folded = fold(text);
  for (std::string_view start : kBylineStarts)
    if (starts_with(folded.text, start) && folded.text.size() > start.size())
      return trim(text.substr(folded.offsets[start.size()]));
  return {};
}

/// "An Vũ - Hà Chi", "An Vũ, Hà Chi" and "An Vũ và Hà Chi" are two names.
std::vector<std::string> split_names(std::string_view text) {
  std::vector<std::string> names;
  std::vector<std::string_view> name;
  const auto end_name = [&] {
    if (!name.empty()) names.push_back(join(name, " "));
    name.clear();
  };
  for (std::string_view word : words_of(text)) {
    const bool ends = word.back() == ',' || word.back() == ';';
    if (ends) word.remove_suffix(1);
    const bool separates = is_only_punctuation(word) || canonical(word) == "và";
    if (!separates && !word.empty()) name.push_back(word);
    if (ends || separates) end_name();
  }
  end_name();
  return names;
}

}  // namespace

bool is_caption(std::string_view paragraph) {
  const std::string_view tail = tail_of(paragraph);
  return ends_in_bracketed_credit(tail) || ends_in_plain_credit(tail);
}

std::vector<std::string> names_of_byline(std::string_view paragraph) {
  if (paragraph.size() > kBylineLimitBytes || ends_a_sentence(paragraph)) return {};
  const std::string_view text = without_brackets(paragraph);
  const std::vector<std::string_view> words = words_of(text);
  if (const std::string_view credited = behind_introduction(text);
      !credited.empty() && words.size() <= kCreditLimitWords)
    return split_names(credited);
  if (is_one_of(fold_text(text), kAgencies)) return {std::string(text)};
  if (words.size() <= kBylineLimitWords && are_names(words) && !is_caption(text)) return split_names(text);
  return {};
}

bool is_cut_short(std::string_view first, std::string_view second) {
  std::string start = canonical(first);
  const auto is_final = [](char byte) { return std::string_view(".,;:?!- ").find(byte) != std::string_view::npos; };
  for (;;) {
    if (!start.empty() && is_final(start.back())) {
      start.pop_back();
    } else if (start.size() >= 3 && start.compare(start.size() - 3, 3, "…") == 0) {
      start.resize(start.size() - 3);
    } else {
      break;
    }
  }
  if (start.find(' ') == std::string::npos) return false;  // many sentences begin with the same word
  // In another normal form the same text is at most three times as long, so four times the length is enough.
  return starts_with(canonical(cut_at_code_point(second, 4 * first.size())), start);
}

}  // namespace timbao
