// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/typed_keys.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "common/text/syllable.h"
#include "common/text/written.h"

namespace timbao {
namespace {

constexpr std::size_t kLongestKeys = 24;  // "nguwowngf" and the like, with room for corrections
constexpr std::size_t kMostDrafts = 64;

/// What a key does: it sets the tone, or it changes one of the letters typed before. `changes` are pairs of letters,
/// each changed one behind the one that it is made of.
struct KeyRule {
  char32_t key;
  std::optional<Tone> tone;
  std::u32string_view changes;
};

constexpr std::array kTelexRules{
    KeyRule{U's', Tone::sac, U""}, KeyRule{U'f', Tone::huyen, U""},  KeyRule{U'r', Tone::hoi, U""},
    KeyRule{U'x', Tone::nga, U""}, KeyRule{U'j', Tone::nang, U""},   KeyRule{U'z', Tone::ngang, U""},
    KeyRule{U'a', {}, U"aâăâ"},    KeyRule{U'e', {}, U"eê"},         KeyRule{U'o', {}, U"oôơô"},
    KeyRule{U'd', {}, U"dđ"},      KeyRule{U'w', {}, U"aăoơuưâăôơ"},
};

constexpr std::array kVniRules{
    KeyRule{U'1', Tone::sac, U""},    KeyRule{U'2', Tone::huyen, U""}, KeyRule{U'3', Tone::hoi, U""},
    KeyRule{U'4', Tone::nga, U""},    KeyRule{U'5', Tone::nang, U""},  KeyRule{U'0', Tone::ngang, U""},
    KeyRule{U'6', {}, U"aâeêoôăâơô"}, KeyRule{U'7', {}, U"oơuưôơ"},    KeyRule{U'8', {}, U"aăâă"},
    KeyRule{U'9', {}, U"dđ"},
};

constexpr std::array kViqrRules{
    KeyRule{U'\'', Tone::sac, U""}, KeyRule{U'`', Tone::huyen, U""}, KeyRule{U'?', Tone::hoi, U""},
    KeyRule{U'~', Tone::nga, U""},  KeyRule{U'.', Tone::nang, U""},  KeyRule{U'^', {}, U"aâeêoô"},
    KeyRule{U'(', {}, U"aă"},       KeyRule{U'+', {}, U"oơuư"},      KeyRule{U'*', {}, U"oơuư"},
    KeyRule{U'd', {}, U"dđ"},
};

struct MethodRow {
  TypingMethod value;
  const KeyRule* rules;
  std::size_t count;
};

constexpr std::array<MethodRow, kTypingMethods.size()> kMethodRows{{
    {TypingMethod::telex, kTelexRules.data(), kTelexRules.size()},
    {TypingMethod::vni, kVniRules.data(), kVniRules.size()},
    {TypingMethod::viqr, kViqrRules.data(), kViqrRules.size()},
}};

const KeyRule* rule_of(TypingMethod method, char32_t key) {
  const MethodRow& row = kMethodRows[static_cast<std::size_t>(method)];
  const auto* const found =
      std::find_if(row.rules, row.rules + row.count, [&](const KeyRule& rule) { return rule.key == key; });
  return found == row.rules + row.count ? nullptr : found;
}

/// What the keys read so far may stand for. A key may be a letter or a mark, so there are several at a time.
struct Draft {
  std::u32string letters;
  Tone tone = Tone::ngang;
  std::size_t mark_keys = 0;

  [[nodiscard]] auto spelled() const { return std::tie(letters, tone); }
};

constexpr std::u32string_view kVowelLetters = U"aăâeêioôơuưy";
constexpr std::u32string_view kConsonants = U"bcdđghklmnpqrstvx";

bool holds(std::u32string_view letters, char32_t c) { return letters.find(c) != std::u32string_view::npos; }

bool has_vowel(const Draft& draft) {
  return std::any_of(draft.letters.begin(), draft.letters.end(), [](char32_t c) { return holds(kVowelLetters, c); });
}

/// The tone is set once more: z needs one to take away, and the same tone twice gives the key's letter back, with which
/// no syllable ends.
void add_toned(const Draft& draft, Tone tone, std::vector<Draft>& next) {
  if (draft.tone == tone) return;
  next.push_back(draft);
  next.back().tone = tone;
  ++next.back().mark_keys;
}

/// One draft for each letter that the key may change, from the last letter to the first.
void add_changed(const Draft& draft, std::u32string_view changes, std::vector<Draft>& next) {
  for (std::size_t at = draft.letters.size(); at-- > 0;) {
    for (std::size_t pair = 0; pair < changes.size(); pair += 2) {
      if (draft.letters[at] != changes[pair]) continue;
      next.push_back(draft);
      next.back().letters[at] = changes[pair + 1];
      ++next.back().mark_keys;
      break;
    }
  }
}

/// A third "o" behind an ô that two made gives "oo": the mark is taken back.
void take_mark_back(Draft& draft, const KeyRule* rule, char32_t key) {
  if (rule == nullptr || draft.letters.empty() || rule->changes.size() < 2) return;
  char32_t& last = draft.letters.back();
  if (rule->changes[0] == key && last == rule->changes[1]) last = key;
}

void add_letter(const Draft& draft, const KeyRule* rule, char32_t key, std::vector<Draft>& next) {
  if (!holds(kVowelLetters, key) && !holds(kConsonants, key)) return;
  next.push_back(draft);
  take_mark_back(next.back(), rule, key);
  next.back().letters += key;
}

/// Telex types ư as w where no letter before it wants a horn: tw is tư.
void add_horned_u(const Draft& draft, std::vector<Draft>& next) {
  next.push_back(draft);
  next.back().letters += U'ư';
  ++next.back().mark_keys;
}

void add_successors(const Draft& draft, TypingMethod method, char32_t key, std::vector<Draft>& next) {
  const KeyRule* rule = rule_of(method, key);
  if (rule != nullptr && rule->tone && has_vowel(draft)) return add_toned(draft, *rule->tone, next);
  if (rule != nullptr) add_changed(draft, rule->changes, next);
  if (method == TypingMethod::telex && key == U'w') return add_horned_u(draft, next);
  add_letter(draft, rule, key, next);
}

/// Keeps the first of the drafts that spell the same, and at most kMostDrafts.
void keep_distinct(std::vector<Draft>& drafts) {
  std::vector<Draft> kept;
  for (Draft& draft : drafts) {
    const auto same = [&](const Draft& other) { return other.spelled() == draft.spelled(); };
    if (kept.size() < kMostDrafts && std::none_of(kept.begin(), kept.end(), same)) kept.push_back(std::move(draft));
  }
  drafts = std::move(kept);
}

std::vector<Draft> drafts_of(std::string_view keys, TypingMethod method) {
  std::vector<Draft> drafts(1);
  for (std::size_t at = 0; at < keys.size() && !drafts.empty();) {
    const CodePoint key = read_code_point(keys, at);
    std::vector<Draft> next;
    for (const Draft& draft : drafts) add_successors(draft, method, key.value, next);
    keep_distinct(next);
    drafts = std::move(next);
    at += key.length;
  }
  return drafts;
}

/// Whether a key may make a mark on one of the letters before it. No draft has other letters before its first mark.
bool may_mark(std::u32string_view before, TypingMethod method, char32_t key) {
  if (method == TypingMethod::telex && key == U'w') return true;
  const KeyRule* rule = rule_of(method, key);
  if (rule == nullptr) return false;
  if (rule->tone) return before.find_first_of(kVowelLetters) != std::u32string_view::npos;
  for (std::size_t pair = 0; pair < rule->changes.size(); pair += 2)
    if (holds(before, rule->changes[pair])) return true;
  return false;
}

/// Whether any key may make a mark: most words are no keys, and this tells so for a small part of what drafts cost.
bool may_have_marks(std::string_view keys, TypingMethod method) {
  std::u32string before;
  for (std::size_t at = 0; at < keys.size();) {
    const CodePoint key = read_code_point(keys, at);
    if (may_mark(before, method, key.value)) return true;
    before += key.value;
    at += key.length;
  }
  return false;
}

std::string utf8_of(std::u32string_view letters) {
  std::string text;
  for (const char32_t c : letters) append_code_point(text, c);
  return text;
}

constexpr std::array kToned{Tone::sac, Tone::huyen, Tone::hoi, Tone::nga, Tone::nang};

/// A syllable with another tone, as it is printed.
std::string printed(const Syllable& syllable, Tone tone) {
  if (tone == Tone::ngang) return canonical(syllable.letters);
  return written(syllable.letters + '~' + static_cast<char>('0' + static_cast<int>(tone)));
}

/// The syllable that letters and a tone are, as text; nothing where it has no legal rime, or the tone does not fit.
std::optional<std::string> syllable_text(std::u32string_view letters, Tone tone) {
  if (letters.empty()) return std::nullopt;
  if (const std::optional<Syllable> bare = parse_syllable(utf8_of(letters))) {
    const std::string text = printed(*bare, tone);
    return parse_syllable(text) ? std::optional<std::string>(text) : std::nullopt;
  }
  // A coda c, ch, p or t has no syllable without a tone, so the letters alone are none yet.
  for (std::size_t at = letters.size(); at-- > 0;) {
    if (!holds(kVowelLetters, letters[at])) continue;
    std::u32string toned(letters);
    toned.insert(at + 1, 1, U'\u0301');
    const std::optional<Syllable> stopped = parse_syllable(canonical(utf8_of(toned)));
    if (!stopped || (tone != Tone::sac && tone != Tone::nang)) return std::nullopt;
    return printed(*stopped, tone);
  }
  return std::nullopt;
}

struct Completion {
  std::u32string_view bare, marked;
};

constexpr std::array kCompletions{Completion{U"ie", U"iê"}, Completion{U"ye", U"yê"}, Completion{U"uo", U"ươ"},
                                  Completion{U"uo", U"uô"}, Completion{U"ua", U"uâ"}, Completion{U"ue", U"uê"}};

class Syllables {
 public:
  void add(const Draft& draft, TypedSyllable::Marks marks) {
    if (draft.mark_keys == 0) return;
    std::optional<std::string> text = syllable_text(draft.letters, draft.tone);
    const auto same = [&](const TypedSyllable& other) { return other.text == *text; };
    if (text && std::none_of(list.begin(), list.end(), same))
      list.push_back({*std::move(text), draft.mark_keys, marks});
  }

  std::vector<TypedSyllable> list;
};

void add_completed_tones(const Draft& draft, Syllables& syllables) {
  if (draft.tone != Tone::ngang) return;
  Draft toned = draft;
  for (const Tone tone : kToned) {
    toned.tone = tone;
    syllables.add(toned, TypedSyllable::Marks::completed);
  }
}

void add_completed_rimes(const Draft& draft, Syllables& syllables) {
  for (const Completion& completion : kCompletions) {
    const std::size_t at = draft.letters.find(completion.bare);
    if (at == std::u32string::npos) continue;
    Draft completed = draft;
    completed.letters.replace(at, completion.bare.size(), completion.marked);
    syllables.add(completed, TypedSyllable::Marks::completed);
    add_completed_tones(completed, syllables);
  }
}

}  // namespace

std::vector<TypedSyllable> decode_keys(std::string_view keys, TypingMethod method) {
  if (keys.empty() || keys.size() > kLongestKeys) return {};
  if (!may_have_marks(keys, method)) return {};
  const std::vector<Draft> drafts = drafts_of(keys, method);
  Syllables syllables;
  for (const Draft& draft : drafts) syllables.add(draft, TypedSyllable::Marks::written);
  for (const Draft& draft : drafts) add_completed_rimes(draft, syllables);
  for (const Draft& draft : drafts) add_completed_tones(draft, syllables);
  return std::move(syllables.list);
}

}  // namespace timbao
