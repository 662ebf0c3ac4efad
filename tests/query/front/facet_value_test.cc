// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/facet_value.h"

#include <gtest/gtest.h>

#include <limits>

#include "common/base/error.h"

namespace timbao {
namespace {

std::string read(const std::string& text) {
  std::vector<FacetRequest> facets;
  add_facets({"facet", text}, facets);
  std::string written;
  for (const FacetRequest& facet : facets)
    written += std::string(row_of_value(kFacetFields, facet.field).name) +
               (facet.limit == std::numeric_limits<std::size_t>::max() ? "*" : std::to_string(facet.limit)) + " ";
  return written;
}

std::string refusal(const std::string& text) {
  try {
    read(text);
  } catch (const Error& error) {
    return error.code() == ExitCode::usage ? error.message() : "another status";
  }
  return "none";
}

TEST(FacetValue, ReadsFieldsWithTheirNumbers) {
  EXPECT_EQ(read("source"), "source10 ");
  EXPECT_EQ(read("author:20"), "author20 ");
  EXPECT_EQ(read("month:all,section:1,year"), "month* section1 year10 ");
}

TEST(FacetValue, RefusesWhatIsNoField) {
  for (const std::string bad : {"", ",", "source,", "Source", "path", "source:", "source:0", "source:-1", "source:1:2",
                                "source:x", "source:99999999999", "source author"})
    EXPECT_EQ(refusal(bad),
              "--facet takes source, section, author, year or month, with :N behind it for the N commonest values or "
              ":all, not '" +
                  bad + "'");
}

TEST(FacetValue, RefusesAFieldGivenTwice) { EXPECT_EQ(refusal("source,year,source:3"), "--facet names source twice"); }

}  // namespace
}  // namespace timbao
