// SPDX-License-Identifier: GPL-2.0-or-later
// The format `sql`: the dump of a database, of which the rows of one table are records.
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/take_part.h"
#include "indexer/input/article/column_names.h"
#include "indexer/input/charset/to_utf8.h"
#include "indexer/input/formats/formats.h"
#include "indexer/input/json/json_scan.h"
#include "indexer/input/tables/record_text.h"
#include "indexer/input/tables/sql_rows.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

constexpr std::size_t kMostCountedTables = 1'000;

/// What a dump begins with, and what some line of its beginning begins with.
constexpr std::array<std::string_view, 12> kFirstWords{"--",    "/*",   "#",     "CREATE ", "INSERT ", "SET ",
                                                       "DROP ", "USE ", "COPY ", "BEGIN",   "PRAGMA ", "REM "};
constexpr std::array<std::string_view, 3> kStatements{"CREATE TABLE ", "INSERT INTO ", "INSERT "};
constexpr std::string_view kCopy = "COPY ", kCopyEnd = "FROM stdin;";

template <std::size_t kCount>
bool begins_with_any(std::string_view line, const std::array<std::string_view, kCount>& words) {
  return std::any_of(words.begin(), words.end(),
                     [line](std::string_view word) { return is_keyword(line.substr(0, word.size()), word); });
}

bool has_sql_content(const FileHead& head) {
  std::string_view rest = without_leading_space(head.bytes);
  if (!begins_with_any(rest, kFirstWords)) return false;
  while (!rest.empty()) {
    const std::string_view line = trim(take_part(rest, "\n"));
    const bool has_more = line.find_first_of("(`") != std::string_view::npos || !rest.empty();
    if (begins_with_any(line, kStatements) && has_more) return true;
    if (starts_with(line, kCopy) && ends_with(line, kCopyEnd)) return true;
  }
  return false;
}

/// A table that articles are not read from.
struct OtherTable {
  std::size_t rows = 0;
  bool looks_like_articles = false;
};

class RowsOfSql : public FormatReader {
 public:
  explicit RowsOfSql(const FormatInput& from) : from_(from), rows_(from.input, from.limit_bytes) {}

  std::optional<Record> next() override {
    while (rows_.next()) {
      if (!is_taken()) {
        count_other();
        continue;
      }
      if (rows_.kind() == SqlRows::Kind::too_long) return Record{text_.text(), place(), true};
      if (rows_.kind() == SqlRows::Kind::broken)
        return tell(rejected_as(RejectReason::broken_record,
                                "a row of the table '" + taken_ + "' that cannot be read: is a quote not escaped?"));
      return record();
    }
    return from_.input.at_end() ? tell_other_tables() : std::nullopt;
  }

  ParsedArticle parse(std::string& text) override {
    if (told_) return *std::exchange(told_, std::nullopt);
    escape_controls(text);
    return from_.records.parse(text);
  }

 private:
  Record record() {
    if (rows_.columns() != names_) {
      names_ = rows_.columns();
      columns_ = ColumnNames(names_, from_.map);
    }
    text_.begin();
    for (std::size_t column = 0; column < rows_.cells().size(); ++column)
      text_.add(columns_.key_of(column), rows_.cells()[column]);
    return {text_.end(), place()};
  }

  /// Whether articles are read from the table of the row: the table that was named, else the first one that looks like it.
  bool is_taken() {
    if (!taken_.empty()) return rows_.table() == taken_;
    if (rows_.table() == refused_) return false;
    const bool is_it = from_.table.empty() ? looks_like_articles() : is_keyword(rows_.table(), from_.table);
    (is_it ? taken_ : refused_) = rows_.table();
    return is_it;
  }

  [[nodiscard]] bool looks_like_articles() const {
    std::vector<std::string> names = rows_.columns();
    if (names.empty()) return !from_.map.is_empty();
    for (std::string& name : names) to_utf8_in_place(name, from_.charset);
    return parts_of(names, from_.map).are_articles();
  }

  void count_other() {
    const auto known = other_tables_.find(rows_.table());
    if (known != other_tables_.end()) return void(++known->second.rows);
    if (other_tables_.size() >= kMostCountedTables) return void(++other_tables_["and others"].rows);
    other_tables_[rows_.table()] = {1, from_.table.empty() && looks_like_articles()};
  }

  /// Tells of the tables that were not read, one thing after the other; nothing where all were told.
  std::optional<Record> tell_other_tables() {
    if (other_tables_.empty()) return std::nullopt;
    if (taken_.empty()) return tell(no_table());
    const auto first = other_tables_.begin();
    auto& [table, seen] = *first;
    if (std::exchange(seen.looks_like_articles, false)) {
      Notice notice;
      notice.remark = {NoticeKind::other_table, 1,
                       "the table '" + table + "'; articles are read from '" + taken_ + "'"};
      return tell(std::move(notice));
    }
    Notice notice = passed_over_as("rows of the table '" + table + "'; articles are read from '" + taken_ + "'");
    notice.remark.count = seen.rows;
    other_tables_.erase(first);
    return tell(std::move(notice));
  }

  Rejected no_table() {
    std::vector<std::string_view> names;
    names.reserve(other_tables_.size());
    for (const auto& [name, seen] : other_tables_) names.push_back(name);
    names.resize(std::min<std::size_t>(names.size(), 20));
    Rejected rejected = rejected_as(RejectReason::broken_record,
                                    (from_.table.empty() ? "no table has columns for a title and a text; --table "
                                                           "and --map choose them, among "
                                                         : "there is no table '" + from_.table + "', but ") +
                                        join(names, ", "));
    other_tables_.clear();
    return rejected;
  }

  /// Gives a record that parse() answers with what is to be told.
  std::optional<Record> tell(ParsedArticle told) {
    told_ = std::move(told);
    text_.begin();
    return Record{text_.end(), place()};
  }

  [[nodiscard]] RecordPlace place() {
    record_ += 1;
    return {std::max<std::uint64_t>(rows_.line(), 1), record_};
  }

  FormatInput from_;
  SqlRows rows_;
  RecordText text_;
  std::string taken_, refused_;  // the table that articles are read from; the one that was looked at last and is not it
  std::vector<std::string> names_;
  ColumnNames columns_;
  std::optional<ParsedArticle> told_;  // what parse() answers, where the record is no row
  std::map<std::string, OtherTable> other_tables_;
  std::uint64_t record_ = 0;
};

std::unique_ptr<FormatReader> open_sql(const FormatInput& from) { return std::make_unique<RowsOfSql>(from); }

}  // namespace

FormatRow sql_format() { return {Format::sql, has_sql_content, nullptr, open_sql}; }

}  // namespace timbao
