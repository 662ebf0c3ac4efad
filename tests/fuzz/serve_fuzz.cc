// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/utf8.h"
#include "query/front/serve/access_token.h"
#include "query/front/serve/host_check.h"
#include "query/front/serve/target.h"
#include "tests/fuzz/require.h"

// Any bytes are a target or none, whose parameters are well-formed and come back when they are encoded; no bytes but a
// name of the server are one of its hosts; and no bytes but the token are the token.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace timbao;
  const std::string text(fuzz::text_of(data, size));
  const std::string secret = "0123456789abcdef";
  HttpRequest request;
  request.headers = {{"Host", text}, {"Cookie", text}};
  const HostCheck hosts({"127.0.0.1", 8042}, "127.0.0.1");
  fuzz::require(!hosts.allows(text) || text.size() < 100);
  for (const std::string_view cookie : cookies_of(request, "timbao-token"))
    fuzz::require(text.find(cookie) != text.npos);
  const std::optional<Target> target = parse_target(text);
  if (!target) return 0;
  fuzz::require(hosts.refusal_of(request, *target).has_value() || hosts.allows(text));
  const bool has_secret = text.find(secret) != text.npos || text.find('%') != text.npos;
  fuzz::require(has_secret || AccessToken(secret).refusal_of(request, *target).has_value());
  for (const TargetParameter& parameter : target->parameters) {
    fuzz::require(well_formed_prefix(parameter.value) == parameter.value.size());
    const std::optional<Target> again = parse_target("/?a=" + encoded(parameter.value));
    fuzz::require(again && again->parameters.at(0).value == parameter.value);
  }
  return 0;
}
