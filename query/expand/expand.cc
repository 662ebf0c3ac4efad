// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/expand/expand.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "query/expand/abbreviations.h"
#include "query/expand/amounts.h"
#include "query/expand/dates.h"
#include "query/expand/documents.h"
#include "query/expand/numerals.h"
#include "query/expand/spelling.h"
#include "query/expand/typing.h"

namespace timbao {
namespace {

struct Bytes {
  std::size_t begin, end;
};

/// The bytes of a node's value that a draft stands for.
Bytes bytes_of(const Node& node, const Draft& draft) {
  const std::size_t end = node.text.tokens[draft.first + draft.count - 1].end + draft.bytes_behind;
  return {node.text.tokens[draft.first].begin, std::min(end, node.value.size())};
}

bool lies_in(const Draft& draft, const Node& node) {
  const std::size_t tokens = node.text.tokens.size();
  return draft.count > 0 && draft.first < tokens && draft.count <= tokens - draft.first;
}

/// Whether typed tokens find everything that other tokens find: a word without marks finds all of its readings.
bool finds(const Token& typed, const Token& other) {
  const Word &t = *typed.word, &o = *other.word;
  return t.folded == o.folded && (t.exact == o.exact || t.exact == t.folded);
}

/// Whether a draft stands for a part of what an alternative names whole: nđ within nđ 46. By itself the part names
/// something else, nghị định of any number.
bool is_part_of(const Draft& draft, const Alternative& alternative) {
  const bool is_name = alternative.kind == AlternativeKind::document || alternative.kind == AlternativeKind::numeral;
  return is_name && draft.count < alternative.count && draft.first >= alternative.first &&
         draft.first + draft.count <= alternative.first + alternative.count;
}

std::string shown_kind(AlternativeKind kind) { return std::string(row_of_value(kAlternativeKinds, kind).name); }

/// "0.9", with at most two digits behind the point.
std::string shown_weight(double weight) {
  const int hundredths = static_cast<int>(std::lround(weight * 100));
  std::string digits = std::to_string(hundredths % 100);
  digits.insert(0, 2 - digits.size(), '0');
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  return std::to_string(hundredths / 100) + (digits.empty() ? "" : "." + digits);
}

/// What --not-as names, by its words in small letters and one spelling.
class LeftOut {
 public:
  LeftOut(const std::vector<std::string>& texts, Tokenizer& tokenizer) : tokenizer_(tokenizer) {
    texts_.reserve(texts.size());
    for (const std::string& text : texts) texts_.push_back(words_of(text));
  }

  void remove_from(std::vector<Draft>& drafts) const {
    if (texts_.empty()) return;
    const auto is_left_out = [&](const Draft& draft) {
      return std::find(texts_.begin(), texts_.end(), words_of(draft.value)) != texts_.end();
    };
    drafts.erase(std::remove_if(drafts.begin(), drafts.end(), is_left_out), drafts.end());
  }

 private:
  [[nodiscard]] std::vector<std::string> words_of(std::string_view text) const {
    const TokenizedText tokenized = tokenizer_.tokenize(text);
    std::vector<std::string> words;
    words.reserve(tokenized.tokens.size());
    for (const Token& token : tokenized.tokens) words.push_back(token.word->exact);
    return words;
  }

  Tokenizer& tokenizer_;
  std::vector<std::vector<std::string>> texts_;
};

/// Walks over a tree and adds the alternatives.
class TreeExpander {
 public:
  TreeExpander(const ExpandContext& context, const std::vector<ExpanderRow>& expanders)
      : request_(context.request),
        vocabulary_(context.vocabulary),
        tokenizer_(context.tokenizer),
        expanders_(expanders),
        left_out_(context.request.not_as, context.tokenizer) {}

  void expand(Node& node) {
    if (node.occur == Occur::must_not || node.strictness == Strictness::strict) return;
    for (Node& child : node.children) expand(child);
    if (node.kind != NodeKind::words) return;
    for (const ExpanderRow& row : expanders_) {
      if (request_.*row.switched_off == AsTyped::yes) continue;
      take(node, row.expander({node.value, node.text, vocabulary_, request_}));
    }
  }

  std::vector<Note> take_notes() { return notes_.take(); }

 private:
  /// Drafts that take the place of typed words come last first, so that the places of the others stay what they are.
  void take(Node& node, std::vector<Draft> drafts) {
    left_out_.remove_from(drafts);
    std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) { return a.first < b.first; });
    const std::size_t known = node.alternatives.size();
    for (const Draft& draft : drafts)
      if (draft.role == DraftRole::beside && lies_in(draft, node) && !is_part_of_a_name(draft, node, known))
        add_beside(node, draft);
    std::size_t end = node.text.tokens.size();
    for (auto draft = drafts.rbegin(); draft != drafts.rend(); ++draft) {
      if (draft->role == DraftRole::beside || !lies_in(*draft, node) || draft->first + draft->count > end) continue;
      put_instead(node, *draft);
      end = draft->first;
    }
  }

  /// Looks at the first alternatives of a node only: those that earlier expanders found.
  static bool is_part_of_a_name(const Draft& draft, const Node& node, std::size_t known) {
    return std::any_of(node.alternatives.begin(), node.alternatives.begin() + static_cast<std::ptrdiff_t>(known),
                       [&](const Alternative& other) { return is_part_of(draft, other); });
  }

  void add_beside(Node& node, const Draft& draft) {
    if (count_ == kMostAlternatives) return;
    Alternative alternative = alternative_of(node, draft);
    if (!is_new(node, alternative)) return;
    note(node, alternative, draft.value);
    node.alternatives.push_back(std::move(alternative));
    ++count_;
  }

  /// Puts the words of a draft in the place of those that were typed, which become an alternative to them.
  void put_instead(Node& node, const Draft& draft) {
    if (count_ == kMostAlternatives || !has_all_words(node, tokenizer_.tokenize(draft.value))) return;
    const Bytes typed = bytes_of(node, draft);
    Draft as_typed;
    as_typed.kind = draft.kind;
    as_typed.first = draft.first;
    as_typed.value = node.value.substr(typed.begin, typed.end - typed.begin);
    const std::size_t tokens_before = node.text.tokens.size();
    node.value.replace(typed.begin, typed.end - typed.begin, draft.value);
    node.text = tokenizer_.tokenize(node.value);
    as_typed.count = draft.count + node.text.tokens.size() - tokens_before;
    for (Alternative& other : node.alternatives)
      if (other.first > draft.first) other.first += as_typed.count - draft.count;
    notes_.add({NoteKind::remark,
                shown_in_note(as_typed.value) + " was read as " + shown_in_note(draft.value) + " (" +
                    shown_kind(draft.kind) + ")",
                AlsoSearched{as_typed.value, draft.value, shown_kind(draft.kind)}});
    Alternative alternative = alternative_of(node, as_typed);
    if (is_new(node, alternative)) node.alternatives.push_back(std::move(alternative));
    ++count_;
  }

  [[nodiscard]] Alternative alternative_of(const Node& node, const Draft& draft) {
    Alternative alternative;
    alternative.kind = draft.kind;
    alternative.first = draft.first;
    alternative.count = draft.count;
    alternative.weight = draft.weight;
    alternative.node.kind = NodeKind::words;
    alternative.node.field = node.field;
    for (const std::string& term : draft.terms)
      if (vocabulary_.articles_with(term) > 0) alternative.terms.push_back(term);
    TokenizedText text = tokenizer_.tokenize(draft.value);
    if (!has_all_words(node, text)) return alternative;
    alternative.node.value = draft.value;
    alternative.node.text = std::move(text);
    return alternative;
  }

  /// Whether some article has each word of a text, as it is spelled or without marks; a number in any print: 5 and 05.
  [[nodiscard]] bool has_all_words(const Node& node, const TokenizedText& text) const {
    const std::string_view prefix = node.field ? row_of(*node.field).prefix : std::string_view();
    const auto is_there = [&](const Token& token) {
      const std::vector<ReadingCount> readings = vocabulary_.readings(prefix, token.word->folded);
      return std::any_of(readings.begin(), readings.end(), [&](const ReadingCount& reading) {
        return token.word->kind == TokenKind::number || reading.exact == token.word->exact ||
               reading.exact == token.word->folded;
      });
    };
    return !text.tokens.empty() && std::all_of(text.tokens.begin(), text.tokens.end(), is_there);
  }

  /// Whether an alternative finds what neither the typed words nor another alternative to them finds.
  static bool is_new(const Node& node, const Alternative& alternative) {
    const std::vector<Token>& tokens = alternative.node.text.tokens;
    if (tokens.empty()) return !alternative.terms.empty();
    const auto typed = node.text.tokens.begin() + static_cast<std::ptrdiff_t>(alternative.first);
    if (std::equal(typed, typed + static_cast<std::ptrdiff_t>(alternative.count), tokens.begin(), tokens.end(), finds))
      return !alternative.terms.empty();
    return std::none_of(node.alternatives.begin(), node.alternatives.end(), [&](const Alternative& other) {
      const std::vector<Token>& known = other.node.text.tokens;
      return other.first == alternative.first && other.count == alternative.count &&
             std::equal(known.begin(), known.end(), tokens.begin(), tokens.end(), finds);
    });
  }

  void note(const Node& node, const Alternative& alternative, const std::string& drafted) {
    const std::size_t begin = node.text.tokens[alternative.first].begin;
    const std::size_t end = node.text.tokens[alternative.first + alternative.count - 1].end;
    const std::string typed = node.value.substr(begin, end - begin), kind = shown_kind(alternative.kind);
    const std::string found = alternative.node.value.empty() ? "its own term" : shown_in_note(alternative.node.value);
    notes_.add({NoteKind::remark,
                shown_in_note(typed) + " is also searched as " + found + " (" + kind + ", weight " +
                    shown_weight(alternative.weight) + ")",
                AlsoSearched{typed, drafted, kind, alternative.weight}});
  }

  const SearchRequest& request_;
  const Vocabulary& vocabulary_;
  Tokenizer& tokenizer_;
  const std::vector<ExpanderRow>& expanders_;
  LeftOut left_out_;
  std::size_t count_ = 0;
  NoteList notes_;
};

}  // namespace

const std::vector<ExpanderRow>& shipped_expanders() {
  static const std::vector<ExpanderRow> kRows{
      {typing_drafts, &SearchRequest::no_typing},     {document_drafts, &SearchRequest::no_variants},
      {numeral_drafts, &SearchRequest::no_variants},  {amount_drafts, &SearchRequest::no_variants},
      {date_drafts, &SearchRequest::no_variants},     {abbreviation_drafts, &SearchRequest::no_variants},
      {spelling_drafts, &SearchRequest::no_variants}, {place_drafts, &SearchRequest::no_variants},
  };
  return kRows;
}

Expanded expand(Node root, const ExpandContext& context, const std::vector<ExpanderRow>& expanders) {
  if (context.request.marks == MarksMode::strict) return {std::move(root), {}};
  TreeExpander expander(context, expanders);
  expander.expand(root);
  return {std::move(root), expander.take_notes()};
}

}  // namespace timbao
