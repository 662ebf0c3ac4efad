// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/article/key_map.h"

#include <algorithm>

#include "common/base/ascii.h"

namespace timbao {

void KeyMap::add(Part part, std::string_view key) { keys_.push_back({plain_key(key), part}); }

std::optional<std::size_t> KeyMap::place_of(std::string_view key) const {
  const std::string plain = plain_key(key);
  const auto found =
      std::find_if(keys_.begin(), keys_.end(), [&](const MappedKey& mapped) { return mapped.plain == plain; });
  if (found == keys_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - keys_.begin());
}

KeyMeaning KeyMap::meaning_of(std::string_view key) const {
  if (const std::optional<std::size_t> place = place_of(key)) return {keys_[*place].part, *place};
  KeyMeaning meaning = timbao::meaning_of(key);
  meaning.rank += keys_.size();
  return meaning;
}

bool KeyMap::has(std::string_view key) const { return place_of(key).has_value(); }

std::string KeyMap::text() const {
  std::string text;
  for (const MappedKey& mapped : keys_)
    (((text += std::to_string(static_cast<std::size_t>(mapped.part))) += '=') += mapped.plain) += '\n';
  return text;
}

bool is_column_number(std::string_view key) { return !key.empty() && is_digits(key); }

}  // namespace timbao
