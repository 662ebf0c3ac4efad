// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace timbao::test {

/// How one command line ended.
struct Ending {
  int status = -1;
  std::string err;
};

/// Runs command lines, one after another, in one process of its own, as the programs do from parsing to their last line
/// of defence; what they print is dropped. It saves the start of a program for each, which takes most of the time under
/// AddressSanitizer.
///
///   run_in_child({{"timbao-index", "--index", path, "check"}, {"timbao-query", "--index", path, "đảng"}})
///
/// Takes    the command lines, and what standard input holds for each.
/// Returns  how they ended, as many as did: fewer where the process died, or took more than two minutes.
std::vector<Ending> run_in_child(const std::vector<std::vector<std::string>>& commands, const std::string& input);

}  // namespace timbao::test
