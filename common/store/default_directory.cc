// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/default_directory.h"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <utility>

#include "common/base/error.h"
#include "common/base/terminal.h"
#include "common/store/index_place.h"

namespace timbao {
namespace {

/// The home that the system has for the user; empty where it has none.
std::string home_of_user() {
  std::array<char, 4096> text{};
  struct passwd row {};
  struct passwd* found = nullptr;
  if (::getpwuid_r(::geteuid(), &row, text.data(), text.size(), &found) != 0 || found == nullptr) return {};
  return found->pw_dir == nullptr ? std::string() : std::string(found->pw_dir);
}

/// A connection is opened only for what stands on the command line.
std::string folder_of_variable(std::string given) {
  if (names_a_server(given))
    throw Error(ExitCode::usage, "$TIMBAO_INDEX is '" + given + "', which names a server and no folder",
                "name a server on the command line: --index " + given);
  return given;
}

}  // namespace

std::string default_index_directory() {
  const Environment environment = process_environment();
  if (std::string given = environment("TIMBAO_INDEX"); !given.empty()) return folder_of_variable(std::move(given));
  if (std::string data = environment("XDG_DATA_HOME"); !data.empty()) return data + "/timbao/index";
  std::string home = environment("HOME");
  if (home.empty()) home = home_of_user();
  if (home.empty())
    throw Error(ExitCode::usage, "no index was named, and this user has no home folder", "name one with --index DIR");
  return home + "/.local/share/timbao/index";
}

}  // namespace timbao
