// SPDX-License-Identifier: GPL-2.0-or-later
// The formats `csv` and `tsv`: tables whose first row names the columns, a row a record.
#include <algorithm>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/take_part.h"
#include "common/base/utf8.h"
#include "indexer/input/article/column_names.h"
#include "indexer/input/charset/to_utf8.h"
#include "indexer/input/formats/formats.h"
#include "indexer/input/json/json_scan.h"
#include "indexer/input/tables/csv_rows.h"
#include "indexer/input/tables/record_text.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

using Cells = std::vector<std::string>;

constexpr std::string_view kSeparators = ",;\t|", kTab = "\t";
constexpr std::string_view kSeparatorLine = "sep=";  // what Excel writes before a table: "sep=;"
constexpr std::size_t kRowsLookedAt = 20;

// ---- recognising

std::string_view take_line(std::string_view& text) {
  std::string_view line = take_part(text, "\n");
  if (ends_with(line, "\r")) line.remove_suffix(1);
  if (starts_with(line, kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  return line;
}

bool is_empty(const Cells& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return trim(cell).empty(); });
}

/// The first rows of a text that hold something; the last of them may be cut off.
std::vector<Cells> first_rows(std::string_view text, char separator) {
  std::vector<Cells> rows;
  CsvRow row(separator);
  for (std::size_t looked_at = 0; !text.empty() && looked_at < kRowsLookedAt; ++looked_at) {
    row.clear();
    while (row.take(take_line(text)) == RowEnd::open && !text.empty()) {
    }
    if (!is_empty(row.cells())) rows.push_back(row.cells());
  }
  return rows;
}

/// How a table separates its cells, and what the row of names says: the first one, or one below a heading or comments.
struct TableShape {
  char separator = ',';
  ColumnParts parts;
  std::size_t least_cells = 0;  ///< of the rows looked at
  Cells names;                  ///< the row of names, where it is not the first one
};

ColumnParts parts_of_row(Cells names, const FormatInput& from) {
  for (std::string& name : names) to_utf8_in_place(name, from.charset);
  return parts_of(names, from.map);
}

TableShape shape_with(char separator, std::string_view head, const FormatInput& from) {
  TableShape shape{separator, {}, 0, {}};
  const std::vector<Cells> rows = first_rows(head, separator);
  if (rows.empty()) return shape;
  shape.parts = parts_of_row(rows.front(), from);
  for (std::size_t row = 1; row < rows.size() && !shape.parts.can_be_articles() && from.map.is_empty(); ++row) {
    const ColumnParts parts = parts_of_row(rows[row], from);
    if (!parts.can_be_articles() || 2 * parts.known <= rows[row].size()) continue;
    shape.parts = parts;
    shape.names = rows[row];
  }
  shape.least_cells = (shape.names.empty() ? rows.front() : shape.names).size();
  if (shape.names.empty())
    for (const Cells& row : rows) shape.least_cells = std::min(shape.least_cells, row.size());
  return shape;
}

bool is_better(const TableShape& a, const TableShape& b) {
  return std::pair(a.parts.known, a.least_cells) > std::pair(b.parts.known, b.least_cells);
}

/// The shape with the separator that gives the first row most names that are known, else all rows most cells.
///
/// Takes    the separators to choose from.
TableShape shape_of(const FormatInput& from, std::string_view separators) {
  std::string_view head = from.input.bytes();
  std::string_view rest = head;
  const std::string_view first = take_line(rest);
  if (starts_with(first, kSeparatorLine)) {
    head = rest;
    if (first.size() == kSeparatorLine.size() + 1) separators = first.substr(kSeparatorLine.size());
  }
  TableShape best = shape_with(separators.front(), head, from);
  for (const char separator : separators) {
    TableShape shape = shape_with(separator, head, from);
    if (is_better(shape, best)) best = shape;
  }
  return best;
}

/// Whether the first row names two parts of an article at least, one of which is its title or its text.
bool has_csv_content(const FileHead& head) {
  std::string_view rest = without_leading_space(head.bytes);
  const std::string first(take_line(rest));
  return std::any_of(kSeparators.begin(), kSeparators.end(), [&](char separator) {
    CsvRow row(separator);
    if (row.take(first) != RowEnd::closed || rest.empty()) return false;
    const ColumnParts parts = parts_of(row.cells(), {});
    return parts.known >= 2 && 2 * parts.known >= std::min<std::size_t>(row.cells().size(), 6) &&
           parts.can_be_articles();
  });
}

// ---- reading

class RowsOfCsv : public FormatReader {
 public:
  RowsOfCsv(const FormatInput& from, const TableShape& shape)
      : from_(from), shape_(shape), rows_(from.input, {from.limit_bytes, shape.separator}) {}

  std::optional<Record> next() override {
    while (rows_.next()) {
      if (rows_.kind() == CsvRows::Kind::too_long) return Record{text_.text(), place(), true};
      if (rows_.kind() == CsvRows::Kind::broken) return tell(broken_row());
      if (is_empty(rows_.cells()))
        count_empty_row();
      else if (std::optional<Record> record = take_row())
        return record;
    }
    if (!from_.input.at_end() || empty_rows_ == 0) return std::nullopt;
    return tell(empty_rows());
  }

  ParsedArticle parse(std::string& text) override {
    if (told_) return *std::exchange(told_, std::nullopt);
    escape_controls(text);
    return from_.records.parse(text);
  }

 private:
  /// What is known of the names of the columns.
  enum class Names : std::uint8_t { unknown, in_first_row, numbers, missing };

  /// The record of the row; nothing for the row that names the columns, and where nothing names them.
  std::optional<Record> take_row() {
    if (names_ == Names::missing) return std::nullopt;
    if (names_ == Names::unknown && starts_with(rows_.cells().front(), kSeparatorLine)) return std::nullopt;
    if (names_ == Names::unknown && !shape_.names.empty() && rows_.cells() != shape_.names)
      return tell(passed_over_as("a row before the names of the columns"));
    if (names_ == Names::unknown && !take_names()) {
      if (names_ == Names::missing) return tell(no_names());
      return std::nullopt;
    }
    if (rows_.cells() == first_row_) return tell(passed_over_as("the names of the columns again"));
    text_.begin();
    for (std::size_t column = 0; column < rows_.cells().size(); ++column)
      text_.add(columns_.key_of(column), rows_.cells()[column]);
    return Record{text_.end(), place()};
  }

  /// Learns the names of the columns from the first row. Returns whether that row is a record already.
  bool take_names() {
    const Cells& cells = rows_.cells();
    const bool is_named = shape_.parts.can_be_articles() || has_mapped_name(cells);
    const bool is_numbered = !is_named && !from_.map.is_empty();
    names_ = is_named ? Names::in_first_row : is_numbered ? Names::numbers : Names::missing;
    if (!is_named) return is_numbered;
    first_row_ = cells;
    columns_ = ColumnNames(cells, from_.map);
    return false;
  }

  [[nodiscard]] bool has_mapped_name(const Cells& cells) const {
    return std::any_of(cells.begin(), cells.end(),
                       [this](const std::string& cell) { return !is_column_number(cell) && from_.map.has(cell); });
  }

  void count_empty_row() {
    const bool is_blank_line = rows_.cells().size() == 1;
    if (!is_blank_line && empty_rows_++ == 0) first_empty_line_ = rows_.line();
  }

  /// Gives a record that parse() answers with what is to be told.
  std::optional<Record> tell(ParsedArticle told) {
    told_ = std::move(told);
    text_.begin();
    return Record{text_.end(), place()};
  }

  static Rejected broken_row() {
    return rejected_as(RejectReason::broken_record, "a quoted cell of this row is not closed, or it has more than " +
                                                        std::to_string(kMostCells) + " cells");
  }

  static Rejected no_names() {
    return rejected_as(RejectReason::broken_record,
                       "the first row names no title and no text; --map title=1,body=2 says which columns they are");
  }

  Notice empty_rows() {
    Notice notice = passed_over_as("rows without any value, the first in line " + std::to_string(first_empty_line_));
    notice.remark.count = std::exchange(empty_rows_, 0);
    return notice;
  }

  [[nodiscard]] RecordPlace place() const { return {rows_.line(), rows_.line()}; }

  FormatInput from_;
  TableShape shape_;
  CsvRows rows_;
  RecordText text_;
  ColumnNames columns_;
  Cells first_row_;  // where it names the columns
  Names names_ = Names::unknown;
  std::optional<ParsedArticle> told_;  // what parse() answers, where the record is no row
  std::size_t empty_rows_ = 0;
  std::uint64_t first_empty_line_ = 0;
};

std::unique_ptr<FormatReader> open_csv(const FormatInput& from) {
  return std::make_unique<RowsOfCsv>(from, shape_of(from, kSeparators));
}

std::unique_ptr<FormatReader> open_tsv(const FormatInput& from) {
  return std::make_unique<RowsOfCsv>(from, shape_of(from, kTab));
}

}  // namespace

FormatRow csv_format() { return {Format::csv, has_csv_content, nullptr, open_csv}; }
FormatRow tsv_format() { return {Format::tsv, nullptr, nullptr, open_tsv}; }

}  // namespace timbao
