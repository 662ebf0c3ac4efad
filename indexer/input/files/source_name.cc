// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/files/source_name.h"

#include <filesystem>
#include <system_error>

#include "common/base/ascii_text.h"
#include "common/base/utf8.h"

namespace timbao {
namespace {

namespace fs = std::filesystem;

fs::path clean(const std::string& path) {
  std::error_code error;
  fs::path absolute = fs::absolute(path, error);
  if (error) absolute = path;
  absolute = absolute.lexically_normal();
  if (absolute.is_absolute() && absolute.relative_path().empty()) return "/";  // libstdc++ leaves "//" as it is
  return absolute.has_filename() ? absolute : absolute.parent_path();          // "archive/" is "archive"
}

constexpr std::string_view kDigits = "0123456789ABCDEF";

/// Whether a text that begins with % could be taken for an escape: of a byte above 7F, of % or of an exclamation mark.
bool reads_as_escape(std::string_view text) {
  if (text.size() < 3) return false;
  const std::size_t high = kDigits.find(text[1]), low = kDigits.find(text[2]);
  if (high == std::string_view::npos || low == std::string_view::npos) return false;
  return high >= 8 || (high == 2 && (low == 5 || low == 1));
}

}  // namespace

std::string escape_bytes(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t good = well_formed_prefix(bytes.substr(at));
    for (std::size_t end = at + good; at < end; ++at) {
      if (bytes[at] == '%' && reads_as_escape(bytes.substr(at)))
        append_percent_escape('%', text);
      else
        text += bytes[at];
    }
    if (at == bytes.size()) break;
    for (std::size_t end = at + read_code_point(bytes, at).length; at < end; ++at)
      append_percent_escape(bytes[at], text);
  }
  return text;
}

std::string escape_name(std::string_view bytes) {
  const std::string text = escape_bytes(bytes);
  std::string name;
  name.reserve(text.size());
  for (const char byte : text) {
    if (byte == '!')
      append_percent_escape(byte, name);
    else
      name += byte;
  }
  return name;
}

std::string source_name(const std::string& path, const std::string& root) {
  fs::path name = clean(path);
  if (!root.empty()) {
    const fs::path relative = name.lexically_relative(clean(root));
    if (!relative.empty() && *relative.begin() != ".." && relative != ".") name = relative;
  }
  return escape_name(name.string());
}

}  // namespace timbao
