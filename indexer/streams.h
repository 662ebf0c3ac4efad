// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <iosfwd>

namespace timbao {

/// How much a run says on standard error: nothing but errors; the summary too; each article and warning as well.
///
///   timbao-index add --quiet archive    // Verbosity::quiet
///
/// Source   --quiet and --verbose, which exclude each other: indexer/command/command_table.cc.
enum class Verbosity : std::uint8_t { quiet, normal, verbose };

/// The streams of a run, which are arguments of every command, so that tests run commands on strings.
///
///   std::istringstream in; std::ostringstream out, err;
///   run_dump(options, {in, out, err});
struct IndexStreams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;

  /// Whether `err` is a terminal that moves its cursor: progress is then one line that is overwritten.
  bool err_is_terminal = false;
};

}  // namespace timbao
