// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/filters.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/index/terms.h"
#include "query/language/parse.h"

namespace timbao {
namespace {

using Terms = std::vector<std::string>;

Terms terms_of(std::string_view query) {
  Tokenizer tokenizer;
  const ParsedQuery parsed = parse_query(query, tokenizer, {2018, 2, 1});
  const Node& node = parsed.root.children.at(0);
  EXPECT_EQ(node.kind, NodeKind::filter) << query;
  return node.kind == NodeKind::filter ? filter_terms(node) : Terms();
}

TEST(FilterTerms, NameWhatAnArticleOfTheFieldHas) {
  struct Case {
    std::string_view query;
    Terms terms;
  };
  const std::vector<Case> cases{
      {"source:\"Báo  Tỉnh\"", {"XSbao tinh"}},
      {"source:báo-tỉnh", {"XSbao tinh"}},
      {"section:\"Thời sự\"", {"XGthoi su"}},
      {"id:2018/a.txt", {"Q2018/a.txt"}},
      {"id:\"Có Dấu\"", {"QCó Dấu"}},
      {"so:05-CT/TW", {"O5/ct/tw"}},
      {"so:5-ct/tư", {"O5/ct/tw"}},
      {"so:30/2020/NĐ-CP", {"O30/2020/nd/cp"}},
      {"so:\"Chỉ thị 05\"", {"Oct 5"}},
      {"so:\"nghị định số 30\"", {"Ond 30"}},
      {"url:https://Example.vn/a.html#x", {"Uexample.vn/a.html"}},
      {"url:example.vn", {"Uexample.vn", "Hexample.vn"}},
      {"url:https://www.example.vn/", {"Uwww.example.vn", "Hexample.vn"}},
  };
  for (const Case& c : cases) EXPECT_EQ(terms_of(c.query), c.terms) << c.query;
}

TEST(FilterTerms, CutALongIdAsTheIndexDoes) {
  const std::string id(500, 'i');
  EXPECT_EQ(terms_of("id:" + id), Terms{id_term(id)});
  EXPECT_LE(id_term(id).size(), 245U);
}

}  // namespace
}  // namespace timbao
