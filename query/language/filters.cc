// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/filters.h"

#include "common/index/terms.h"
#include "common/text/fold.h"

namespace timbao {
namespace {

constexpr int kFirstYear = 1800, kLastYear = 2100;  // where an open end stops: newspapers are not older

std::vector<std::string> number_terms(const std::string& value) {
  Tokenizer tokenizer;
  const TokenizedText text = tokenizer.tokenize(value);
  for (const ExtraKind kind : {ExtraKind::document, ExtraKind::document_type})
    for (const Extra& extra : text.extras)
      if (extra.kind == kind) return {extra_term(extra)};
  return {std::string(prefix::kDocument) + bounded_key(fold_text(value))};
}

std::vector<std::string> url_terms(const std::string& value) {
  std::vector<std::string> terms{url_term(value)};
  if (plain_url(value).find('/') == std::string::npos) terms.push_back(host_term(value));
  return terms;
}

using TermsOf = std::vector<std::string> (*)(const Node&);

TermsOf terms_of(Field field) {
  switch (field) {
    case Field::source:
      return [](const Node& n) { return std::vector{name_term(row_of(Field::source).prefix, n.value)}; };
    case Field::section:
      return [](const Node& n) { return std::vector{name_term(row_of(Field::section).prefix, n.value)}; };
    case Field::number:
      return [](const Node& n) { return number_terms(n.value); };
    case Field::url:
      return [](const Node& n) { return url_terms(n.value); };
    case Field::date:
      return [](const Node& n) { return day_range_terms(n.days); };
    default:
      return [](const Node& n) { return std::vector{id_term(n.value)}; };
  }
}

int last_day_of(int year, int month) {
  int day = 31;
  while (!is_valid({year, month, day})) --day;
  return day;
}

void add_days(const Day& from, int to_day, std::vector<std::string>& terms) {
  for (int day = from.day; day <= to_day; ++day) terms.push_back(day_term({from.year, from.month, day}));
}

/// Days of one month, as its term where all of it is meant.
void add_month_part(const Day& from, int to_day, std::vector<std::string>& terms) {
  if (from.day == 1 && to_day == last_day_of(from.year, from.month))
    terms.push_back(month_term(from));
  else
    add_days(from, to_day, terms);
}

/// Days of one year.
void add_year_part(const Day& from, const Day& to, std::vector<std::string>& terms) {
  if (from.month == 1 && from.day == 1 && to.month == 12 && to.day == 31) return terms.push_back(year_term(from));
  for (int month = from.month; month <= to.month; ++month) {
    const int first = month == from.month ? from.day : 1;
    const int last = month == to.month ? to.day : last_day_of(from.year, month);
    add_month_part({from.year, month, first}, last, terms);
  }
}

}  // namespace

std::vector<std::string> filter_terms(const Node& filter) { return terms_of(*filter.field)(filter); }

std::vector<std::string> day_range_terms(const DayRange& range) {
  const Day first = range.first == DayRange().first ? Day{kFirstYear, 1, 1} : range.first;
  const Day last = range.last == DayRange().last ? Day{kLastYear, 12, 31} : range.last;
  std::vector<std::string> terms;
  for (int year = first.year; year <= last.year; ++year)
    add_year_part(year == first.year ? first : Day{year, 1, 1}, year == last.year ? last : Day{year, 12, 31}, terms);
  return terms;
}

}  // namespace timbao
