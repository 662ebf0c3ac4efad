// SPDX-License-Identifier: GPL-2.0-or-later
// What a snippet must be, whatever the article: held against a plain look at every token of every text.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/base/utf8.h"
#include "query/show/highlighter.h"
#include "tests/query/support/asked.h"
#include "tests/query/support/fake_vocabulary.h"
#include "tests/sanitizer.h"

namespace timbao {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::size_t kLongestMatch = 20;  // code points; a single match is shown whole, whatever the limit

/// What matches somewhere in a text.
struct Match {
  CharRange chars;
  std::vector<HighlightId> words;
};

/// A query and an article, and what its texts hold of the query.
class Asked {
 public:
  Asked(std::string_view query, const Article& article)
      : question_(test::ask(query)),
        vocabulary_({article, test::article_with("Khác", "gì"), test::article_with("Đảng", "dang x tp")}),
        weights_(weigh(question_, count_words(question_, vocabulary_), vocabulary_)),
        scanner_(question_.words),
        scanned_(test::scanned(article, scanner_)) {}

  HighlightedText snippet(const Article& article, std::size_t limit) {
    return ArticleHighlighter(weights_, scanner_, scanned_, tokenizer_).snippet(article, limit);
  }

  /// By where they begin.
  std::vector<Match> matches_in(const std::string& text, Field field) {
    const TokenizedText tokens = tokenizer_.tokenize(text);
    std::vector<Match> matches;
    const auto look_up = [&](const std::string& folded, const std::string& exact, std::size_t first,
                             std::size_t count) {
      FoundToken token;
      token.field = field;
      token.span = static_cast<std::uint16_t>(count);
      if (!scanner_.find(folded, exact, token)) return;
      const std::size_t begin = tokens.tokens[first].begin, end = tokens.tokens[first + count - 1].end;
      const Match match{{count_code_points(text.substr(0, begin)), count_code_points(text.substr(0, end))},
                        words_of(token)};
      if (!match.words.empty()) matches.push_back(match);
    };
    for (std::size_t i = 0; i < tokens.tokens.size(); ++i)
      look_up(tokens.tokens[i].word->folded, tokens.tokens[i].word->exact, i, 1);
    for (const Extra& extra : tokens.extras)
      if (extra.count > 1 && (extra.kind == ExtraKind::whole || extra.kind == ExtraKind::range))
        look_up(extra.folded, extra.exact, extra.first, extra.count);
    std::stable_sort(matches.begin(), matches.end(),
                     [](const Match& a, const Match& b) { return a.chars.begin < b.chars.begin; });
    return matches;
  }

  [[nodiscard]] double idf_of(const std::set<HighlightId>& words) const {
    double sum = 0;
    for (const HighlightId word : words) sum += weights_.highlighted[word].idf;
    return sum;
  }

 private:
  [[nodiscard]] bool is_typed(const FoundToken& token, HighlightId word) const {
    const WordWeight& weight = weights_.highlighted[word];
    return scanner_.is_any_reading(token, weight.word) &&
           (!weight.by_reading || token.span > 1 || token.reading == FoundToken::kPlain ||
            scanner_.has_typed_reading(token, weight.word));
  }

  [[nodiscard]] std::vector<HighlightId> words_of(const FoundToken& token) const {
    std::vector<HighlightId> words;
    for (const HighlightId word : weights_.highlighted.ids()) {
      const bool stands_as_typed = std::any_of(scanned_.found.begin(), scanned_.found.end(),
                                               [&](const FoundToken& found) { return is_typed(found, word); });
      if (scanner_.is_any_reading(token, weights_.highlighted[word].word) &&
          (!stands_as_typed || is_typed(token, word)))
        words.push_back(word);
    }
    return words;
  }

  Question question_;
  test::FakeVocabulary vocabulary_;
  QueryWeights weights_;
  SequenceScanner scanner_;
  ScannedArticle scanned_;
  Tokenizer tokenizer_;
};

/// Most idf of distinct words that stand within so many code points; what a single match holds at least.
double best_value(const Asked& asked, const std::vector<Match>& matches, std::size_t limit) {
  double best = 0;
  for (std::size_t first = 0; first < matches.size(); ++first) {
    std::set<HighlightId> words(matches[first].words.begin(), matches[first].words.end());
    for (std::size_t i = first + 1; i < matches.size(); ++i)
      if (matches[i].chars.end <= matches[first].chars.begin + limit)
        words.insert(matches[i].words.begin(), matches[i].words.end());
    best = std::max(best, asked.idf_of(words));
  }
  return best;
}

std::set<HighlightId> words_within(const std::vector<Match>& matches, CharRange range) {
  std::set<HighlightId> words;
  for (const Match& match : matches)
    if (match.chars.begin >= range.begin && match.chars.end <= range.end)
      words.insert(match.words.begin(), match.words.end());
  return words;
}

/// Of what lies in a range, from its beginning; those that touch are one.
std::vector<std::pair<std::size_t, std::size_t>> highlights_within(const std::vector<Match>& matches, CharRange range) {
  std::vector<std::pair<std::size_t, std::size_t>> highlights;
  for (const Match& match : matches) {
    if (match.chars.begin < range.begin || match.chars.end > range.end) continue;
    const std::size_t begin = match.chars.begin - range.begin, end = match.chars.end - range.begin;
    if (!highlights.empty() && begin <= highlights.back().second)
      highlights.back().second = std::max(highlights.back().second, end);
    else
      highlights.emplace_back(begin, end);
  }
  return highlights;
}

/// A snippet without the ellipses that stand for what was left out.
struct Stripped {
  std::string text;
  bool cut_before = false, cut_behind = false;
};

std::vector<Stripped> readings_of(const std::string& snippet) {
  std::vector<Stripped> readings{{snippet, false, false}};
  const std::size_t size = kEllipsis.size();
  const bool before = snippet.rfind(kEllipsis, 0) == 0;
  const bool behind = snippet.size() >= size && snippet.substr(snippet.size() - size) == kEllipsis;
  if (before) readings.push_back({snippet.substr(size), true, false});
  if (behind) readings.push_back({snippet.substr(0, snippet.size() - size), false, true});
  if (before && behind && snippet.size() >= 2 * size)
    readings.push_back({snippet.substr(size, snippet.size() - 2 * size), true, true});
  return readings;
}

/// Where a snippet stands in a text with just the highlights that it has.
std::optional<CharRange> place_of(const HighlightedText& snippet, std::string text, const std::vector<Match>& matches) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  for (const Stripped& stripped : readings_of(snippet.text)) {
    std::vector<std::pair<std::size_t, std::size_t>> highlights;
    for (const CharRange& range : snippet.highlights)
      highlights.emplace_back(range.begin - (stripped.cut_before ? 1 : 0), range.end - (stripped.cut_before ? 1 : 0));
    for (std::size_t at = text.find(stripped.text); at != std::string::npos; at = text.find(stripped.text, at + 1)) {
      if ((at > 0) != stripped.cut_before || (at + stripped.text.size() < text.size()) != stripped.cut_behind) continue;
      const std::size_t begin = count_code_points(text.substr(0, at));
      const CharRange range{begin, begin + count_code_points(stripped.text)};
      if (highlights_within(matches, range) == highlights) return range;
    }
  }
  return std::nullopt;
}

std::string drawn(std::mt19937& random, const std::vector<std::string>& pieces) {
  return pieces[random() % pieces.size()];
}

/// Paragraphs of plain words, and of odd ones among them.
std::string paragraphs(std::mt19937& random, std::size_t most_pieces) {
  static const std::vector<std::string> kWords{"một ", "hai ",   "thành phố ", "nghiêng ", "kinh tế ",
                                               "của ", "những ", "người ",     "được ",    "trường "};
  static const std::vector<std::string> kOdd{"đảng ",
                                             "Đa\u0309ng ",
                                             "dang ",
                                             "TP.HCM ",
                                             "5 700 ",
                                             "5.700-6.100 ",
                                             "KT-XH ",
                                             "2015 – 2020 ",
                                             "2015-2020 ",
                                             "\u2026",
                                             "\u200B",
                                             "tri\u200Bển ",
                                             "\U0001F600 ",
                                             "x ",
                                             "5kg",
                                             "ﬁ ",
                                             "\u00AD",
                                             "\u0301",
                                             "ngân sách ",
                                             "\r\n",
                                             "\u2028",
                                             "================================ ",
                                             "\U0001F525\U0001F525\U0001F525\U0001F525",
                                             "\u2014\u2014\u2014\u2014\u2014\u2014 "};
  static const std::vector<std::string> kEnds{"\n", "\n", ".\n", ". ", ", ", "\n\n", "\n*\n", "\n \n", "…\n"};
  std::string text;
  for (std::size_t i = random() % most_pieces; i > 0; --i) {
    const std::size_t kind = random() % 100;
    text += kind < 84 ? drawn(random, kWords) : drawn(random, kind < 94 ? kOdd : kEnds);
  }
  return text;
}

const std::vector<std::string> kQueries{
    "dang",          "đảng tp.hcm nghiêng x", "TP.HCM KT-XH 5 700",   "2015-2020 dang x",
    "title:dang",    "body:đảng lead:x",      "\"dang x\" ngan sach", "5700 5kg tphcm",
    "=đảng x triển", "\"2015-2020\"",         "\"5.700\" fi",         "không có"};

/// One article: empty texts, one line and many.
Article made_article(std::mt19937& random) {
  Article article = test::article_with(random() % 5 == 0 ? "" : paragraphs(random, 12), "");
  if (random() % 3 == 0) article.lead = paragraphs(random, 60);
  if (random() % 20 != 0) article.body = paragraphs(random, 600);
  if (random() % 10 == 0) std::replace(article.body.begin(), article.body.end(), '\n', ' ');
  return article;
}

struct Found {
  std::optional<CharRange> place;
  double value = 0, best = 0;
};

Found find(Asked& asked, const Article& article, const HighlightedText& snippet, std::size_t limit) {
  Found found;
  const auto look_into = [&](const std::string& text, Field field) {
    const std::vector<Match> matches = asked.matches_in(text, field);
    const auto place = place_of(snippet, text, matches);
    if (!found.place && place) {
      found.place = place;
      found.value = asked.idf_of(words_within(matches, *place));
    }
    if (field != Field::title) found.best = std::max(found.best, best_value(asked, matches, limit));
  };
  look_into(article.lead, Field::lead);
  look_into(article.body, Field::body);
  look_into(article.title, Field::title);
  return found;
}

TEST(SnippetProperty, IsAStretchOfATextHighlightedWhereItMatchesAndWorthNearlyMost) {
  std::mt19937 random(23);
  double shares = 0;
  int matching = 0;
  for (std::size_t round = 0; round < test::rounds(3'000); ++round) {
    const Article article = made_article(random);
    const std::string query = drawn(random, kQueries);
    const std::size_t limit = kLongestMatch + random() % 250;
    Asked asked(query, article);
    const HighlightedText snippet = asked.snippet(article, limit);
    const Found found = find(asked, article, snippet, limit);
    ASSERT_TRUE(found.place) << query << "\n" << snippet.text << "\n---\n" << article.body;
    EXPECT_LE(count_code_points(snippet.text), limit + 2) << snippet.text;
    if (found.best == 0) continue;
    ASSERT_GT(found.value, 0) << query << "\n" << snippet.text << "\n---\n" << article.body;
    shares += std::min(1.0, found.value / found.best);
    ++matching;
  }
  EXPECT_GT(matching, static_cast<int>(test::rounds(1'500)));
  EXPECT_GT(shares / matching, 0.97);
}

}  // namespace
}  // namespace timbao
