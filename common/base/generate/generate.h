// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "common/base/generate/program_description.h"
#include "common/base/named_values.h"

namespace timbao {

/// What a program makes of its own option table for `--generate`.
enum class Generated : std::uint8_t { man, complete_bash, complete_zsh, complete_fish };

inline constexpr std::array<NamedValue<Generated>, 4> kGenerated{{{Generated::man, "man", "the manual page"},
                                                                  {Generated::complete_bash, "complete-bash"},
                                                                  {Generated::complete_zsh, "complete-zsh"},
                                                                  {Generated::complete_fish, "complete-fish"}}};
static_assert(covers_every_value<kGenerated>());

/// The manual page or a script of completions of a program.
///
///   generate(Generated::man, query_description())   // .TH TIMBAO\-QUERY 1 …
///
/// Returns  text that ends in a line feed, the same for the same description.
/// Errors   none.
/// Source   man_page(), bash_completion(), zsh_completion(), fish_completion().
std::string generate(Generated what, const ProgramDescription& program);

}  // namespace timbao
