// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/console.h"

#include <unistd.h>

#include <chrono>
#include <iostream>

namespace timbao {

Console process_console() {
  // Synchronised with stdio, the library reads one character at a time and cannot say whether more input is waiting.
  std::ios::sync_with_stdio(false);
  const auto now_ms = [] {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double, std::milli>(now).count();
  };
  return {std::cin, std::cout, std::cerr, look_at_terminal(STDOUT_FILENO, process_environment()), now_ms};
}

}  // namespace timbao
