// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/serve/access_token.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>

#include "common/base/error.h"
#include "common/base/take_part.h"

namespace timbao {
namespace {

constexpr std::string_view kName = "timbao-token", kParameter = "token";

[[noreturn]] void refuse(const std::string& path, const std::string& what) {
  throw Error(ExitCode::usage, "--token: " + path + " " + what,
              "write a secret of at least " + std::to_string(AccessToken::kLeastBytes) +
                  " letters and digits into it, such as: openssl rand -hex 32 > FILE");
}

/// Whether a character may stand in the value of a cookie (RFC 6265).
bool is_of_token(char c) { return c > ' ' && c < '\x7F' && c != '"' && c != ',' && c != ';' && c != '\\'; }

std::string_view without_spaces(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

/// The target of a request without its token. A path that begins with two slashes would be another host.
std::string address_without_token(const Target& target) {
  std::string address = target.path.substr(0, 2) == "//" ? "/" : target.path;
  char sign = '?';
  for (const TargetParameter& parameter : target.parameters) {
    if (parameter.name == kParameter) continue;
    address += sign + encoded(parameter.name) + "=" + encoded(parameter.value);
    sign = '&';
  }
  return address;
}

Reply redirection(const std::string& address, const std::string& secret) {
  Reply reply;
  reply.status = http_status::kSeeOther;
  reply.type = "text/plain; charset=utf-8";
  reply.headers = {{"Location", address},
                   {"Set-Cookie", std::string(kName) + "=" + secret + "; Path=/; HttpOnly; SameSite=Strict"}};
  return reply;
}

}  // namespace

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  unsigned difference = a.size() == b.size() ? 0U : 1U;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const char other = b.empty() ? '\0' : b[i % b.size()];
    difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i])) ^ static_cast<unsigned char>(other);
  }
  return difference == 0;
}

std::vector<std::string_view> cookies_of(const HttpRequest& request, std::string_view name) {
  std::vector<std::string_view> values;
  for (std::string_view line : values_of(request, "cookie")) {
    while (!line.empty()) {
      const std::string_view cookie = without_spaces(take_part(line, ";"));
      const std::size_t sign = cookie.find('=');
      if (sign != cookie.npos && cookie.substr(0, sign) == name) values.push_back(cookie.substr(sign + 1));
    }
  }
  return values;
}

std::optional<Reply> AccessToken::refusal_of(const HttpRequest& request, const Target& target) const {
  const auto is_secret = [&](std::string_view text) { return equal_in_constant_time(text, secret_); };
  const auto names_token = [](const TargetParameter& parameter) { return parameter.name == kParameter; };
  const std::vector<TargetParameter>& parameters = target.parameters;
  const auto given = std::find_if(parameters.begin(), parameters.end(), names_token);
  if (given != parameters.end() && is_secret(given->value)) return redirection(address_without_token(target), secret_);
  const std::vector<std::string_view> cookies = cookies_of(request, kName);
  if (given == parameters.end() && std::any_of(cookies.begin(), cookies.end(), is_secret)) return std::nullopt;
  return error_reply(http_status::kUnauthorized,
                     "this archive needs its token: open its address with ?token= and the token behind it");
}

AccessToken read_access_token(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw_io_error(path, errno, "give the file with the token");
  std::string text(AccessToken::kMostBytes + 3, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad()) throw_io_error(path, errno, "give the file with the token");
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (!text.empty() && text.back() == '\n') text.pop_back();
  if (!text.empty() && text.back() == '\r') text.pop_back();
  if (text.find('\n') != std::string::npos) refuse(path, "has more than one line");
  if (text.size() < AccessToken::kLeastBytes) refuse(path, "has too few characters");
  if (text.size() > AccessToken::kMostBytes) refuse(path, "has too many characters");
  if (!std::all_of(text.begin(), text.end(), is_of_token)) refuse(path, "has characters that are no letters or digits");
  return AccessToken(text);
}

}  // namespace timbao
