// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "common/base/ascii.h"

namespace timbao {
namespace {

constexpr std::size_t kMostColumns = 10'000;

std::size_t columns_named(const std::string& text) {
  std::size_t columns = 0;
  const std::from_chars_result read = std::from_chars(text.data(), text.data() + text.size(), columns);
  const bool is_number = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return is_number && columns <= kMostColumns ? columns : 0;
}

std::size_t columns_of_window(int descriptor) {
  winsize size{};
  return ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/// Whether the locale that the environment names, such as "vi_VN.UTF-8", has the charset UTF-8.
bool has_utf8_locale(const Environment& environment) {
  for (const char* const name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    std::string locale = environment(name);
    std::transform(locale.begin(), locale.end(), locale.begin(), to_ascii_lower);
    if (!locale.empty()) return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
  }
  return false;
}

}  // namespace

Environment process_environment() {
  return [](const char* name) {
    const char* const value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
}

Terminal look_at_terminal(int descriptor, const Environment& environment) {
  Terminal terminal;
  if (::isatty(descriptor) != 1) return terminal;
  terminal.columns = columns_of_window(descriptor);
  if (terminal.columns == 0) terminal.columns = columns_named(environment("COLUMNS"));
  const std::string kind = environment("TERM");
  terminal.moves_cursor = !kind.empty() && kind != "dumb";
  terminal.wants_colour = terminal.moves_cursor && environment("NO_COLOR").empty() && environment("CLICOLOR") != "0";
  terminal.shows_utf8 = has_utf8_locale(environment);
  return terminal;
}

}  // namespace timbao
