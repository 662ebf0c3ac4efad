// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/lex.h"

#include <algorithm>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "query/language/chunk.h"
#include "query/language/quotes.h"

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

/// A document's number in capitals, as the tokenizer knows it: "05-ct/tư" -> "05-CT/TƯ".
std::string in_capitals(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = read_code_point(text, at);
    at += c.length;
    const bool has_capital = (c.value >= U'a' && c.value <= U'z');
    const bool is_d_or_u = c.value == U'đ' || c.value == U'ư';
    append_code_point(result, has_capital ? c.value - 0x20 : is_d_or_u ? c.value - 1 : c.value);
  }
  return result;
}

bool names_a_document(std::string_view text, Tokenizer& tokenizer) {
  const TokenizedText found = tokenizer.tokenize(text);
  return std::any_of(found.extras.begin(), found.extras.end(), [](const Extra& extra) {
    return extra.kind == ExtraKind::document || extra.kind == ExtraKind::document_type;
  });
}

class Lexer {
 public:
  Lexer(std::string_view query, Tokenizer& tokenizer, const Day& today)
      : query_(query), quotes_(query), tokenizer_(tokenizer), today_(today) {}

  Items run() {
    while (at_ < query_.size() && operands_ < kQueryWordLimit && items_.list.size() < kQueryItemLimit) step();
    if (at_ < query_.size() && items_.list.size() >= kQueryItemLimit)
      warn(only_the_first(kQueryItemLimit, "pieces"));
    else if (has_words_left())
      warn(only_the_first(kQueryWordLimit, "words"));
    return std::move(items_);
  }

 private:
  [[nodiscard]] std::string_view rest(std::size_t skipped = 0) const { return query_.substr(at_ + skipped); }

  [[nodiscard]] Quoted quoted(std::size_t skipped) const { return quotes_.at(at_ + skipped); }

  [[nodiscard]] bool has_words_left() { return !tokenizer_.tokenize(rest()).tokens.empty(); }

  void push(Item item, std::size_t length) {
    if (item.is_operand) ++operands_;
    items_.list.push_back(std::move(item));
    at_ += length;
    at_boundary_ = false;
  }

  void remark(std::string text) { items_.notes.add(NoteKind::remark, std::move(text)); }
  void warn(std::string text) { items_.notes.add(NoteKind::warning, std::move(text)); }

  void step() {
    const CodePoint c = read_code_point(query_, at_);
    if (is_query_space(c.value)) {
      at_ += c.length;
      at_boundary_ = true;
    } else if (is_query_bracket(c.value)) {
      push(plain_item(c.value == U'(' ? ItemKind::open : ItemKind::close, rest().substr(0, 1)), 1);
      at_boundary_ = c.value == U'(';
    } else if (at_boundary_ && is_sign(c.value)) {
      push(plain_item(c.value == U'+' ? ItemKind::plus : ItemKind::minus, rest().substr(0, 1)), 1);
      if (rest().front() != '(') read_operator() || read_quoted() || read_text();
    } else if ((at_boundary_ && read_operator()) || read_quoted() || read_keyword()) {
      return;
    } else {
      read_text();
    }
  }

  [[nodiscard]] bool is_sign(char32_t c) const {
    if ((c != U'+' && c != U'-') || at_ + 1 == query_.size()) return false;
    return rest(1).front() == '(' || quoted(1).length != 0 || is_strict(1) ||
           beginning_of(rest(1), tokenizer_) == Beginning::letter;
  }

  [[nodiscard]] bool is_strict(std::size_t skipped) const {
    return starts_with(rest(skipped), "=") &&
           (quoted(skipped + 1).length != 0 || begins_with_word(rest(skipped + 1), tokenizer_));
  }

  /// A field with its value, or `=` with its word or phrase.
  bool read_operator() {
    const FieldName name = field_name_of(rest());
    if (name.length != 0)
      return row_of(name.field).use == FieldUse::filter ? read_filter(name) : read_searched(name.field, name.length);
    return is_strict(0) && read_searched(std::nullopt, 0);
  }

  bool read_searched(std::optional<Field> field, std::size_t skipped) {
    Item item;
    item.field = field;
    if (is_strict(skipped)) {
      item.strictness = Strictness::strict;
      ++skipped;
    }
    if (const Quoted found = quoted(skipped); found.length != 0) {
      push_phrase(std::move(item), found.inside, skipped + found.length);
      return true;
    }
    if (!begins_with_word(rest(skipped), tokenizer_)) return false;
    item.kind = ItemKind::words;
    item.text = chunk_of(rest(skipped));
    item.is_operand = true;
    const std::size_t length = skipped + item.text.size();
    push(std::move(item), length);
    return true;
  }

  void push_phrase(Item item, std::string_view inside, std::size_t length) {
    item.is_operand = !tokenizer_.tokenize(inside).tokens.empty();
    if (item.is_operand) {
      item.kind = ItemKind::phrase;
      item.text = inside;
    } else {
      item = Item{};
      remark("a phrase without words was left out");
    }
    push(std::move(item), length);
  }

  bool read_filter(const FieldName& name) {
    const Quoted found = quoted(name.length);
    const std::string_view typed = found.length != 0 ? found.inside : filter_value_of(rest(name.length));
    const std::size_t length = name.length + (found.length != 0 ? found.length : typed.size());
    if (length == name.length) return false;
    Item item;
    item.kind = ItemKind::filter;
    item.text = typed;
    item.field = name.field;
    item.value = in_single_spaces(typed);
    if (!understand(item)) {
      const bool has_words = !tokenizer_.tokenize(typed).tokens.empty();
      warn(shown_in_note(rest().substr(0, length)) + (has_words ? reason(item) : " was left out: it holds no word"));
      item = plain_item(ItemKind::text, has_words ? typed : std::string_view());
      item.is_operand = has_words;
    }
    item.is_operand = item.is_operand || item.kind == ItemKind::filter;
    push(std::move(item), length);
    return true;
  }

  /// Why a filter's value is none.
  [[nodiscard]] std::string reason(const Item& item) const {
    if (item.field == Field::number) return " names no document's number; searched as words";
    if (item.field != Field::date) return " is not what this field takes; searched as words";
    const std::size_t dots = item.value.find("..");
    const bool has_ends = dots != std::string::npos && dots > 0 && dots + 2 < item.value.size();
    const bool ends_early = has_ends && parse_day_range(item.value.substr(0, dots), today_).has_value() &&
                            parse_day_range(item.value.substr(dots + 2), today_).has_value();
    return ends_early ? " ends before it begins; searched as words"
                      : " is no day, month, year or range of them; searched as words";
  }

  /// Whether a filter's value is one; days and documents' numbers are put right.
  bool understand(Item& item) {
    if (item.value.empty()) return false;
    if (item.field == Field::id) return true;
    if (item.field == Field::date) {
      const std::optional<DayRange> days = parse_day_range(item.value, today_);
      if (days) item.days = *days;
      return days.has_value();
    }
    if (item.field == Field::number && !names_a_document(item.value, tokenizer_)) {
      item.value = in_capitals(item.value);
      return names_a_document(item.value, tokenizer_);
    }
    return !tokenizer_.tokenize(item.value).tokens.empty();
  }

  bool read_quoted() {
    const Quoted found = quoted(0);
    if (found.length != 0) push_phrase(Item{}, found.inside, found.length);
    return found.length != 0;
  }

  bool read_keyword() {
    const std::string_view chunk = chunk_of(rest());
    const Keyword* keyword = keyword_of(chunk);
    if (keyword == nullptr) return false;
    Item item = plain_item(keyword->kind, chunk);
    item.is_operand = true;  // until it is known to stand between two
    push(std::move(item), chunk.size());
    return true;
  }

  bool read_text() {
    const std::string_view chunk = chunk_of(rest());
    if (chunk.empty()) {
      remark("a quote without its partner was read as text");
      push(Item{}, read_code_point(query_, at_).length);
    } else {
      Item item = plain_item(ItemKind::text, chunk);
      item.is_operand = !tokenizer_.tokenize(chunk).tokens.empty();
      push(std::move(item), chunk.size());
    }
    return true;
  }

  std::string_view query_;
  QuotePairs quotes_;
  Tokenizer& tokenizer_;
  Day today_;
  std::size_t at_ = 0;
  std::size_t operands_ = 0;
  bool at_boundary_ = true;  ///< at the start, after a space or an opening bracket: where operators may stand
  Items items_;
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
