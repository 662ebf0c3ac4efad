// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/office/office_properties.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/base/timestamp.h"
#include "common/base/utf8.h"
#include "common/text/fold.h"
#include "common/text/letters.h"
#include "common/text/syllable.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

constexpr std::size_t kMostNameBytes = 60, kFewestNameWords = 2;
constexpr std::string_view kTemplateDate = "2013-12-23T23:15:00Z";

bool is_part_of_name(std::string_view word) {
  return is_upper_case(read_code_point(word, 0).value) && parse_syllable(canonical(word)).has_value();
}

}  // namespace

bool is_person(std::string_view author) {
  if (author.size() > kMostNameBytes) return false;
  const std::vector<std::string_view> words = words_of(author);
  return words.size() >= kFewestNameWords && std::all_of(words.begin(), words.end(), is_part_of_name);
}

std::optional<std::int64_t> date_created(std::string_view created) {
  return created == kTemplateDate ? std::nullopt : parse_timestamp(created);
}

}  // namespace timbao
