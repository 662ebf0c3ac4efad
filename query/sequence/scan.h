// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/strong_index.h"
#include "common/index/article_tokens.h"
#include "common/index/schema.h"
#include "common/index/sequence.h"
#include "common/index/terms.h"
#include "query/language/asked_words.h"
#include "query/language/completion.h"

namespace timbao {

/// The place of a folded form among the distinct folded forms of a question: words that differ only in marks, readings
/// or field are of one group.
using GroupId = StrongIndex<struct GroupTag, std::uint16_t>;

/// The place of a reading among those of its group that a question tells apart.
using ReadingId = StrongIndex<struct ReadingTag, std::uint16_t>;

/// A token of an article, or a joined form, whose folded form the question asks for.
///
///   "Đảng" as the sixth token of an article, of the question "đang đảng":
///   place 5, group 0 (dang), reading 3 (the second of its typed readings)
///
/// Source   docs/index-format.md, "Token sequence". Covered by scan_test.
struct FoundToken {
  /// Readings that stand for several or for none: all that the question does not tell apart, and the form without
  /// marks. After them come the typed readings, then those that have codes.
  static constexpr ReadingId kOther{0}, kPlain{1};

  std::uint32_t place = 0;      ///< its number in the article
  std::uint32_t paragraph = 0;  ///< neighbours stand in one paragraph
  GroupId group;
  ReadingId reading;
  std::uint16_t span = 1;  ///< how many tokens: more than one for a whole
  Field field = Field::body;
};

/// What a question finds in the token sequence of one article.
///
/// Source   covered by scan_test.
struct ScannedArticle {
  std::vector<FoundToken> found;     ///< by place
  std::uint32_t tokens = 0;          ///< how many the article has
  std::uint32_t title_tokens = 0;    ///< how many of them stand in its title
  std::uint32_t body_paragraph = 0;  ///< the number of the first paragraph of the body
};

/// What a code of a token sequence is to a question.
struct AskedCode {
  GroupId group;
  ReadingId reading;
};

/// The codes that a question asks for: a byte for each code, and what those are that are set, by code. The bytes are read
/// for every token of every candidate, so they have to fit into the nearest cache of the processor. A code may mean several
/// things: of `dang dan*`, the code of đảng is a reading of dang and a completion of dan*.
///
///   codes.assign({{17, {GroupId(0), ReadingId(2)}}, {300, {GroupId(1), ReadingId(1)}}});
///   codes.has(300) == true; codes[300].begin()->second.group == GroupId(1)
///
/// Source   docs/ranking.md, "Phrases", has what scanning costs. Covered by scan_test.
/// Threads  read only once it is assigned.
class AskedCodes {
 public:
  using Asked = std::vector<std::pair<std::uint32_t, AskedCode>>;

  /// Takes    codes below sequence::kCodes.
  void assign(Asked asked);

  /// Whether the question asks for a code.
  ///
  /// Takes    a code of an ArticleTokens, none of which is above kNoCode. The array is read without a check of its
  ///          bounds, because this is called for every token of every candidate.
  [[nodiscard]] bool has(std::uint32_t code) const { return is_asked_.data()[code]; }

  /// What a code is to the question, one after the other in all().
  struct Range {
    const Asked::value_type *first, *last;
    [[nodiscard]] const Asked::value_type* begin() const { return first; }
    [[nodiscard]] const Asked::value_type* end() const { return last; }
  };

  /// All that a code is to the question.
  ///
  /// Takes    a code for which has() is true.
  /// Returns  at least one meaning.
  [[nodiscard]] Range operator[](std::uint32_t code) const {
    const std::ptrdiff_t* const begin = begins_.data() + numbers_.data()[code];
    return {asked_.data() + begin[0], asked_.data() + begin[1]};
  }

  /// All codes and what they are, by code.
  [[nodiscard]] const Asked& all() const { return asked_; }

 private:
  std::array<bool, ArticleTokens::kNoCode + std::size_t{1}> is_asked_{};
  std::vector<std::uint16_t> numbers_;  // of each code that is asked for, which of the distinct ones it is
  Asked asked_;
  std::vector<std::ptrdiff_t> begins_;  // of each distinct code, where it begins in asked_; then the end
};

/// Finds the words of a question in the token sequences of articles. An article of news takes half a microsecond.
///
///   const SequenceScanner scanner(question.words);
///   scanner.scan(ArticleTokens(checked_sequence(bytes)), scanned);
///   if (scanner.is(scanned.found[0], word)) …
///
/// Errors   none: a sequence is valid once it is decoded.
/// Source   docs/query-language.md, "What is a hit"; docs/ranking.md, "Phrases". Covered by scan_test and
///          article_tokens_fuzz.
/// Threads  read only once it is made: threads may share one.
class SequenceScanner {
 public:
  /// Takes    the words of a question, which are copied.
  explicit SequenceScanner(const IndexedVector<WordId, AskedWord>& words);

  /// Looks for the words in an article.
  ///
  /// Takes    the tokens of the article; `scanned` is emptied first, so its memory can serve many articles.
  void scan(const ArticleTokens& tokens, ScannedArticle& scanned) const;

  /// Looks for the words in the beginning of an article.
  ///
  /// Takes    the tokens, and how many places from the first one are looked at. What ends with the last of them is passed
  ///          over: it may be cut off.
  void scan_beginning(const ArticleTokens& tokens, std::uint32_t places, ScannedArticle& scanned) const;

  /// Looks for the words only among what has no code: rare words, and joined forms as wholes.
  ///
  /// Takes    the tokens of the article, of which so many are looked at as `scanned` says; what is found is merged by
  ///          place into what it has.
  void find_names(const ArticleTokens& tokens, ScannedArticle& scanned) const;

  /// Whether a found token is a word: its reading and its field are among those that the word stands for.
  [[nodiscard]] bool is(const FoundToken& token, WordId word) const;

  /// Whether a found token is the typed reading of a word, in its field; of a word typed without marks, whether it is
  /// the form without marks.
  [[nodiscard]] bool is_as_typed(const FoundToken& token, WordId word) const;

  /// Whether a found token is any reading of a word, in its field; of a word that stands for its own reading only,
  /// whether it is this one.
  [[nodiscard]] bool is_any_reading(const FoundToken& token, WordId id) const {
    const SearchedWord& word = words_[id];
    const bool is_reading = word.readings != Readings::typed || token.reading == word.reading;
    return token.group == word.group && is_reading && (!word.field || *word.field == token.field);
  }

  /// Whether a found token is the typed reading of a word, in any field.
  [[nodiscard]] bool has_typed_reading(const FoundToken& token, WordId word) const {
    return token.group == words_[word].group && token.reading == words_[word].reading;
  }

  /// The codes that stand for a word in its field, in ascending order.
  [[nodiscard]] std::vector<std::uint32_t> codes_of(WordId word) const;

  /// The first bytes of every reading of a word that has no code, as a literal or as a whole: "xay~". Empty where all
  /// readings that the word stands for have a code.
  [[nodiscard]] std::string literal_of(WordId word) const;

  [[nodiscard]] GroupId group_of(WordId word) const { return words_[word].group; }

  /// The reading that tokens of a word's group have where an article prints it with these marks: marks_of() or the marks
  /// of a reading term.
  [[nodiscard]] ReadingId reading_of(WordId word, std::string_view marks) const;

  /// The only field in which a word is looked for; nothing where it is looked for in all.
  [[nodiscard]] std::optional<Field> field_of(WordId word) const { return words_[word].field; }
  [[nodiscard]] std::size_t groups() const { return groups_.size(); }

  /// Looks up a word of a text that is tokenized for highlighting, instead of a token sequence.
  ///
  /// Takes    a folded form and its exact key; sets group and reading of `token` if the question asks for it. A word
  ///          that was typed whole comes before those whose beginning was typed.
  /// Returns  whether it does.
  [[nodiscard]] bool find(std::string_view folded, std::string_view exact, FoundToken& token) const;

 private:
  struct Group {
    std::string folded;
    std::vector<std::string> typed;  ///< the marks of readings 2, 3, …: typed ones, then those that have codes
  };
  /// The group of a word whose beginning was typed. All of its readings count as the one that was typed.
  struct BeginningGroup {
    WordCompletion completion;
    GroupId group;
    static constexpr ReadingId kReading = FoundToken::kPlain;

    /// Whether a reading term begins so. Its exact key is only made where its letters do.
    [[nodiscard]] bool takes(const SplitTerm& word) const;
  };
  struct SearchedWord {
    GroupId group;
    ReadingId reading;
    Readings readings = Readings::any;
    std::optional<Field> field;
  };
  void scan_places(const ArticleTokens& tokens, std::uint32_t places, ScannedArticle& scanned) const;
  void find_codes(const ArticleTokens& tokens, ScannedArticle& scanned) const;
  void find_name(const SplitTerm& word, FoundToken token, ScannedArticle& scanned) const;
  SearchedWord add_word(const AskedWord& word);
  void add_codes_of_groups(AskedCodes::Asked& asked);
  void add_codes_of_beginnings(AskedCodes::Asked& asked) const;
  GroupId add_group(const std::string& folded);
  static ReadingId add_reading(Group& group, const std::string& marks);
  [[nodiscard]] static ReadingId reading_of(const Group& group, std::string_view marks);
  [[nodiscard]] std::optional<GroupId> group_with(std::string_view folded) const;

  IndexedVector<GroupId, Group> groups_;
  std::unordered_map<std::string, GroupId> group_ids_;  // by folded form
  std::vector<BeginningGroup> beginnings_;
  IndexedVector<WordId, SearchedWord> words_;
  AskedCodes codes_;
  std::uint64_t shapes_ = 0;  // of the folded forms of all groups, a bit each
};

}  // namespace timbao
