// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <csignal>

namespace timbao {

/// Listens to Ctrl-C and SIGTERM while it lives: the first asks for an orderly end, the second ends the process at once
/// with status 130 (the index is then as before).
///
///   Interrupt interrupt; while (!interrupt.is_asked()) …
///
/// Takes    nothing; one may live at a time.
/// Threads  is_asked() from any.
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
