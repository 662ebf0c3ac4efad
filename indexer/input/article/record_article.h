// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/input/article/article.h"
#include "indexer/input/article/article_jsonl_keys.h"
#include "indexer/input/json/json_value.h"

namespace timbao {

/// A key of a record with its value.
struct RecordMember {
  std::string key;  ///< as it stands in the record
  KeyMeaning meaning;
  JsonValue value;
};

/// Makes an article of the members of a record.
///
///   RecordArticle maker(members); ReadArticle read = maker.make();
///
/// Takes    the members in their order. Of several keys of one part the one of the best name that says something is
///          taken; the others are kept under "extra.".
/// Returns  the article without an id of its own making, and remarks on what was not understood.
/// Errors   simdjson_error where a value that is kept is no JSON.
class RecordArticle {
 public:
  explicit RecordArticle(std::vector<RecordMember> members) : members_(std::move(members)) {}

  ReadArticle make();

 private:
  void choose();
  [[nodiscard]] bool says_something(const RecordMember& member) const;
  void set(const RecordMember& member);
  void set_tags(const RecordMember& member);
  void keep(const RecordMember& member);
  void keep_unless_null(const RecordMember& member, const std::string& name);
  void add_other(std::string name, std::string json);
  void remark(NoticeKind kind, std::string detail);
  void note_html();

  std::vector<RecordMember> members_;
  std::array<const RecordMember*, kParts> chosen_{};  // by part
  std::unordered_set<std::string> names_;             // of what is kept
  ReadArticle read_;
};

}  // namespace timbao
