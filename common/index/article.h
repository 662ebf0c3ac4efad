// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace timbao {

/// A field that timbao stores and shows, but does not search: `tags page issue edition`, and scalars that no other key
/// of a record names.
///
///   {"tags", "[\"đại hội\"]"}     {"extra.editor", "\"Khánh Linh\""}
struct OtherField {
  std::string name;  ///< `tags page issue edition` as they are, everything else with "extra." before it
  std::string json;  ///< its value as JSON text
};

/// One news item as it was printed: what the readers of archives make, what the index stores, and what `dump` and
/// `--show` give back.
///
/// All text is well-formed UTF-8: the readers replace other bytes (common/base/utf8.h). An article has a title or a body;
/// everything else may be empty. Two articles are equal if all of their fields are.
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
  std::vector<OtherField> others;  ///< in the order of the record
};

bool operator==(const OtherField& a, const OtherField& b);
bool operator==(const Article& a, const Article& b);

/// A list as one string, for outputs that have one column for it.
///
///   join_names({"Nguyễn Khánh", "Khánh Linh"}) == "Nguyễn Khánh, Khánh Linh"
std::string join_names(const std::vector<std::string>& names);

/// Texts of a list, each as one paragraph or more: the text of captions and authors that tokens are counted in.
///
///   one_a_line({"Ảnh: Khánh", "Đê xã"}) == "Ảnh: Khánh\nĐê xã\n"
std::string one_a_line(const std::vector<std::string>& texts);

}  // namespace timbao
