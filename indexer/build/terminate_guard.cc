// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build/terminate_guard.h"

#include <unistd.h>
#include <xapian.h>

#include <filesystem>
#include <iostream>
#include <system_error>

#include "common/base/error.h"

namespace timbao {
namespace {

// std::terminate calls a function without arguments, so what it needs is a global.
const std::string* g_folder = nullptr;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

/// What ended the process, as far as it can be known.
std::string describe_current_exception() try {
  const std::exception_ptr current = std::current_exception();
  if (current) std::rethrow_exception(current);
  return "unexpected failure";
} catch (const Xapian::Error& error) {
  const char* const reason = error.get_error_string();
  return error.get_msg() + (reason == nullptr ? "" : std::string(" (") + reason + ")");
} catch (const std::exception& error) {
  return error.what();
} catch (...) {
  return "unexpected failure";
}

[[noreturn]] void end_process() {
  const std::string what = on_one_line(describe_current_exception());
  std::cerr << "timbao-index: " << what << "; the index is as before; check the disk's space and the permissions\n"
            << std::flush;
  std::error_code ignored;  // what is left over the next writer removes
  if (g_folder != nullptr) std::filesystem::remove_all(*g_folder, ignored);
  ::_exit(static_cast<int>(ExitCode::io_failed));
}

}  // namespace

TerminateGuard::TerminateGuard(const std::string& folder) : before_(std::set_terminate(end_process)) {
  g_folder = &folder;
}

TerminateGuard::~TerminateGuard() {
  g_folder = nullptr;
  std::set_terminate(before_);
}

}  // namespace timbao
