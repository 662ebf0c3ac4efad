// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/typing.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/take_part.h"
#include "common/index/token_codes.h"
#include "common/text/fold.h"
#include "common/text/syllable.h"
#include "query/expand/article_counts.h"
#include "query/expand/embedded.h"
#include "query/expand/typed_chunks.h"
#include "query/expand/typed_keys.h"

namespace timbao {
namespace {

/// How many times as many articles must have the syllable as have what was typed: where the keys are sure of themselves,
/// and where other words of the query speak for the method.
constexpr std::uint32_t kSureRatio = 200;
constexpr std::uint32_t kSupportedRatio = 100;

/// The same, where the keys have one mark only, as many English words do.
constexpr std::uint32_t kRareRatio = 5000;

/// Words in capitals that are shorter are rather abbreviations than keys.
constexpr std::size_t kLongCapitals = 5;

/// How many times as many articles must have a syllable that was completed as have one with the typed marks alone: where
/// the query types tones, and where it types none.
enum class CompletedRatio : std::uint32_t { with_tones = 1000, without_tones = 20 };

constexpr std::string_view kSigns = "'`?~.^+*(\\";
constexpr std::string_view kDigits = "0123456789";

bool has_any_of(std::string_view text, std::string_view bytes) {
  return text.find_first_of(bytes) != std::string_view::npos;
}

/// A chunk as the keys of one method, and what speaks for that.
struct Reading {
  const TypedChunk* chunk = nullptr;
  TypingMethod method = TypingMethod::telex;
  TypedSyllable syllable;
  std::size_t bytes_behind = 0;
  std::uint64_t typed_articles = 0;  ///< that have what was typed, in any reading
  std::uint32_t read_articles = 0;   ///< that have the syllable
  bool is_sure = false;              ///< whether it needs no other word of the query to speak for it
};

std::unordered_set<std::string_view> read_english_words() {
  std::unordered_set<std::string_view> words;
  std::string_view list = embedded::english_words();
  while (!list.empty()) {
    std::string_view line = take_part(list, "\n");
    if (starts_with(line, "#")) continue;
    while (!line.empty()) words.insert(take_part(line, " "));
  }
  return words;
}

/// Words with one of the first codes are common enough in news that people type them as they are. Among the later ones are
/// foreign names that are keys of common syllables: hooi, coong.
constexpr std::uint32_t kCommonCodes = 11000;

/// Whether a word is one that people type as it is: news prints it often, or it is an English word.
bool is_known(std::string_view keys) {
  static const std::unordered_set<std::string_view> english = read_english_words();
  if (english.count(keys) != 0) return true;
  const std::vector<std::uint32_t> codes = token_codes().codes_of_folded(fold_text(keys));
  return std::any_of(codes.begin(), codes.end(), [](std::uint32_t code) { return code < kCommonCodes; });
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_all_capitals(std::string_view typed) {
  return std::count_if(typed.begin(), typed.end(), is_capital) > 1 &&
         std::none_of(typed.begin(), typed.end(), is_ascii_small_letter);
}

/// Keys of Telex that hardly any word of another language has.
constexpr std::array<std::string_view, 7> kTelexClusters{"iee", "yee", "uoo", "uow", "uwo", "uaa", "oong"};

/// Whether keys look like Telex and nothing else: two marks, dd at the beginning, j behind a vowel, a cluster.
bool has_telex_shape(const Reading& reading) {
  const std::string_view keys = reading.chunk->keys;
  const auto is_in_keys = [&](std::string_view cluster) { return keys.find(cluster) != std::string_view::npos; };
  return reading.syllable.mark_keys > 1 || starts_with(keys, "dd") || keys.find('j', 1) != std::string_view::npos ||
         std::any_of(kTelexClusters.begin(), kTelexClusters.end(), is_in_keys);
}

/// "hw" and "tw" are abbreviations rather than keys.
bool has_vowel(std::string_view keys) { return has_any_of(keys, "aeiouy"); }

bool has_tone_key(std::string_view keys) { return has_any_of(keys, "sfrxj"); }

bool is_sure_telex(const Reading& reading) {
  const std::string_view keys = reading.chunk->keys;
  if (!has_vowel(keys) && keys.size() < 4) return false;
  if (has_telex_shape(reading)) return reading.read_articles / kSureRatio >= reading.typed_articles;
  const bool adds_tone = reading.syllable.marks == TypedSyllable::Marks::completed && !has_tone_key(keys);
  return reading.read_articles / kRareRatio >= reading.typed_articles && !adds_tone &&
         !is_capital(reading.chunk->typed.front());
}

/// The digit of a quality mark and that of a tone: "72" of nguoi72.
bool is_mark_and_tone(std::string_view digits) {
  return digits.size() == 2 && has_any_of(digits.substr(0, 1), "6789") && has_any_of(digits.substr(1), "12345");
}

/// Keys of VNI that no code has: a digit between letters, or one for the letter and one for the tone (nguoi72) behind
/// several letters. B52, U23 and quy1 are none.
bool is_sure_vni(const Reading& reading) {
  const std::string_view keys = reading.chunk->keys;
  const auto first_digit =
      static_cast<std::size_t>(std::find_if(keys.begin(), keys.end(), is_ascii_digit) - keys.begin());
  const std::string_view digits = keys.substr(first_digit);
  const bool is_between = std::any_of(digits.begin(), digits.end(), [](char c) { return !is_ascii_digit(c); });
  const bool marks_and_tone = first_digit > 2 && is_mark_and_tone(digits);
  return (is_between || marks_and_tone) && reading.typed_articles == 0;
}

/// Signs of VIQR that other text hardly has directly behind a vowel.
bool is_sure_viqr(const Reading& reading) {
  const std::string_view keys = reading.chunk->keys;
  const std::string_view inside = keys.substr(0, keys.size() - 1);
  return has_any_of(keys, "^`~") || has_any_of(inside, "?(") ||
         (has_any_of(inside, "+*'.") && reading.syllable.mark_keys > 1);
}

struct MethodRow {
  TypingMethod value;
  bool (*is_sure)(const Reading&);
};

constexpr std::array<MethodRow, kTypingMethods.size()> kMethodRows{{
    {TypingMethod::telex, is_sure_telex},
    {TypingMethod::vni, is_sure_vni},
    {TypingMethod::viqr, is_sure_viqr},
}};

bool is_sure(const Reading& reading) {
  if (is_known(reading.chunk->keys)) return false;
  if (is_all_capitals(reading.chunk->typed) &&
      (reading.chunk->keys.size() < kLongCapitals || !has_telex_shape(reading)))
    return false;
  return kMethodRows[static_cast<std::size_t>(reading.method)].is_sure(reading);
}

/// The keys without signs at their end.
std::string_view without_signs(std::string_view keys) { return keys.substr(0, keys.find_last_not_of(kSigns) + 1); }

/// Reads chunks as keys, with the counts of an archive.
class KeyReader {
 public:
  KeyReader(const ExpandInput& input, CompletedRatio ratio) : input_(input), ratio_(ratio) {}

  /// What each chunk is as keys of the first method that fits.
  [[nodiscard]] std::vector<Reading> read_all(const std::vector<TypedChunk>& chunks) const {
    std::vector<Reading> readings;
    for (const TypedChunk& chunk : chunks) {
      std::optional<Reading> reading = read_chunk(chunk);
      if (!reading) continue;
      reading->chunk = &chunk;
      if (reading->method != TypingMethod::viqr)
        reading->typed_articles = articles_with_folded(input_.vocabulary, input_.text.tokens[chunk.first].word->folded);
      reading->is_sure = is_sure(*reading);
      readings.push_back(*std::move(reading));
    }
    return readings;
  }

 private:
  /// The syllable that keys spell and most articles have, as typed rather than completed; nothing where none has one.
  [[nodiscard]] std::optional<Reading> read_keys(std::string_view keys, TypingMethod method) const {
    std::optional<Reading> best;
    for (TypedSyllable& syllable : decode_keys(keys, method)) {
      const bool competes = best && syllable.marks != best->syllable.marks;
      const std::uint64_t ratio = competes ? static_cast<std::uint32_t>(ratio_) : 1;
      const std::uint32_t articles = articles_with_exact(input_.vocabulary, exact_key(syllable.text));
      if (articles <= (best ? best->read_articles : 0) * ratio) continue;
      best.emplace();
      best->method = method;
      best->syllable = std::move(syllable);
      best->read_articles = articles;
    }
    return best;
  }

  [[nodiscard]] bool ends_query(const TypedChunk& chunk) const {
    return chunk.first + chunk.count == input_.text.tokens.size() &&
           has_any_of(chunk.keys.substr(chunk.keys.size() - 1), "?.");
  }

  /// A question mark or full stop at the end of a query is its end rather than a tone, unless more articles have the
  /// syllable with the tone.
  [[nodiscard]] std::optional<Reading> read_viqr(const TypedChunk& chunk) const {
    std::optional<Reading> whole = read_keys(chunk.keys, TypingMethod::viqr);
    if (whole) whole->bytes_behind = chunk.bytes_behind;
    if (!ends_query(chunk)) return whole;
    const std::string_view keys = std::string_view(chunk.keys).substr(0, chunk.keys.size() - 1);
    if (!has_any_of(keys, kSigns)) return std::nullopt;
    std::optional<Reading> less = read_keys(keys, TypingMethod::viqr);
    if (!less || (whole && whole->read_articles >= less->read_articles)) return whole;
    less->bytes_behind = chunk.bytes_behind - std::min<std::size_t>(chunk.bytes_behind, 1);
    return less;
  }

  [[nodiscard]] std::optional<Reading> read_chunk(const TypedChunk& chunk) const {
    const std::string_view keys = without_signs(chunk.keys);
    std::optional<Reading> reading;
    if (chunk.count == 1 && !has_any_of(keys, kSigns)) {
      if (!has_any_of(keys, kDigits)) reading = read_keys(keys, TypingMethod::telex);
      if (!reading) reading = read_keys(keys, TypingMethod::vni);
    }
    if (!reading && has_any_of(chunk.keys, kSigns)) reading = read_viqr(chunk);
    return reading;
  }

  const ExpandInput& input_;
  CompletedRatio ratio_;
};

bool has_written_tone(const Reading& reading) {
  return reading.is_sure && reading.syllable.marks == TypedSyllable::Marks::written &&
         exact_key(reading.syllable.text).find('~') != std::string::npos;
}

/// Who types no tone anywhere leaves them out, so that hooi is hội; who types some means what is typed: hooi is hôi.
std::vector<Reading> read_query(const ExpandInput& input, const std::vector<TypedChunk>& chunks) {
  std::vector<Reading> readings = KeyReader(input, CompletedRatio::with_tones).read_all(chunks);
  if (readings.empty() || std::any_of(readings.begin(), readings.end(), has_written_tone)) return readings;
  return KeyReader(input, CompletedRatio::without_tones).read_all(chunks);
}

/// Whether other words of the query, which are surely keys, speak for reading this one as keys too.
bool is_supported(const Reading& reading, const std::array<bool, kTypingMethods.size()>& sure_methods) {
  return sure_methods[static_cast<std::size_t>(reading.method)] &&
         reading.read_articles / kSupportedRatio >= reading.typed_articles;
}

/// Whether a word of which the archive knows nothing may be a syllable with its digits behind it: cach1, tu75. Codes have
/// fewer letters, or other digits: U23, CO2, SU30.
bool may_be_vni(const Reading& reading) {
  const std::string_view keys = reading.chunk->keys;
  const auto letters = static_cast<std::size_t>(std::find_if(keys.begin(), keys.end(), is_ascii_digit) - keys.begin());
  const bool is_like_keys = letters > 2 || (letters == 2 && is_mark_and_tone(keys.substr(letters)));
  return reading.method == TypingMethod::vni && reading.typed_articles == 0 && is_like_keys;
}

/// Two such words that differ in more than the digit speak for each other. One alone may be a code.
bool has_several_vni(const std::vector<Reading>& readings) {
  const Reading* first = nullptr;
  for (const Reading& reading : readings) {
    if (!may_be_vni(reading)) continue;
    if (first != nullptr && first->chunk->keys.substr(0, 2) != reading.chunk->keys.substr(0, 2)) return true;
    if (first == nullptr) first = &reading;
  }
  return false;
}

Draft draft_of(const Reading& reading) {
  Draft draft;
  draft.kind = AlternativeKind::typing;
  draft.first = reading.chunk->first;
  draft.count = reading.chunk->count;
  draft.value = reading.syllable.text;
  draft.role = DraftRole::instead;
  draft.bytes_behind = reading.bytes_behind;
  return draft;
}

}  // namespace

std::vector<Draft> typing_drafts(const ExpandInput& input) {
  const std::vector<TypedChunk> chunks = typed_chunks(input.value, input.text);
  const std::vector<Reading> readings = read_query(input, chunks);
  std::array<bool, kTypingMethods.size()> sure_methods{};
  for (const Reading& reading : readings)
    if (reading.is_sure) sure_methods[static_cast<std::size_t>(reading.method)] = true;
  if (has_several_vni(readings)) sure_methods[static_cast<std::size_t>(TypingMethod::vni)] = true;
  std::vector<Draft> drafts;
  for (const Reading& reading : readings)
    if (reading.is_sure || is_supported(reading, sure_methods)) drafts.push_back(draft_of(reading));
  return drafts;
}

}  // namespace timbao
