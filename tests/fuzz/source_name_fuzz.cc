// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/input/files/source_name.h"
#include "tests/fuzz/require.h"

namespace {

using namespace timbao;
using fuzz::require;

int digit_of(char c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const std::size_t place = kDigits.find(c);
  return place == std::string_view::npos ? -1 : static_cast<int>(place);
}

/// What escape_name() was given: each escape of a byte above 7F, of % and of an exclamation mark is that byte.
std::string unescaped(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int high = at + 2 < text.size() ? digit_of(text[at + 1]) : -1;
    const int low = high >= 0 ? digit_of(text[at + 2]) : -1;
    const int value = high * 16 + low;
    if (text[at] == '%' && low >= 0 && (value >= 0x80 || value == '%' || value == '!')) {
      bytes += static_cast<char>(value);
      at += 2;
    } else {
      bytes += text[at];
    }
  }
  return bytes;
}

/// The same file has the same name, however its path is written; below a root the name is relative.
void check_name(const std::string& path) {
  const std::string name = source_name("/" + path, "");
  require(fuzz::is_well_formed(name) && name.substr(0, 1) == "/");
  require(name.find("//") == std::string::npos && name.find("/../") == std::string::npos);
  for (const std::string_view start : {"/./", "//", "/a/../"})
    require(source_name(std::string(start) + path, "") == name);
  const std::string below = source_name("/archive/" + path, "/archive/");
  require(fuzz::is_well_formed(below));
  if (below.substr(0, 1) != "/") require(source_name("/archive/" + path, "") == "/archive/" + below);
}

}  // namespace

// Any bytes are a name, which tells them from all others; any path has one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::text_of(data, size);
  for (const std::string& text : {escape_bytes(bytes), escape_name(bytes)})
    require(fuzz::is_well_formed(text) && unescaped(text) == bytes);
  require(escape_name(bytes).find('!') == std::string::npos);
  std::string path(bytes);
  path.erase(std::remove(path.begin(), path.end(), '\0'), path.end());
  check_name(path);
  return 0;
}
