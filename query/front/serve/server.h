// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>

#include "query/front/serve/address.h"
#include "query/front/serve/limits.h"
#include "query/front/serve/site.h"

namespace timbao {

/// A server of HTTP/1.1: GET and HEAD, one request behind the other on a connection, with limits on everything that a
/// client sends or delays.
///
///   HttpServer server({"127.0.0.1", 8042}, site);
///   server.run();      // until server.stop(), SIGINT or SIGTERM
///
/// Takes    an address that it listens to from construction on, the site, and the limits.
/// Errors   Error(io_failed) where the address cannot be listened to; Error(usage) where its host is not known.
/// Source   Boost.Beast reads requests. Covered by server_test and tests/cli/serve_test.cc.
/// Threads  run() is called once, and serves all connections by the thread that calls it; stop() may be called by any
///          thread, also before run().
class HttpServer {
 public:
  HttpServer(const ServeAddress& address, Site site, const ServerLimits& limits = {});
  ~HttpServer();

  /// The address that it listens to, with the number of the port that was found where 0 was wanted.
  [[nodiscard]] ServeAddress address() const;

  /// Serves until it is stopped: it accepts no connection any more then, closes those that wait for a request, and
  /// gives the other ones ServerLimits::stopping to take their replies.
  void run();

  void stop();

  class State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace timbao
