// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/tsv.h"

#include <array>
#include <string_view>

#include "common/base/day.h"
#include "query/output/format.h"

namespace timbao {
namespace {

struct Escape {
  char character;
  std::string_view written;
};
constexpr std::array<Escape, 4> kEscapes{{{'\t', "\\t"}, {'\n', "\\n"}, {'\r', "\\r"}, {'\\', "\\\\"}}};

std::string escaped(std::string_view column) {
  std::string text;
  for (const char c : column) {
    std::string_view written(&c, 1);
    for (const Escape& escape : kEscapes)
      if (escape.character == c) written = escape.written;
    text += written;
  }
  return text;
}

}  // namespace

std::string hit_as_tsv(const Hit& hit) {
  std::string line = std::to_string(hit.rank) + '\t' + format_score(hit.score) + '\t' + escaped(hit.id) + '\t';
  if (hit.date) line += format_timestamp(*hit.date);
  return line + '\t' + escaped(hit.title.text) + '\t' + escaped(hit.path) + '\n';
}

std::string hit_as_id(const Hit& hit) { return escaped(hit.id) + '\n'; }

}  // namespace timbao
