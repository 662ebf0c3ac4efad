// SPDX-License-Identifier: GPL-2.0-or-later
// Mentions beside a plain search through what generated articles are made of.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <tuple>

#include "common/text/collate.h"
#include "query/search/searcher.h"
#include "tests/query/support/generated_archive.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

/// Words side by side, or the beginning of one word, in one field or in all.
struct Part {
  std::vector<test::WrittenWord> words;
  std::optional<Field> field;
  bool is_beginning = false;

  [[nodiscard]] std::string query() const {
    std::string text;
    for (const test::WrittenWord& word : words) text += (text.empty() ? "" : " ") + word.printed;
    if (words.size() > 1) text = '"' + text + '"';
    return (field ? std::string(row_of(*field).name) + ":" : "") + text + (is_beginning ? "*" : "");
  }

  [[nodiscard]] bool stands_at(const test::Stretch& stretch, std::size_t place) const {
    if (place + words.size() > stretch.words.size() || (field && *field != stretch.field)) return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const test::WrittenWord &asked = words[i], &found = stretch.words[place + i];
      const bool is_found = is_beginning        ? found.folded.rfind(asked.folded, 0) == 0
                            : asked.is_marked() ? found.printed == asked.printed || found.printed == asked.folded
                                                : found.folded == asked.folded;
      if (!is_found) return false;
    }
    return true;
  }
};

/// Where a mention stands: article, field, text of a list, code points.
using Place = std::tuple<std::string, Field, std::size_t, std::size_t, std::size_t>;

struct Question {
  std::vector<Part> parts;
  std::optional<Part> unwanted;

  [[nodiscard]] std::string query() const {
    std::string text;
    for (const Part& part : parts) text += part.query() + " ";
    return text + (unwanted ? "-" + unwanted->query() : "");
  }
};

bool stands_in(const Part& part, const test::GeneratedArticle& article) {
  for (const test::Stretch& stretch : article.stretches)
    for (std::size_t i = 0; i < stretch.words.size(); ++i)
      if (part.stands_at(stretch, i)) return true;
  return false;
}

bool is_counted(const Question& question, const test::GeneratedArticle& article) {
  const auto stands = [&](const Part& part) { return stands_in(part, article); };
  return std::all_of(question.parts.begin(), question.parts.end(), stands) &&
         !(question.unwanted && stands(*question.unwanted));
}

/// Tokens [first, end) of a paragraph, and the parts of the question that take part.
struct Run {
  std::size_t first = 0, end = 0;
  std::set<std::size_t> parts;
};

/// By the rule: places that overlap are one, and neighbours that are different parts.
std::vector<Run> runs_in(const test::Stretch& stretch, const Question& question) {
  std::vector<std::tuple<std::size_t, std::size_t, std::size_t>> places;
  for (std::size_t part = 0; part < question.parts.size(); ++part)
    for (std::size_t i = 0; i < stretch.words.size(); ++i)
      if (question.parts[part].stands_at(stretch, i))
        places.emplace_back(i, i + question.parts[part].words.size(), part);
  std::sort(places.begin(), places.end());
  std::vector<Run> runs;
  for (const auto& [first, end, part] : places) {
    const bool overlaps = !runs.empty() && first < runs.back().end;
    const bool goes_on = !runs.empty() && first == runs.back().end && runs.back().parts.count(part) == 0;
    if (!overlaps && !goes_on) runs.push_back({first, end, {}});
    runs.back().end = std::max(runs.back().end, end);
    runs.back().parts.insert(part);
  }
  return runs;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

/// Adds the mentions in one paragraph, which stands in `text` behind byte `at`.
void add_places(const test::Stretch& stretch, const Question& question, std::string_view text, std::size_t& at,
                Place place, std::vector<Place>& places) {
  std::vector<std::pair<std::size_t, std::size_t>> words;
  for (const test::WrittenWord& word : stretch.words) {
    const std::size_t begin = text.find(word.printed, at);
    at = begin + word.printed.size();
    words.emplace_back(code_points(text.substr(0, begin)), code_points(text.substr(0, at)));
  }
  for (const Run& run : runs_in(stretch, question)) {
    std::get<3>(place) = words[run.first].first;
    std::get<4>(place) = words[run.end - 1].second;
    places.push_back(place);
  }
}

std::vector<Place> places_in(const test::GeneratedArticle& generated, const Question& question) {
  const Article& article = generated.article;
  std::vector<Place> places;
  std::size_t in_body = 0, captions = 0, authors = 0;
  for (const test::Stretch& stretch : generated.stretches) {
    std::size_t start = 0;
    std::size_t& at = stretch.field == Field::body ? in_body : start;
    std::size_t item = 0;
    if (stretch.field == Field::caption) item = captions++;
    if (stretch.field == Field::author) item = authors++;
    const std::string& text = stretch.field == Field::title     ? article.title
                              : stretch.field == Field::lead    ? article.lead
                              : stretch.field == Field::body    ? article.body
                              : stretch.field == Field::caption ? article.captions[item]
                                                                : article.authors[item];
    add_places(stretch, question, text, at, {article.id, stretch.field, item, 0, 0}, places);
  }
  return places;
}

/// All mentions, the newest article first.
std::vector<Place> truth_of(const Question& question) {
  std::vector<const test::GeneratedArticle*> counted;
  for (const test::GeneratedArticle& article : test::generated_archive())
    if (is_counted(question, article)) counted.push_back(&article);
  std::sort(counted.begin(), counted.end(), [](const auto* a, const auto* b) {
    const auto key = [](const Article& article) {
      return std::tuple(!article.date, -article.date.value_or(0), std::string_view(article.id));
    };
    return key(a->article) < key(b->article);
  });
  std::vector<Place> places;
  for (const test::GeneratedArticle* article : counted)
    for (Place& place : places_in(*article, question)) places.push_back(std::move(place));
  return places;
}

class QuestionMaker {
 public:
  Question make() {
    Question question;
    for (std::size_t left = 1 + random_() % 3; left > 0; --left) {
      Part part = make_part();
      const auto is_same = [&](const Part& other) { return other.query() == part.query(); };
      if (std::none_of(question.parts.begin(), question.parts.end(), is_same))
        question.parts.push_back(std::move(part));
    }
    if (random_() % 4 == 0) question.unwanted = make_part();
    return question;
  }

 private:
  Part make_part() {
    Part part;
    for (std::size_t left = random_() % 3 == 0 ? 2 : 1; left > 0; --left)
      part.words.push_back(test::draw_word(random_));
    for (test::WrittenWord& word : part.words)
      if (random_() % 2 == 0) word.printed = word.folded;
    constexpr std::array kSomeFields{Field::title, Field::body, Field::lead, Field::caption};
    if (random_() % 5 == 0) part.field = kSomeFields[random_() % kSomeFields.size()];
    test::WrittenWord& only = part.words.front();
    if (part.words.size() == 1 && only.folded.size() > 3 && random_() % 5 == 0) {
      part.is_beginning = true;
      only.folded.resize(3);
      only.printed = only.folded;
    }
    return part;
  }

  std::mt19937 random_{77};
};

SearchRequest request_for(const Question& question) {
  SearchRequest request;
  request.query = question.query();
  request.today = {2018, 2, 1};
  request.limit = 0;
  request.match = MatchMode::all;
  request.no_variants = AsTyped::yes;
  request.no_typing = AsTyped::yes;
  request.mentions.show = ShowMentions::yes;
  return request;
}

Place place_of(const Mention& mention) {
  return {mention.id, mention.field, mention.item, mention.marks.begin, mention.marks.end};
}

std::vector<Place> places_of(const std::vector<Mention>& mentions) {
  std::vector<Place> places;
  for (const Mention& mention : mentions) places.push_back(place_of(mention));
  return places;
}

/// What is given out one by one, as it comes.
std::vector<Mention> streamed(Searcher& searcher, const SearchRequest& request) {
  std::vector<Mention> mentions;
  const Answer answer = searcher.mentions(request, [&](const Mention& mention) { mentions.push_back(mention); });
  EXPECT_TRUE(answer.mentions);
  EXPECT_EQ(answer.mentions->shown, mentions.size());
  EXPECT_TRUE(answer.hits.empty());
  return mentions;
}

TEST(MentionsOracle, FindsEveryMentionAndNoOther) {
  std::size_t mentions = 0, questions = 0;
  Searcher one({test::generated_index()}), halves(test::generated_halves());
  QuestionMaker maker;
  for (std::size_t round = 0; round < test::rounds(60); ++round) {
    const Question question = maker.make();
    const std::vector<Place> expected = truth_of(question);
    const SearchRequest request = request_for(question);
    ASSERT_EQ(places_of(streamed(one, request)), expected) << question.query();
    ASSERT_EQ(places_of(streamed(halves, request)), expected) << question.query();
    const Answer whole = one.search(request);
    ASSERT_TRUE(whole.mentions);
    EXPECT_EQ(places_of(whole.mentions->items), expected);
    EXPECT_EQ(whole.mentions->count, expected.size());
    std::set<std::string> articles;
    for (const Place& place : expected) articles.insert(std::get<0>(place));
    EXPECT_EQ(whole.mentions->articles, articles.size());
    mentions += expected.size();
    questions += expected.empty() ? 0U : 1U;
  }
  EXPECT_GT(mentions, test::rounds(4'000)) << "questions without an answer test little";
  EXPECT_GT(questions, test::rounds(30));
}

std::vector<Place> flattened(const std::string& id, const ArticleMarks& marks) {
  std::vector<Place> places;
  const auto add = [&](Field field, std::size_t item, const std::vector<WordMark>& list) {
    for (const WordMark& mark : list) places.emplace_back(id, field, item, mark.range.begin, mark.range.end);
  };
  add(Field::title, 0, marks.title);
  add(Field::lead, 0, marks.lead);
  add(Field::body, 0, marks.body);
  for (std::size_t i = 0; i < marks.captions.size(); ++i) add(Field::caption, i, marks.captions[i]);
  for (std::size_t i = 0; i < marks.authors.size(); ++i) add(Field::author, i, marks.authors[i]);
  return places;
}

TEST(MentionsOracle, MarksInAnArticleWhatIsMentioned) {
  Searcher searcher({test::generated_index()});
  QuestionMaker maker;
  std::size_t marked = 0;
  for (std::size_t round = 0; round < test::rounds(30); ++round) {
    const Question question = maker.make();
    for (std::size_t i = 0; i < test::generated_archive().size(); i += 97) {
      const test::GeneratedArticle& article = test::generated_archive()[i];
      if (!is_counted(question, article)) continue;
      const auto found = searcher.marked_articles(request_for(question), article.article.id);
      ASSERT_EQ(found.size(), 1U);
      EXPECT_EQ(flattened(article.article.id, found[0].marks), places_in(article, question)) << question.query();
      ++marked;
    }
  }
  EXPECT_GT(marked, test::rounds(20));
  EXPECT_TRUE(searcher.marked_articles(request_for({}), "no such id").empty());
}

/// Words as they are compared: what stands between letters is dropped.
std::vector<std::string> keys_of(const std::string& text) {
  std::vector<std::string> keys;
  std::string word;
  for (const char byte : text + " ") {
    const bool separates = byte == ' ' || byte == ',' || byte == '.';
    if (!separates)
      word += byte;
    else if (!word.empty())
      keys.push_back(collation_key(std::exchange(word, "")));
  }
  return keys;
}

std::vector<std::string> sorted_by(MentionSort sort, const Mention& mention) {
  if (sort == MentionSort::date) return {};
  std::vector<std::string> keys = keys_of(sort == MentionSort::left    ? mention.left
                                          : sort == MentionSort::right ? mention.right
                                                                       : mention.reading);
  if (sort == MentionSort::left) std::reverse(keys.begin(), keys.end());
  return keys;
}

std::vector<Place> sorted_places(MentionSort sort, const std::vector<Mention>& by_date) {
  std::vector<std::pair<std::vector<std::string>, Place>> keyed;
  for (const Mention& mention : by_date) keyed.emplace_back(sorted_by(sort, mention), place_of(mention));
  std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Place> places;
  for (auto& [key, place] : keyed) places.push_back(std::move(place));
  return places;
}

TEST(MentionsOracle, SortsAllAndGivesAnyPageOfThem) {
  Searcher searcher({test::generated_index()});
  QuestionMaker maker;
  for (std::size_t round = 0; round < test::rounds(8); ++round) {
    SearchRequest request = request_for(maker.make());
    const std::vector<Mention> by_date = streamed(searcher, request);
    for (const auto& row : kMentionSorts) {
      const std::vector<Place> expected = sorted_places(row.value, by_date);
      request.mentions = {ShowMentions::yes, {}, 0, row.value};
      EXPECT_EQ(places_of(streamed(searcher, request)), expected) << row.name;
      request.mentions.offset = static_cast<std::size_t>(round) * 3;
      request.mentions.limit = static_cast<std::size_t>(round) % 7;
      std::vector<Place> page = expected;
      page.erase(page.begin(),
                 page.begin() + static_cast<std::ptrdiff_t>(std::min(request.mentions.offset, page.size())));
      page.resize(std::min(page.size(), *request.mentions.limit));
      EXPECT_EQ(places_of(streamed(searcher, request)), page) << row.name;
      EXPECT_EQ(searcher.search(request).mentions->count, by_date.size());
    }
  }
}

}  // namespace
}  // namespace timbao
