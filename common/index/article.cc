// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/article.h"

#include <tuple>

namespace timbao {
namespace {

auto as_tuple(const Article& a) {
  return std::tie(a.id, a.title, a.lead, a.body, a.captions, a.authors, a.source, a.sections, a.date, a.url, a.path,
                  a.others);
}

}  // namespace

bool operator==(const OtherField& a, const OtherField& b) { return a.name == b.name && a.json == b.json; }

bool operator==(const Article& a, const Article& b) { return as_tuple(a) == as_tuple(b); }

std::string join_names(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : ", ") + name;
  return joined;
}

std::string one_a_line(const std::vector<std::string>& texts) {
  std::string lines;
  for (const std::string& text : texts) lines += text + '\n';
  return lines;
}

}  // namespace timbao
