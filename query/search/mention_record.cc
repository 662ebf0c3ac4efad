// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/mention_record.h"

#include <array>
#include <cstdint>

#include "common/base/varint.h"

namespace timbao {
namespace {

constexpr std::array kTexts{&Mention::id,   &Mention::title, &Mention::source, &Mention::index,
                            &Mention::left, &Mention::match, &Mention::right,  &Mention::reading};

std::uint64_t number_of(std::string_view& record) { return take_varint(record).value_or(0); }

}  // namespace

std::string mention_record(const Mention& mention) {
  std::string record;
  append_varint(record, static_cast<std::uint64_t>(mention.field));
  append_varint(record, mention.item);
  append_varint(record, mention.marks.begin);
  append_varint(record, mention.marks.end);
  append_varint(record, mention.date ? 1 : 0);
  append_varint(record, static_cast<std::uint64_t>(mention.date.value_or(0)));
  for (const auto text : kTexts) append_sized(record, mention.*text);
  return record;
}

Mention mention_of(std::string_view record) {
  Mention mention;
  mention.field = static_cast<Field>(number_of(record));
  mention.item = number_of(record);
  mention.marks.begin = number_of(record);
  mention.marks.end = number_of(record);
  const bool has_date = number_of(record) != 0;
  const auto date = static_cast<std::int64_t>(number_of(record));
  if (has_date) mention.date = date;
  for (const auto text : kTexts) mention.*text = take_sized(record).value_or("");
  return mention;
}

}  // namespace timbao
