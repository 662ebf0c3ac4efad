// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/scan.h"

#include <algorithm>
#include <bitset>

#include "common/index/sequence.h"
#include "common/index/terms.h"
#include "common/index/token_codes.h"
#include "common/text/token_rules.h"

namespace timbao {
namespace {

/// The two halves of a reading term.
struct SplitTerm {
  std::string_view folded, marks;
};
SplitTerm split(std::string_view term) {
  const std::size_t tilde = term.find('~');
  return {term.substr(0, tilde), term.substr(tilde + 1)};
}

}  // namespace

SequenceScanner::SequenceScanner(const std::vector<AskedWord>& words) {
  for (const AskedWord& word : words) {
    const std::uint16_t group = add_group(word.folded);
    words_.push_back(
        {group, add_reading(groups_[group], marks_of(word.folded, word.exact)), word.readings, word.field});
  }
  const TokenCodes& codes = token_codes();
  std::vector<std::pair<std::uint32_t, AskedCode>> asked;
  for (std::size_t group = 0; group < groups_.size(); ++group)
    for (const std::uint32_t code : codes.codes_of_folded(groups_[group].folded))
      asked.emplace_back(code, AskedCode{static_cast<std::uint16_t>(group),
                                         add_reading(groups_[group], std::string(split(codes.term_of(code)).marks))});
  codes_.assign(std::move(asked));
}

void AskedCodes::assign(std::vector<std::pair<std::uint32_t, AskedCode>> asked) {
  std::sort(asked.begin(), asked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [code, meaning] : asked) {
    words_[code / kBits].bits |= std::uint64_t{1} << (code % kBits);
    meanings_.push_back(meaning);
  }
  std::uint32_t before = 0;
  for (Word& word : words_) {
    word.before = before;
    before += static_cast<std::uint32_t>(std::bitset<kBits>(word.bits).count());
  }
}

std::uint16_t SequenceScanner::add_group(const std::string& folded) {
  const auto known =
      std::find_if(groups_.begin(), groups_.end(), [&](const Group& group) { return group.folded == folded; });
  if (known != groups_.end()) return static_cast<std::uint16_t>(known - groups_.begin());
  groups_.push_back({folded, {}});
  return static_cast<std::uint16_t>(groups_.size() - 1);
}

std::uint16_t SequenceScanner::add_reading(Group& group, const std::string& marks) {
  const std::uint16_t known = reading_of(group, marks);
  if (known != FoundToken::kOther) return known;
  group.typed.push_back(marks);
  return static_cast<std::uint16_t>(FoundToken::kPlain + group.typed.size());
}

std::uint16_t SequenceScanner::reading_of(const Group& group, std::string_view marks) const {
  if (marks.empty()) return FoundToken::kPlain;
  const auto typed = std::find(group.typed.begin(), group.typed.end(), marks);
  if (typed == group.typed.end()) return FoundToken::kOther;
  return static_cast<std::uint16_t>(FoundToken::kPlain + 1 + (typed - group.typed.begin()));
}

const SequenceScanner::Group* SequenceScanner::group_with(std::string_view folded) const {
  const auto group = std::find_if(groups_.begin(), groups_.end(), [&](const Group& g) { return g.folded == folded; });
  return group == groups_.end() ? nullptr : &*group;
}

FoundToken SequenceScanner::found(const Group& group, std::string_view marks) const {
  FoundToken token;
  token.group = static_cast<std::uint16_t>(&group - groups_.data());
  token.reading = reading_of(group, marks);
  return token;
}

bool SequenceScanner::find(std::string_view folded, std::string_view exact, FoundToken& token) const {
  const Group* const group = group_with(folded);
  if (group == nullptr) return false;
  const FoundToken known = found(*group, marks_of(folded, exact));
  token.group = known.group;
  token.reading = known.reading;
  return true;
}

bool SequenceScanner::is_any_reading(const FoundToken& token, WordId id) const {
  const SearchedWord& word = words_[id];
  const bool is_reading = word.readings != Readings::own || token.reading == word.reading;
  return token.group == word.group && is_reading && (!word.field || *word.field == token.field);
}

bool SequenceScanner::is_as_typed(const FoundToken& token, WordId id) const {
  return is_any_reading(token, id) && token.reading == words_[id].reading;
}

bool SequenceScanner::is(const FoundToken& token, WordId id) const {
  const SearchedWord& word = words_[id];
  const bool plain = word.readings == Readings::own_or_plain && token.reading == FoundToken::kPlain;
  return is_any_reading(token, id) && (word.readings == Readings::any || token.reading == word.reading || plain);
}

/// One walk over one sequence (walk_sequence calls it).
class SequenceWalk {
 public:
  SequenceWalk(const SequenceScanner& scanner, ScannedArticle& scanned)
      : scanner_(scanner), scanned_(scanned), codes_(token_codes()) {}

  void field(Field field) {
    if (field_ == Field::title) scanned_.title_tokens = scanned_.tokens;
    field_ = field;
    paragraph();
  }
  void paragraph() {
    end_run();
    ++paragraph_;
  }
  void sentence() const {}
  void joined() {
    if (!in_run_) begin_run();
    joined_ = true;
  }
  void code(std::uint32_t code) {
    if (in_run_ && !joined_) end_run();
    if (scanner_.codes_.has(code)) add(scanner_.codes_[code]);
    last_code_ = code;
    next();
  }
  void literal(std::string_view term) {
    if (in_run_ && !joined_) end_run();
    const SplitTerm word = split(term);
    if (const auto* const group = scanner_.group_with(word.folded)) {
      const FoundToken token = scanner_.found(*group, word.marks);
      add({token.group, token.reading});
    }
    last_literal_ = term;
    literal_behind_ = scanned_.tokens + 1;
    next();
  }
  void end() {
    end_run();
    if (field_ == Field::title) scanned_.title_tokens = scanned_.tokens;
  }

 private:
  void add(const AskedCode& asked) {
    scanned_.found.push_back({scanned_.tokens, paragraph_, asked.group, asked.reading, 1, field_});
  }

  void next() {
    ++scanned_.tokens;
    if (!joined_) return;
    run_ += piece();
    joined_ = false;
  }

  // ---- wholes: KT-XH asked for as ktxh, 5 700 as 5700

  /// What the last token gives to its whole, as the tokenizer has it: digits as printed (007), else its folded form.
  [[nodiscard]] std::string_view piece() const {
    const bool is_literal = literal_behind_ == scanned_.tokens && scanned_.tokens > 0;
    const SplitTerm word = split(is_literal ? last_literal_ : codes_.term_of(last_code_));
    const bool has_zeros = !word.marks.empty() && is_digits(word.folded) && is_digits(word.marks);
    return has_zeros ? word.marks : word.folded;
  }

  void begin_run() {
    in_run_ = true;
    run_ = piece();
    run_begin_ = scanned_.tokens == 0 ? 0 : scanned_.tokens - 1;
  }

  /// A whole stands before what follows it, after its own first token.
  void end_run() {
    if (!in_run_) return;
    in_run_ = false;
    FoundToken whole;
    if (scanner_.find(run_, run_, whole)) {
      whole = {
          run_begin_, paragraph_, whole.group, whole.reading, static_cast<std::uint16_t>(scanned_.tokens - run_begin_),
          field_};
      const auto later = std::upper_bound(scanned_.found.begin(), scanned_.found.end(), whole,
                                          [](const FoundToken& a, const FoundToken& b) { return a.place < b.place; });
      scanned_.found.insert(later, whole);
    }
  }

  const SequenceScanner& scanner_;
  ScannedArticle& scanned_;
  const TokenCodes& codes_;
  Field field_ = Field::body;
  std::uint32_t paragraph_ = 0;
  std::uint32_t last_code_ = 0;  // of the last token that is no literal
  std::string_view last_literal_;
  std::uint32_t literal_behind_ = 0;  // the number of tokens up to the last literal, itself too
  bool joined_ = false, in_run_ = false;
  std::string run_;
  std::uint32_t run_begin_ = 0;
};

void SequenceScanner::scan(std::string_view tokens, ScannedArticle& scanned) const {
  scanned.found.clear();
  scanned.tokens = scanned.title_tokens = 0;
  SequenceWalk walk(*this, scanned);
  walk_sequence(tokens, walk);
  walk.end();
}

}  // namespace timbao
