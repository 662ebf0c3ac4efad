// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sequence/sieve.h"

#include <algorithm>
#include <utility>

namespace timbao {
namespace {

/// A phrase that stands in every article for which the clause is true; null where the clause has no such phrase.
const Clause* needed_phrase(const Clause& clause) {
  if (clause.kind == ClauseKind::phrase) return &clause;
  if (clause.kind != ClauseKind::all_of) return nullptr;
  for (const Clause& child : clause.children)
    if (const Clause* const phrase = needed_phrase(child); phrase != nullptr) return phrase;
  return nullptr;
}

constexpr std::size_t kBlock = 32;  // codes that are compared together, so that the compiler uses wide registers

bool has_any(const std::uint16_t* codes, const std::array<std::uint16_t, 2>& wanted) {
  std::uint16_t found = 0;
  for (std::size_t i = 0; i < kBlock; ++i)
    found = static_cast<std::uint16_t>(found | static_cast<std::uint16_t>(codes[i] == wanted[0]) |
                                       static_cast<std::uint16_t>(codes[i] == wanted[1]));
  return found != 0;
}

}  // namespace

/// The word at a place of the phrase.
struct PhraseSieve::Word {
  WordId id;
  std::vector<std::uint32_t> codes;
  double rarity = 0;  // about how rare the word is; 0 where the place can be passed in more than one way
};

/// Walks over one sequence and looks for the left word before the right one. A whole stands for several joined tokens.
/// Which tokens it takes is found out by the matcher; here any of several joined tokens counts as a whole.
class PhraseSieve::Walk {
 public:
  explicit Walk(const PhraseSieve& sieve) : sieve_(sieve) {}

  void code(std::uint32_t code) {
    const bool is_asked = sieve_.either_[code];
    if (!is_asked && !is_near_) return;  // nearly always
    step({is_asked && sieve_.left_.codes[code], is_asked && sieve_.right_.codes[code]});
  }
  void literal(std::string_view term) { step({sieve_.left_.has(term), sieve_.right_.has(term)}); }
  void joined() {
    found_ = found_ || (left_before_last_ && sieve_.right_.may_be_whole());  // the last token may have begun a whole
    joined_ = is_near_ = true;
  }
  void sentence() const {}
  void paragraph() { left_before_last_ = last_is_left_ = joined_ = is_near_ = false; }
  void field(Field /*field*/) { paragraph(); }

  [[nodiscard]] bool found() const { return found_; }

 private:
  /// Which of the two words a token is.
  struct TokenSides {
    bool left, right;
  };

  void step(TokenSides is) {
    found_ = found_ || (last_is_left_ && (is.right || (joined_ && sieve_.right_.may_be_whole())));
    left_before_last_ = last_is_left_;
    last_is_left_ = is.left || (joined_ && sieve_.left_.may_be_whole());
    joined_ = false;
    is_near_ = left_before_last_ || last_is_left_;
  }

  const PhraseSieve& sieve_;
  bool left_before_last_ = false, last_is_left_ = false, joined_ = false, found_ = false;
  bool is_near_ = false;  // one of the first three: to ask them for each token would cost most of what it saves
};

PhraseSieve::PhraseSieve(const Clause& clause, const SequenceScanner& scanner) {
  const Clause* const phrase = needed_phrase(clause);
  if (phrase == nullptr) return;
  const std::vector<Word> words = certain_words(*phrase, scanner);
  double rarest = 0;
  std::size_t best = 0;  // the place of the right word of the rarest two
  for (std::size_t place = 1; place < words.size(); ++place) {
    const double rarity = words[place - 1].rarity * words[place].rarity;
    if (rarity <= rarest) continue;
    rarest = rarity;
    best = place;
  }
  if (best > 0) look_for(words[best - 1], words[best], scanner);
}

/// The words of a phrase at places that can be passed in one way only. Codes are numbered by frequency, the commonest
/// first, so the rarity of a word is the least of its codes.
std::vector<PhraseSieve::Word> PhraseSieve::certain_words(const Clause& phrase, const SequenceScanner& scanner) {
  const std::vector<bool> choice = places_with_a_choice(phrase);
  std::vector<Word> words(phrase.length);
  for (const PhraseStep& step : phrase.steps) {
    if (choice[step.from]) continue;
    std::vector<std::uint32_t> codes = scanner.codes_of(step.word);
    const double rarity = 1.0 + (codes.empty() ? sequence::kCodes : *std::min_element(codes.begin(), codes.end()));
    words[step.from] = {step.word, std::move(codes), rarity};
  }
  return words;
}

void PhraseSieve::look_for(const Word& left, const Word& right, const SequenceScanner& scanner) {
  lets_all_pass_ = false;
  left_ = side_of(left, scanner);
  right_ = side_of(right, scanner);
  either_ = left_.codes | right_.codes;
  const bool left_is_rarer = left.rarity > right.rarity;
  choose_anchor(left_is_rarer ? right.codes : left.codes, left_is_rarer ? -1 : 1);
  choose_anchor(left_is_rarer ? left.codes : right.codes, left_is_rarer ? 1 : -1);  // preferred, so chosen last
}

void PhraseSieve::choose_anchor(const std::vector<std::uint32_t>& codes, int other_at) {
  if (codes.empty() || codes.size() > anchor_.size()) return;
  anchor_ = {static_cast<std::uint16_t>(codes.front()), static_cast<std::uint16_t>(codes.back())};
  other_at_ = other_at;
}

PhraseSieve::Side PhraseSieve::side_of(const Word& word, const SequenceScanner& scanner) {
  Side side;
  for (const std::uint32_t code : word.codes) side.codes.set(code);
  side.literal = scanner.literal_of(word.id);
  return side;
}

bool PhraseSieve::may_hold(std::string_view sequence) const {
  if (lets_all_pass_) return true;
  Walk walk(*this);
  walk_sequence(sequence, walk);
  return walk.found();
}

bool PhraseSieve::may_hold(const ArticleTokens& tokens) const {
  if (lets_all_pass_ || other_at_ == 0) return true;
  for (std::size_t i = 0; i < tokens.names(); ++i) {
    const std::string_view term = tokens.name(i).term;
    if (left_.has(term) || right_.has(term)) return true;
  }
  const RawVector<std::uint16_t>& codes = tokens.codes();
  std::size_t begin = 0;
  for (; begin + kBlock <= codes.size(); begin += kBlock)
    if (has_any(&codes[begin], anchor_) && meet(codes, begin, begin + kBlock)) return true;
  return meet(codes, begin, codes.size());
}

/// Whether the anchor stands at one of these places, and the other word beside it.
bool PhraseSieve::meet(const RawVector<std::uint16_t>& codes, std::size_t begin, std::size_t end) const {
  const Codes& other = other_at_ > 0 ? right_.codes : left_.codes;
  for (std::size_t place = begin; place < end; ++place) {
    if (codes[place] != anchor_[0] && codes[place] != anchor_[1]) continue;
    const std::size_t beside =
        place + static_cast<std::size_t>(other_at_);  // before the first place: wraps round, and is behind the end
    if (beside < codes.size() && other[codes[beside]]) return true;
  }
  return false;
}

}  // namespace timbao
