// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/input_listing.h"

#include <cmath>
#include <string_view>

#include "common/base/day.h"
#include "common/base/error.h"
#include "indexer/input/files/source_name.h"

namespace timbao {
namespace {

std::string or_dash(std::string_view text) { return text.empty() ? "-" : on_one_line(std::string(text)); }

std::string date_of(const InputReport& report) { return report.date ? format_timestamp(*report.date) : ""; }

std::string charset_of(const InputReport& report) {
  if (report.confidence == 0) return or_dash(report.charset);
  return report.charset + " " + std::to_string(std::lround(100 * report.confidence)) + "%";
}

}  // namespace

std::string describe_input(const InputReport& report) {
  std::string line = escape_bytes(report.path);
  if (!report.inner.empty()) line += "!" + report.inner;
  line = on_one_line(line);
  for (const std::string& column : {or_dash(report.format), charset_of(report), std::to_string(report.articles),
                                    or_dash(date_of(report)), or_dash(report.title), or_dash(report.reason)})
    line += '\t' + column;
  return line;
}

Json json_of_input(const InputReport& report) {
  return {{"path", escape_bytes(report.path)},
          {"inner", text_or_null(report.inner)},
          {"format", text_or_null(report.format)},
          {"charset", text_or_null(report.charset)},
          {"confidence", report.confidence == 0 ? Json() : Json(std::round(1000 * report.confidence) / 1000)},
          {"articles", report.articles},
          {"rejected", report.rejected},
          {"passed_over", report.passed_over},
          {"date", text_or_null(date_of(report))},
          {"title", text_or_null(report.title)},
          {"reason", text_or_null(report.reason)},
          {"kind", "input"}};
}

}  // namespace timbao
