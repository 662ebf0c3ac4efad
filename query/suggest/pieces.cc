// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/pieces.h"

#include <algorithm>
#include <cmath>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "common/text/syllable.h"
#include "query/suggest/folded_forms.h"
#include "query/suggest/slips.h"

namespace timbao {
namespace {

constexpr std::size_t kLongestPiece = 7;  // letters of "nghieng"
constexpr double kNewPiece = 2;           // what each piece costs, so that few long ones win
constexpr double kSideBySide = 3;         // the attraction of two pieces that the archive has side by side
constexpr std::string_view kSpace = "%20";

bool is_known(const std::string& folded, const WordModel& model) { return model.articles_with(folded) >= 0.5; }

/// Where each letter of a word begins, and its end.
std::vector<std::size_t> letters_of(std::string_view word) {
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at < word.size(); at += read_code_point(word, at).length) begins.push_back(at);
  begins.push_back(word.size());
  return begins;
}

bool is_explained_by_slip(const std::string& folded, const WordModel& model) {
  const std::vector<Slip> slips = slips_of(folded, is_folded_form);
  return std::any_of(slips.begin(), slips.end(), [&](const Slip& slip) { return is_known(slip.meant, model); });
}

/// A word without a stretch that an editor wrote twice, first without its marks: "chaoào" -> "chào".
std::string without_one_repeat(std::string_view word) {
  const std::vector<std::size_t> at = letters_of(word);
  const std::size_t letters = at.size() - 1;
  for (std::size_t length = letters / 2; length > 0; --length) {
    const std::size_t second = at[letters - length], first = at[letters - 2 * length];
    const std::string_view before = word.substr(first, second - first), last = word.substr(second);
    if (before != last && fold_text(before) == fold_text(last) && fold_text(last) != canonical(last))
      return std::string(word.substr(0, first)) + std::string(last);
  }
  return "";
}

std::string without_repeats(std::string_view word) {
  std::string repaired = without_one_repeat(word), before;
  while (!repaired.empty()) {
    before = repaired;
    repaired = without_one_repeat(before);
  }
  return before;
}

/// A way to cut the beginning of a word: its last piece, what it is worth, and the way before that piece.
struct Cut {
  Piece piece;
  double score = 0;
  std::size_t end = 0;     // in letters
  std::size_t before = 0;  // its place in the list of cuts; of a first piece its own place
  std::size_t pairs = 0;   // how many of its pieces the archive has side by side
};

/// Cuts a word by the likeliest way through all of its pieces.
class Cutting {
 public:
  Cutting(std::string_view word, const WordModel& model) : word_(word), at_(letters_of(word)), model_(model) {
    for (std::size_t end = 1; end < at_.size(); ++end)
      for (std::size_t begin = end - std::min(end, kLongestPiece); begin < end; ++begin) add(begin, end);
  }

  [[nodiscard]] std::vector<Piece> best() const {
    const Cut* best = nullptr;
    for (const Cut& cut : cuts_)
      if (cut.end + 1 == at_.size() && cut.pairs > 0 && (best == nullptr || cut.score > best->score)) best = &cut;
    std::vector<Piece> pieces;
    while (best != nullptr) {
      pieces.insert(pieces.begin(), best->piece);
      const Cut* const before = &cuts_[best->before];
      best = before == best ? nullptr : before;
    }
    return pieces;
  }

 private:
  void add(std::size_t begin, std::size_t end) {
    Cut cut{piece_of(word_.substr(at_[begin], at_[end] - at_[begin])), 0, end, cuts_.size(), 0};
    if (!is_folded_form(cut.piece.folded) || !is_known(cut.piece.folded, model_)) return;
    cut.score = std::log(model_.occurs(cut.piece.folded)) - kNewPiece;
    if (begin > 0 && !join(begin, cut)) return;
    cuts_.push_back(std::move(cut));
  }

  /// Puts a cut behind the best way to where it begins; returns whether there is one.
  bool join(std::size_t begin, Cut& cut) const {
    const double alone = -kNewPiece;
    bool is_joined = false;
    for (std::size_t i = 0; i < cuts_.size(); ++i) {
      const Cut& before = cuts_[i];
      if (before.end != begin) continue;
      const double score = before.score + std::log(model_.follows(before.piece.folded, cut.piece.folded)) + alone;
      if (is_joined && score <= cut.score) continue;
      const bool is_pair = model_.attraction(before.piece.folded, cut.piece.folded) > kSideBySide;
      cut.score = score;
      cut.before = i;
      cut.pairs = before.pairs + (is_pair ? 1 : 0);
      is_joined = true;
    }
    return is_joined;
  }

  std::string_view word_;
  std::vector<std::size_t> at_;
  const WordModel& model_;
  std::vector<Cut> cuts_;
};

/// Whether a stretch is made of three words or more with a joiner between: "xay-dung-dang".
bool is_slug(std::string_view stretch, char joiner) {
  std::size_t joiners = 0;
  bool was_letter = false;
  for (const char c : stretch) {
    const bool is_letter = is_ascii_small_letter(c) || is_ascii_digit(c);
    if (!is_letter && (c != joiner || !was_letter)) return false;
    if (!is_letter) ++joiners;
    was_letter = is_letter;
  }
  return joiners >= 2 && was_letter && !is_ascii_digit(stretch.front());
}

std::string spaced(std::string_view stretch) {
  std::string text(stretch);
  for (const char joiner : {'-', '_'})
    if (is_slug(stretch, joiner)) std::replace(text.begin(), text.end(), joiner, ' ');
  return text;
}

}  // namespace

Piece piece_of(std::string_view typed) {
  const std::string letters = canonical(typed);
  return {std::string(typed), fold_text(letters), exact_key(letters)};
}

std::vector<Piece> pieces_of(std::string_view typed, const WordModel& model) {
  const std::string folded = fold_text(typed);
  if (count_code_points(typed) > kLongestJoined || is_known(folded, model)) return {};
  const std::string repaired = without_repeats(typed);
  if (!repaired.empty() && is_known(fold_text(repaired), model)) return {piece_of(repaired)};
  if (is_explained_by_slip(folded, model)) return {};
  return Cutting(typed, model).best();
}

std::string without_joiners(std::string_view query) {
  std::string spaces(query);
  for (std::size_t at = spaces.find(kSpace); at != std::string::npos; at = spaces.find(kSpace, at))
    spaces.replace(at, kSpace.size(), " ");
  std::string loosened;
  for (std::size_t at = 0; at < spaces.size();) {
    const std::size_t end = std::min(spaces.find(' ', at), spaces.size() - 1) + 1;
    const bool has_space = spaces[end - 1] == ' ';
    loosened += spaced(std::string_view(spaces).substr(at, end - at - (has_space ? 1 : 0)));
    if (has_space) loosened += ' ';
    at = end;
  }
  return loosened;
}

}  // namespace timbao
