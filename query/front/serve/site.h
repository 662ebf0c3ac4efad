// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <variant>

#include "query/front/archive.h"
#include "query/front/serve/http_message.h"
#include "query/front/serve/reply_pipe.h"

namespace timbao {

/// Which threads do a job: those that answer queries, or those that write all hits, which may take as long as the client
/// likes.
enum class Lane : std::uint8_t { queries, exports };

/// What takes an index to answer: a thread does it with its archive, and writes the reply into the pipe.
struct Job {
  Lane lane = Lane::queries;
  std::function<void(const Archive& archive, ReplyPipe& pipe)> run;
};

/// What a server serves. The server knows connections and their limits; the site knows addresses, and nothing of
/// connections.
///
///   Site site{plan, start};
///   const std::variant<Reply, Job> planned = site.plan(request);
struct Site {
  /// Decides what a request gets: a reply at once, or a job. It must not take long.
  std::function<std::variant<Reply, Job>(const HttpRequest& request)> plan;

  /// Has a thread do a job. It returns at once.
  std::function<void(Job job, std::shared_ptr<ReplyPipe> pipe)> start;
};

}  // namespace timbao
