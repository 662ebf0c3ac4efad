// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"
#include "common/text/tokenize.h"
#include "query/plan/weights.h"
#include "query/request/answer.h"
#include "query/sequence/scan.h"
#include "query/show/stretch.h"

namespace timbao {

/// Marks what matches in the texts of one article, in their original spelling.
///
///   TextMarker marker(weights, scanner, tokenizer);
///   marker.read(scanned);
///   hit.title = marker.marked_title(article);
///   hit.snippet = marker.snippet(article, 200);
///
/// Of the body only the paragraphs around the best stretch are cut into tokens: the token sequence tells where it is.
///
/// Threads  one a thread; one article at a time.
class TextMarker {
 public:
  TextMarker(const QueryWeights& weights, const SequenceScanner& scanner, Tokenizer& tokenizer)
      : weights_(weights), scanner_(scanner), tokenizer_(tokenizer) {}

  /// Takes in what an article's token sequence holds, which must live as long as its texts are marked. A marked word
  /// is its typed reading and the form without marks; where the article has neither, any reading of it.
  void read(const ScannedArticle& scanned);

  [[nodiscard]] HighlightedText marked_title(const Article& article);

  /// The stretch of lead, body or title in which most of the query stands: at most `limit_chars` code points, and "…"
  /// where something was left out, which is not counted.
  ///
  /// Returns  the text cut at words, line ends as spaces, all matches in it marked. A word or match that is longer than
  /// the
  ///          limit is cut, and so is its mark; so is a long row of signs before the first word or behind the last one.
  ///          The beginning of the text where nothing matches. Nothing for a limit of 0.
  [[nodiscard]] HighlightedText snippet(const Article& article, std::size_t limit_chars);

 private:
  struct Text {
    TextPart part;
    TokenizedText tokens;
    std::vector<std::size_t> chars;  // code points before each token
    std::vector<MatchPlace> places;
  };
  struct Window {
    std::size_t first = 0, last = 0;  // tokens
  };
  struct Shown {
    std::size_t begin = 0, end = 0;  // bytes of the text
    std::size_t skipped = 0;         // code points of the text before them
    std::size_t tokens_end = 0;      // code points of the text up to the end of what is shown of tokens
  };

  [[nodiscard]] Text read_text(const TextPart& part, Field field);
  void find_places(Text& text, Field field) const;
  void add_place(Text& text, const FoundToken& token, std::size_t first, std::size_t last) const;
  [[nodiscard]] std::vector<HighlightId> words_of(const FoundToken& token) const;
  [[nodiscard]] bool is_typed(const FoundToken& token, HighlightId word) const;
  [[nodiscard]] Stretch stretch_of_body(std::size_t limit_chars) const;
  static Window widened(const Text& text, const Stretch& stretch, std::size_t limit_chars);
  static std::size_t length_of(const Text& text, std::size_t first, std::size_t last);
  static Shown shown_of(const Text& text, const Window& window, std::size_t limit_chars);
  static HighlightedText cut(const Text& text, const Window& window, std::size_t limit_chars);
  static std::vector<CharRange> marks_of(const Text& text, std::size_t first, std::size_t last);

  const QueryWeights& weights_;
  const SequenceScanner& scanner_;
  Tokenizer& tokenizer_;
  const ScannedArticle* scanned_ = nullptr;
  IndexedVector<HighlightId, bool> typed_;  // the article has it as it was typed
};

}  // namespace timbao
