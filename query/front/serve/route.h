// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <variant>

#include "query/front/serve/access_token.h"
#include "query/front/serve/asked.h"
#include "query/front/serve/host_check.h"
#include "query/front/serve/rate_limit.h"
#include "query/front/serve/site.h"

namespace timbao {

/// The way of a request to what answers it: the checks that keep strangers out, then the table of endpoints.
///
///   Router router(host_check, token, setup);
///   std::variant<Reply, Job> planned = router.plan(request);
///
/// Takes    by which names the server may be called; the token, if clients need one; and what all requests have in
///          common.
/// Returns  a reply at once where something is wrong with the request, and where no index is needed.
/// Errors   none: they are replies.
/// Source   docs/serve.md. Covered by route_test.
/// Threads  one thread at a time.
class Router {
 public:
  Router(HostCheck hosts, std::optional<AccessToken> token, std::shared_ptr<const ServeSetup> setup)
      : hosts_(std::move(hosts)), token_(std::move(token)), setup_(std::move(setup)) {}

  std::variant<Reply, Job> plan(const HttpRequest& request);

 private:
  [[nodiscard]] std::optional<Reply> refusal_of(const HttpRequest& request, const Target& target);

  HostCheck hosts_;
  std::optional<AccessToken> token_;
  std::shared_ptr<const ServeSetup> setup_;
  RateLimit rates_;
};

}  // namespace timbao
