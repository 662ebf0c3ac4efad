// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/strong_index.h"
#include "common/index/schema.h"
#include "common/index/sequence.h"
#include "query/language/question.h"
#include "query/sequence/article_tokens.h"

namespace timbao {

using GroupId = StrongIndex<struct GroupTag, std::uint16_t>;      ///< the place of a folded form among the question's
using ReadingId = StrongIndex<struct ReadingTag, std::uint16_t>;  ///< the place of a reading in its group

/// A token of an article, or a run of joined ones, whose folded form the question asks for.
struct FoundToken {
  static constexpr ReadingId kOther{0}, kPlain{1};  ///< readings that have no number; typed ones follow, then those
                                                    ///< that have codes

  std::uint32_t place = 0;      ///< its number in the article
  std::uint32_t paragraph = 0;  ///< neighbours stand in one paragraph
  GroupId group;                ///< which of the question's folded forms
  ReadingId reading;            ///< which reading of it
  std::uint16_t span = 1;       ///< how many tokens: more than one for a whole
  Field field = Field::body;
};

/// What the question finds in one article's token sequence.
struct ScannedArticle {
  std::vector<FoundToken> found;  ///< by place
  std::uint32_t tokens = 0;       ///< all of the article
  std::uint32_t title_tokens = 0;
  std::uint32_t body_paragraph = 0;  ///< the body's first
};

/// What a code of a token sequence means to a question.
struct AskedCode {
  GroupId group;
  ReadingId reading;
};

/// The codes that a question asks for: a bit a code, and the meanings of those that are set, by code. It is asked for
/// every token of every candidate, so it has to fit into the processor's nearest cache.
///
///   codes.assign({{17, {0, 2}}, {300, {1, 1}}});
///   codes.has(300) == true; codes[300].group == 1
class AskedCodes {
 public:
  using Asked = std::vector<std::pair<std::uint32_t, AskedCode>>;

  /// Codes below sequence::kCodes, each once.
  void assign(Asked asked);

  /// Takes    a code of an ArticleTokens, none of which is above kNoCode. It is asked for every token of every
  /// candidate,
  ///          so the place is not checked.
  [[nodiscard]] bool has(std::uint32_t code) const {
    return (words_.data()[code / kBits].bits >> (code % kBits) & 1U) != 0;
  }

  /// Of a code that it has.
  const AskedCode& operator[](std::uint32_t code) const {
    const Word& word = words_[code / kBits];
    const std::uint64_t below = word.bits & ((std::uint64_t{1} << (code % kBits)) - 1);
    return asked_[word.before + std::bitset<kBits>(below).count()].second;
  }

  [[nodiscard]] const Asked& all() const { return asked_; }  ///< by code

 private:
  static constexpr std::size_t kBits = 64;
  struct Word {
    std::uint64_t bits = 0;
    std::uint32_t before = 0;  // set bits of the words before
  };
  std::array<Word, ArticleTokens::kNoCode / kBits + 1> words_;
  Asked asked_;
};

/// Finds a question's words in articles: half a microsecond an article of news.
///
///   SequenceScanner scanner(question.words);
///   scanner.scan(ArticleTokens(checked_sequence(bytes)), scanned);
///   if (scanner.is(scanned.found[0], word)) …
class SequenceScanner {
 public:
  explicit SequenceScanner(const IndexedVector<WordId, AskedWord>& words);

  /// Walks over an article; `scanned` is emptied first, so that one may be used again and again.
  void scan(const ArticleTokens& tokens, ScannedArticle& scanned) const;

  /// Whether a found token is the word: its reading and its field are among those the word stands for.
  [[nodiscard]] bool is(const FoundToken& token, WordId word) const;

  /// The same by the typed reading alone; a word typed without marks then means the form without marks.
  [[nodiscard]] bool is_as_typed(const FoundToken& token, WordId word) const;

  /// Whether it is any reading of the word, in its field; of a word that stands for one reading only this one.
  [[nodiscard]] bool is_any_reading(const FoundToken& token, WordId id) const {
    const SearchedWord& word = words_[id];
    const bool is_reading = word.readings != Readings::own || token.reading == word.reading;
    return token.group == word.group && is_reading && (!word.field || *word.field == token.field);
  }

  /// Whether it is the typed reading of the word, in whatever field.
  [[nodiscard]] bool has_typed_reading(const FoundToken& token, WordId word) const {
    return token.group == words_[word].group && token.reading == words_[word].reading;
  }

  /// The codes that stand for a word, in its field.
  [[nodiscard]] std::vector<std::uint32_t> codes_of(WordId word) const;

  /// How a reading of the word begins that has no code, "xay~", as a literal or as a whole; empty where all that stand
  /// for it have one.
  [[nodiscard]] std::string literal_of(WordId word) const;

  [[nodiscard]] GroupId group_of(WordId word) const { return words_[word].group; }
  [[nodiscard]] std::size_t groups() const { return groups_.size(); }

  /// What `folded` and `exact` would be found as outside of a sequence, in a text that is tokenized for marking.
  [[nodiscard]] bool find(std::string_view folded, std::string_view exact, FoundToken& token) const;

 private:
  struct Group {
    std::string folded;
    std::vector<std::string> typed;  ///< readings 2, 3, …: typed ones, then others
  };
  struct SearchedWord {
    GroupId group;
    ReadingId reading;
    Readings readings = Readings::any;
    std::optional<Field> field;
  };
  void find_codes(const ArticleTokens& tokens, ScannedArticle& scanned) const;
  void find_names(const ArticleTokens& tokens, ScannedArticle& scanned) const;
  GroupId add_group(const std::string& folded);
  static ReadingId add_reading(Group& group, const std::string& marks);
  [[nodiscard]] static ReadingId reading_of(const Group& group, std::string_view marks);
  [[nodiscard]] std::optional<GroupId> group_with(std::string_view folded) const;
  [[nodiscard]] FoundToken found(GroupId group, std::string_view marks) const;

  IndexedVector<GroupId, Group> groups_;
  std::unordered_map<std::string, GroupId> group_numbers_;  // by folded form
  IndexedVector<WordId, SearchedWord> words_;
  AskedCodes codes_;
  std::uint64_t shapes_ = 0;  // of the groups' folded forms, a bit each
};

}  // namespace timbao
