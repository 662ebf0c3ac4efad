// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/lex.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "query/language/characters.h"
#include "query/language/chunk.h"
#include "query/language/filter_value.h"
#include "query/language/quotes.h"
#include "query/language/suffix.h"

namespace timbao {
namespace {

std::string only_the_first(std::size_t count, std::string_view what) {
  return "only the first " + std::to_string(count) + " " + std::string(what) + " of the query were read";
}

Item plain_item(ItemKind kind, std::string_view text) {
  Item item;
  item.kind = kind;
  item.text = text;
  return item;
}

/// Whether * stands behind a letter somewhere in a phrase, where it cannot be the beginning of a word.
bool has_star_behind_letter(std::string_view phrase) {
  for (std::size_t star = phrase.find('*'); star != std::string_view::npos; star = phrase.find('*', star + 1))
    if (star > 0 && (is_ascii_letter(phrase[star - 1]) || !is_ascii(phrase[star - 1]))) return true;
  return false;
}

std::string_view reason_of(WordWithSuffix::Doubt doubt) {
  return doubt == WordWithSuffix::Doubt::star
             ? ": * counts only behind one word of at least two letters; searched as words"
             : ": a weight is a number above 0 and at most 100; searched as words";
}

/// The text of a query, and what stands at any place of it. Places are bytes.
class QueryPlaces {
 public:
  QueryPlaces(std::string_view query, Tokenizer& tokenizer) : query_(query), quotes_(query), tokenizer_(tokenizer) {}

  [[nodiscard]] std::size_t size() const { return query_.size(); }
  [[nodiscard]] std::string_view from(std::size_t place) const { return query_.substr(place); }
  [[nodiscard]] CodePoint code_point(std::size_t place) const { return read_code_point(query_, place); }
  [[nodiscard]] Quoted quoted(std::size_t place) const { return quotes_.at(place); }

  [[nodiscard]] WeightSign weight(std::size_t place) const { return weight_at(from(place)); }

  [[nodiscard]] WordWithSuffix suffix_of(std::string_view chunk) const { return split_suffix(chunk, tokenizer_); }
  [[nodiscard]] bool has_words(std::string_view text) const { return !tokenizer_.tokenize(text).tokens.empty(); }
  [[nodiscard]] bool has_word_at(std::size_t place) const { return begins_with_word(from(place), tokenizer_); }

  /// Whether `=` with a word or a phrase behind it begins at a place.
  [[nodiscard]] bool is_strict(std::size_t place) const {
    return starts_with(from(place), "=") && (quoted(place + 1).length != 0 || has_word_at(place + 1));
  }

  /// Whether + or - at a place stands directly before something that it can require or exclude. A number is none, so
  /// that "-400" stays text.
  [[nodiscard]] bool is_sign(std::size_t place) const {
    const char32_t c = code_point(place).value;
    if ((c != U'+' && c != U'-') || place + 1 == query_.size()) return false;
    return from(place + 1).front() == '(' || quoted(place + 1).length != 0 || is_strict(place + 1) ||
           beginning_of(from(place + 1), tokenizer_) == Beginning::letter;
  }

 private:
  std::string_view query_;
  QuotePairs quotes_;
  Tokenizer& tokenizer_;
};

/// The items so far, and the place behind the last one.
class ItemWriter {
 public:
  ItemWriter(std::string_view query, Tokenizer& tokenizer) : query_(query, tokenizer) {}

  [[nodiscard]] const QueryPlaces& query() const { return query_; }
  [[nodiscard]] std::size_t at() const { return at_; }

  /// Whether operators may stand here: at the start, behind a space or an opening bracket.
  [[nodiscard]] bool is_at_boundary() const { return at_boundary_; }
  [[nodiscard]] bool is_full() const { return operands_ >= kQueryWordLimit || has_too_many_pieces(); }
  [[nodiscard]] bool has_too_many_pieces() const { return items_.list.size() >= kQueryItemLimit; }
  Items take() { return std::move(items_); }

  void skip_space(std::size_t length) {
    at_ += length;
    at_boundary_ = true;
  }

  void push(Item item, std::size_t length) {
    if (item.is_operand) ++operands_;
    items_.list.push_back(std::move(item));
    at_ += length;
    at_boundary_ = false;
  }

  /// Appends an operator that is one character.
  void push_character(ItemKind kind) { push(plain_item(kind, query_.from(at_).substr(0, 1)), 1); }

  /// Appends an opening bracket with the name of a field, so many bytes long, before it.
  void push_open(std::optional<Field> field, std::size_t name) {
    Item item = plain_item(ItemKind::open, query_.from(at_).substr(0, name + 1));
    item.field = field;
    push(std::move(item), name + 1);
    at_boundary_ = true;
  }

  /// Appends a closing bracket, with the weight of what stands in the brackets.
  void push_close() {
    const WeightSign weight = query_.weight(at_ + 1);
    Item item = plain_item(ItemKind::close, query_.from(at_).substr(0, 1 + weight.length));
    item.weight = weight.weight;
    push(std::move(item), 1 + weight.length);
  }

  /// Appends a chunk that holds a word: as text, or with its suffix as an operand of its own.
  ///
  /// Takes    an item with what stands before the chunk; the chunk; the bytes up to its end.
  void push_word(Item item, std::string_view chunk, std::size_t length) {
    const WordWithSuffix word = query_.suffix_of(chunk);
    if (word.doubt != WordWithSuffix::Doubt::none) remark(shown_in_note(chunk) + std::string(reason_of(word.doubt)));
    const bool is_beginning = word.extent == Extent::beginning;
    const bool is_one_too_many = is_beginning && prefixes_ == kQueryPrefixLimit;
    item.text = is_one_too_many ? chunk : word.word;
    item.weight = is_one_too_many ? 1 : word.weight;
    item.is_operand = item.kind == ItemKind::words || query_.has_words(chunk);
    if (is_one_too_many)
      warn("only the first " + std::to_string(kQueryPrefixLimit) +
           " beginnings of words were read; further ones are searched as words");
    else if (is_beginning)
      item.kind = ItemKind::prefix, ++prefixes_;
    else if (word.has_suffix())
      item.kind = ItemKind::words;
    push(std::move(item), length);
  }

  void remark(std::string text) { items_.notes.add(NoteKind::remark, std::move(text)); }
  void warn(std::string text) { items_.notes.add(NoteKind::warning, std::move(text)); }

  void push_phrase(Item item, std::string_view inside, std::size_t length) {
    item.is_operand = query_.has_words(inside);
    if (item.is_operand) {
      const WeightSign weight = query_.weight(at_ + length);
      item.kind = ItemKind::phrase;
      item.text = inside;
      item.weight = weight.weight;
      length += weight.length;
      if (has_star_behind_letter(inside)) remark("* within quotes was read as text");
    } else {
      item = Item{};
      remark("a phrase without words was left out");
    }
    push(std::move(item), length);
  }

  /// The value of a filter that could not be read is searched as words.
  void push_refused_filter(std::string_view typed, std::size_t length, const NoFilterValue& none) {
    const bool has_words = query_.has_words(typed);
    warn(shown_in_note(query_.from(at_).substr(0, length)) +
         (has_words ? none.reason : " was left out: it holds no word"));
    Item item = plain_item(ItemKind::text, has_words ? typed : std::string_view());
    item.is_operand = has_words;
    push(std::move(item), length);
  }

 private:
  QueryPlaces query_;
  std::size_t at_ = 0;
  std::size_t operands_ = 0;
  std::size_t prefixes_ = 0;
  bool at_boundary_ = true;
  Items items_;
};

/// Reads a query from its beginning to its end and appends what it reads to a list of items.
class Lexer {
 public:
  Lexer(std::string_view query, Tokenizer& tokenizer, const Day& today)
      : writer_(query, tokenizer), query_(writer_.query()), reading_{tokenizer, today} {}

  Items run() {
    while (at() < query_.size() && !writer_.is_full()) step();
    if (at() < query_.size() && writer_.has_too_many_pieces())
      writer_.warn(only_the_first(kQueryItemLimit, "pieces"));
    else if (query_.has_words(query_.from(at())))
      writer_.warn(only_the_first(kQueryWordLimit, "words"));
    return writer_.take();
  }

 private:
  void step() {
    const CodePoint c = query_.code_point(at());
    if (is_query_space(c.value)) {
      writer_.skip_space(c.length);
    } else if (is_query_bracket(c.value)) {
      if (c.value == U'(')
        writer_.push_open(std::nullopt, 0);
      else
        writer_.push_close();
    } else if (writer_.is_at_boundary() && query_.is_sign(at())) {
      writer_.push_character(c.value == U'+' ? ItemKind::plus : ItemKind::minus);
      if (query_.from(at()).front() != '(') read_operator() || read_quoted() || read_text();
    } else if ((writer_.is_at_boundary() && read_operator()) || read_quoted() || read_keyword()) {
      return;
    } else {
      read_text();
    }
  }

  /// A field with its value, or `=` with its word or phrase.
  bool read_operator() {
    const FieldName name = field_name_of(query_.from(at()));
    if (name.length != 0 && starts_with(query_.from(at() + name.length), "(")) {
      writer_.push_open(name.field, name.length);
      return true;
    }
    if (name.length != 0)
      return row_of(name.field).use == FieldUse::filter ? read_filter(name) : read_searched(name.field, name.length);
    return query_.is_strict(at()) && read_searched(std::nullopt, 0);
  }

  /// A word or phrase that stands `skipped` bytes behind the place, perhaps with `=` before it.
  bool read_searched(std::optional<Field> field, std::size_t skipped) {
    Item item;
    item.field = field;
    if (query_.is_strict(at() + skipped)) {
      item.strictness = Strictness::strict;
      ++skipped;
    }
    if (const Quoted found = query_.quoted(at() + skipped); found.length != 0) {
      writer_.push_phrase(std::move(item), found.inside, skipped + found.length);
      return true;
    }
    if (!query_.has_word_at(at() + skipped)) return false;
    item.kind = ItemKind::words;
    const std::string_view chunk = chunk_of(query_.from(at() + skipped));
    writer_.push_word(std::move(item), chunk, skipped + chunk.size());
    return true;
  }

  bool read_filter(const FieldName& name) {
    const std::size_t begin = at() + name.length;
    const Quoted found = query_.quoted(begin);
    const std::string_view typed = found.length != 0 ? found.inside : filter_value_of(query_.from(begin));
    const std::size_t length = name.length + (found.length != 0 ? found.length : typed.size());
    if (length == name.length) return false;
    auto read = read_filter_value(name.field, typed, reading_);
    if (auto* const value = std::get_if<FilterValue>(&read))
      writer_.push(filter_item(name.field, typed, std::move(value->value), value->days), length);
    else
      writer_.push_refused_filter(typed, length, std::get<NoFilterValue>(read));
    return true;
  }

  bool read_quoted() {
    const Quoted found = query_.quoted(at());
    if (found.length != 0) writer_.push_phrase(Item{}, found.inside, found.length);
    return found.length != 0;
  }

  bool read_keyword() {
    const std::string_view chunk = chunk_of(query_.from(at()));
    const Keyword* keyword = keyword_of(chunk);
    const std::optional<std::uint32_t> distance = near_distance(chunk);
    if (is_near_without_number(chunk))
      writer_.remark(shown_in_note(chunk) + " is not NEAR and a number; searched as words");
    if (keyword == nullptr && !distance) return false;
    Item item = plain_item(keyword == nullptr ? ItemKind::near : keyword->kind, chunk);
    item.distance = distance.value_or(0);
    item.is_operand = true;  // settle_operators() decides whether it is one
    writer_.push(std::move(item), chunk.size());
    return true;
  }

  bool read_text() {
    const std::string_view chunk = chunk_of(query_.from(at()));
    if (chunk.empty()) {
      writer_.remark("a quote without its partner was read as text");
      writer_.push(Item{}, query_.code_point(at()).length);
    } else {
      writer_.push_word({}, chunk, chunk.size());
    }
    return true;
  }

  [[nodiscard]] std::size_t at() const { return writer_.at(); }

  ItemWriter writer_;
  const QueryPlaces& query_;
  FilterReading reading_;
};

}  // namespace

Items lex(std::string_view query, Tokenizer& tokenizer, const Day& today) {
  const TokenizedText whole = tokenizer.tokenize(query);
  if (whole.tokens.size() <= kQueryWordLimit) return Lexer(query, tokenizer, today).run();
  Items items = Lexer(query.substr(0, whole.tokens[kQueryWordLimit - 1].end), tokenizer, today).run();
  items.notes.add(NoteKind::warning, only_the_first(kQueryWordLimit, "words"));
  return items;
}

}  // namespace timbao
