// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sequence/scan.h"

#include <algorithm>
#include <array>

#include "common/base/ascii.h"
#include "common/index/terms.h"
#include "common/index/token_codes.h"

namespace timbao {
namespace {

/// One bit of 64, nearly always another one for another word.
std::uint64_t shape_of(std::string_view folded) {
  if (folded.empty()) return 1;
  const std::size_t mixed = folded.size() * 7 + static_cast<unsigned char>(folded.front()) * std::size_t{3} +
                            static_cast<unsigned char>(folded.back());
  return std::uint64_t{1} << (mixed % 64);
}

/// Of the numbered readings the form without marks is the first.
ReadingId reading_behind_plain(std::size_t places) {
  return ReadingId(static_cast<std::uint16_t>(FoundToken::kPlain.value() + places));
}

/// The number of the first paragraph of the body. Before all fields stands an empty paragraph, which is no field's.
std::uint32_t first_of_body(const RawVector<ArticleTokens::Paragraph>& paragraphs) {
  for (std::uint32_t number = 1; number < paragraphs.size(); ++number)
    if (paragraphs[number].field == Field::body) return number;
  return 0;
}

/// The paragraph of a place, for one place after the other.
class ParagraphWalk {
 public:
  explicit ParagraphWalk(const RawVector<ArticleTokens::Paragraph>& paragraphs)
      : first_(paragraphs.data()), last_(first_ + std::max<std::size_t>(paragraphs.size(), 1) - 1), at_(first_) {}

  void go_to(std::uint32_t place) {
    while (at_ != last_ && at_[1].begin <= place) ++at_;
  }
  [[nodiscard]] std::uint32_t number() const { return static_cast<std::uint32_t>(at_ - first_); }
  [[nodiscard]] Field field() const { return at_->field; }

 private:
  const ArticleTokens::Paragraph *first_, *last_, *at_;
};

}  // namespace

SequenceScanner::SequenceScanner(const IndexedVector<WordId, AskedWord>& words) {
  for (const AskedWord& word : words) words_.push_back(add_word(word));
  AskedCodes::Asked asked;
  add_codes_of_groups(asked);
  add_codes_of_beginnings(asked);
  codes_.assign(std::move(asked));
}

SequenceScanner::SearchedWord SequenceScanner::add_word(const AskedWord& word) {
  if (word.is_beginning()) {
    const GroupId group = groups_.push_back({});
    beginnings_.push_back({WordCompletion(word), group});
    return {group, BeginningGroup::kReading, Readings::any, word.field};
  }
  const GroupId group = add_group(word.folded);
  return {group, add_reading(groups_[group], marks_of(word.folded, word.exact)), word.readings, word.field};
}

void SequenceScanner::add_codes_of_groups(AskedCodes::Asked& asked) {
  const TokenCodes& codes = token_codes();
  for (const GroupId group : groups_.ids())
    for (const std::uint32_t code : codes.codes_of_folded(groups_[group].folded))
      asked.emplace_back(
          code, AskedCode{group, add_reading(groups_[group], std::string(split_term(codes.term_of(code)).marks))});
}

void SequenceScanner::add_codes_of_beginnings(AskedCodes::Asked& asked) const {
  const TokenCodes& codes = token_codes();
  for (const BeginningGroup& beginning : beginnings_)
    for (std::uint32_t code = 0; code < codes.size(); ++code) {
      const SplitTerm word = split_term(codes.term_of(code));
      if (beginning.takes(word)) asked.emplace_back(code, AskedCode{beginning.group, BeginningGroup::kReading});
    }
}

void AskedCodes::assign(Asked asked) {
  asked_ = std::move(asked);
  std::stable_sort(asked_.begin(), asked_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  begins_.clear();
  numbers_.resize(ArticleTokens::kNoCode);
  for (auto each = asked_.begin(); each != asked_.end(); ++each) {
    is_asked_[each->first] = true;
    if (each == asked_.begin() || each->first != (each - 1)->first) begins_.push_back(each - asked_.begin());
    numbers_[each->first] = static_cast<std::uint16_t>(begins_.size() - 1);
  }
  begins_.push_back(asked_.end() - asked_.begin());
}

GroupId SequenceScanner::add_group(const std::string& folded) {
  const auto [known, is_new] = group_ids_.try_emplace(folded, groups_.end_id());
  if (!is_new) return known->second;
  groups_.push_back({folded, {}});
  shapes_ |= shape_of(folded);
  return known->second;
}

ReadingId SequenceScanner::add_reading(Group& group, const std::string& marks) {
  const ReadingId known = reading_of(group, marks);
  if (known != FoundToken::kOther) return known;
  group.typed.push_back(marks);
  return reading_behind_plain(group.typed.size());
}

ReadingId SequenceScanner::reading_of(const Group& group, std::string_view marks) {
  if (marks.empty()) return FoundToken::kPlain;
  const auto typed = std::find(group.typed.begin(), group.typed.end(), marks);
  if (typed == group.typed.end()) return FoundToken::kOther;
  return reading_behind_plain(static_cast<std::size_t>(typed - group.typed.begin()) + 1);
}

ReadingId SequenceScanner::reading_of(WordId word, std::string_view marks) const {
  const Group& group = groups_[words_[word].group];
  return group.folded.empty() ? BeginningGroup::kReading : reading_of(group, marks);
}

std::optional<GroupId> SequenceScanner::group_with(std::string_view folded) const {
  if ((shapes_ & shape_of(folded)) == 0) return std::nullopt;
  const auto known = group_ids_.find(std::string(folded));
  return known == group_ids_.end() ? std::nullopt : std::optional(known->second);
}

bool SequenceScanner::BeginningGroup::takes(const SplitTerm& word) const {
  return starts_with(word.folded, completion.folded()) &&
         completion.takes(word.folded, exact_of(word.folded, word.marks));
}

bool SequenceScanner::find(std::string_view folded, std::string_view exact, FoundToken& token) const {
  if (const std::optional<GroupId> group = group_with(folded)) {
    token.group = *group;
    token.reading = reading_of(groups_[*group], marks_of(folded, exact));
    return true;
  }
  const auto beginning = std::find_if(beginnings_.begin(), beginnings_.end(),
                                      [&](const BeginningGroup& each) { return each.completion.takes(folded, exact); });
  if (beginning == beginnings_.end()) return false;
  token.group = beginning->group;
  token.reading = BeginningGroup::kReading;
  return true;
}

bool SequenceScanner::is_as_typed(const FoundToken& token, WordId id) const {
  return is_any_reading(token, id) && token.reading == words_[id].reading;
}

bool SequenceScanner::is(const FoundToken& token, WordId id) const {
  const SearchedWord& word = words_[id];
  const bool plain = word.readings == Readings::typed_or_plain && token.reading == FoundToken::kPlain;
  return is_any_reading(token, id) && (word.readings == Readings::any || token.reading == word.reading || plain);
}

std::vector<std::uint32_t> SequenceScanner::codes_of(WordId id) const {
  std::vector<std::uint32_t> codes;
  FoundToken token;
  token.field = words_[id].field.value_or(token.field);
  for (const auto& [code, meaning] : codes_.all()) {
    token.group = meaning.group;
    token.reading = meaning.reading;
    if (is(token, id)) codes.push_back(code);
  }
  return codes;
}

std::string SequenceScanner::literal_of(WordId id) const {
  const SearchedWord& word = words_[id];
  const bool may_be_whole = word.readings != Readings::typed || word.reading == FoundToken::kPlain;
  return may_be_whole || codes_of(id).empty() ? readings_prefix(groups_[word.group].folded) : std::string();
}

void SequenceScanner::scan(const ArticleTokens& tokens, ScannedArticle& scanned) const {
  scan_places(tokens, static_cast<std::uint32_t>(tokens.codes().size()), scanned);
}

void SequenceScanner::scan_beginning(const ArticleTokens& tokens, std::uint32_t places, ScannedArticle& scanned) const {
  scan_places(tokens, places, scanned);
  const auto may_be_cut = [places](const FoundToken& token) { return token.place + token.span >= places; };
  scanned.found.erase(std::remove_if(scanned.found.begin(), scanned.found.end(), may_be_cut), scanned.found.end());
}

void SequenceScanner::scan_places(const ArticleTokens& tokens, std::uint32_t places, ScannedArticle& scanned) const {
  scanned.found.clear();
  scanned.tokens = places;
  scanned.title_tokens = tokens.title_tokens();
  scanned.body_paragraph = first_of_body(tokens.paragraphs());
  find_codes(tokens, scanned);
  find_names(tokens, scanned);
}

/// Which tokens are asked for follows no pattern, so a branch would be mispredicted for many of them: their places are
/// collected without one, a block of tokens at a time.
void SequenceScanner::find_codes(const ArticleTokens& tokens, ScannedArticle& scanned) const {
  constexpr std::uint32_t kBlock = 256;
  std::array<std::uint32_t, kBlock> asked{};
  const std::uint16_t* const codes = tokens.codes().data();
  ParagraphWalk paragraph(tokens.paragraphs());
  for (std::uint32_t begin = 0; begin < scanned.tokens; begin += kBlock) {
    const std::uint32_t end = std::min(scanned.tokens, begin + kBlock);
    std::uint32_t* behind = asked.data();
    for (std::uint32_t place = begin; place < end; ++place) {
      *behind = place;
      behind += codes_.has(codes[place]) ? 1 : 0;
    }
    for (const std::uint32_t* place = asked.data(); place != behind; ++place) {
      paragraph.go_to(*place);
      for (const auto& [code, meaning] : codes_[codes[*place]])
        scanned.found.push_back({*place, paragraph.number(), meaning.group, meaning.reading, 1, paragraph.field()});
    }
  }
}

/// Adds a name once for each group that it belongs to.
///
/// Takes    where it stands, as a token without group and reading.
void SequenceScanner::find_name(const SplitTerm& word, FoundToken token, ScannedArticle& scanned) const {
  if (const std::optional<GroupId> group = group_with(word.folded)) {
    token.group = *group;
    token.reading = reading_of(groups_[*group], word.marks);
    scanned.found.push_back(token);
  }
  for (const BeginningGroup& beginning : beginnings_) {
    if (!beginning.takes(word)) continue;
    token.group = beginning.group;
    token.reading = BeginningGroup::kReading;
    scanned.found.push_back(token);
  }
}

/// A whole stands before what follows it, after its own first token.
void SequenceScanner::find_names(const ArticleTokens& tokens, ScannedArticle& scanned) const {
  const auto coded = static_cast<std::ptrdiff_t>(scanned.found.size());
  for (std::size_t i = 0; i < tokens.names(); ++i) {
    const ArticleTokens::Name name = tokens.name(i);
    if (name.place >= scanned.tokens) break;
    const SplitTerm word = split_term(name.term);
    FoundToken token;
    token.place = name.place;
    token.paragraph = name.paragraph;
    token.span = name.span;
    token.field = tokens.paragraphs()[name.paragraph].field;
    find_name(word, token, scanned);
  }
  // Merged at once, not inserted one by one: an article may have a million of them.
  const auto is_before = [](const FoundToken& a, const FoundToken& b) { return a.place < b.place; };
  const auto names = scanned.found.begin() + coded, end = scanned.found.end();
  if (names == end) return;
  if (!std::is_sorted(names, end, is_before)) std::stable_sort(names, end, is_before);
  std::inplace_merge(scanned.found.begin(), names, end, is_before);
}

}  // namespace timbao
