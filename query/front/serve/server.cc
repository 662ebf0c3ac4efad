// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/serve/server.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>

#include "common/base/error.h"
#include "query/front/serve/connection.h"

namespace timbao {

namespace asio = boost::asio;
using boost::system::error_code;
using Tcp = asio::ip::tcp;

namespace {

/// Connections beyond the limit are told so, as long as there are not too many of these either.
constexpr std::size_t kMostRefused = 64;
constexpr std::chrono::milliseconds kPauseAfterFailure{50};

[[noreturn]] void throw_not_listening(const ServeAddress& address, const error_code& error) {
  throw Error(ExitCode::io_failed, "cannot listen to " + written(address) + ": " + error.message(),
              "choose another port: --serve=:0 takes any that is free");
}

/// The first address that a host's name has, of IPv4 if there is one.
Tcp::endpoint endpoint_of(asio::io_context& io, const ServeAddress& address) {
  error_code error;
  const asio::ip::address literal = asio::ip::make_address(address.host, error);
  if (!error) return {literal, address.port};
  const auto found = Tcp::resolver(io).resolve(address.host, std::to_string(address.port), error);
  if (error || found.empty())
    throw Error(ExitCode::usage, "--serve: no host is called '" + address.host + "'",
                "give an address: 127.0.0.1:8042");
  for (const auto& entry : found)
    if (entry.endpoint().address().is_v4()) return entry.endpoint();
  return found.begin()->endpoint();
}

Tcp::acceptor listening(asio::io_context& io, const ServeAddress& address) {
  const Tcp::endpoint endpoint = endpoint_of(io, address);
  Tcp::acceptor acceptor(io);
  error_code error;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(Tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) throw_not_listening(address, error);
  return acceptor;
}

}  // namespace

class HttpServer::State {
 public:
  State(const ServeAddress& address, Site site, const ServerLimits& limits)
      : connections_{std::move(site), limits}, acceptor_(listening(io_, address)) {}

  [[nodiscard]] ServeAddress address() const {
    const Tcp::endpoint endpoint = acceptor_.local_endpoint();
    return {endpoint.address().to_string(), endpoint.port()};
  }

  void run() {
    signals_.async_wait([this](const error_code& error, int) {
      if (!error) io_.stop();
    });
    accept();
    io_.run();
    finish();
  }

  void stop() { io_.stop(); }

 private:
  void accept() {
    acceptor_.async_accept([this](const error_code& error, Tcp::socket socket) {
      if (!acceptor_.is_open()) return;
      if (error) return pause();
      take(std::move(socket));
      accept();
    });
  }

  void take(Tcp::socket socket) {
    if (connections_.open.size() - connections_.refused < connections_.limits.connections)
      serve_connection(std::move(socket), connections_);
    else if (connections_.refused < kMostRefused)
      refuse_connection(std::move(socket), connections_);
  }

  /// Where no connection can be accepted, for want of descriptors above all, waits until some were closed.
  void pause() {
    pause_.expires_after(kPauseAfterFailure);
    pause_.async_wait([this](const error_code& error) {
      if (!error) accept();
    });
  }

  void finish() {
    acceptor_.close();
    signals_.cancel();
    pause_.cancel();
    stop_connections(connections_);
    io_.restart();
    io_.run_for(connections_.limits.stopping);
    abandon_connections(connections_);
  }

  Connections connections_;  // outlives the handlers that io_ holds
  asio::io_context io_;
  Tcp::acceptor acceptor_;
  asio::signal_set signals_{io_, SIGINT, SIGTERM};
  asio::steady_timer pause_{io_};
};

HttpServer::HttpServer(const ServeAddress& address, Site site, const ServerLimits& limits)
    : state_(std::make_unique<State>(address, std::move(site), limits)) {}
HttpServer::~HttpServer() = default;

ServeAddress HttpServer::address() const { return state_->address(); }

void HttpServer::run() { state_->run(); }

void HttpServer::stop() { state_->stop(); }

}  // namespace timbao
