// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/article.h"

namespace timbao {

/// A value of a JSON object, as far as an article can use it.
struct JsonValue {
  std::vector<std::string> texts;  ///< a string, number or truth value as text, or those of a list; none for null
  std::vector<bool> is_string;     ///< of each text: whether it was a string
  bool is_list = false;
};

/// The value as JSON text again: a list, or its only text.
std::string json_of(const JsonValue& value);

/// How a key of a record becomes a part of an article.
struct KeyRow {
  std::string_view name;  ///< in lower case
  bool is_alias;          ///< another name: the key's own name goes before it
  void (*set)(ReadArticle& read, const JsonValue& value);
  bool (*is_set)(const ReadArticle& read);
};

/// The row of a key, whatever its case; null where it is no part of an article.
const KeyRow* key_row(std::string_view key);

/// Keeps a value that is shown but not searched: "tags" by its name, "views" as "extra.views".
void keep_other(Article& article, std::string_view key, const JsonValue& value);

}  // namespace timbao
