// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/suggest/suggestion.h"

#include <algorithm>
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
/// letter of them is a mistake.
constexpr bool is_explained_by(AlternativeKind kind) {
  return kind != AlternativeKind::spelling && kind != AlternativeKind::place;
}

/// Whether words with an alternative are no words that could get marks: what was typed by keys (`nghij`), and what is
/// one word that stands for several (`csgt`). Of "thu tuong", which also has an alternative, marks may be missing.
bool has_no_marks(const Alternative& alternative) {
  return alternative.kind == AlternativeKind::typing ||
         (alternative.count == 1 && alternative.kind == AlternativeKind::abbreviation);
}

/// What may be wrong about a word.
struct Corrections {
  Correction letters = Correction::allowed;
  Correction marks = Correction::allowed;
};

/// For each token of a text, what of it may be corrected: nothing of numbers, and not what alternatives explain.
std::vector<Corrections> corrections_of(const Node& text) {
  std::vector<Corrections> corrections(text.text.tokens.size());
  for (std::size_t i = 0; i < corrections.size(); ++i)
    if (text.text.tokens[i].word->kind != TokenKind::word) corrections[i] = {Correction::none, Correction::none};
  for (const Alternative& alternative : text.alternatives) {
    const std::size_t end = std::min(alternative.first + alternative.count, corrections.size());
    for (std::size_t i = alternative.first; i < end; ++i) {
      if (is_explained_by(alternative.kind)) corrections[i].letters = Correction::none;
      if (has_no_marks(alternative)) corrections[i].marks = Correction::none;
    }
  }
  return corrections;
}

/// Which share of its form a word with marks is; a word without any may be any reading.
double share_of(const std::string& folded, const std::string& exact, const WordModel& model) {
  return folded == exact ? 1 : model.share_of_reading(folded, exact);
}

/// The words of a text, and which of them may be corrected.
std::vector<TypedWord> typed_words(const Node& text, const WordModel& model) {
  const std::vector<Corrections> corrections = corrections_of(text);
  std::vector<TypedWord> words;
  for (std::size_t i = 0; i < corrections.size(); ++i) {
    const Word& word = *text.text.tokens[i].word;
    words.push_back({word.folded, corrections[i].letters, share_of(word.folded, word.exact, model)});
  }
  return words;
}

/// Whether one of the hits has a word beside one of its neighbours.
bool stands_in_hits(const std::vector<TypedWord>& words, std::size_t at, BestHits& hits) {
  if (words[at].is_unlikely_reading()) return false;  // hits have the form in any reading
  return (at > 0 && hits.have_together(words[at - 1].folded, words[at].folded)) ||
         (at + 1 < words.size() && hits.have_together(words[at].folded, words[at + 1].folded));
}

/// For each word of a text whether it is doubted.
using Doubts = std::vector<bool>;

Doubts doubts_about(const Node& text, const WordModel& model, BestHits& hits) {
  Doubts doubts(text.text.tokens.size());
  const std::vector<TypedWord> words = typed_words(text, model);
  for (const std::size_t at : doubted_places(words, model)) doubts[at] = !stands_in_hits(words, at, hits);
  return doubts;
}

bool has_any(const Doubts& doubts) { return std::find(doubts.begin(), doubts.end(), true) != doubts.end(); }

std::string_view typed_text(const Node& text, const Token& token) {
  return std::string_view(text.value).substr(token.begin, token.end - token.begin);
}

/// A word of a text that may be only a part of a token: the tokens that are several words are taken apart.
struct TextWord {
  Piece piece;
  std::size_t token = 0;
  Correction marks = Correction::allowed;    // whether it may get marks
  Correction letters = Correction::allowed;  // whether it may be mistyped
};

/// The words of a text. Only those that are doubted are taken apart.
std::vector<TextWord> words_of(const Node& text, const Doubts& doubts, const WordModel& model) {
  const std::vector<Corrections> corrections = corrections_of(text);
  std::vector<TextWord> words;
  for (std::size_t i = 0; i < corrections.size(); ++i) {
    const Token& token = text.text.tokens[i];
    const std::string typed(typed_text(text, token));
    std::vector<Piece> pieces;
    if (doubts[i]) pieces = pieces_of(typed, model);
    if (pieces.empty()) pieces.push_back({typed, token.word->folded, token.word->exact});
    for (Piece& piece : pieces)
      words.push_back({std::move(piece), i, corrections[i].marks, doubts[i] ? Correction::allowed : Correction::none});
  }
  return words;
}

std::vector<TypedWord> typed_words(const std::vector<TextWord>& words, const WordModel& model) {
  std::vector<TypedWord> typed;
  typed.reserve(words.size());
  for (const TextWord& word : words)
    typed.push_back({word.piece.folded, word.letters, share_of(word.piece.folded, word.piece.exact, model)});
  return typed;
}

std::vector<std::string> folded_forms_of(const std::vector<TextWord>& words) {
  std::vector<std::string> forms;
  forms.reserve(words.size());
  for (const TextWord& word : words) forms.push_back(word.piece.folded);
  return forms;
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
  Suggesting(Node root, const SuggestSources& sources)
      : root_(std::move(root)),
        sources_(sources),
        texts_(texts_of(std::as_const(root_))),
        without_marks_(is_without_marks(texts_)) {}
  Suggesting(const Suggesting&) = delete;
  Suggesting& operator=(const Suggesting&) = delete;

  [[nodiscard]] std::string suggestion() {
    const std::vector<Doubts> doubts = all_doubts();
    if (!without_marks_ && std::none_of(doubts.begin(), doubts.end(), has_any)) return "";
    NearText near(forms_of(texts_));
    sources_.hits.add_to(near);
    std::vector<std::string> values;
    bool is_changed = false;
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      values.push_back(meant(*texts_[i], doubts[i], near));
      is_changed = is_changed || values.back() != texts_[i]->value;
    }
    return is_changed ? with_values(values) : "";
  }

 private:
  /// What neither the archive's pairs nor the hits show to be right.
  [[nodiscard]] std::vector<Doubts> all_doubts() const {
    const WordModel model(sources_.vocabulary);
    std::vector<Doubts> doubts;
    const bool is_typed = tokens_of(texts_) <= kMostTypedWords;
    for (const Node* text : texts_)
      doubts.push_back(is_typed ? doubts_about(*text, model, sources_.hits) : Doubts(text->text.tokens.size()));
    return doubts;
  }

  [[nodiscard]] std::string meant(const Node& text, const Doubts& doubts, const NearText& near) const {
    if (!without_marks_ && !has_any(doubts)) return text.value;
    const WordModel model(sources_.vocabulary, near);
    const std::vector<TextWord> words = words_of(text, doubts, model);
    const std::vector<std::string> folded =
        has_any(doubts) ? spelled(typed_words(words, model), model) : folded_forms_of(words);
    std::vector<UnmarkedWord> readings;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool is_corrected = folded[i] != words[i].piece.folded;
      const bool is_wanted = is_corrected || (without_marks_ && words[i].marks == Correction::allowed);
      readings.push_back({folded[i], is_wanted ? "" : words[i].piece.exact});
    }
    return rewritten(text, words, marked(readings, sources_.vocabulary, near));
  }

  /// The query with other texts.
  [[nodiscard]] std::string with_values(const std::vector<std::string>& values) {
    const std::string typed = describe(root_);
    const std::vector<Node*> texts = texts_of(root_);
    for (std::size_t i = 0; i < texts.size(); ++i) texts[i]->value = values[i];
    std::string suggestion = describe(root_);
    return suggestion == typed ? "" : suggestion;
  }

  Node root_;
  const SuggestSources& sources_;
  std::vector<const Node*> texts_;
  bool without_marks_;
};

}  // namespace

std::string suggestion_for(SuggestedFor asked, const SuggestSources& sources) {
  const std::string loosened = without_joiners(asked.query);
  if (loosened == asked.query) return Suggesting(std::move(asked.root), sources).suggestion();
  Node root = parse_query(loosened, sources.tokenizer, asked.today).root;
  const std::string as_parsed = describe(root);
  const std::string better = Suggesting(std::move(root), sources).suggestion();
  const std::string suggestion = better.empty() ? as_parsed : better;
  return suggestion == describe(asked.root) ? "" : suggestion;
}

}  // namespace timbao
