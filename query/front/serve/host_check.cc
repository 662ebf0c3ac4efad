// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/serve/host_check.h"

#include <arpa/inet.h>

#include <array>

#include "common/base/ascii_text.h"

namespace timbao {
namespace {

constexpr std::uint16_t kUsualPort = 80;  // of http: addresses leave it out

bool is_ipv4(std::string_view text) {
  in_addr address{};
  return ::inet_pton(AF_INET, std::string(text).c_str(), &address) == 1;
}

bool is_ipv6(std::string_view text) {
  in6_addr address{};
  return ::inet_pton(AF_INET6, std::string(text).c_str(), &address) == 1;
}

/// A host as a header has it, without its port: "[::1]:8042" is ::1, and of another port nothing.
std::optional<std::string> host_at_port(std::string_view text, std::uint16_t port) {
  const std::string end = ":" + std::to_string(port);
  if (ends_with(text, end))
    text.remove_suffix(end.size());
  else if (port != kUsualPort)
    return std::nullopt;
  const bool has_brackets = starts_with(text, "[") && ends_with(text, "]");
  if (!has_brackets) return text.find(':') == std::string_view::npos ? std::optional(ascii_lower(text)) : std::nullopt;
  const std::string_view inside = text.substr(1, text.size() - 2);
  return is_ipv6(inside) ? std::optional(ascii_lower(inside)) : std::nullopt;
}

}  // namespace

bool is_loopback(std::string_view address) {
  return (is_ipv4(address) && starts_with(address, "127.")) || address == "::1" || starts_with(address, "::ffff:127.");
}

bool is_every_address(std::string_view address) { return address == "0.0.0.0" || address == "::"; }

HostCheck::HostCheck(const ServeAddress& bound, std::string_view named) : bound_(bound), named_(ascii_lower(named)) {}

bool HostCheck::allows(std::string_view host) const {
  const std::optional<std::string> name = host_at_port(host, bound_.port);
  if (!name) return false;
  if (*name == "localhost" || *name == bound_.host || *name == named_ || is_loopback(*name)) return true;
  return is_every_address(bound_.host) && (is_ipv4(*name) || is_ipv6(*name));
}

std::optional<Reply> HostCheck::refusal_of(const HttpRequest& request, const Target& target) const {
  const std::vector<std::string_view> hosts = values_of(request, "host");
  if (hosts.size() != 1) return error_reply(http_status::kBadRequest, "a request needs one Host header");
  if (!allows(hosts.front())) return error_reply(http_status::kMisdirected, "this server is not called by this name");
  for (const std::string_view origin : values_of(request, "origin"))
    if (origin != "http://" + std::string(hosts.front()))
      return error_reply(http_status::kForbidden, "only pages of this server may ask it");
  if (!starts_with(target.path, "/api/")) return std::nullopt;
  for (const std::string_view site : values_of(request, "sec-fetch-site"))
    if (site != "same-origin" && site != "none")
      return error_reply(http_status::kForbidden, "only pages of this server may ask it");
  return std::nullopt;
}

}  // namespace timbao
