// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <csignal>

namespace timbao {

/// Listens to SIGINT (Ctrl-C) and SIGTERM while it lives. The first signal asks for an orderly end; the second ends the
/// process at once with status 130, and the index is then as before.
///
///   const Interrupt interrupt;
///   while (!interrupt.is_asked()) …
///
/// A wait for input ends when a signal comes: the handlers are set without SA_RESTART.
/// Takes    nothing; one may live at a time in a process. The handlers from before come back when it ends.
/// Errors   none.
/// Threads  any thread may call is_asked().
/// Source   README, "Exit status"; tests/cli/index_interrupt_test.cc.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  [[nodiscard]] bool is_asked() const;

 private:
  struct sigaction before_int_ {
  }, before_term_{};
};

}  // namespace timbao
