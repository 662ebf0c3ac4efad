// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/terminate_guard.h"

#include <unistd.h>
#include <xapian.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <system_error>
#include <utility>

#include "common/base/error.h"

namespace timbao {
namespace {

// std::terminate calls a function without arguments, so what that function needs has to be a global.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
const TerminateGuard::Places* g_places = nullptr;

/// What ended the process, as far as it can be known.
std::string describe_current_exception(int last_error) try {
  const std::exception_ptr current = std::current_exception();
  if (current) std::rethrow_exception(current);
  // A second exception may hide the first, and then errno is all that is known.
  return last_error == 0 ? "unexpected failure" : std::strerror(last_error);
} catch (const Xapian::Error& error) {
  const char* const reason = error.get_error_string();
  return error.get_msg() + (reason == nullptr ? "" : std::string(" (") + reason + ")");
} catch (const std::exception& error) {
  return error.what();
} catch (...) {
  return "unexpected failure";
}

/// Other threads may still write into the folder, so removing it once may not be enough.
void remove_folder(const std::string& folder) {
  constexpr int kTries = 10;
  std::error_code ignored;  // the next writer removes what is left
  for (int i = 0; i < kTries && !folder.empty() && std::filesystem::exists(folder, ignored); ++i)
    std::filesystem::remove_all(folder, ignored);
}

[[noreturn]] void end_process() {
  const int last_error = errno;
  static std::atomic_flag is_ending = ATOMIC_FLAG_INIT;
  while (is_ending.test_and_set()) ::pause();  // another thread failed first and reports it
  const std::string what = on_one_line(describe_current_exception(last_error));
  remove_folder(g_places->folder);
  std::cerr << "timbao-index: " << on_one_line(g_places->index) << ": " << what
            << "; check the disk's space and the permissions; the index is as before\n"
            << std::flush;
  ::_exit(static_cast<int>(ExitCode::io_failed));
}

}  // namespace

TerminateGuard::TerminateGuard(Places places) : places_(std::move(places)), before_(std::set_terminate(end_process)) {
  g_places = &places_;
}

TerminateGuard::~TerminateGuard() {
  std::set_terminate(before_);
  g_places = nullptr;
}

}  // namespace timbao
