// SPDX-License-Identifier: GPL-2.0-or-later
// Web pages in an archive: articles come in by their fields, lists are passed over, and all of it is accounted for.
#include <gtest/gtest.h>

#include <string>

#include "tests/cli/archive_fixture.h"

namespace timbao::test {
namespace {

using Pages = ArchiveTest;

constexpr const char* kPages = TIMBAO_SOURCE_DIR "/tests/golden/pages/";

std::string page(const std::string& name) { return read_file(kPages + name); }

TEST_F(Pages, ComeInByTheirFields) {
  static_cast<void>(directory_.write("archive/a.html", page("05-right-aligned-writer.html")));
  static_cast<void>(directory_.write("archive/b.txt", page("19-frontpage-2001.html")));
  const RunResult added = command({"add", archive_});
  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_TRUE(holds("họp bàn mở đường lần thứ 5\""));
  EXPECT_TRUE(holds("\"author\":\"An Vũ\"") || holds("\"author\":[\"An Vũ\"]"));
  EXPECT_FALSE(holds("Trang chủ"));
  EXPECT_FALSE(holds("<p")) << "a page is known by its content, whatever its name";
  const RunResult found = run({TIMBAO_QUERY_BIN, "--index", index_, "--format", "ids", "title:\"hop ban mo duong\""});
  EXPECT_EQ(lines_of(found.out).size(), 2U) << found.out;
}

TEST_F(Pages, ThatAreListsArePassedOverUnlessTheUserInsists) {
  static_cast<void>(directory_.write("archive/a.html", page("29-front-page.html")));
  static_cast<void>(directory_.write("archive/b.html", page("01-json-ld-graph.html")));
  const RunResult added = command({"add", "--verbose", archive_});
  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_TRUE(has_part(added.err, "a.html: passed over: no_article")) << added.err;
  EXPECT_TRUE(has_part(added.err, "added 1,")) << added.err;
  const RunResult insisted = command({"add", "--format", "html", archive_});
  EXPECT_TRUE(has_part(insisted.err, "added 1,")) << insisted.err;
}

TEST_F(Pages, OfHostilePeopleAreOneLineEach) {
  std::string nested = "<html>";
  for (int depth = 0; depth < 200'000; ++depth) nested += "<div>";
  static_cast<void>(directory_.write("archive/nested.html", nested + "Làng họp"));
  static_cast<void>(directory_.write("archive/empty.html", "<html></html>"));
  static_cast<void>(directory_.write("archive/good.html", page("03-open-graph.html")));
  const RunResult added = command({"add", archive_});
  EXPECT_EQ(added.status, 1) << added.err;
  EXPECT_TRUE(has_part(added.err, "nested.html: too_large: ")) << added.err;
  EXPECT_TRUE(has_part(added.err, "empty.html: empty: ")) << added.err;
  EXPECT_TRUE(has_part(added.err, "added 1,")) << added.err;
}

}  // namespace
}  // namespace timbao::test
