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

/// Whether the words stand side by side in one paragraph of the field.
bool stand(const Truth& truth, const Stretch& stretch) {
  if (truth.field && *truth.field != stretch.field) return false;
  const auto same = [&](const WrittenWord& found, const WrittenWord& asked) { return means(truth, asked, found); };
  return std::search(stretch.words.begin(), stretch.words.end(), truth.words.begin(), truth.words.end(), same) !=
         stretch.words.end();
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
         (truth.marks == MarksMode::strict ? "=" : "") + (truth.kind == Truth::Kind::phrase ? '"' + text + '"' : text);
}

}  // namespace

std::string Truth::query() const {
  if (kind == Kind::word || kind == Kind::phrase) return query_of_words(*this);
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
      return std::any_of(article.stretches.begin(), article.stretches.end(),
                         [&](const Stretch& stretch) { return stand(*this, stretch); });
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
  Truth truth = choice < 7 ? phrase() : truth_word(draw_word(random_));
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
