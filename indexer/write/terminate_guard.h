// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <exception>
#include <string>

namespace timbao {

/// While this lives, std::terminate is one line on standard error and status 5 instead of a signal, and a folder is
/// removed.
///
/// Xapian 1.4.22 lets some failed writes (a full disk) through functions that may not throw, which ends the process;
/// tried with a limit on the size of files. By then nothing is published, so the index is as before.
///
/// One may live at a time.
class TerminateGuard {
 public:
  struct Places {
    std::string index;   ///< what the line is about
    std::string folder;  ///< what is removed; empty: nothing
  };
  explicit TerminateGuard(Places places);
  ~TerminateGuard();
  TerminateGuard(const TerminateGuard&) = delete;
  TerminateGuard& operator=(const TerminateGuard&) = delete;

 private:
  Places places_;
  std::terminate_handler before_;
};

}  // namespace timbao
