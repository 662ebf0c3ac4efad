// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/vocabulary.h"
#include "common/text/token.h"

namespace timbao {

/// A name of a variant table that stands in a query, and the other names of its line.
struct VariantMatch {
  std::size_t first = 0, count = 0;      ///< tokens of the query
  std::string_view name;                 ///< as the table has it
  std::vector<std::string_view> others;  ///< the other names of its line
};

/// A shipped list of words and names that are written in several ways.
///
///   VariantTable(embedded::places()).matches(tokens of "tỉnh Đắc Lắc", vocabulary)
///     {1, 2, "Đắc Lắc", {"Đắk Lắk", "Đăk Lăk", …}}
///
/// A name is recognised with all of its marks. It is recognised without them too where one of its words tells it from
/// other words: `dak lak`, but not `ba lan`, which may be *ba lần*. A name with hyphens has to be typed with them, and a
/// name of one word with its marks.
///
/// Takes    lines of a kind, a tab, names with a comma between them, a tab, and a remark; # begins a comment. The text
///          must outlive this object.
/// Returns  matches in the order of the text. Of names that overlap the longest one counts, then the first.
/// Errors   those of the vocabulary.
/// Threads  any number of readers.
/// Source   query/expand/data; docs/variants.md, "Places". Covered by variant_table_test.
class VariantTable {
 public:
  explicit VariantTable(std::string_view file);

  [[nodiscard]] std::vector<VariantMatch> matches(const TokenizedText& text, const Vocabulary& vocabulary) const;

  /// The names of each line, for tests.
  [[nodiscard]] const std::vector<std::vector<std::string_view>>& lines() const { return lines_; }

 private:
  struct NameWord {
    std::string folded, exact;
    bool is_joined = false;  ///< whether a hyphen or an apostrophe stands before it
  };
  struct Name {
    std::size_t line = 0, place = 0;
  };
  void add_line(std::string_view names);
  [[nodiscard]] static std::vector<NameWord> words_of(std::string_view name);
  [[nodiscard]] static bool stands_at(const std::vector<NameWord>& words, const TokenizedText& text, std::size_t first);

  /// A name that stands in a text, and how many tokens it has: 0 where none stands there.
  struct StandingName {
    Name name;
    std::size_t tokens = 0;
  };
  [[nodiscard]] StandingName longest_at(const TokenizedText& text, std::size_t first,
                                        const Vocabulary& vocabulary) const;

  std::vector<std::vector<std::string_view>> lines_;
  // By the folded form of the first word. The other words of a name are only cut where its first one is typed.
  std::unordered_map<std::string, std::vector<Name>> by_first_word_;
};

}  // namespace timbao
