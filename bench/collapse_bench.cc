// SPDX-License-Identifier: GPL-2.0-or-later
// Measures how well collapse keys recognise copies of one story. Edits articles as papers that print a wire story do, and
// prints how many copies keep the key of their original, and how many unrelated articles share a key.
//
//   collapse_bench FILE      a JSONL file of articles
//
//   20000 articles
//   light       0.82 of copies share 0.8 of their pairs (0.91 on average); of these 0.908 have the key
//   …
//   unrelated   4.05 of a million pairs of articles share a key
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/index/term_maker.h"
#include "common/index/terms.h"
#include "common/text/tokenize.h"
#include "indexer/input/article/article_jsonl.h"

namespace {

using timbao::Article;
using Lines = std::vector<std::string>;

constexpr std::uint64_t kSeed = 20180131;
constexpr std::size_t kCopied = 2'500;       // articles that are edited, for each strength of editing
constexpr double kCopyShare = 0.8;           // two articles with at least this share of common pairs count as copies
constexpr double kRelatedShare = 0.3;        // two articles with less than this share count as unrelated
constexpr std::size_t kStudiedOfGroup = 30;  // at most so many articles of one key are compared with each other
constexpr std::size_t kWordsForEdits = 5'000;

/// How heavily a paper edits: a factor of the probabilities below.
struct Strength {
  const char* name;
  double factor;
};
constexpr std::array<Strength, 4> kStrengths{{{"light", 0.5}, {"usual", 1}, {"heavy", 1.6}, {"rewritten", 2.2}}};

Lines split(std::string_view text, std::string_view separator) {
  Lines pieces;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    pieces.emplace_back(text.substr(at, end - at));
    at = end + separator.size();
  }
  return pieces;
}

std::string joined(const Lines& pieces, std::string_view separator) {
  std::string text;
  for (const std::string& piece : pieces) {
    if (&piece != pieces.data()) text += separator;
    text += piece;
  }
  return text;
}

std::vector<Article> articles_of(const char* path) {
  std::vector<Article> articles;
  std::ifstream file(path, std::ios::binary);
  timbao::JsonlParser parser;
  for (std::string line; std::getline(file, line);) {
    timbao::ParsedArticle parsed = parser.parse(line);
    if (auto* read = std::get_if<timbao::ReadArticle>(&parsed)) articles.push_back(std::move(read->article));
  }
  return articles;
}

/// Makes edited copies, the same ones in every run.
class Editor {
 public:
  explicit Editor(const std::vector<Article>& articles) : articles_(articles) {
    for (std::size_t i = 0; i < kWordsForEdits; ++i) {
      const Lines words = split(any_article().title, " ");
      words_.push_back(words[below(words.size())]);
    }
  }

  Article copy(Article article, double factor) {
    Lines paragraphs = split(article.body, "\n");
    if (happens(0.7)) article.title = reworded(article.title, 0.5);
    edit_lead(article, paragraphs);
    if (happens(0.4)) reword_first_sentence(paragraphs);
    cut_end(paragraphs, factor);
    if (happens(0.5)) add_agency(paragraphs);
    if (happens(0.25 * factor)) add_paragraph(paragraphs);
    if (happens(0.25 * factor)) leave_out_a_sentence(paragraphs);
    article.body = replace_words(joined(paragraphs, "\n"), factor);
    return article;
  }

  const Article& any_article() { return articles_[below(articles_.size())]; }

 private:
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }
  bool happens(double probability) {
    constexpr double kSteps = 1'000'000;
    return static_cast<double>(below(static_cast<std::size_t>(kSteps))) < probability * kSteps;
  }

  std::string reworded(const std::string& text, double share) {
    Lines words = split(text, " ");
    for (std::string& word : words)
      if (happens(share)) word = words_[below(words_.size())];
    return joined(words, " ");
  }

  void edit_lead(Article& article, Lines& paragraphs) {
    const std::size_t way = below(20);
    if (way < 4) article.lead.clear();
    if (way >= 4 && way < 9) article.lead = reworded(article.lead, 0.3);
    if (way < 9 || way >= 12 || article.lead.empty()) return;
    paragraphs.insert(paragraphs.begin(), article.lead);  // as a paper without leads prints it
    article.lead.clear();
  }

  void reword_first_sentence(Lines& paragraphs) {
    Lines sentences = split(paragraphs.front(), ". ");
    sentences.front() = reworded(sentences.front(), 0.5);
    paragraphs.front() = joined(sentences, ". ");
  }

  void cut_end(Lines& paragraphs, double factor) {
    if (!happens(0.1 + 0.3 * factor) || paragraphs.size() < 3) return;
    const auto most = static_cast<std::size_t>(static_cast<double>(paragraphs.size()) * 0.15 * factor);
    const std::size_t cut = 1 + below(std::max<std::size_t>(1, most));
    paragraphs.resize(std::max<std::size_t>(1, paragraphs.size() - std::min(cut, paragraphs.size() - 1)));
  }

  void add_agency(Lines& paragraphs) {
    const std::string line = "Theo " + words_[below(words_.size())] + " " + words_[below(words_.size())] + " (TTXVN)";
    paragraphs.insert(happens(0.6) ? paragraphs.end() : paragraphs.begin(), line);
  }

  void add_paragraph(Lines& paragraphs) {
    const Lines others = split(any_article().body, "\n");
    const auto place = static_cast<std::ptrdiff_t>(below(paragraphs.size() + 1));
    paragraphs.insert(paragraphs.begin() + place, others[below(others.size())]);
  }

  void leave_out_a_sentence(Lines& paragraphs) {
    std::string& paragraph = paragraphs[below(paragraphs.size())];
    Lines sentences = split(paragraph, ". ");
    sentences.erase(sentences.begin() + static_cast<std::ptrdiff_t>(below(sentences.size())));
    paragraph = joined(sentences, ". ");
  }

  std::string replace_words(const std::string& text, double factor) {
    constexpr std::array<double, 4> kShares{0, 0.003, 0.006, 0.012};
    return reworded(text, kShares[below(kShares.size())] * factor);
  }

  const std::vector<Article>& articles_;
  Lines words_;
  std::mt19937_64 random_{kSeed};
};

/// The key of an article, and its folded pairs, sorted.
class Reader {
 public:
  std::string key_of(const Article& article) { return terms_.make(article).collapse_key; }

  std::vector<std::uint64_t> pairs_of(const Article& article) {
    std::vector<std::uint64_t> pairs;
    for (const std::string_view text :
         {std::string_view(article.title), std::string_view(article.lead), std::string_view(article.body)})
      add_pairs(text, pairs);
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
  }

  /// The share of the pairs that both articles have among those that either has.
  double share(const Article& a, const Article& b) {
    const std::vector<std::uint64_t> left = pairs_of(a), right = pairs_of(b);
    std::vector<std::uint64_t> both;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
    const std::size_t either = left.size() + right.size() - both.size();
    return either == 0 ? 0 : static_cast<double>(both.size()) / static_cast<double>(either);
  }

 private:
  void add_pairs(std::string_view text, std::vector<std::uint64_t>& pairs) {
    const timbao::TokenizedText tokenized = tokenizer_.tokenize(text);
    std::string left;
    for (const timbao::Token& token : tokenized.tokens) {
      if (token.gap != timbao::Gap::paragraph)
        pairs.push_back(std::hash<std::string>()(left + ' ' + token.word->folded));
      left = token.word->folded;
    }
  }

  timbao::TermMaker terms_;
  timbao::Tokenizer tokenizer_;
};

void measure_copies(const Strength& strength, Editor& editor, Reader& reader) {
  std::size_t copies = 0, kept = 0;
  double shares = 0;
  for (std::size_t i = 0; i < kCopied; ++i) {
    const Article& article = editor.any_article();
    const Article copy = editor.copy(article, strength.factor);
    const double share = reader.share(article, copy);
    if (share < kCopyShare) continue;
    ++copies;
    shares += share;
    const std::string key = reader.key_of(article);
    if (!key.empty() && key == reader.key_of(copy)) ++kept;
  }
  const double all = std::max<double>(1, static_cast<double>(copies));
  std::printf("%-11s %.2f of copies share %.1f of their pairs (%.2f on average); of these %.3f have the key\n",
              strength.name, static_cast<double>(copies) / kCopied, kCopyShare, shares / all,
              static_cast<double>(kept) / all);
}

/// Counts the pairs of articles that have one key but are unrelated; a large group is judged by its first articles.
double unrelated_in(const std::vector<const Article*>& group, Reader& reader) {
  const std::size_t studied = std::min(group.size(), kStudiedOfGroup);
  double unrelated = 0, compared = 0;
  for (std::size_t i = 0; i < studied; ++i)
    for (std::size_t j = i + 1; j < studied; ++j, ++compared)
      unrelated += reader.share(*group[i], *group[j]) < kRelatedShare ? 1 : 0;
  const auto size = static_cast<double>(group.size());
  return compared == 0 ? 0 : unrelated / compared * size * (size - 1) / 2;
}

void measure_unrelated(const std::vector<Article>& articles, Reader& reader) {
  std::map<std::string, std::vector<const Article*>> by_key;
  for (const Article& article : articles)
    if (std::string key = reader.key_of(article); !key.empty()) by_key[key].push_back(&article);
  double unrelated = 0;
  std::size_t shared = 0;
  for (const auto& [key, group] : by_key) {
    unrelated += unrelated_in(group, reader);
    shared += group.size() > 1 ? group.size() : 0;
  }
  const auto size = static_cast<double>(articles.size());
  std::printf("unrelated   %.2f of a million pairs of articles share a key\n",
              unrelated / (size * (size - 1) / 2) * 1e6);
  std::printf("shared      %zu articles have the key of another\n", shared);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::vector<Article> articles = argc == 2 ? articles_of(argv[1]) : std::vector<Article>();
    if (articles.size() < 2) {
      std::cerr << "collapse_bench: give a JSONL file of articles\n";
      return 2;
    }
    std::printf("%zu articles\n", articles.size());
    Editor editor(articles);
    Reader reader;
    for (const Strength& strength : kStrengths) measure_copies(strength, editor, reader);
    measure_unrelated(articles, reader);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "collapse_bench: " << error.what() << '\n';
    return 1;
  }
}
