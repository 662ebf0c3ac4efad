// SPDX-License-Identifier: GPL-2.0-or-later
#include "scripts/make_dictionary.h"

#define ZDICT_STATIC_LINKING_ONLY
#include <simdjson.h>
#include <zdict.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/base/error.h"
#include "common/index/article.h"

namespace timbao {
namespace {

constexpr std::uint32_t kLeastArticles = 50;
constexpr std::size_t kMostWords = 7;
constexpr std::size_t kPhraseBytes = 64U << 10U;
constexpr std::size_t kTableBytes = 1U << 10U;
constexpr std::size_t kSampledArticles = 4000;
constexpr unsigned kDictionary = 2;    // its number, which every frame states; that of format 1 had none
constexpr double kCoveredShare = 0.6;  // a phrase is left out if this share of its articles has the same longer one
constexpr int kLevel = 3;              // the level at which common/index/stored.cc compresses

using Counts = std::unordered_map<std::string, std::uint32_t>;

std::vector<Article> read_articles(const std::string& path) {
  std::vector<Article> articles;
  simdjson::dom::parser parser;
  for (const simdjson::dom::element line : parser.load_many(path)) {
    Article article;
    article.title = std::string(std::string_view(line["title"]));
    article.body = std::string(std::string_view(line["body"]));
    articles.push_back(std::move(article));
  }
  if (articles.empty()) throw Error(ExitCode::io_failed, "no articles in " + path);
  return articles;
}

/// The words of an article, with an empty one where a phrase ends: at punctuation and at line ends.
std::vector<std::string> words_of(const Article& article) {
  std::string text = article.title + "\n" + article.body;
  std::vector<std::string> words;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line); words.emplace_back()) {
    std::istringstream row(line);
    for (std::string word; row >> word;) {
      const std::size_t end = word.find_first_of(".,;:!?()\"");
      if (end != 0) words.push_back(word.substr(0, end));
      if (end != std::string::npos) words.emplace_back();
    }
  }
  return words;
}

void count_phrases(const Article& article, Counts& counts) {
  const std::vector<std::string> words = words_of(article);
  std::unordered_set<std::string> seen;
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::string phrase;
    for (std::size_t i = first; i < std::min(first + kMostWords, words.size()) && !words[i].empty(); ++i) {
      phrase += (phrase.empty() ? "" : " ") + words[i];
      seen.insert(phrase);
    }
  }
  for (const std::string& phrase : seen) ++counts[phrase];
}

/// For each phrase the number of articles that have the commonest phrase of one word more.
Counts best_longer(const Counts& counts) {
  Counts best;
  const auto raise = [&](const std::string& phrase, std::uint32_t articles) {
    std::uint32_t& known = best[phrase];
    known = std::max(known, articles);
  };
  for (const auto& [phrase, articles] : counts) {
    const std::size_t first = phrase.find(' '), last = phrase.rfind(' ');
    if (first == std::string::npos) continue;
    raise(phrase.substr(first + 1), articles);
    raise(phrase.substr(0, last), articles);
  }
  return best;
}

/// The phrases, the most useful last: zstd searches a dictionary from its end.
std::string phrases_of(const std::vector<Article>& articles) {
  Counts counts;
  for (const Article& article : articles) count_phrases(article, counts);
  for (auto at = counts.begin(); at != counts.end();) at = at->second < kLeastArticles ? counts.erase(at) : ++at;
  const Counts longer = best_longer(counts);
  std::vector<std::pair<std::size_t, std::string>> useful;
  for (const auto& [phrase, in] : counts) {
    const auto covered = longer.find(phrase);
    if (covered == longer.end() || covered->second < kCoveredShare * in)
      useful.emplace_back(in * phrase.size(), phrase);
  }
  std::sort(useful.rbegin(), useful.rend());
  std::string text;
  for (const auto& [saved, phrase] : useful)
    if (text.size() + phrase.size() < kPhraseBytes) text.insert(0, phrase + ' ');
  return text;
}

}  // namespace

std::string make_dictionary(const std::string& articles_path) {
  const std::vector<Article> articles = read_articles(articles_path);
  const std::string phrases = phrases_of(articles);
  std::string samples;
  std::vector<std::size_t> sizes;
  for (std::size_t i = 0; i < articles.size(); i += std::max<std::size_t>(articles.size() / kSampledArticles, 1)) {
    const std::size_t begin = samples.size();
    samples += articles[i].title + '\n' + articles[i].body;
    sizes.push_back(samples.size() - begin);
  }
  std::string dictionary(phrases.size() + kTableBytes, '\0');
  const std::size_t size =
      ZDICT_finalizeDictionary(dictionary.data(), dictionary.size(), phrases.data(), phrases.size(), samples.data(),
                               sizes.data(), static_cast<unsigned>(sizes.size()), {kLevel, 0, kDictionary});
  if (ZDICT_isError(size) != 0) throw Error(ExitCode::io_failed, std::string("zstd: ") + ZDICT_getErrorName(size));
  dictionary.resize(size);
  return dictionary;
}

}  // namespace timbao
