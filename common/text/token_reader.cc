// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/token_reader.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "common/base/ascii.h"
#include "common/base/utf8.h"
#include "common/text/docnumber.h"
#include "common/text/fold.h"
#include "common/text/letters.h"
#include "common/text/names_in_words.h"
#include "common/text/number.h"
#include "common/text/token_rules.h"
#include "common/text/word_end.h"

namespace timbao {
namespace {

/// Where reading goes on; nothing where what was looked for does not stand there.
using Behind = std::optional<std::size_t>;

void add_number(TokenBuilder& builder, std::size_t begin, std::size_t end) {
  builder.add_number(begin, end);
  add_names_in_words(builder);
}

/// Whether nothing behind the digits could make more of them than a number: their end, or a space and a letter.
bool is_plain_number(std::string_view text, std::size_t end) {
  if (end == text.size() || text[end] == '\n' || text[end] == ')') return true;
  if (text[end] != ' ' || end + 1 >= text.size()) return false;
  const auto next = static_cast<unsigned char>(text[end + 1]);
  return is_ascii_small_letter(text[end + 1]) || (next >= 0xC3 && next < 0xE2);
}

/// "2015-2020", "2015- 2020", "2015 – 2020": the last two tokens; with spaces only where both are years.
void add_range(TokenBuilder& builder) {
  const std::vector<Token>& tokens = builder.tokens();
  if (tokens.size() < 2) return;
  const Token& first = tokens[tokens.size() - 2];
  const Token& last = tokens.back();
  if (first.word->kind != TokenKind::number || first.gap == Gap::joined || last.gap != Gap::space) return;
  const std::string_view between = builder.text().substr(first.end, last.begin - first.end);
  constexpr std::string_view kTight[] = {"-", "–", "%-", "%–"};
  constexpr std::string_view kSpaced[] = {"- ", " -", " - ", "– ", " –", " – "};
  const bool is_tight = std::find(std::begin(kTight), std::end(kTight), between) != std::end(kTight);
  const bool is_spaced = std::find(std::begin(kSpaced), std::end(kSpaced), between) != std::end(kSpaced);
  if (!is_tight && !(is_spaced && year_value(*first.word) != 0 && year_value(*last.word) != 0)) return;
  builder.add_extra(tokens.size() - 2, ExtraKind::range, first.word->folded + '-' + last.word->folded,
                    first.word->exact + '-' + last.word->exact);
}

/// What may follow a number, % or a joiner, and the range that it may end.
std::size_t finish_number(TokenBuilder& builder, std::size_t at) {
  if (byte_at(builder.text(), at) == '%') {
    const Word& word = *builder.tokens().back().word;
    ++at;
    builder.add_extra(builder.tokens().size() - 1, ExtraKind::whole, word.folded + '%', word.exact + '%');
  }
  add_range(builder);
  return builder.join(at);
}

Behind read_document(TokenBuilder& builder, std::size_t at) {
  const std::string_view text = builder.text();
  const std::optional<DocNumber> document = match_docnumber(text, at);
  if (!document) return std::nullopt;
  builder.stand_alone();
  const std::size_t first = builder.tokens().size();
  for (const ByteRange& part : document->parts) {
    if (part.begin > at && text[part.begin - 1] == '.') builder.join_next();  // T.Ư
    is_digits(text.substr(part.begin, part.end - part.begin)) ? add_number(builder, part.begin, part.end)
                                                              : builder.add_word(part.begin, part.end);
  }
  builder.close_run();
  builder.add_extra(first, ExtraKind::document, document->key);
  if (!document->type_key.empty()) add_document_type(builder, first, document->type_key);
  return at + document->length;
}

Behind read_date(TokenBuilder& builder, std::size_t at) {
  const std::optional<DateMatch> date = match_date(builder.text(), at);
  if (!date) return std::nullopt;
  builder.stand_alone();
  const std::size_t first = builder.tokens().size();
  const std::size_t end = at + date->length;
  while (at < end) {
    const std::size_t digits_end = end_of_digits(builder.text(), at);
    add_number(builder, at, digits_end);
    at = digits_end + 1;
  }
  builder.add_extra(first, date->year == 0 ? ExtraKind::day_of_month : ExtraKind::day, date_key(*date));
  return end;
}

Behind read_spaced_number(TokenBuilder& builder, std::size_t at) {
  const std::optional<SpacedNumber> number = match_spaced_number(builder.text(), at);
  if (!number) return std::nullopt;
  const std::size_t end = at + number->length;
  while (at < end) {
    const std::size_t digits_end = end_of_digits(builder.text(), at);
    add_number(builder, at, digits_end);
    at = digits_end;
    if (at == end) break;
    at += read_code_point(builder.text(), at).length;
    builder.join_next();
  }
  builder.close_run();
  return finish_number(builder, end);
}

/// The unit that touches the number before it, with ignorables between them passed over.
std::size_t read_unit(TokenBuilder& builder, std::size_t at) {
  builder.join_next();
  const auto next = [&] { return read_code_point(builder.text(), at); };
  while (class_of(next().value) == LetterClass::ignorable) at += next().length;
  return read_word(builder, at);
}

std::size_t read_number_or_word(TokenBuilder& builder, std::size_t at, std::size_t digits_end) {
  const std::string_view text = builder.text();
  const NumberMatch number = match_number(text, at);
  const std::size_t number_end = at + number.length;
  const std::size_t run_end = end_of_letters(text, number_end);
  const bool has_letters = run_end > number_end;
  const bool touches_unit = has_letters && is_unit(canonical(text.substr(number_end, run_end - number_end)));
  if (has_letters && number_end == digits_end && !touches_unit) return read_word(builder, at);
  add_number(builder, at, number_end);
  if (!number.other.empty())
    builder.add_extra(builder.tokens().size() - 1, ExtraKind::whole, number.other, number.other);
  return touches_unit ? read_unit(builder, number_end) : finish_number(builder, number_end);
}

}  // namespace

std::size_t read_word(TokenBuilder& builder, std::size_t at) {
  const std::size_t end = end_of_word(builder.text(), at);
  builder.add_word(at, end);
  return builder.join(end);
}

std::size_t read_number(TokenBuilder& builder, std::size_t at) {
  const std::size_t end = end_of_digits(builder.text(), at);
  if (is_plain_number(builder.text(), end)) {
    add_number(builder, at, end);
    return finish_number(builder, end);
  }
  for (const auto read : {read_document, read_date, read_spaced_number})
    if (const Behind behind = read(builder, at)) return *behind;
  return read_number_or_word(builder, at, end);
}

}  // namespace timbao
