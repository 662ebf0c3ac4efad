// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/abbreviation_matches.h"

#include <algorithm>
#include <utility>

#include "common/base/ascii.h"
#include "common/text/fold.h"
#include "common/text/syllable.h"

namespace timbao {
namespace {

/// Initials of persons have up to three letters: Nguyễn V.T.H.
constexpr std::size_t kLeastPointedLetters = 4;

/// Whether folded letters are a syllable with some tone: "cat" is one of cát and cạt, "csgt" of none.
bool may_be_syllable(const std::string& folded) {
  if (parse_syllable(folded)) return true;
  const std::size_t vowel = folded.find_first_of("aeiouy");
  if (vowel == std::string::npos) return false;
  std::string with_tone = folded;
  with_tone.insert(vowel + 1, "\u0301");
  return parse_syllable(canonical(with_tone)).has_value();
}

/// Neighbouring typed words as a key of a list has them.
struct TypedKey {
  std::string key;
  std::vector<std::string> exact;
  std::string number;
};

/// Reads a typed text.
class AbbreviationFinder {
 public:
  AbbreviationFinder(const AbbreviationTable& table, std::string_view value, const TokenizedText& text)
      : table_(table), value_(value), text_(text), capitals_tell_(capitals_tell()) {}

  std::vector<AbbreviationMatch> find() {
    for (std::size_t first = 0; first < text_.tokens.size(); ++first) match_from(first);
    for (const Extra& extra : text_.extras)
      if (extra.kind == ExtraKind::whole && is_pointed(extra))
        match({extra.folded, {extra.exact}, {}}, extra.first, extra.count);
    drop_forms_in_others();
    return std::move(matches_);
  }

 private:
  [[nodiscard]] std::string_view printed(const Token& token) const {
    return value_.substr(token.begin, token.end - token.begin);
  }

  /// In a text that is all in capitals, they do not tell an abbreviation from a word.
  [[nodiscard]] bool capitals_tell() const {
    const auto& tokens = text_.tokens;
    return tokens.size() < 3 || !std::all_of(tokens.begin(), tokens.end(),
                                             [&](const Token& token) { return is_in_capitals(printed(token)); });
  }

  /// Whether a whole is single letters with something between them: U.B.N.D
  [[nodiscard]] bool is_pointed(const Extra& extra) const {
    const auto begin = text_.tokens.begin() + extra.first;
    return extra.count >= kLeastPointedLetters &&
           std::all_of(begin, begin + extra.count, [](const Token& token) { return token.word->folded.size() == 1; });
  }

  /// Adds a token to the key of those before it.
  ///
  /// Returns  false if no name goes on like this.
  static bool append(TypedKey& typed, const Token& token) {
    std::string folded = token.word->folded, exact = token.word->exact;
    const std::size_t digits = std::min(folded.find_first_of("0123456789"), folded.size());
    if (digits < folded.size()) {
      if (!typed.number.empty()) return false;
      typed.number = digits == 0 ? exact : folded.substr(digits);
      folded = folded.substr(0, digits) + "#";
      exact.clear();
    }
    typed.key += (typed.key.empty() ? "" : " ") + folded;
    typed.exact.push_back(std::move(exact));
    return true;
  }

  void match_from(std::size_t first) {
    TypedKey typed;
    for (std::size_t at = first; at < text_.tokens.size(); ++at) {
      const bool is_apart = at > first && text_.tokens[at].gap == Gap::paragraph;
      if (is_apart || !append(typed, text_.tokens[at])) break;
      match(typed, first, at + 1 - first);
      if (!table_.goes_on_behind(typed.key)) break;
    }
  }

  void match(const TypedKey& typed, std::size_t first, std::size_t count) {
    AbbreviationMatch forms{first, count, {}, typed.number}, expansions = forms;
    for (const AbbreviationName& name : table_.find(typed.key))
      if (fits(typed, name, first, count))
        (name.side == NameSide::expansion ? expansions : forms).names.push_back(name);
    for (AbbreviationMatch* match : {&forms, &expansions})
      if (!match->names.empty()) matches_.push_back(std::move(*match));
  }

  [[nodiscard]] bool fits(const TypedKey& typed, const AbbreviationName& name, std::size_t first,
                          std::size_t count) const {
    if (!marks_agree(typed, name)) return false;
    if (name.side == NameSide::expansion) return true;
    const Token& last = text_.tokens[first + count - 1];
    if (name.row->form.back() == '.') return is_before_point(last) && has_name_behind(first + count);
    if (count > 1 || !is_in_capitals(name.row->form)) return true;
    return !may_be_syllable(last.word->folded) || (capitals_tell_ && is_in_capitals(printed(last)));
  }

  [[nodiscard]] bool is_before_point(const Token& token) const {
    return token.end < value_.size() && value_[token.end] == '.';
  }

  /// Whether a word of at least two letters follows: "Q. Ba Đình", not "H. T."
  [[nodiscard]] bool has_name_behind(std::size_t token) const {
    return token < text_.tokens.size() && text_.tokens[token].word->folded.size() > 1 &&
           text_.tokens[token].gap != Gap::paragraph;
  }

  /// Whether each typed word has the marks of the name, or none.
  [[nodiscard]] static bool marks_agree(const TypedKey& typed, const AbbreviationName& name) {
    if (is_ascii(typed)) return true;
    const AbbreviationRow& row = *name.row;
    std::vector<std::string> wanted;
    if (name.side == NameSide::together)
      wanted = {exact_key(canonical(without_signs(row.form)))};
    else
      wanted = exact_words(name.side == NameSide::form ? row.form : row.expansion);
    if (wanted.size() != typed.exact.size()) return false;
    const auto agree = [](const std::string& exact, const std::string& name_word) {
      return exact.empty() || exact == name_word || is_unmarked(exact);
    };
    return std::equal(typed.exact.begin(), typed.exact.end(), wanted.begin(), agree);
  }

  /// An exact key without marks is ASCII, and has no tone behind a ~.
  [[nodiscard]] static bool is_unmarked(const std::string& exact) {
    return std::all_of(exact.begin(), exact.end(), [](char c) { return timbao::is_ascii(c) && c != '~'; });
  }
  [[nodiscard]] static bool is_ascii(const TypedKey& typed) {
    return std::all_of(typed.exact.begin(), typed.exact.end(), is_unmarked);
  }

  void drop_forms_in_others() {
    std::stable_sort(matches_.begin(), matches_.end(), [](const AbbreviationMatch& a, const AbbreviationMatch& b) {
      return a.first != b.first ? a.first < b.first : a.count > b.count;
    });
    std::size_t covered = 0;  // every token before it lies in a match that began earlier or is longer
    std::vector<AbbreviationMatch> kept;
    for (AbbreviationMatch& match : matches_) {
      const std::size_t end = match.first + match.count;
      const bool is_inside = end <= covered && match.names.front().side != NameSide::expansion &&
                             !(kept.back().first == match.first && kept.back().count == match.count);
      covered = std::max(covered, end);
      if (!is_inside) kept.push_back(std::move(match));
    }
    matches_ = std::move(kept);
  }

  const AbbreviationTable& table_;
  std::string_view value_;
  const TokenizedText& text_;
  bool capitals_tell_;
  std::vector<AbbreviationMatch> matches_;
};

}  // namespace

std::vector<AbbreviationMatch> find_abbreviations(const AbbreviationTable& table, std::string_view value,
                                                  const TokenizedText& text) {
  return AbbreviationFinder(table, value, text).find();
}

}  // namespace timbao
