// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/charset/restore.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/text/letters.h"
#include "indexer/input/charset/likeness.h"
#include "indexer/input/charset/references.h"
#include "indexer/input/charset/stretches.h"
#include "indexer/input/charset/viqr.h"

namespace timbao {
namespace {

constexpr int kMostRounds = 4;  // until nothing changes: references make letters that were encoded twice, and so on

// ---- signs, which cost one look at each byte

/// What a text may hold.
struct Signs {
  bool reference = false, other_writing = false, twin = false, viqr = false;
  [[nodiscard]] bool any() const { return reference || other_writing || twin || viqr; }
};

constexpr std::size_t kBlockBytes = 64;

/// The second bytes of U+00C0 to U+00FF that are letters of Vietnamese, behind C3, but for those that show nothing.
constexpr std::string_view kVietnameseC3 =
    "\x80\x81\x82\x83\x88\x89\x8A\x8C\x8D\x92\x93\x94\x95\x99\x9A\x9D"
    "\xA0\xA1\xA2\xA3\xA8\xA9\xAA\xAC\xAD\xB2\xB3\xB4\xB5\xB9\xBA\xBD";
/// The second bytes of U+0080 to U+00BF, behind C2, that are signs of print: U+00A0 « ° ² ³ · ».
constexpr std::string_view kPrintC2 = "\xA0\xAB\xB0\xB2\xB3\xB7\xBB";

bool is_one_of(std::string_view bytes, char byte) { return bytes.find(byte) != std::string_view::npos; }

/// The bytes that begin a sign of Windows-1252 which is not in Latin-1.
constexpr std::string_view kLeads1252 = "\xE2\xC5\xC6\xCB";

/// Whether Â, Ã or â has a sign of Windows-1252 behind it: UTF-8 that was encoded twice, as in "Ã€" (À) and "â€" (a quote).
bool is_half_of_1252(char second, std::string_view behind) {
  if (second == '\xA2') return starts_with(behind, "€");
  return (second == '\x82' || second == '\x83') && !behind.empty() && is_one_of(kLeads1252, behind[0]);
}

/// Looks at C2 or C3 and the byte behind it. Ì and Ò behind a small letter are tones of Windows-1258.
void look_at_lead(std::string_view text, std::size_t at, Signs& signs) {
  const char second = text[at + 1];
  if (text[at] == '\xC3') {
    const bool is_twin = second == '\x90' || second == '\xB0';
    const bool is_tone = (second == '\x8C' || second == '\x92') && at > 0 && text[at - 1] >= 'a' && text[at - 1] <= 'z';
    signs.twin = signs.twin || is_twin;
    signs.other_writing = signs.other_writing || is_twin || is_tone;
    signs.other_writing = signs.other_writing || (!is_twin && !is_one_of(kVietnameseC3, second)) ||
                          is_half_of_1252(second, text.substr(at + 2));
    return;
  }
  // Ã and what follows it, and á before » and º, which are the beginnings of letters of UTF-8 that was encoded twice.
  const std::string_view before = text.substr(at < 2 ? 0 : at - 2, at < 2 ? 0 : 2);
  const bool is_second_of_two = before == "\u00C3" || before == "\u00E1";
  signs.other_writing = signs.other_writing || is_second_of_two || !is_one_of(kPrintC2, second);
}

void look_at(std::string_view text, std::size_t at, Signs& signs) {
  const char byte = text[at];
  if (at + 1 < text.size() && (byte == '\xC2' || byte == '\xC3')) look_at_lead(text, at, signs);
  signs.reference = signs.reference || byte == '&';
  signs.viqr = signs.viqr || (at > 0 && byte == '^' && is_one_of("aeoAEO", text[at - 1])) ||
               (at > 0 && byte == '+' && is_one_of("ouOU", text[at - 1]));
}

/// Whether two bytes in a row may belong to a sign; of those that do not nothing more is asked.
bool may_show_sign(char first, char second) {
  if (first == '\xC2') return !is_one_of(kPrintC2, second);
  if (first == '\xC3') return !is_one_of(kVietnameseC3, second) || second == '\x8C' || second == '\x92';
  if (first == '&') return true;
  if (second == '\xC2') return first == '\x83' || first == '\xA1';
  if (second == '^' || second == '+') return is_ascii_letter(first);
  return is_one_of(kLeads1252, second) && is_one_of("\x82\x83\xA2", first);
}

using PairTable = std::array<std::uint8_t, 1U << 16U>;

std::size_t pair_of(char first, char second) {
  return static_cast<std::size_t>(static_cast<unsigned char>(first)) << 8U | static_cast<unsigned char>(second);
}

const PairTable& pairs() {
  static const PairTable table = [] {
    PairTable made{};
    for (unsigned pair = 0; pair < made.size(); ++pair)
      made.at(pair) = may_show_sign(static_cast<char>(pair >> 8U), static_cast<char>(pair & 0xFFU)) ? 1 : 0;
    return made;
  }();
  return table;
}

/// The signs of a text. A block without a pair that may be a sign, as nearly all are, costs a look for each byte.
Signs signs_in(std::string_view text) {
  const PairTable& table = pairs();
  Signs signs;
  for (std::size_t begin = 0; begin < text.size(); begin += kBlockBytes) {
    const std::size_t end = std::min(text.size(), begin + kBlockBytes), last = std::min(end, text.size() - 1);
    std::uint8_t found = end == text.size() ? 1 : 0;
    for (std::size_t at = begin; at < last; ++at) found |= table[pair_of(text[at], text[at + 1])];
    for (std::size_t at = found != 0 ? begin : end; at < end; ++at) look_at(text, at, signs);
  }
  return signs;
}

// ---- Ð for Đ

bool is_twin_of_d(char32_t c) { return c == U'Ð' || c == U'ð' || c == U'Ɖ' || c == U'ɖ'; }

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

/// Puts Đ for Ð in the words that are words of news then, or that no other language writes.
std::size_t restore_twins(std::string& text) {
  std::string restored;
  std::size_t words = 0, written = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Stretch stretch = next_stretch(text, at);
    at = stretch.end;
    if (!stretch.may_be_other) continue;
    const std::string_view word = std::string_view(text).substr(stretch.begin, stretch.end - stretch.begin);
    std::string other = with_d(word);
    if (other == word) continue;
    const Likeness like = likeness(other);
    if ((like.words == 0 || like.share() < 1) && !has_vietnamese_letter(word)) continue;
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

/// One round. Returns whether a text changed.
bool restore_once(const Texts& texts, Restored& restored) {
  std::vector<std::pair<std::string*, Signs>> shown;
  bool has_other_writing = false;
  for (std::string* const text : texts) {
    const Signs signs = signs_in(*text);
    shown.emplace_back(text, signs);
    has_other_writing = has_other_writing || signs.other_writing;
  }
  const std::vector<Writing> ways = has_other_writing ? ways_of_texts(texts) : std::vector<Writing>{};
  bool has_changed = false;
  for (const auto& [text, signs] : shown) {
    if (!signs.any() && ways.empty()) continue;
    const std::string before = *text;
    if (signs.reference) restore_references(*text, restored);
    restore_runs(*text, ways, restored);
    if (signs.twin) restored.twins += restore_twins(*text);
    if (signs.viqr) restore_viqr(*text, restored);
    has_changed = has_changed || *text != before;
  }
  return has_changed;
}

void add_count(std::string& detail, std::size_t count, std::string_view what) {
  if (count == 0) return;
  detail += (detail.empty() ? "restored: " : ", ") + std::to_string(count) + " " + std::string(what);
}

}  // namespace

Restored restore_letters(const std::vector<std::string*>& texts) {
  Restored restored;
  if (std::none_of(texts.begin(), texts.end(), [](const std::string* text) { return signs_in(*text).any(); }))
    return {};
  std::vector<std::string> before;
  before.reserve(texts.size());
  for (const std::string* const text : texts) before.push_back(*text);
  for (int round = 0; round < kMostRounds; ++round)
    if (!restore_once(texts, restored)) return restored;
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
