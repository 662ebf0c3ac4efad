// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/index_place.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/error.h"

namespace timbao {
namespace {

constexpr std::string_view kTcp = "remote:", kSsh = "ssh:";

[[noreturn]] void refuse(const std::string& text, const std::string& why) {
  throw Error(ExitCode::usage, "--index " + text + ": " + why,
              "it takes a folder, remote:HOST:PORT or ssh:HOST:DIR; a folder of such a name is ./" + text);
}

bool is_host(std::string_view host, std::string_view signs) {
  constexpr std::size_t kMostBytes = 255;
  return !host.empty() && host.size() <= kMostBytes && host.front() != '-' &&
         std::all_of(host.begin(), host.end(),
                     [&](char c) { return is_ascii_letter_or_digit(c) || signs.find(c) != std::string_view::npos; });
}

std::optional<std::uint16_t> port_of(std::string_view digits) {
  constexpr std::size_t kMostDigits = 5;
  constexpr unsigned long kMostPort = 65'535;
  if (digits.empty() || digits.size() > kMostDigits || !is_digits(digits)) return std::nullopt;
  const unsigned long port = std::stoul(std::string(digits));
  if (port == 0 || port > kMostPort) return std::nullopt;
  return static_cast<std::uint16_t>(port);
}

IndexPlace tcp_place(const std::string& text) {
  std::string_view host = text;
  host.remove_prefix(kTcp.size());
  const std::size_t colon = host.rfind(':');
  if (colon == std::string_view::npos) refuse(text, "there is no port");
  const std::optional<std::uint16_t> port = port_of(host.substr(colon + 1));
  if (!port) refuse(text, "the port is no number from 1 to 65535");
  host = host.substr(0, colon);
  const bool has_brackets = host.size() > 2 && host.front() == '[' && host.back() == ']';
  if (has_brackets) host = host.substr(1, host.size() - 2);
  if (!is_host(host, has_brackets ? ".:" : "._-")) refuse(text, "this is no name or address of a host");
  return {IndexPlace::Kind::tcp, text, std::string(host), *port, {}};
}

/// A quote would end the one that the folder stands in for the remote shell, a backslash is an escape in some shells,
/// and Xapian cuts arguments at spaces.
bool is_bad_in_a_folder(char c) {
  constexpr unsigned char kSpace = 0x20, kDelete = 0x7F;
  const auto byte = static_cast<unsigned char>(c);
  return byte <= kSpace || byte == kDelete || c == '\'' || c == '\\';
}

IndexPlace ssh_place(const std::string& text) {
  std::string_view rest = text;
  rest.remove_prefix(kSsh.size());
  const std::size_t colon = rest.find(':');
  if (colon == std::string_view::npos) refuse(text, "there is no folder");
  const std::string_view host = rest.substr(0, colon), directory = rest.substr(colon + 1);
  if (!is_host(host, "._-@")) refuse(text, "this is no name of a host");
  if (directory.empty()) refuse(text, "there is no folder");
  if (directory.front() == '-') refuse(text, "the folder begins with -; write ./ before it");
  if (std::any_of(directory.begin(), directory.end(), is_bad_in_a_folder))
    refuse(text, "the folder has a space, a quote or another character that cannot be sent to the other machine");
  return {IndexPlace::Kind::ssh, text, std::string(host), 0, std::string(directory)};
}

}  // namespace

IndexPlace folder_place(std::string directory) {
  IndexPlace place;
  place.name = std::move(directory);
  return place;
}

std::vector<IndexPlace> folder_places(const std::vector<std::string>& directories) {
  std::vector<IndexPlace> places;
  places.reserve(directories.size());
  for (const std::string& directory : directories) places.push_back(folder_place(directory));
  return places;
}

bool names_a_server(std::string_view text) { return starts_with(text, kTcp) || starts_with(text, kSsh); }

IndexPlace parse_index_place(const std::string& text) {
  if (starts_with(text, kTcp)) return tcp_place(text);
  if (starts_with(text, kSsh)) return ssh_place(text);
  return folder_place(text);
}

}  // namespace timbao
