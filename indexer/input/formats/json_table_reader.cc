// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/formats/json_table_reader.h"

#include <utility>
#include <vector>

#include "indexer/input/article/column_names.h"
#include "indexer/input/formats/whole_source.h"
#include "indexer/input/json/json_table.h"

namespace timbao {
namespace {

class RowsOfJsonTable : public FormatReader {
 public:
  explicit RowsOfJsonTable(const FormatInput& from) : whole_(from), parser_(from.records) {}

  std::optional<Record> next() override {
    if (!table_) {
      std::optional<Record> source = whole_.next();
      if (!source || source->is_too_long) return source;
      text_ = std::move(source->text);
      table_.emplace(text_);
    }
    const std::size_t things =
        table_->rows() + (table_->is_whole() ? 0 : 1);  // the last one says that rows are missing
    if (told_ == things) return std::nullopt;
    record_ = told_ < table_->rows() ? table_->record(told_) : "{}";
    ++told_;
    return Record{record_, {1, told_}};
  }

  ParsedArticle parse(std::string& text) override {
    if (told_ <= table_->rows()) return parser_.parse(text);
    return rejected_as(RejectReason::broken_record,
                       "the table is cut off, or it has cells without a name or more than " +
                           std::to_string(JsonTable::kMostCells) + " cells");
  }

 private:
  WholeSource whole_;
  JsonlParser& parser_;
  std::string text_, record_;
  std::optional<JsonTable> table_;
  std::size_t told_ = 0;  // rows, and the fault behind them
};

}  // namespace

bool begins_table_of_articles(std::string_view head) {
  if (!begins_json_table(head)) return false;
  const std::vector<std::string> names = first_row_of_table(head);
  return names.empty() || parts_of(names, {}).can_be_articles();
}

std::unique_ptr<FormatReader> open_json_table(const FormatInput& from) {
  return std::make_unique<RowsOfJsonTable>(from);
}

}  // namespace timbao
