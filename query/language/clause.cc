// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/clause.h"

#include <algorithm>

namespace timbao {
namespace {

bool is_same_step(const RunStep& a, const RunStep& b) { return a.from == b.from && a.to == b.to && a.word == b.word; }

}  // namespace

bool operator==(const Clause& a, const Clause& b) {
  return a.kind == b.kind && a.word == b.word && a.length == b.length && a.terms == b.terms &&
         std::equal(a.steps.begin(), a.steps.end(), b.steps.begin(), b.steps.end(), is_same_step) &&
         a.children == b.children;
}

bool has_run(const Clause& clause) {
  return clause.kind == ClauseKind::run || std::any_of(clause.children.begin(), clause.children.end(), has_run);
}

}  // namespace timbao
