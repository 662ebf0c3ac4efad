// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/restore.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/base/utf8.h"
#include "common/text/letters.h"
#include "indexer/input/charset/likeness.h"
#include "indexer/input/charset/references.h"
#include "indexer/input/charset/signs.h"
#include "indexer/input/charset/stretches.h"
#include "indexer/input/charset/viqr.h"

namespace timbao {
namespace {

constexpr int kMostRounds = 4;  // until nothing changes: references make letters that were encoded twice, and so on

// ---- Ð for Đ

bool is_twin_of_d(char32_t c) { return c == U'Ð' || c == U'ð' || c == U'Ɖ' || c == U'ɖ'; }

bool has_twin_of_d(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint next = read_code_point(word, at);
    if (is_twin_of_d(next.value)) return true;
    at += next.length;
  }
  return false;
}

std::string with_d(std::string_view word) {
  std::string text;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint next = read_code_point(word, at);
    const bool is_capital = is_upper_case(next.value);
    append_code_point(text, !is_twin_of_d(next.value) ? next.value : is_capital ? U'Đ' : U'đ');
    at += next.length;
  }
  return text;
}

/// Whether a word has a letter that no other language writes which has ð: those with a tone and a mark of the vowel, ă, ơ
/// and ư. So names are known too that no Vietnamese syllable spells, such as Đắk.
bool has_vietnamese_letter(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint next = read_code_point(word, at);
    const bool has_tone = next.value >= U'Ạ' && next.value <= U'ỹ';
    if (has_tone || std::u32string_view(U"ăơưĂƠƯ").find(next.value) != std::u32string_view::npos) return true;
    at += next.length;
  }
  return false;
}

/// Puts Đ for Ð in the words that are words of news or abbreviations then, or that no other language writes.
std::size_t restore_twins(std::string& text) {
  std::string restored;
  std::size_t words = 0, written = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Stretch stretch = next_stretch(text, at);
    at = stretch.end;
    if (!stretch.may_be_other) continue;
    const std::string_view word = std::string_view(text).substr(stretch.begin, stretch.end - stretch.begin);
    if (!has_twin_of_d(word)) continue;
    const std::string other = with_d(word);
    const Likeness like = likeness(other);
    const bool is_abbreviation = like.words == 0 && count_code_points(word) > 1;  // HÐND
    const bool is_word = like.words > 0 && like.share() == 1;
    if (!is_word && !is_abbreviation && !has_vietnamese_letter(word)) continue;
    restored.append(text, written, stretch.begin - written).append(other);
    written = stretch.end;
    ++words;
  }
  if (words == 0) return 0;
  text = restored.append(text, written);
  return words;
}

// ---- rounds

using Texts = std::vector<std::string*>;

std::vector<Writing> ways_of_texts(const Texts& texts) {
  std::vector<std::string_view> views;
  views.reserve(texts.size());
  for (const std::string* const text : texts) views.emplace_back(*text);
  return ways_of(views);
}

void restore_runs(std::string& text, const std::vector<Writing>& ways, Restored& restored) {
  if (ways.empty()) return;
  UnifiedText unified = unify_runs(text, ways);
  for (std::size_t way = 0; way < kWritings; ++way) restored.runs.at(way) += unified.counts.at(way);
  text = std::move(unified.text);
}

void restore_references(std::string& text, Restored& restored) {
  DereferencedText read = without_references(text);
  restored.references += read.count;
  if (read.count > 0) text = std::move(read.text);
}

void restore_viqr(std::string& text, Restored& restored) {
  ViqrText read = from_viqr(text);
  restored.viqr += read.words;
  if (read.words > 0) text = std::move(read.text);
}

std::vector<Signs> signs_in_texts(const Texts& texts) {
  std::vector<Signs> signs;
  signs.reserve(texts.size());
  for (const std::string* const text : texts) signs.push_back(signs_in(*text));
  return signs;
}

/// One round. Returns whether a text changed.
bool restore_once(const Texts& texts, const std::vector<Signs>& signs, Restored& restored) {
  const bool has_other_writing =
      std::any_of(signs.begin(), signs.end(), [](const Signs& shown) { return shown.other_writing; });
  const std::vector<Writing> ways = has_other_writing ? ways_of_texts(texts) : std::vector<Writing>{};
  bool has_changed = false;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!signs[i].any() && ways.empty()) continue;
    std::string& text = *texts[i];
    const std::string before = text;
    if (signs[i].reference) restore_references(text, restored);
    restore_runs(text, ways, restored);
    if (signs[i].twin) restored.twins += restore_twins(text);
    if (signs[i].viqr) restore_viqr(text, restored);
    has_changed = has_changed || text != before;
  }
  return has_changed;
}

void add_count(std::string& detail, std::size_t count, std::string_view what) {
  if (count == 0) return;
  detail += (detail.empty() ? "restored: " : ", ") + std::to_string(count) + " " + std::string(what);
}

}  // namespace

Restored restore_letters(const std::vector<std::string*>& texts) {
  std::vector<Signs> signs = signs_in_texts(texts);
  if (std::none_of(signs.begin(), signs.end(), [](const Signs& shown) { return shown.any(); })) return {};
  std::vector<std::string> before;
  before.reserve(texts.size());
  for (const std::string* const text : texts) before.push_back(*text);
  Restored restored;
  for (int round = 0; round < kMostRounds; ++round) {
    if (!restore_once(texts, signs, restored)) return restored;
    signs = signs_in_texts(texts);
  }
  // What goes on changing was made to do so: it stays as it stands, so that restoring twice is restoring once.
  for (std::size_t i = 0; i < texts.size(); ++i) *texts[i] = std::move(before[i]);
  return {};
}

Restored restore_letters(std::string& text) { return restore_letters(std::vector<std::string*>{&text}); }

std::optional<Remark> restored_remark(const Restored& restored) {
  std::string detail;
  for (const auto& row : kWritingNames)
    add_count(detail, restored.runs.at(static_cast<std::size_t>(row.value)), "of " + std::string(row.name));
  add_count(detail, restored.viqr, "of viqr");
  add_count(detail, restored.references, "character references");
  add_count(detail, restored.twins, "words with Ð for Đ");
  if (detail.empty()) return std::nullopt;
  return Remark{NoticeKind::restored_letters, 1, std::move(detail)};
}

}  // namespace timbao
