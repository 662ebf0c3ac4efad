// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <iosfwd>

namespace timbao {

/// How much a run says on standard error: nothing but errors, the summary too, or each article and warning as well.
///
///   timbao-index add --quiet archive    Verbosity::quiet
///
/// Source   --quiet and --verbose, which exclude each other: indexer/command/common_options.cc.
enum class Verbosity : std::uint8_t { quiet, normal, verbose };

/// Where a run reads and writes beside its files.
struct IndexStreams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool err_is_terminal = false;
};

}  // namespace timbao
