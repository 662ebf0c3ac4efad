// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/spell.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "query/suggest/folded_forms.h"
#include "query/suggest/likeliest_path.h"
#include "query/suggest/slips.h"

namespace timbao {
namespace {

/// A word whose neighbours attract it more than this is not doubted.
constexpr double kTrustedAttraction = 100;
/// How strongly a neighbour must attract what a word of the archive is exchanged for.
constexpr double kLeastAttraction = 2;
/// What it costs to exchange a word of the archive, as a natural logarithm: of twenty such words that do not stand beside
/// their neighbours anywhere, one was mistyped, and the others are words of a question ("khi nào tăng lương").
constexpr double kKnownWord = 3;
/// How much likelier the corrected words must be than the typed ones, as a natural logarithm.
constexpr double kMargin = 0.3;
/// A reading of a form costs nothing where the form has no more readings than this that are as common.
constexpr double kUsualReadings = 10;
/// Of the forms that a doubted word may have been meant as, this many are tried in full.
constexpr std::size_t kMostChoices = 16;

/// What one word may have been meant as; the first one is what was typed.
struct Choice {
  std::string folded;
  double cost = 0;
};
using Choices = std::vector<Choice>;

/// Whether the archive has a word, with the marks that were typed.
bool is_word(const TypedWord& word, const WordModel& model) {
  return model.articles_with(word.folded) >= 1 && !word.is_unlikely_reading();
}

/// What was typed as a choice. It costs something where its form is hardly ever read so.
Choice as_typed(const TypedWord& word) { return {word.folded, std::max(0.0, -std::log(word.share * kUsualReadings))}; }

/// How strongly the better one of the neighbours at a place attracts a form.
double attraction_at(const std::vector<TypedWord>& typed, std::size_t at, const std::string& form,
                     const WordModel& model) {
  double best = 0;
  if (at > 0) best = model.attraction(typed[at - 1].folded, form);
  if (at + 1 < typed.size()) best = std::max(best, model.attraction(form, typed[at + 1].folded));
  return best;
}

/// The same for each of some forms. The pairs with one neighbour are looked up one after the other, because the index has
/// most of them side by side, and reads a block of them once.
std::vector<double> attractions_at(const std::vector<TypedWord>& typed, std::size_t at, const std::vector<Slip>& slips,
                                   const WordModel& model) {
  std::vector<double> best(slips.size());
  for (std::size_t i = 0; at > 0 && i < slips.size(); ++i)
    best[i] = model.attraction(typed[at - 1].folded, slips[i].meant);
  for (std::size_t i = 0; at + 1 < typed.size() && i < slips.size(); ++i)
    best[i] = std::max(best[i], model.attraction(slips[i].meant, typed[at + 1].folded));
  return best;
}

/// How likely a form is at a place between the typed neighbours.
double fit_at(const std::vector<TypedWord>& typed, std::size_t at, const Choice& choice, const WordModel& model) {
  const double before = at > 0 ? model.follows(typed[at - 1].folded, choice.folded) : model.occurs(choice.folded);
  const double after = at + 1 < typed.size() ? model.follows(choice.folded, typed[at + 1].folded) : 1;
  return std::log(before) + std::log(after) - choice.cost;
}

/// The best choices for a doubted word, and what was typed before them.
Choices choices_at(const std::vector<TypedWord>& typed, std::size_t at, const WordModel& model) {
  // A word of the archive, such as a name, is not exchanged for one that is only commoner.
  const bool is_known = is_word(typed[at], model);
  const double least_attraction = is_known ? kLeastAttraction : 0, known = is_known ? kKnownWord : 0;
  std::vector<Slip> slips = slips_of(typed[at].folded, is_folded_form);
  const std::vector<double> attractions = attractions_at(typed, at, slips, model);
  std::vector<std::pair<double, Choice>> rated;
  for (std::size_t i = 0; i < slips.size(); ++i) {
    if (attractions[i] < least_attraction || model.articles_with(slips[i].meant) < 0.5) continue;
    Choice choice{std::move(slips[i].meant), slips[i].cost + known};
    const double fit = fit_at(typed, at, choice, model);
    rated.emplace_back(-fit, std::move(choice));
  }
  std::sort(rated.begin(), rated.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  if (rated.size() > kMostChoices) rated.resize(kMostChoices);
  Choices choices{as_typed(typed[at])};
  for (auto& [fit, choice] : rated) choices.push_back(std::move(choice));
  return choices;
}

/// Ways through the choices of all words.
class WordSteps : public PathSteps {
 public:
  WordSteps(const std::vector<Choices>& choices, const WordModel& model) : choices_(choices), model_(model) {}

  [[nodiscard]] std::size_t places() const override { return choices_.size(); }
  [[nodiscard]] std::size_t choices_at(std::size_t place) const override { return choices_[place].size(); }
  [[nodiscard]] double begins_with(std::size_t choice) const override {
    return std::log(model_.occurs(choices_[0][choice].folded));
  }
  [[nodiscard]] double follows(std::size_t place, std::size_t before, std::size_t choice) const override {
    return std::log(model_.follows(choices_[place - 1][before].folded, choices_[place][choice].folded));
  }
  [[nodiscard]] double cost_of(std::size_t place, std::size_t choice) const override {
    return choices_[place][choice].cost;
  }

 private:
  const std::vector<Choices>& choices_;
  const WordModel& model_;
};

}  // namespace

std::vector<std::size_t> doubted_places(const std::vector<TypedWord>& typed, const WordModel& model) {
  std::vector<std::pair<double, std::size_t>> doubted;
  for (std::size_t at = 0; at < typed.size(); ++at) {
    if (typed[at].correction == Correction::none) continue;
    const bool is_known = is_word(typed[at], model);
    if (is_known && typed.size() == 1) continue;  // nothing tells that another word was meant
    const double attraction = is_known ? attraction_at(typed, at, typed[at].folded, model) : -1;
    if (attraction < kTrustedAttraction) doubted.emplace_back(attraction, at);
  }
  std::sort(doubted.begin(), doubted.end());
  std::vector<std::size_t> places;
  places.reserve(doubted.size());
  for (const auto& [attraction, at] : doubted) places.push_back(at);
  return places;
}

std::vector<std::string> spelled(const std::vector<TypedWord>& typed, const WordModel& model) {
  std::vector<Choices> typed_choices;
  std::vector<std::string> words;
  for (const TypedWord& word : typed) {
    typed_choices.push_back({as_typed(word)});
    words.push_back(word.folded);
  }
  std::vector<Choices> choices = typed_choices;
  std::vector<std::size_t> doubted = doubted_places(typed, model);
  if (doubted.size() > kMostDoubted) doubted.resize(kMostDoubted);
  for (const std::size_t at : doubted) choices[at] = choices_at(typed, at, model);
  if (doubted.empty()) return words;
  const LikelyPath meant = likeliest_path(WordSteps(choices, model));
  const double gain = meant.score - likeliest_path(WordSteps(typed_choices, model)).score;
  for (std::size_t at = 0; gain > kMargin && at < words.size(); ++at) words[at] = choices[at][meant.choices[at]].folded;
  return words;
}

}  // namespace timbao
