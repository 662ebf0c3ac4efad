// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/suggestion.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "common/text/letter_case.h"
#include "common/text/written.h"
#include "query/language/describe.h"
#include "query/language/parse.h"
#include "query/suggest/marks.h"
#include "query/suggest/pieces.h"
#include "query/suggest/spell.h"
#include "query/suggest/word_model.h"

namespace timbao {
namespace {

/// A longer query is pasted, not typed: its words are not taken to be mistyped.
constexpr std::size_t kMostTypedWords = 24;

/// The nodes of words and phrases below a node, in the order of the query. A node behind `=` is not among them: its
/// reading is wanted as it stands.
template <typename AnyNode>
void add_texts(AnyNode& node, std::vector<AnyNode*>& texts) {
  for (auto& child : node.children) add_texts(child, texts);
  const bool has_text = node.kind == NodeKind::words || node.kind == NodeKind::phrase;
  if (has_text && node.strictness == Strictness::as_typed) texts.push_back(&node);
}

template <typename AnyNode>
std::vector<AnyNode*> texts_of(AnyNode& root) {
  std::vector<AnyNode*> texts;
  add_texts(root, texts);
  return texts;
}

/// Whether a word has marks. Numbers have none: 5.700 is only written in another way than its folded form.
bool is_marked(const Token& token) {
  return token.word->kind == TokenKind::word && token.word->folded != token.word->exact;
}

/// Whether no word of a query has marks, so that marks may be missing everywhere.
bool is_without_marks(const std::vector<const Node*>& texts) {
  return std::none_of(texts.begin(), texts.end(), [](const Node* text) {
    return std::any_of(text->text.tokens.begin(), text->text.tokens.end(), is_marked);
  });
}

/// What the stage of alternatives has found out about a kind of words: which of them are no ordinary words, so that no
/// letter and no mark of them is a mistake.
constexpr bool is_explained_by(AlternativeKind kind) {
  return kind != AlternativeKind::spelling && kind != AlternativeKind::place;
}

/// For each token of a text, whether it may be corrected: numbers and what alternatives explain may not.
std::vector<Correction> corrections_of(const Node& text) {
  std::vector<Correction> corrections;
  for (const Token& token : text.text.tokens)
    corrections.push_back(token.word->kind == TokenKind::word ? Correction::allowed : Correction::none);
  for (const Alternative& alternative : text.alternatives) {
    const std::size_t end = std::min(alternative.first + alternative.count, corrections.size());
    for (std::size_t i = alternative.first; i < end && is_explained_by(alternative.kind); ++i)
      corrections[i] = Correction::none;
  }
  return corrections;
}

std::vector<TypedWord> typed_words(const Node& text) {
  const std::vector<Correction> corrections = corrections_of(text);
  std::vector<TypedWord> words;
  for (std::size_t i = 0; i < corrections.size(); ++i)
    words.push_back({text.text.tokens[i].word->folded, corrections[i]});
  return words;
}

std::string_view typed_text(const Node& text, const Token& token) {
  return std::string_view(text.value).substr(token.begin, token.end - token.begin);
}

/// A word of a text that may be only a part of a token: the tokens that are several words are taken apart.
struct TextWord {
  Piece piece;
  std::size_t token = 0;
  Correction correction = Correction::allowed;
};

/// Whether tokens that are several words are taken apart.
enum class Joined : std::uint8_t { taken_apart, as_typed };

std::vector<TextWord> words_of(const Node& text, Joined joined, const WordModel& model) {
  const std::vector<Correction> corrections = corrections_of(text);
  std::vector<TextWord> words;
  for (std::size_t i = 0; i < corrections.size(); ++i) {
    const Token& token = text.text.tokens[i];
    const std::string typed(typed_text(text, token));
    std::vector<Piece> pieces;
    if (joined == Joined::taken_apart && corrections[i] == Correction::allowed) pieces = pieces_of(typed, model);
    if (pieces.empty()) pieces.push_back({typed, token.word->folded, token.word->exact});
    for (Piece& piece : pieces) words.push_back({std::move(piece), i, corrections[i]});
  }
  return words;
}

std::vector<TypedWord> typed_words(const std::vector<TextWord>& words) {
  std::vector<TypedWord> typed;
  for (const TextWord& word : words) typed.push_back({word.piece.folded, word.correction});
  return typed;
}

std::vector<std::string> forms_of(const std::vector<const Node*>& texts) {
  std::vector<std::string> forms;
  for (const Node* text : texts)
    for (const Token& token : text->text.tokens) forms.push_back(token.word->folded);
  return forms;
}

std::size_t tokens_of(const std::vector<const Node*>& texts) {
  return std::accumulate(texts.begin(), texts.end(), std::size_t{0},
                         [](std::size_t sum, const Node* text) { return sum + text->text.tokens.size(); });
}

/// A text with its words in other readings, each in the case in which it was typed, and spaces between the words of one
/// token.
std::string rewritten(const Node& text, const std::vector<TextWord>& words, const std::vector<std::string>& exact) {
  std::string changed;
  std::size_t end = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Piece& piece = words[i].piece;
    const Token& token = text.text.tokens[words[i].token];
    const bool is_joined = i > 0 && words[i].token == words[i - 1].token;
    changed += is_joined ? " " : text.value.substr(end, token.begin - end);
    const bool is_first_of_several = !is_joined && i + 1 < words.size() && words[i + 1].token == words[i].token;
    if (is_first_of_several && !changed.empty() && changed.back() == '#') changed.pop_back();  // #XâyDựngĐảng
    changed += exact[i] == piece.exact ? piece.typed : in_case(written(exact[i]), case_of(piece.typed));
    end = token.end;
  }
  return changed + text.value.substr(end);
}

/// Makes the suggestion for one query.
class Suggesting {
 public:
  Suggesting(const SuggestedFor& asked, const SuggestSources& sources)
      : asked_(asked),
        sources_(sources),
        texts_(texts_of(asked.root)),
        without_marks_(is_without_marks(texts_)),
        is_typed_(tokens_of(texts_) <= kMostTypedWords),
        near_(forms_of(texts_)) {}

  [[nodiscard]] std::string suggestion() {
    if (!without_marks_ && !has_doubts()) return "";
    sources_.add_hits(near_);
    const WordModel model(sources_.vocabulary, near_);
    std::vector<std::string> values;
    bool is_changed = false;
    for (const Node* text : texts_) {
      values.push_back(meant(*text, model));
      is_changed = is_changed || values.back() != text->value;
    }
    return is_changed ? with_values(values) : "";
  }

 private:
  /// Whether the archive's pairs leave any word in doubt.
  [[nodiscard]] bool has_doubts() const {
    if (!is_typed_) return false;
    const WordModel model(sources_.vocabulary, near_);
    return std::any_of(texts_.begin(), texts_.end(),
                       [&](const Node* text) { return has_doubted(typed_words(*text), model); });
  }

  [[nodiscard]] std::string meant(const Node& text, const WordModel& model) const {
    const std::vector<TextWord> words = words_of(text, is_typed_ ? Joined::taken_apart : Joined::as_typed, model);
    const std::vector<TypedWord> typed = typed_words(words);
    const std::vector<std::string> folded = is_typed_ ? spelled(typed, model) : std::vector<std::string>();
    std::vector<UnmarkedWord> readings;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const Piece& piece = words[i].piece;
      const bool is_corrected = !folded.empty() && folded[i] != piece.folded;
      const bool is_wanted = is_corrected || (without_marks_ && words[i].correction == Correction::allowed);
      readings.push_back({is_corrected ? folded[i] : piece.folded, is_wanted ? "" : piece.exact});
    }
    return rewritten(text, words, marked(readings, sources_.vocabulary, near_));
  }

  /// The query with other texts: it is read again, and its nodes stand in the same order.
  [[nodiscard]] std::string with_values(const std::vector<std::string>& values) const {
    ParsedQuery parsed = parse_query(asked_.query, sources_.tokenizer, asked_.today);
    const std::vector<Node*> texts = texts_of(parsed.root);
    for (std::size_t i = 0; i < texts.size() && i < values.size(); ++i) texts[i]->value = values[i];
    std::string suggestion = describe(parsed.root);
    return suggestion == describe(asked_.root) ? "" : suggestion;
  }

  const SuggestedFor& asked_;
  const SuggestSources& sources_;
  std::vector<const Node*> texts_;
  bool without_marks_;
  bool is_typed_;  // and not pasted
  NearText near_;
};

}  // namespace

std::string suggestion_for(const SuggestedFor& asked, const SuggestSources& sources) {
  const std::string loosened = without_joiners(asked.query);
  if (loosened == asked.query) return Suggesting(asked, sources).suggestion();
  const ParsedQuery parsed = parse_query(loosened, sources.tokenizer, asked.today);
  const std::string better = Suggesting({loosened, parsed.root, asked.today}, sources).suggestion();
  const std::string suggestion = better.empty() ? describe(parsed.root) : better;
  return suggestion == describe(asked.root) ? "" : suggestion;
}

}  // namespace timbao
