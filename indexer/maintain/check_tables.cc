// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/maintain/check_tables.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <array>
#include <cerrno>
#include <exception>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>

#include "common/base/error.h"
#include "common/store/damage/glass_names.h"
#include "common/store/damage/version_file.h"
#include "common/store/generation_folder.h"
#include "common/store/open_index.h"

namespace timbao {
namespace {

constexpr std::uint64_t kMostRevisions = 1U << 24U;  // one a second for half a year

/// What Xapian finds wrong in a generation or in one of its tables, in a few words; empty where nothing is wrong.
std::string ask_xapian(const std::string& generation, const std::string& table) {
  try {
    const std::size_t faults = count_table_faults(generation, table);
    return faults == 0 ? std::string() : std::to_string(faults) + " faults in its tree";
  } catch (const Xapian::Error& error) {
    return error.get_msg();
  } catch (const std::exception& error) {  // a length that no string can have
    return error.what();
  }
}

/// Writes what Xapian finds into the pipe. What Xapian itself prints on standard error is dropped.
[[noreturn]] void answer_in_child(const std::string& generation, const std::string& table, int answer) {
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  ::dup2(nowhere, STDERR_FILENO);
  const std::string fault = ask_xapian(generation, table);
  const bool is_written = ::write(answer, fault.data(), fault.size()) == static_cast<ssize_t>(fault.size());
  ::_exit(is_written ? 0 : 1);
}

std::string read_all(int file) {
  std::string text;
  std::array<char, 512> part{};
  for (;;) {
    const ssize_t length = ::read(file, part.data(), part.size());
    if (length < 0 && errno == EINTR) continue;
    if (length <= 0) return text;
    text.append(part.data(), static_cast<std::size_t>(length));
  }
}

int status_of(pid_t process) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

[[noreturn]] void throw_no_process() { throw_io_error("cannot start a process", errno); }

/// The same, found out in a process of its own: Xapian 1.4.22 checks some damaged term lists past their end.
std::string fault_of(const std::string& generation, const std::string& table = {}) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw_no_process();
  const pid_t child = ::fork();
  if (child == 0) answer_in_child(generation, table, pipe[1]);
  ::close(pipe[1]);
  std::string fault = child < 0 ? std::string() : read_all(pipe[0]);
  ::close(pipe[0]);
  if (child < 0) throw_no_process();
  return status_of(child) == 0 ? fault : "so much that it cannot be checked";
}

}  // namespace

void check_tables(const std::string& generation, Faults& faults) {
  check_generation_folder(generation);
  try {
    // Xapian's check looks for a file of each revision that there has been.
    if (const auto file = check_version_file(generation); file && file->revision > kMostRevisions)
      return faults.add(std::filesystem::path(generation).filename().string() +
                        "/iamglass names an impossible revision");
  } catch (const Xapian::Error& error) {
    return faults.add(error.get_msg());
  }
  const std::string whole = fault_of(generation);
  if (whole.empty()) return;
  std::map<std::string_view, std::string> found;  // by table
  std::set<std::string> different;
  for (const std::string_view table : kTables) {
    const std::string path = table_path(generation, table);
    if (!std::filesystem::exists(path)) continue;
    different.insert(found[table] = fault_of(generation, std::string(table)));
  }
  // Where all tables have the same fault, the file by which they are opened is damaged, or they do not fit together.
  if (found.size() != 1 && different.size() <= 1)
    return faults.add("the database " + std::filesystem::path(generation).filename().string() + " is damaged (" +
                      whole + ")");
  for (const auto& [table, fault] : found)
    if (!fault.empty()) faults.add("the table " + std::string(table) + " is damaged (" + fault + ")");
}

}  // namespace timbao
