// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/serve/route.h"

#include <string>
#include <utility>

#include "common/base/error.h"
#include "query/front/serve/endpoints.h"
#include "query/front/serve/pages.h"
#include "query/front/serve/reply_workers.h"

namespace timbao {
namespace {

Job job_of(const Endpoint& endpoint, Asked asked) {
  if (endpoint.write != nullptr)
    return {Lane::exports, [write = endpoint.write, asked = std::move(asked)](const Archive& archive, ReplyPipe& pipe) {
              write(asked, archive, pipe);
            }};
  return {Lane::queries, [answer = endpoint.answer, asked = std::move(asked)](const Archive& archive, ReplyPipe& pipe) {
            pipe.send(answer(asked, archive));
          }};
}

}  // namespace

std::optional<Reply> Router::refusal_of(const HttpRequest& request, const Target& target) {
  if (std::optional<Reply> refusal = hosts_.refusal_of(request, target)) return refusal;
  if (!is_loopback(request.client) && !rates_.takes(request.client, setup_->now_ms()))
    return error_reply(http_status::kTooMany, "this address asks too often; wait a second");
  return token_ && target.path != "/healthz" ? token_->refusal_of(request, target) : std::nullopt;
}

std::variant<Reply, Job> Router::plan(const HttpRequest& request) try {
  const std::optional<Target> target = parse_target(request.target);
  if (!target) return error_reply(http_status::kBadRequest, "the address is no path, or has too many parameters");
  if (std::optional<Reply> refusal = refusal_of(request, *target)) return *std::move(refusal);
  if (const PageFile* const file = page_file_named(std::string_view(target->path).substr(1)))
    if (file->name != "index.html") return say_file(*file);
  const Endpoint* const endpoint = endpoint_at(target->path);
  if (endpoint == nullptr) return error_reply(http_status::kNotFound, "there is no such page");
  check_parameters(*endpoint, *target);
  Asked asked{*target, std::string(values_of(request, "host").front()), setup_};
  if (endpoint->say != nullptr) return endpoint->say(asked);
  return job_of(*endpoint, std::move(asked));
} catch (const Error& error) {
  return reply_for(error);
}

}  // namespace timbao
