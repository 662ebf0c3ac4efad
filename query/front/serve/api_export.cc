// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/cli_values.h"
#include "query/front/serve/api.h"
#include "query/front/serve/limits.h"
#include "query/output/formats.h"

namespace timbao {
namespace {

struct TypeOf {
  std::string_view format, type;
};
constexpr std::array<TypeOf, 4> kTypes{{{"jsonl", "application/jsonl"},
                                        {"csv", "text/csv"},
                                        {"bibtex", "application/x-bibtex"},
                                        {"ris", "application/x-research-info-systems"}}};

std::string type_of(std::string_view format) {
  std::string_view type = "text/plain";
  for (const TypeOf& row : kTypes)
    if (row.format == format) type = row.type;
  return std::string(type) + "; charset=utf-8";
}

/// Spreadsheets take a file of columns without it for a charset of before Unicode.
constexpr std::string_view kByteOrderMark = "\uFEFF";

bool has_lines_of_mentions(const OutputFormatRow& row) {
  return is_streamed(row) && row.mentions == MentionsIn::lines && row.write_mention != nullptr;
}

/// The rows of the formats that a predicate holds for.
std::vector<OutputFormatRow> formats_that(bool (*holds)(const OutputFormatRow& row)) {
  std::vector<OutputFormatRow> rows;
  for (const OutputFormatRow& row : output_formats())
    if (holds(row)) rows.push_back(row);
  return rows;
}

Reply file_of(const OutputFormatRow& format, const std::string& name) {
  Reply head;
  head.type = type_of(format.name);
  head.headers.push_back(
      {"Content-Disposition", "attachment; filename=\"" + name + "." + std::string(format.name) + "\""});
  return head;
}

/// A file that is sent piece by piece. Its head goes with the first piece, so that an error before it has its own reply.
class SentFile {
 public:
  SentFile(Reply head, std::string_view first_line, ReplyPipe& pipe) : head_(std::move(head)), pipe_(pipe) {
    if (!first_line.empty()) (piece_ += kByteOrderMark) += first_line;
  }

  void add(const std::string& lines) {
    piece_ += lines;
    if (piece_.size() >= kPieceBytes) send_piece();
  }

  void end() {
    send_piece();
    pipe_.end();
  }

 private:
  void send_piece() {
    if (!pipe_.has_begun()) pipe_.begin(head_);
    if (!piece_.empty()) pipe_.write(std::move(piece_));
    piece_.clear();
  }

  Reply head_;
  ReplyPipe& pipe_;
  std::string piece_;
};

OutputFormat format_of(const Asked& asked, const std::vector<OutputFormatRow>& formats) {
  return parse_choice({"format", value_of(asked, "format").value_or("jsonl")}, formats);
}

void write_mentions(const Asked& asked, const SearchRequest& request, const Archive& archive, ReplyPipe& pipe) {
  const OutputFormatRow& row = row_of(format_of(asked, formats_that(has_lines_of_mentions)));
  SentFile file(file_of(row, "timbao-mentions"), row.before_mentions, pipe);
  archive.mentions(request, [&](const Mention& mention) { file.add(row.write_mention(mention, {})); });
  file.end();
}

}  // namespace

void write_export(const Asked& asked, const Archive& archive, ReplyPipe& pipe) {
  SearchRequest request = search_of(asked, {"format"});
  if (request.mentions.show == ShowMentions::yes) {
    write_mentions(asked, request, archive, pipe);
    return;
  }
  const OutputFormatRow& row = row_of(format_of(asked, formats_that(is_streamed)));
  if (values_of(asked, "limit").empty()) request.limit = std::nullopt;
  SentFile file(file_of(row, "timbao"), row.before_hits, pipe);
  archive.search_each(request, [&](const Hit& hit) { file.add(row.write_hit(hit)); });
  file.end();
}

}  // namespace timbao
