// SPDX-License-Identifier: GPL-2.0-or-later
// The way out that docs/scale-out.md shows makes the bulk format of every article of samples/.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "common/base/json.h"
#include "tests/cli/process.h"

namespace timbao::test {
namespace {

TEST(ScaleOutPage, MakesTheBulkFormatOfWhatDumpPrints) {
  namespace fs = std::filesystem;
  const TempDirectory directory;
  const std::string index = directory / "index";
  ASSERT_EQ(run({TIMBAO_INDEX_BIN, "--index", index, "--quiet", "add", TIMBAO_SAMPLES_DIR}).status, 0);
  const std::string page = read_file(TIMBAO_SOURCE_DIR "/docs/scale-out.md");
  const std::string begin = "timbao-index --index /srv/index dump |";
  const std::size_t first = page.find(begin);
  ASSERT_NE(first, std::string::npos);
  const std::string script = "timbao-index --index '" + index + "' dump |" +
                             page.substr(first + begin.size(), page.find("```", first) - first - begin.size());

  // It uploads into a file.
  const std::string curl = directory.write("bin/curl",
                                           "#!/bin/bash\n[[ $* =~ @([^ ]+) ]] && cat \"${BASH_REMATCH[1]}\" >>all\n"
                                           "echo '{\"errors\":false}'\n");
  fs::permissions(curl, fs::perms(0755));
  RunOptions options;
  options.environment["PATH"] =
      (directory / "bin") + ":" + fs::path(TIMBAO_QUERY_BIN).parent_path().string() + ":" + std::getenv("PATH");
  options.directory = directory.path();
  const RunResult result = run({"bash", "-euo", "pipefail", "-c", script}, options);
  EXPECT_EQ(result.status, 0) << result.err;
  EXPECT_EQ(result.out + result.err, "");

  const std::vector<std::string> lines = lines_of(read_file(directory / "all"));
  const std::vector<std::string> articles = lines_of(run({TIMBAO_INDEX_BIN, "--index", index, "dump"}).out);
  ASSERT_EQ(lines.size(), 2 * articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const Json article = Json::parse(articles[i]);
    const Json action{{"index", {{"_index", "news"}, {"_id", article["id"]}}}};
    EXPECT_EQ(Json::parse(lines[2 * i]), action);
    EXPECT_EQ(Json::parse(lines[2 * i + 1]), article);
  }
}

}  // namespace
}  // namespace timbao::test
