// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/input/article/article.h"
#include "indexer/input/article/article_jsonl_keys.h"
#include "indexer/input/json/json_value.h"

namespace timbao {

/// One member of a record: a key, what it means, and its value.
///
///   "sapo": "Sáng nay, làng họp."    {"sapo", {Part::lead, …}, {texts: {"Sáng nay, làng họp."}}}
struct RecordMember {
  std::string key;     ///< as it stands in the record
  KeyMeaning meaning;  ///< meaning_of(key); Part::extra for a member of the object `extra`
  JsonValue value;     ///< its `raw` points into the record
};

/// Builds an article from the members of one JSON record.
///
///   ReadArticle read = RecordArticle(members).make();
///
/// A record that `dump` has printed is taken as it stands. In any other, letters that were written in another way than the
/// text around them are restored first (charset/restore.h). Then, for each part of an article, the member is taken whose key
/// has the best rank and whose value says something: a date that cannot be read, an url that names no page, and a number
/// where a name should be say nothing. A `name` alone is no title, but that of a section or of a person. Every other member
/// is kept under "extra.NAME", so that no value is lost: a second title, a key that is not known, a list that has no text. A
/// name that is there already gets "_" behind it. HTML in a title, a lead, a body, captions, authors and sections is read as
/// text (html_text.h). What is kept for want of a better place is remarked on.
///
/// Takes    the members in the order of the record. The record must outlive this.
/// Returns  the article with the id that the record names, perhaps none, and its remarks. After kMostRemarks remarks
///          the last of each kind counts the rest.
/// Errors   simdjson_error where a value that is kept is no JSON.
/// Threads  one thread; make() is called once.
/// Source   docs/archives.md lists the keys; covered by article_jsonl_test and article_jsonl_fuzz.
class RecordArticle {
 public:
  explicit RecordArticle(std::vector<RecordMember> members) : members_(std::move(members)) {}

  ReadArticle make();

 private:
  void restore();
  void choose();
  void correct();
  void join_time_of_day(RecordMember& date);
  [[nodiscard]] bool says_something(const RecordMember& member) const;
  void set(const RecordMember& member);
  void set_tags(const RecordMember& member);
  void keep(const RecordMember& member);
  void keep_unless_null(const RecordMember& member, const std::string& name);
  void add_other(std::string name, std::string json);
  void remark(NoticeKind kind, std::string detail);
  std::string_view read_html();

  std::vector<RecordMember> members_;
  std::array<RecordMember*, kParts> chosen_{};  // by part
  std::unordered_set<std::string> names_;       // of what is kept
  ReadArticle read_;
};

}  // namespace timbao
