// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/interrupt.h"

#include <unistd.h>

#include <atomic>

#include "common/base/error.h"

namespace timbao {
namespace {

// The handler of a signal can only reach a global.
std::atomic<int> g_signals{0};  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
static_assert(std::atomic<int>::is_always_lock_free, "only lock-free atomics may be touched in a signal's handler");

void on_signal(int) {
  if (g_signals.fetch_add(1) > 0) ::_exit(static_cast<int>(ExitCode::interrupted));
}

}  // namespace

Interrupt::Interrupt() {
  g_signals = 0;
  struct sigaction action {};
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  // Without SA_RESTART, so that a wait for input ends.
  ::sigaction(SIGINT, &action, &before_int_);
  ::sigaction(SIGTERM, &action, &before_term_);
}

Interrupt::~Interrupt() {
  ::sigaction(SIGINT, &before_int_, nullptr);
  ::sigaction(SIGTERM, &before_term_, nullptr);
}

bool Interrupt::is_asked() const { return g_signals > 0; }

}  // namespace timbao
