// SPDX-License-Identifier: GPL-2.0-or-later
// A miniature of bench/memory_shapes.py: whatever the input, memory stays within --memory and 64 MB.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/cli/process.h"
#include "tests/sanitizer.h"

namespace timbao::test {
namespace {

class MemoryShapes : public testing::TestWithParam<const char*> {};

TEST_P(MemoryShapes, StayWithinTheirBound) {
  if (kHasSanitizer) GTEST_SKIP() << "memory says nothing under a sanitizer";
  const RunResult result = run({"python3", TIMBAO_SOURCE_DIR "/bench/memory_shapes.py",
                                std::filesystem::path(TIMBAO_INDEX_BIN).parent_path().string(), "--memory", "16M",
                                "--small", "--shape", GetParam()});
  EXPECT_EQ(result.status, 0) << result.out << result.err;
}

INSTANTIATE_TEST_SUITE_P(Table, MemoryShapes,
                         testing::Values("articles of one word", "further keys of 100 KB", "bodies of 1 MB",
                                         "an object that is not closed", "records that are rejected", "lists"));

}  // namespace
}  // namespace timbao::test
