// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace timbao {

/// A field that timbao keeps and shows but does not search: `tags`, `page`, and what stood under `extra`.
struct OtherField {
  std::string name;
  std::string json;  ///< its value as JSON text
};

/// One news item, as it was printed: what goes into the index and what `dump` and `--show` give back.
///
/// All text is well-formed UTF-8. An article has a title or a body, everything else may be empty.
struct Article {
  std::string id;
  std::string title;
  std::string lead;
  std::string body;  ///< paragraphs, one a line
  std::vector<std::string> captions;
  std::vector<std::string> authors;
  std::string source;
  std::vector<std::string> sections;
  std::optional<std::int64_t> date;  ///< seconds since 1970-01-01T00:00:00Z
  std::string url;
  std::string path;                ///< the file it came from
  std::vector<OtherField> others;  ///< in their order; `tags page issue edition` by name, other scalars as "extra.NAME"
};
bool operator==(const OtherField& a, const OtherField& b);
bool operator==(const Article& a, const Article& b);

/// "Nguyễn Khánh, Khánh Linh": how a list is shown where one string is wanted.
std::string join_names(const std::vector<std::string>& names);

}  // namespace timbao
