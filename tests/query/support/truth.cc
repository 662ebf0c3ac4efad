// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/query/support/truth.h"

#include <algorithm>
#include <utility>

namespace timbao::test {
namespace {

bool means(const Truth& truth, const WrittenWord& asked, const WrittenWord& found) {
  if (asked.printed == found.printed) return true;
  if (truth.marks == MarksMode::strict || asked.folded != found.folded) return false;
  return truth.marks == MarksMode::fold || !asked.is_marked() || !found.is_marked();
}

bool begins_with(const WrittenWord& found, const WrittenWord& beginning) {
  return found.folded.compare(0, beginning.folded.size(), beginning.folded) == 0;
}

/// Where in one paragraph of the field the words stand side by side: the places of their first words.
std::vector<std::size_t> places_of(const Truth& truth, const Stretch& stretch) {
  std::vector<std::size_t> places;
  if (truth.field && *truth.field != stretch.field) return places;
  for (std::size_t begin = 0; begin + truth.words.size() <= stretch.words.size(); ++begin) {
    bool is_there = true;
    for (std::size_t i = 0; i < truth.words.size(); ++i) {
      const WrittenWord &found = stretch.words[begin + i], &asked = truth.words[i];
      is_there =
          is_there && (truth.kind == Truth::Kind::prefix ? begins_with(found, asked) : means(truth, asked, found));
    }
    if (is_there) places.push_back(begin);
  }
  return places;
}

bool stand(const Truth& truth, const Stretch& stretch) { return !places_of(truth, stretch).empty(); }

/// Whether two parts stand in one paragraph with at most so many words between them.
bool stand_near(const Truth& near, const Stretch& stretch) {
  for (const std::size_t a : places_of(near.parts[0], stretch))
    for (const std::size_t b : places_of(near.parts[1], stretch)) {
      const std::size_t a_end = a + near.parts[0].words.size(), b_end = b + near.parts[1].words.size();
      if ((a_end <= b && b - a_end <= near.distance) || (b_end <= a && a - b_end <= near.distance)) return true;
    }
  return false;
}

std::string join(const std::vector<std::string>& texts, std::string_view between) {
  std::string joined;
  for (const std::string& text : texts) (joined += joined.empty() ? "" : between) += text;
  return joined;
}

std::string query_of_words(const Truth& truth) {
  std::vector<std::string> printed;
  for (const WrittenWord& word : truth.words) printed.push_back(word.printed);
  const std::string text = join(printed, " ");
  return (truth.field ? std::string(row_of(*truth.field).name) + ':' : "") +
         (truth.marks == MarksMode::strict ? "=" : "") + (truth.kind == Truth::Kind::phrase ? '"' + text + '"' : text) +
         (truth.kind == Truth::Kind::prefix ? "*" : "");
}

}  // namespace

std::string Truth::query() const {
  if (kind == Kind::word || kind == Kind::phrase || kind == Kind::prefix) return query_of_words(*this);
  if (kind == Kind::near)
    return '(' + parts[0].query() + " NEAR/" + std::to_string(distance) + ' ' + parts[1].query() + ')';
  if (kind == Kind::source) return "source:\"" + source + '"';
  if (kind == Kind::days) return "date:" + format_day(days.first) + ".." + format_day(days.last);
  std::vector<std::string> texts;
  for (const Truth& part : parts) texts.push_back(part.query());
  return '(' + join(texts, kind == Kind::all ? " AND " : kind == Kind::any ? " OR " : " NOT ") + ')';
}

bool Truth::holds(const GeneratedArticle& article) const {
  const auto part_holds = [&](const Truth& part) { return part.holds(article); };
  switch (kind) {
    case Kind::word:
    case Kind::phrase:
    case Kind::prefix:
      return std::any_of(article.stretches.begin(), article.stretches.end(),
                         [&](const Stretch& stretch) { return stand(*this, stretch); });
    case Kind::near:
      return std::any_of(article.stretches.begin(), article.stretches.end(),
                         [&](const Stretch& stretch) { return stand_near(*this, stretch); });
    case Kind::source:
      return article.article.source == source;
    case Kind::days: {
      if (!article.article.date) return false;
      const Day day = day_at(*article.article.date);
      return !(day < days.first) && !(days.last < day);
    }
    case Kind::all:
      return std::all_of(parts.begin(), parts.end(), part_holds);
    case Kind::any:
      return std::any_of(parts.begin(), parts.end(), part_holds);
    case Kind::all_but:
      break;
  }
  return part_holds(parts.front()) && std::none_of(parts.begin() + 1, parts.end(), part_holds);
}

Truth truth_word(WrittenWord word, MarksMode marks) {
  Truth truth;
  truth.words.push_back(std::move(word));
  truth.marks = marks;
  return truth;
}

Truth truth_phrase(std::vector<WrittenWord> words) {
  Truth truth;
  truth.kind = Truth::Kind::phrase;
  truth.words = std::move(words);
  return truth;
}

Truth truth_of(Truth::Kind kind, std::vector<Truth> parts) {
  Truth truth;
  truth.kind = kind;
  truth.parts = std::move(parts);
  return truth;
}

Truth TruthMaker::make() {
  has_source_ = has_days_ = false;
  return tree(3);
}

Truth TruthMaker::tree(int depth) {
  if (depth == 0 || up_to(3) == 0) return leaf();
  std::vector<Truth> parts{tree(depth - 1), tree(depth - 1)};
  if (up_to(3) == 0) parts.push_back(tree(depth - 1));
  constexpr Truth::Kind kKinds[] = {Truth::Kind::all, Truth::Kind::any, Truth::Kind::all_but};
  return truth_of(kKinds[up_to(2)], std::move(parts));
}

Truth TruthMaker::leaf() {
  const std::size_t choice = up_to(11);
  if (choice == 0 && !std::exchange(has_source_, true)) {
    Truth truth = truth_of(Truth::Kind::source, {});
    truth.source = generated_sources()[up_to(2)];
    return truth;
  }
  if (choice == 1 && !std::exchange(has_days_, true)) {
    Truth truth = truth_of(Truth::Kind::days, {});
    const std::int64_t first = days_from_epoch({2016, 1, 1}) + static_cast<std::int64_t>(up_to(900));
    truth.days = {day_from_epoch(first), day_from_epoch(first + static_cast<std::int64_t>(up_to(600)))};
    return truth;
  }
  if (choice == 2) return near();
  return word_or_phrase();
}

/// Two parts, the second of the same article as the first or not, so that they are often near each other.
Truth TruthMaker::near() {
  Truth near = truth_of(Truth::Kind::near, {});
  near.parts.push_back(word_or_phrase());
  near.parts.push_back(word_or_phrase());
  near.distance = up_to(12);
  return near;
}

Truth TruthMaker::word_or_phrase() {
  const std::size_t choice = up_to(9);
  Truth truth = choice < 4 ? phrase() : truth_word(draw_word(random_));
  if (choice > 7) {
    WrittenWord& word = truth.words.front();
    truth.kind = Truth::Kind::prefix;
    word.folded = word.folded.substr(0, 2 + up_to(1));
    word.printed = word.folded;
    if (word.folded.size() >= 2) return truth;
    truth.kind = Truth::Kind::word;
  }
  if (up_to(4) == 0)
    for (WrittenWord& word : truth.words) word.printed = word.folded;
  if (up_to(5) == 0) truth.marks = MarksMode::strict;
  constexpr Field kFields[] = {Field::title, Field::lead, Field::body, Field::caption, Field::author};
  if (up_to(4) == 0) truth.field = kFields[up_to(4)];
  return truth;
}

/// Two to four words of an article; now and then two of them change places.
Truth TruthMaker::phrase() {
  const GeneratedArticle& article = generated_archive()[up_to(generated_archive().size() - 1)];
  const std::vector<WrittenWord>& words = article.stretches[up_to(article.stretches.size() - 1)].words;
  const std::size_t length = std::min<std::size_t>(words.size(), 2 + up_to(2)), begin = up_to(words.size() - length);
  std::vector<WrittenWord> taken(words.begin() + static_cast<std::ptrdiff_t>(begin),
                                 words.begin() + static_cast<std::ptrdiff_t>(begin + length));
  if (up_to(4) == 0) std::swap(taken[0], taken[1]);
  return truth_phrase(std::move(taken));
}

std::vector<std::string> true_ids(const std::function<bool(const GeneratedArticle&)>& holds) {
  std::vector<std::string> ids;
  for (const GeneratedArticle& article : generated_archive())
    if (holds(article)) ids.push_back(article.article.id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace timbao::test
