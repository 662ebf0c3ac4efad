// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/batch.h"

#include <ostream>

#include "common/base/line_source.h"
#include "query/front/batch_line.h"
#include "query/output/json.h"

namespace timbao {
namespace {

constexpr std::string_view kOutputName = "standard output";

BatchLine read_line(const InputLine& input, const SearchRequest& usual) {
  if (!input.is_too_long) return read_batch_line(input.text, usual);
  return refuse_batch_line(input.text, "the line is longer than " + std::to_string(kBatchLineLimit) + " bytes");
}

std::string error_object(const BatchLine& line) {
  return R"({"id":)" + line.id.text + R"(,"error":)" + to_line(*line.error) + "}\n";
}

}  // namespace

ExitCode run_batch(const SearchRequest& usual, const Archive& archive, const Console& console) {
  ExitCode status = ExitCode::done;
  LineSource lines(console.in, kBatchLineLimit, [&] { flush_or_throw(console.out, kOutputName); });
  while (const std::optional<InputLine> input = lines.next()) {
    const double began_ms = console.now_ms();
    if (input->text.empty()) continue;
    const BatchLine line = read_line(*input, usual);
    if (line.error) {
      status = ExitCode::incomplete;
      console.out << error_object(line);
    } else {
      const Answer answer = archive.search(line.request);
      console.out << answer_as_json(line.id, line.request, answer, [&] { return console.now_ms() - began_ms; });
    }
    if (!console.out) flush_or_throw(console.out, kOutputName);
  }
  flush_or_throw(console.out, kOutputName);
  return status;
}

}  // namespace timbao
