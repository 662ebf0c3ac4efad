// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/output/tsv.h"

#include "common/base/day.h"
#include "common/base/escape.h"
#include "query/output/score.h"

namespace timbao {

std::string hit_as_tsv(const Hit& hit) {
  std::string line = std::to_string(hit.rank) + '\t' + format_score(hit.score) + '\t' + escape_line(hit.id) + '\t';
  if (hit.date) line += format_timestamp(*hit.date);
  return line + '\t' + escape_line(hit.title.text) + '\t' + escape_line(hit.path) + '\n';
}

std::string hit_as_id(const Hit& hit) { return escape_line(hit.id) + '\n'; }

}  // namespace timbao
