// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/generate/generate.h"

#include <cstddef>

#include "common/base/generate/bash_completion.h"
#include "common/base/generate/fish_completion.h"
#include "common/base/generate/man_page.h"
#include "common/base/generate/zsh_completion.h"

namespace timbao {
namespace {

/// What makes each of them, in the order of Generated.
constexpr std::array<std::string (*)(const ProgramDescription&), kGenerated.size()> kMakers{
    man_page, bash_completion, zsh_completion, fish_completion};

}  // namespace

std::string generate(Generated what, const ProgramDescription& program) {
  return kMakers[static_cast<std::size_t>(what)](program);
}

}  // namespace timbao
