// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/names_in_words.h"

#include <algorithm>
#include <utility>

#include "common/text/docnumber.h"
#include "common/text/number.h"
#include "common/text/token_rules.h"

namespace timbao {
namespace {

/// The folded form of the token that stands so many places before the last one; empty where none does.
std::string_view folded_before(const TokenBuilder& builder, std::size_t back) {
  const std::vector<Token>& tokens = builder.tokens();
  return tokens.size() > back ? std::string_view(tokens[tokens.size() - 1 - back].word->folded) : std::string_view();
}

/// Whether no line ends between a token and the last one.
bool is_one_paragraph(const TokenBuilder& builder, std::size_t first) {
  const std::vector<Token>& tokens = builder.tokens();
  return std::all_of(tokens.begin() + static_cast<std::ptrdiff_t>(first) + 1, tokens.end(),
                     [](const Token& token) { return token.gap != Gap::paragraph; });
}

/// "Chỉ thị 05", "Nghị quyết số: 4": the type's name in words, and the number.
void name_document_by_type(TokenBuilder& builder) {
  const std::vector<Token>& tokens = builder.tokens();
  const Word& number = *tokens.back().word;
  if (!is_whole_number(number) || number.exact.size() > 5) return;
  const std::size_t name_end = tokens.size() - (folded_before(builder, 1) == "so" ? 2 : 1);
  const auto folded_at = [&](std::size_t token) { return std::string_view(tokens[token].word->folded); };
  for (const std::size_t words : {std::size_t{2}, std::size_t{1}}) {
    if (name_end < words) continue;
    const std::string_view first = words == 2 ? folded_at(name_end - 2) : std::string_view();
    const std::string_view type = document_type(first, folded_at(name_end - 1));
    if (!type.empty() && is_one_paragraph(builder, name_end - words))
      return add_document_type(builder, name_end - words, document_type_key(type, number.folded));
  }
}

bool is_day_word(std::string_view folded) { return folded == "ngay" || folded == "mung" || folded == "mong"; }

/// The words of a date, by how many tokens it has and how far before the last one its day and its month stand.
struct DateInWords {
  std::size_t tokens, day_back, month_back;
};
constexpr DateInWords kDayAndMonth{4, 2, 0};  // ngày 31 tháng 1
constexpr DateInWords kWithYear{6, 4, 2};     // ngày 31 tháng 1 năm 2018

void add_date(TokenBuilder& builder, const DateInWords& words, int year) {
  const std::vector<Token>& tokens = builder.tokens();
  const auto value = [&](std::size_t back, int most) {
    return small_value(*tokens[tokens.size() - 1 - back].word, most);
  };
  DateMatch date;
  date.day = value(words.day_back, 31);
  date.month = value(words.month_back, 12);
  date.year = year;
  const std::size_t first = tokens.size() - words.tokens;
  // Its day and month were added as a day of every year. With its year it is that day alone; or none: 29 February.
  const auto is_without_year = [&](const Extra& e) { return e.kind == ExtraKind::day_of_month && e.first == first; };
  if (year != 0 && !builder.extras().empty() && is_without_year(builder.extras().back())) builder.drop_last_extra();
  if (is_date(date)) builder.add_extra(first, year == 0 ? ExtraKind::day_of_month : ExtraKind::day, date_key(date));
}

/// Looks for a date in words when its month has been added, and again when its year has.
void name_date(TokenBuilder& builder) {
  const std::size_t tokens = builder.tokens().size();
  if (folded_before(builder, 1) == "thang" && is_day_word(folded_before(builder, 3)) &&
      is_one_paragraph(builder, tokens - kDayAndMonth.tokens))
    add_date(builder, kDayAndMonth, 0);
  const bool may_end_in_year = folded_before(builder, 1) == "nam" && folded_before(builder, 3) == "thang" &&
                               is_day_word(folded_before(builder, 5));
  if (!may_end_in_year || !is_one_paragraph(builder, tokens - kWithYear.tokens)) return;
  if (const int year = year_value(*builder.tokens().back().word); year != 0) add_date(builder, kWithYear, year);
}

}  // namespace

void add_names_in_words(TokenBuilder& builder) {
  name_document_by_type(builder);
  name_date(builder);
}

void add_document_type(TokenBuilder& builder, std::size_t first, std::string key) {
  // Extras are appended in the order of their last tokens, so the backward search may stop at the first one that ends
  // before `first`.
  const std::vector<Extra>& extras = builder.extras();
  const auto is_before = [first](const Extra& extra) { return extra.first + extra.count <= first; };
  const auto end = std::find_if(extras.rbegin(), extras.rend(), is_before);
  const bool has_this_name = std::any_of(extras.rbegin(), end, [&](const Extra& extra) {
    return extra.kind == ExtraKind::document_type && extra.folded == key;
  });
  if (!has_this_name) builder.add_extra(first, ExtraKind::document_type, std::move(key));
}

}  // namespace timbao
