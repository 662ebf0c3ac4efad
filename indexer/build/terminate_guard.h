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
/// Takes    the folder, which must outlive this; one may live at a time.
class TerminateGuard {
 public:
  explicit TerminateGuard(const std::string& folder);
  ~TerminateGuard();
  TerminateGuard(const TerminateGuard&) = delete;
  TerminateGuard& operator=(const TerminateGuard&) = delete;

 private:
  std::terminate_handler before_;
};

}  // namespace timbao
