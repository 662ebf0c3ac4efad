// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <string>
#include <string_view>

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

/// The rows of the formats that are written hit by hit.
std::vector<OutputFormatRow> export_formats() {
  std::vector<OutputFormatRow> rows;
  for (const OutputFormatRow& row : output_formats())
    if (is_streamed(row)) rows.push_back(row);
  return rows;
}

Reply head_of(const OutputFormatRow& format) {
  Reply head;
  head.type = type_of(format.name);
  head.headers.push_back({"Content-Disposition", "attachment; filename=\"timbao." + std::string(format.name) + "\""});
  return head;
}

}  // namespace

void write_export(const Asked& asked, const Archive& archive, ReplyPipe& pipe) {
  SearchRequest request = search_of(asked, {"format"});
  const OutputFormat format = parse_choice({"format", value_of(asked, "format").value_or("jsonl")}, export_formats());
  const OutputFormatRow& row = row_of(format);
  if (values_of(asked, "limit").empty()) request.limit = std::nullopt;
  std::string piece(row.before_hits);
  bool has_begun = false;
  const auto send_piece = [&] {
    if (!has_begun) pipe.begin(head_of(row));
    has_begun = true;
    if (!piece.empty()) pipe.write(std::move(piece));
    piece.clear();
  };
  archive.search_each(request, [&](const Hit& hit) {
    piece += row.write_hit(hit);
    if (piece.size() >= kPieceBytes) send_piece();
  });
  send_piece();
  pipe.end();
}

}  // namespace timbao
