// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <exception>
#include <string>

namespace timbao {

/// While this lives, std::terminate prints one line on standard error, removes a folder and ends the process with
/// status 5, instead of raising a signal.
///
///   const TerminateGuard guard({"/var/lib/timbao", folder.path()});
///
/// Xapian 1.4.22 throws errors of some failed writes (a full disk) out of functions that may not throw, and the
/// language then calls std::terminate. At that moment nothing is published, so the index is as before.
///
/// Takes    places, which it copies. One guard may live at a time in a process.
/// Errors   none.
/// Threads  any thread may be the one that fails; a second one waits while the first reports.
/// Source   tried with a limit on the size of files; tests/fault/full_disk_test.cc.
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
