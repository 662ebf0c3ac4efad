// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <cstddef>
#include <unordered_set>

#include "query/front/serve/limits.h"
#include "query/front/serve/site.h"

namespace timbao {

class Connection;

/// The open connections of a server, and what they share. They are added and removed by themselves.
struct Connections {
  Site site;
  ServerLimits limits;
  bool is_stopping = false;
  std::unordered_set<Connection*> open = {};
  std::size_t refused = 0;  ///< how many of them only take their refusal
};

/// Serves a connection, until its client closes it, breaks a limit, or the server stops. It keeps itself alive.
///
///   serve_connection(std::move(socket), connections)
///
/// Takes    an accepted socket, and what outlives all connections.
/// Errors   none: a connection that fails is closed.
/// Source   RFC 9112. Covered by server_test.
/// Threads  the one that runs the socket's executor.
void serve_connection(boost::asio::ip::tcp::socket socket, Connections& connections);

/// Answers with status 503 and closes the connection: where too many are open.
void refuse_connection(boost::asio::ip::tcp::socket socket, Connections& connections);

/// Closes the connections that wait for a request, and the other ones as soon as their replies are sent.
void stop_connections(Connections& connections);

/// Closes all connections at once. Nothing is sent any more, and threads that write replies are told.
void abandon_connections(Connections& connections);

}  // namespace timbao
