// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/syllable.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

#include "common/base/ascii.h"
#include "common/base/utf8.h"

namespace timbao {
namespace {

/// The twelve vowel letters in their six tones, in the order of Tone.
constexpr std::array<std::array<std::string_view, 6>, 12> kVowels{{
    {"a", "á", "à", "ả", "ã", "ạ"},
    {"ă", "ắ", "ằ", "ẳ", "ẵ", "ặ"},
    {"â", "ấ", "ầ", "ẩ", "ẫ", "ậ"},
    {"e", "é", "è", "ẻ", "ẽ", "ẹ"},
    {"ê", "ế", "ề", "ể", "ễ", "ệ"},
    {"i", "í", "ì", "ỉ", "ĩ", "ị"},
    {"o", "ó", "ò", "ỏ", "õ", "ọ"},
    {"ô", "ố", "ồ", "ổ", "ỗ", "ộ"},
    {"ơ", "ớ", "ờ", "ở", "ỡ", "ợ"},
    {"u", "ú", "ù", "ủ", "ũ", "ụ"},
    {"ư", "ứ", "ừ", "ử", "ữ", "ự"},
    {"y", "ý", "ỳ", "ỷ", "ỹ", "ỵ"},
}};

constexpr std::array<std::string_view, 28> kOnsets{"",   "b",  "c", "ch", "d",  "đ",  "g",   "gh", "gi", "h",
                                                   "k",  "kh", "l", "m",  "n",  "ng", "ngh", "nh", "p",  "ph",
                                                   "qu", "r",  "s", "t",  "th", "tr", "v",   "x"};

/// Every rime, without tone: nucleus with glide and coda.
constexpr std::string_view kRimes[] = {
    "a",   "ac",   "ach", "ai",  "am",  "an",   "ang", "anh",  "ao",   "ap",   "at",   "au",   "ay",   "ăc",   "ăm",
    "ăn",  "ăng",  "ăp",  "ăt",  "âc",  "âm",   "ân",  "âng",  "âp",   "ât",   "âu",   "ây",   "e",    "ec",   "em",
    "en",  "eng",  "eo",  "ep",  "et",  "ê",    "êch", "êm",   "ên",   "ênh",  "êp",   "êt",   "êu",   "i",    "ia",
    "ich", "im",   "in",  "inh", "ip",  "it",   "iu",  "iêc",  "iêm",  "iên",  "iêng", "iêp",  "iêt",  "iêu",  "o",
    "oc",  "oi",   "om",  "on",  "ong", "op",   "ot",  "oa",   "oac",  "oach", "oai",  "oam",  "oan",  "oang", "oanh",
    "oao", "oap",  "oat", "oay", "oăc", "oăm",  "oăn", "oăng", "oăt",  "oe",   "oen",  "oeo",  "oet",  "ooc",  "oong",
    "ô",   "ôc",   "ôi",  "ôm",  "ôn",  "ông",  "ôp",  "ôt",   "ơ",    "ơi",   "ơm",   "ơn",   "ơp",   "ơt",   "u",
    "ua",  "uc",   "ui",  "um",  "un",  "ung",  "up",  "ut",   "uân",  "uâng", "uât",  "uây",  "uê",   "uêch", "uênh",
    "uêu", "uôc",  "uôi", "uôm", "uôn", "uông", "uôt", "uơ",   "uy",   "uya",  "uych", "uyên", "uyêt", "uyn",  "uynh",
    "uyp", "uyt",  "uyu", "ư",   "ưa",  "ưc",   "ưi",  "ưm",   "ưn",   "ưng",  "ưt",   "ưu",   "ươc",  "ươi",  "ươm",
    "ươn", "ương", "ươp", "ươt", "ươu", "y",    "yêm", "yên",  "yêng", "yêt",  "yêu",  "ych",  "ynh",  "yt",   "yn",
    "yp",  "yu",   "oem", "oep", "uôp", "uêt",  "uên", "êc"};

const std::unordered_set<std::string_view>& rimes() {
  static const std::unordered_set<std::string_view> set(std::begin(kRimes), std::end(kRimes));
  return set;
}

struct TonedLetter {
  std::string_view letter;  // without its tone
  Tone tone = Tone::ngang;
};

const std::unordered_map<std::string_view, TonedLetter>& toned_letters() {
  static const auto map = [] {
    std::unordered_map<std::string_view, TonedLetter> made;
    for (const auto& row : kVowels)
      for (std::size_t tone = 1; tone < row.size(); ++tone) made[row[tone]] = {row[0], static_cast<Tone>(tone)};
    return made;
  }();
  return map;
}

/// The rime as it should be written: đuợc and đưoc mean ươc. Empty where it is none.
std::string right_rime(std::string_view rime) {
  if (rimes().count(rime) != 0) return std::string(rime);
  for (const std::string_view misplaced : {"uơ", "ưo"}) {
    if (!starts_with(rime, misplaced)) continue;
    std::string right = "ươ" + std::string(rime.substr(misplaced.size()));
    if (rimes().count(right) != 0) return right;
  }
  return {};
}

bool tone_fits(std::string_view rime, Tone tone) {
  const char last = rime.back();
  const bool stopped = last == 'c' || last == 'p' || last == 't' || (last == 'h' && rime[rime.size() - 2] == 'c');
  return !stopped || tone == Tone::sac || tone == Tone::nang;
}

/// gi swallows an i that follows: gì is gi + i, giếng is gi + iêng, gia is gi + a.
std::string rime_after_gi(std::string_view rest) {
  if (starts_with(rest, "i")) return {};  // it is shared, never written twice: "giiếng" is no syllable
  std::string with_i = right_rime("i" + std::string(rest));
  const bool wants_i = rest.empty() || starts_with(rest, "ê") || right_rime(rest).empty();
  return wants_i ? with_i : right_rime(rest);
}

Syllable make_syllable(std::string_view onset, std::string rime, Tone tone) {
  Syllable syllable;
  const bool shares_i = onset == "gi" && rime.front() == 'i';
  syllable.letters = std::string(onset) + (shares_i ? rime.substr(1) : rime);
  syllable.onset = onset;
  syllable.rime = std::move(rime);
  syllable.tone = tone;
  return syllable;
}

}  // namespace

std::string_view toned_vowel(std::string_view letter, Tone tone) {
  const auto row =
      std::find_if(kVowels.begin(), kVowels.end(), [letter](const auto& tones) { return tones[0] == letter; });
  return row == kVowels.end() ? std::string_view() : (*row)[static_cast<std::size_t>(tone)];
}

WithoutTone without_tone(std::string_view canonical_word) {
  WithoutTone result;
  for (std::size_t at = 0; at < canonical_word.size();) {
    const std::string_view letter = canonical_word.substr(at, read_code_point(canonical_word, at).length);
    const auto toned = letter.size() == 1 ? toned_letters().end() : toned_letters().find(letter);
    if (toned == toned_letters().end()) {
      result.letters += letter;
    } else {
      result.letters += toned->second.letter;
      result.tone = toned->second.tone;
      ++result.marks;
    }
    at += letter.size();
  }
  return result;
}

std::optional<Syllable> parse_syllable(std::string_view canonical_word) {
  constexpr std::size_t kLongest = 24;  // bytes of "nghuyếng" and the like, with room to spare
  if (canonical_word.empty() || canonical_word.size() > kLongest) return std::nullopt;
  const WithoutTone word = without_tone(canonical_word);
  if (word.marks > 1) return std::nullopt;
  // The longest onset that leaves a rime: ngh before ng before n; gi and qu before g and nothing.
  for (std::size_t length = 4; length-- > 0;) {
    if (length > word.letters.size()) continue;
    const std::string_view onset = std::string_view(word.letters).substr(0, length);
    if (std::find(kOnsets.begin(), kOnsets.end(), onset) == kOnsets.end()) continue;
    const std::string_view rest = std::string_view(word.letters).substr(length);
    std::string rime = onset == "gi" ? rime_after_gi(rest) : right_rime(rest);
    if (!rime.empty() && tone_fits(rime, word.tone)) return make_syllable(onset, std::move(rime), word.tone);
  }
  return std::nullopt;
}

std::string exact_key(std::string_view canonical_word) {
  const std::optional<Syllable> syllable = parse_syllable(canonical_word);
  if (!syllable) return std::string(canonical_word);
  if (syllable->tone == Tone::ngang) return syllable->letters;
  return syllable->letters + '~' + static_cast<char>('0' + static_cast<int>(syllable->tone));
}

}  // namespace timbao
