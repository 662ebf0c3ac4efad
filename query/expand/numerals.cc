// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/numerals.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "query/expand/numeral_words.h"
#include "query/expand/typed_text.h"

namespace timbao {
namespace {

/// Which numerals in words are read behind the words of a rule.
enum class WordsUse : std::uint8_t {
  /// Only where the rule's words and the numeral are typed with their marks.
  marked,
  /// Without marks too: behind "thu" hardly anything else stands.
  any,
};

/// A form of a numeral with the words before it: {d} stands for digits, {r} for Roman, {c} for words, {o} for words as
/// they stand behind thứ.
struct Form {
  std::string_view text;
  double weight;
};

/// The forms of one rule: a view of a table below.
struct Forms {
  const Form* first = nullptr;
  std::size_t count = 0;
};
template <std::size_t N>
constexpr Forms all_of(const std::array<Form, N>& forms) {
  return {forms.data(), N};
}

/// Words behind which numerals have several forms.
struct Rule {
  std::array<RuleWord, 8> words;  ///< those behind the last one are empty
  int most = 0;
  WordsUse words_use{};
  Forms forms;

  [[nodiscard]] constexpr std::size_t size() const {
    std::size_t count = 0;
    while (count < words.size() && !words[count].folded.empty()) ++count;
    return count;
  }
};

constexpr RuleWord kDai{"dai", "đai~5"}, kHoi{"hoi", "hôi~5"}, kDang{"dang", "đang~3"}, kBieu{"bieu", "biêu~3"};
constexpr RuleWord kToan{"toan", "toan~2"}, kQuoc{"quoc", "quôc~1"}, kLan{"lan", "lân~2"}, kThu{"thu", "thư~1"};
constexpr RuleWord kKhoa{"khoa", "khoa~1"}, kQuarter{"quy", "quy~1"}, kNghi{"nghi", "nghi~5"}, kTrung{"trung", "trung"};
constexpr RuleWord kUong{"uong", "ương"}, kTw{"tw", "tw"}, kTu{"tu", "tư"}, kT{"t", "t"}, kU{"u", "ư"}, kW{"w", "w"};
constexpr RuleWord kKy{"ky", "ky~2"}, kKi{"ki", "ki~2"}, kHop{"hop", "hop~5"}, kPhien{"phien", "phiên"};
constexpr RuleWord kBch{"bch", "bch"}, kQh{"qh", "qh"};

constexpr std::array<Form, 8> kCongress{{{"đại hội {r}", 0.9},
                                         {"đại hội {d}", 0.9},
                                         {"đại hội đảng {r}", 0.9},
                                         {"đại hội đảng lần thứ {r}", 0.9},
                                         {"đại hội lần thứ {r}", 0.9},
                                         {"toàn quốc lần thứ {r}", 0.8},
                                         {"lần thứ {d}", 0.6},
                                         {"lần thứ {o}", 0.6}}};
constexpr std::array<Form, 2> kTerm{{{"khóa {r}", 0.9}, {"khóa {d}", 0.9}}};
constexpr std::array<Form, 2> kAssembly{{{"quốc hội khóa {r}", 0.9}, {"quốc hội khóa {d}", 0.9}}};
constexpr std::array<Form, 3> kOrdinal{{{"lần thứ {d}", 0.9}, {"lần thứ {r}", 0.9}, {"lần thứ {o}", 0.9}}};
constexpr std::array<Form, 3> kQuarterForms{{{"quý {r}", 0.9}, {"quý {d}", 0.9}, {"quý {c}", 0.8}}};
constexpr std::array<Form, 10> kCentral{{{"trung ương {d}", 0.9},
                                         {"trung ương {o}", 0.8},
                                         {"trung ương {r}", 0.8},
                                         {"trung ương lần thứ {d}", 0.8},
                                         {"trung ương lần thứ {o}", 0.8},
                                         {"trung ương đảng lần thứ {o}", 0.8},
                                         {"lần thứ {o} ban chấp hành trung ương", 0.8},
                                         {"lần thứ {d} ban chấp hành trung ương", 0.8},
                                         {"T.Ư {d}", 0.8},
                                         {"tw {d}", 0.8}}};
constexpr std::array<Form, 3> kConference{
    {{"hội nghị lần thứ {d}", 0.8}, {"hội nghị lần thứ {o}", 0.8}, {"hội nghị trung ương {d}", 0.7}}};
constexpr std::array<Form, 3> kSession{{{"kỳ họp thứ {d}", 0.9}, {"kỳ họp thứ {o}", 0.9}, {"kỳ họp lần thứ {o}", 0.8}}};
constexpr std::array<Form, 2> kSitting{{{"phiên họp thứ {d}", 0.9}, {"phiên họp thứ {o}", 0.9}}};

/// Of two rules that fit, the one with more words is taken.
constexpr std::array<Rule, 36> kRules{{
    {{{kDai, kHoi}}, 20, WordsUse::marked, all_of(kCongress)},
    {{{kDai, kHoi, kDang}}, 20, WordsUse::marked, all_of(kCongress)},
    {{{kDai, kHoi, kToan, kQuoc}}, 20, WordsUse::marked, all_of(kCongress)},
    {{{kDai, kHoi, kDang, kToan, kQuoc}}, 20, WordsUse::marked, all_of(kCongress)},
    {{{kDai, kHoi, kLan, kThu}}, 20, WordsUse::any, all_of(kCongress)},
    {{{kDai, kHoi, kDang, kLan, kThu}}, 20, WordsUse::any, all_of(kCongress)},
    {{{kDai, kHoi, kToan, kQuoc, kLan, kThu}}, 20, WordsUse::any, all_of(kCongress)},
    {{{kDai, kHoi, kDang, kToan, kQuoc, kLan, kThu}}, 20, WordsUse::any, all_of(kCongress)},
    {{{kDai, kHoi, kDai, kBieu, kToan, kQuoc, kLan, kThu}}, 20, WordsUse::any, all_of(kCongress)},
    {{{kKhoa}}, kGreatestNumeral, WordsUse::marked, all_of(kTerm)},
    {{{kKhoa, kThu}}, kGreatestNumeral, WordsUse::any, all_of(kTerm)},
    {{{kQuoc, kHoi}}, 20, WordsUse::marked, all_of(kAssembly)},
    {{{kQh}}, 20, WordsUse::marked, all_of(kAssembly)},
    {{{kQuoc, kHoi, kKhoa}}, 20, WordsUse::marked, all_of(kAssembly)},
    {{{kQh, kKhoa}}, 20, WordsUse::marked, all_of(kAssembly)},
    {{{kLan, kThu}}, kGreatestNumeral, WordsUse::any, all_of(kOrdinal)},
    {{{kQuarter}}, 4, WordsUse::marked, all_of(kQuarterForms)},
    {{{kTrung, kUong}}, 20, WordsUse::marked, all_of(kCentral)},
    {{{kTw}}, 20, WordsUse::marked, all_of(kCentral)},
    {{{kT, kU}}, 20, WordsUse::marked, all_of(kCentral)},
    {{{kT, kW}}, 20, WordsUse::marked, all_of(kCentral)},
    {{{kTrung, kUong, kLan, kThu}}, 20, WordsUse::any, all_of(kCentral)},
    {{{kTw, kLan, kThu}}, 20, WordsUse::any, all_of(kCentral)},
    {{{kHoi, kNghi}}, 20, WordsUse::marked, all_of(kConference)},
    {{{kHoi, kNghi, kLan, kThu}}, 20, WordsUse::any, all_of(kConference)},
    {{{kHoi, kNghi, kTrung, kUong}}, 20, WordsUse::marked, all_of(kCentral)},
    {{{kHoi, kNghi, kTw}}, 20, WordsUse::marked, all_of(kCentral)},
    {{{kHoi, kNghi, kBch, kTw}}, 20, WordsUse::marked, all_of(kCentral)},
    {{{kHoi, kNghi, kTu}}, 20, WordsUse::marked, all_of(kCentral)},
    {{{kKy, kHop}}, 20, WordsUse::marked, all_of(kSession)},
    {{{kKi, kHop}}, 20, WordsUse::marked, all_of(kSession)},
    {{{kKy, kHop, kThu}}, 20, WordsUse::any, all_of(kSession)},
    {{{kKi, kHop, kThu}}, 20, WordsUse::any, all_of(kSession)},
    {{{kKy, kHop, kLan, kThu}}, 20, WordsUse::any, all_of(kSession)},
    {{{kPhien, kHop}}, kGreatestNumeral, WordsUse::marked, all_of(kSitting)},
    {{{kPhien, kHop, kThu}}, kGreatestNumeral, WordsUse::any, all_of(kSitting)},
}};

/// Whether the words of a rule stand directly before a place.
bool stands_before(const TypedText& text, std::size_t at, const Rule& rule) {
  if (at < rule.size() || !text.goes_on(at)) return false;
  const std::size_t first = at - rule.size();
  for (std::size_t i = first; i < at; ++i)
    if (!text.is(i, rule.words[i - first]) || (i > first && !text.goes_on(i))) return false;
  return true;
}

bool are_marked(const TypedText& text, std::size_t at, const Rule& rule) {
  for (std::size_t i = 0; i < rule.size(); ++i)
    if (!text.is_marked_as(at - rule.size() + i, rule.words[i])) return false;
  return true;
}

const Rule* rule_before(const TypedText& text, std::size_t at) {
  const Rule* longest = nullptr;
  for (const Rule& rule : kRules)
    if (stands_before(text, at, rule) && (longest == nullptr || rule.size() > longest->size())) longest = &rule;
  return longest;
}

/// Whether a numeral is one behind the words of a rule. "năm" is five and year: only behind thứ is it five. A joined
/// letter is no numeral: "khoa X-quang".
bool fits(const TypedText& text, std::size_t at, const Rule& rule, const Numeral& numeral) {
  if (numeral.value > rule.most || text.is_joined(at + numeral.count)) return false;
  if (numeral.form != NumeralForm::words || rule.words_use == WordsUse::any) return true;
  return numeral.marked && are_marked(text, at, rule) && !(numeral.count == 1 && text.folded(at) == "nam");
}

std::string written(std::string_view form, int value) {
  struct Place {
    std::string_view name;
    std::string (*write)(int);
  };
  constexpr std::array<Place, 4> kPlaces{{{"{d}", [](int number) { return std::to_string(number); }},
                                          {"{r}", roman_numeral},
                                          {"{c}", cardinal_words},
                                          {"{o}", ordinal_words}}};
  std::string text(form);
  for (const Place& place : kPlaces)
    if (const std::size_t at = text.find(place.name); at != std::string::npos)
      text.replace(at, place.name.size(), place.write(value));
  return text;
}

}  // namespace

std::vector<Draft> numeral_drafts(const ExpandInput& input) {
  const TypedText text(input.text, input.value);
  std::vector<Draft> drafts;
  for (std::size_t at = 1; at < text.size(); ++at) {
    const std::optional<Numeral> numeral = read_numeral(text, at);
    const Rule* rule = numeral ? rule_before(text, at) : nullptr;
    if (rule == nullptr || !fits(text, at, *rule, *numeral)) continue;
    const std::size_t before = rule->size();
    for (std::size_t i = 0; i < rule->forms.count; ++i) {
      const Form& form = rule->forms.first[i];
      const std::string value = written(form.text, numeral->value);
      drafts.push_back({AlternativeKind::numeral, at - before, before + numeral->count, value, {}, form.weight});
    }
    at += numeral->count - 1;
  }
  return drafts;
}

}  // namespace timbao
