// SPDX-License-Identifier: GPL-2.0-or-later
// Damaged indexes are no subject of a build without the guard: all tests of this folder are skipped there.
#include <gtest/gtest.h>

#include "common/store/damage/glass_guard.h"

namespace timbao::test {
namespace {

class NeedsGuard : public testing::Environment {
 public:
  void SetUp() override {
    if (!is_guarded()) GTEST_SKIP() << "this build has no guard against damaged tables (TIMBAO_GUARD=OFF)";
  }
};

// GoogleTest owns it.
[[maybe_unused]] testing::Environment* const kNeedsGuard = testing::AddGlobalTestEnvironment(new NeedsGuard);

}  // namespace
}  // namespace timbao::test
