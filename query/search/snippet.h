// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.h"
#include "common/text/tokenize.h"
#include "query/search/scan.h"
#include "query/search/search.h"
#include "query/search/weights.h"

namespace timbao {

/// Marks what matches in the texts of one article, in their original spelling.
///
///   TextMarker marker(weights, scanner, tokenizer);
///   marker.read(scanned);
///   hit.title = marker.marked_title(article);
///   hit.snippet = marker.snippet(article, 200);
///
/// Threads  one a thread; one article at a time.
class TextMarker {
 public:
  TextMarker(const QueryWeights& weights, const SequenceScanner& scanner, Tokenizer& tokenizer)
      : weights_(weights), scanner_(scanner), tokenizer_(tokenizer) {}

  /// Takes in what an article's token sequence holds. A marked word is its typed reading and the form without marks;
  /// where the article has neither, any reading of it.
  void read(const ScannedArticle& scanned);

  [[nodiscard]] MarkedText marked_title(const Article& article);

  /// The stretch of lead, body or title, of about `limit_chars` code points, in which most of the query stands.
  ///
  /// Returns  the text cut at words, "…" where something was left out, line ends as spaces, all matches in it marked.
  /// The
  ///          beginning of the text where nothing matches. Nothing for a limit of 0.
  [[nodiscard]] MarkedText snippet(const Article& article, std::size_t limit_chars);

 private:
  struct Place {                     // a token, or a whole, that matches
    std::size_t first, last;         // tokens
    std::vector<std::size_t> words;  // in the weights
  };
  struct Text {
    std::string_view text;
    TokenizedText tokens;
    std::vector<std::size_t> chars;  // code points before each token
    std::vector<Place> places;
  };
  struct Window {
    std::size_t first = 0, last = 0;  // tokens
    double value = -1;
  };

  [[nodiscard]] Text read_text(const std::string& text, Field field);
  void find_places(Text& text, Field field) const;
  void add_place(Text& text, const FoundToken& token, std::size_t first, std::size_t last) const;
  [[nodiscard]] bool is_typed(const FoundToken& token, std::size_t word) const;
  [[nodiscard]] Window best_window(const Text& text, std::size_t limit_chars) const;
  [[nodiscard]] double value_of(const Text& text, std::size_t first_place, std::size_t last_place) const;
  static Window widened(const Text& text, Window window, std::size_t limit_chars);
  static std::size_t length_of(const Text& text, std::size_t first, std::size_t last);
  static MarkedText cut(const Text& text, const Window& window);
  static std::vector<CharRange> marks_of(const Text& text, std::size_t first, std::size_t last);

  const QueryWeights& weights_;
  const SequenceScanner& scanner_;
  Tokenizer& tokenizer_;
  std::vector<bool> typed_;  // by word: the article has it as it was typed
};

}  // namespace timbao
