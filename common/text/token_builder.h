// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/token.h"
#include "common/text/word_cache.h"

namespace timbao {

/// The tokens and extras of one text while it is being cut. It knows which tokens are joined; where words and numbers
/// begin and end is what its callers know (token_reader.h, names_in_words.h).
///
///   TokenBuilder builder("KT-XH", cache);
///   builder.add_word(0, 2);
///   builder.join(2) == 3                       // "-" joins KT and what follows
///   builder.add_word(3, 5);
///   builder.take().extras[0].folded == "ktxh"
///
/// Takes    the text and the cache of the Tokenizer, which must both outlive the builder; tokens in the order of the
///          text.
/// Errors   none.
/// Source   docs/folding.md, "Tokens" and "Joined forms". Covered by tokenize_test and tokenize_extras_test.
class TokenBuilder {
 public:
  TokenBuilder(std::string_view text, WordCache& cache) : text_(text), cache_(cache) {
    out_.tokens.reserve(text.size() / 5 + 4);
  }

  /// Adds the bytes [begin, end) of the text as a token. Combining marks that stand on no letter give no token, and
  /// nothing is joined to them.
  void add_word(std::size_t begin, std::size_t end) {
    add(begin, end, cache_.word(text_.substr(begin, end - begin), out_.own_words));
  }
  /// The same for digits and what groups them. Names in words that the number ends are not looked for here.
  void add_number(std::size_t begin, std::size_t end) {
    add(begin, end, cache_.number(text_.substr(begin, end - begin), out_.own_words));
  }

  /// Says what stands between the last token and the next one; of several gaps the widest counts.
  void separate(Gap gap) { gap_ = std::max(gap_, gap); }

  /// Joins the next token to the last one, whatever stands between them: the next group of "5 700", the unit of "5kg".
  void join_next() { gap_ = Gap::joined; }

  /// Joins the next token to the last one if a joiner stands between them: KT-XH, TP.HCM, Lê-nin.
  ///
  /// Takes    the place behind the last token.
  /// Returns  the place behind the joiner; `at` itself where nothing is joined.
  std::size_t join(std::size_t at);

  /// Ends the run of joined tokens. A run of more than one token gets its whole as an extra.
  void close_run();

  /// Ends the run of joined tokens, so that what comes next is no part of a joined form.
  void stand_alone();

  /// Adds a name for the tokens from `first` to the last one.
  ///
  /// Takes    folded and exact form for a reading, both cut here as those of a token are; a key alone for the others.
  void add_extra(std::size_t first, ExtraKind kind, std::string folded, std::string exact = {});

  /// Takes the last extra away again, for a longer one of the same tokens.
  void drop_last_extra() { out_.extras.pop_back(); }

  /// What was given and what was added so far. Extras are in the order of their last tokens until take() sorts them.
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const std::vector<Token>& tokens() const { return out_.tokens; }
  [[nodiscard]] const std::vector<Extra>& extras() const { return out_.extras; }

  /// The finished text, with its extras in the order of their first tokens. The builder is empty afterwards.
  [[nodiscard]] TokenizedText take();

 private:
  /// Adds a token, or separates where the word has no letter.
  void add(std::size_t begin, std::size_t end, const Word* word) {
    if (word->folded.empty()) return separate(Gap::space);
    if (gap_ != Gap::joined) close_run();
    out_.tokens.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), word, gap_});
    gap_ = Gap::space;
  }
  [[nodiscard]] std::size_t joined_so_far() const { return out_.tokens.size() - run_begin_; }
  [[nodiscard]] bool dot_joins(const Token& left, char32_t right) const;
  void add_whole();

  std::string_view text_;
  WordCache& cache_;
  TokenizedText out_;
  /// The first token of the run of joined tokens that is not closed yet.
  std::size_t run_begin_ = 0;
  /// What stands before the next token.
  Gap gap_ = Gap::paragraph;
};

}  // namespace timbao
