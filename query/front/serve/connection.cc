// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/serve/connection.h"

#include <algorithm>
#include <array>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

namespace timbao {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;

namespace {

constexpr std::size_t kReadBytes = 4096;
/// What a client may send behind a request that was refused, before the connection is closed under it: a reply would be
/// lost to a client that still writes.
constexpr std::size_t kLeftOverBytes = std::size_t{256} << 10U;
constexpr std::chrono::seconds kLeftOverTime{2};

using Parser = http::request_parser<http::empty_body>;

/// What is wrong with bytes that are no request.
Reply reply_for_bad_head(const error_code& error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow)
    return error_reply(http_status::kHeadTooLarge, "the head of the request is too large");
  if (error == http::error::body_limit || error == http::error::unexpected_body)
    return error_reply(http_status::kTooLarge, "a request has no body here");
  if (error == http::error::bad_version) return error_reply(http_status::kNoVersion, "this server speaks HTTP/1.1");
  return error_reply(http_status::kBadRequest, "this is no request of HTTP/1.1");
}

/// Whether the connection failed, so that there is nobody to answer.
bool is_gone(const error_code& error) {
  return error.category() != make_error_code(http::error::bad_method).category();
}

std::string text_of(beast::string_view text) { return {text.data(), text.size()}; }

HttpRequest request_of(const http::request<http::empty_body>& message, std::string client) {
  HttpRequest request;
  request.method = message.method() == http::verb::head ? HttpMethod::head : HttpMethod::get;
  request.target = text_of(message.target());
  request.client = std::move(client);
  for (const auto& field : message) request.headers.push_back({text_of(field.name_string()), text_of(field.value())});
  return request;
}

/// A piece of a body in chunks: its length in hexadecimal digits, a line end, the piece, a line end.
std::string as_chunk(const std::string& piece) {
  constexpr int kHexadecimal = 16;
  std::array<char, sizeof(std::size_t) * 2> digits{};
  const auto end = std::to_chars(digits.begin(), digits.end(), piece.size(), kHexadecimal).ptr;
  return std::string(digits.begin(), end) + "\r\n" + piece + "\r\n";
}

}  // namespace

/// One connection: it waits for a request, reads its head, has it answered, sends the reply, and begins again.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(asio::ip::tcp::socket socket, Connections& connections)
      : connections_(connections), stream_(std::move(socket)), buffer_(2 * connections.limits.head_bytes) {
    connections_.open.insert(this);
    error_code error;
    const auto peer = stream_.socket().remote_endpoint(error);
    if (!error) client_ = peer.address().to_string();
    stream_.socket().set_option(asio::ip::tcp::no_delay(true), error);
  }
  ~Connection() {
    connections_.open.erase(this);
    if (is_refused_) --connections_.refused;
    if (pipe_) pipe_->close();
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void begin() { wait_for_request(connections_.limits.reading); }

  void refuse(const Reply& reply) {
    is_kept_ = false;
    is_refused_ = true;
    ++connections_.refused;
    send_whole(reply);
  }

  void stop() {
    is_kept_ = false;
    if (is_waiting_) close();
  }

  void close() {
    close_pipe();
    stream_.close();
  }

 private:
  void wait_for_request(std::chrono::milliseconds longest) {
    if (buffer_.size() > 0) return read_head();  // the client sent it behind the one before
    is_waiting_ = true;
    stream_.expires_after(longest);
    stream_.async_read_some(buffer_.prepare(kReadBytes),
                            [self = shared_from_this()](const error_code& error, std::size_t bytes) {
                              self->is_waiting_ = false;
                              self->buffer_.commit(bytes);
                              if (!error) self->read_head();
                            });
  }

  void read_head();
  void on_head(const error_code& error);
  void answer(const HttpRequest& request);
  void refuse_method();
  void start(Job job);
  void take_piece();
  void send_whole(const Reply& reply) {
    std::string text = head_text(reply, BodyLength::known, is_kept_ ? Connected::keep : Connected::close);
    if (!is_head_) text += reply.body;
    send(std::move(text));
  }

  void send_head_of_stream(const Reply& reply);
  void send(std::string text) {
    text_ = std::move(text);
    sent_ = 0;
    send_rest();
  }

  void send_rest();
  void on_sent();
  void pass_over(std::size_t most_bytes);
  void close_pipe() {
    if (pipe_) pipe_->close();
    pipe_.reset();
    work_.reset();
    // The last reference goes when what runs now is done.
    if (alive_while_answered_)
      asio::post(stream_.get_executor(), [self = std::exchange(alive_while_answered_, nullptr)] {});
  }

  static constexpr unsigned kHttp11 = 11;

  Connections& connections_;
  beast::tcp_stream stream_;
  beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  std::string client_;
  std::shared_ptr<ReplyPipe> pipe_;                                                  // while a job makes the reply
  std::shared_ptr<Connection> alive_while_answered_;                                 // nothing of the socket runs then
  std::optional<asio::executor_work_guard<beast::tcp_stream::executor_type>> work_;  // so that run() waits for the job
  std::string text_;                                                                 // what is sent now
  std::size_t sent_ = 0;
  bool is_waiting_ = false, is_sending_ = false, is_kept_ = true, is_head_ = false, is_http_1_0_ = false,
       is_refused_ = false;
};

void Connection::read_head() {
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(connections_.limits.head_bytes));
  parser_->body_limit(std::uint64_t{0});
  stream_.expires_after(connections_.limits.reading);
  http::async_read_header(stream_, buffer_, *parser_,
                          [self = shared_from_this()](const error_code& error, std::size_t) { self->on_head(error); });
}

void Connection::on_head(const error_code& error) {
  is_kept_ = false;
  if (error == http::error::end_of_stream || (error && is_gone(error))) return;
  const http::verb method = parser_->get().method();
  is_head_ = method == http::verb::head;
  is_http_1_0_ = !error && parser_->get().version() < kHttp11;
  const bool has_start_line = method != http::verb::unknown || !parser_->get().method_string().empty();
  if (has_start_line && !is_head_ && method != http::verb::get) return refuse_method();
  if (error) return send_whole(reply_for_bad_head(error));
  if (!parser_->is_done()) return send_whole(reply_for_bad_head(http::error::unexpected_body));
  is_kept_ = parser_->get().keep_alive() && !connections_.is_stopping;
  answer(request_of(parser_->get(), client_));
}

void Connection::answer(const HttpRequest& request) {
  const ServerLimits& limits = connections_.limits;
  if (request.target.size() > limits.target_bytes)
    return send_whole(error_reply(http_status::kTargetTooLong,
                                  "the address is longer than " + std::to_string(limits.target_bytes) + " bytes"));
  if (request.headers.size() > limits.headers)
    return send_whole(error_reply(http_status::kHeadTooLarge,
                                  "the request has more than " + std::to_string(limits.headers) + " headers"));
  std::variant<Reply, Job> planned = connections_.site.plan(request);
  if (const Reply* const reply = std::get_if<Reply>(&planned)) return send_whole(*reply);
  start(std::get<Job>(std::move(planned)));
}

void Connection::refuse_method() {
  Reply reply = error_reply(http_status::kNoMethod, "only GET and HEAD are answered here");
  reply.headers.push_back({"Allow", "GET, HEAD"});
  send_whole(reply);
}

void Connection::start(Job job) {
  pipe_ = std::make_shared<ReplyPipe>([weak = weak_from_this(), executor = stream_.get_executor()] {
    asio::post(executor, [weak] {
      if (const std::shared_ptr<Connection> self = weak.lock()) self->take_piece();
    });
  });
  alive_while_answered_ = shared_from_this();
  work_.emplace(stream_.get_executor());
  connections_.site.start(std::move(job), pipe_);
}

void Connection::take_piece() {
  if (is_sending_ || !pipe_) return;
  std::optional<ReplyPiece> piece = pipe_->take();
  if (!piece) return;
  if (piece->then != Then::more) close_pipe();
  if (piece->then == Then::failed) return close();
  if (piece->head && piece->then == Then::end) return send_whole(*piece->head);
  if (piece->head) return send_head_of_stream(*piece->head);
  std::string body = std::move(piece->body);
  if (!is_http_1_0_ && !body.empty()) body = as_chunk(body);
  if (!is_http_1_0_ && piece->then == Then::end) body += "0\r\n\r\n";
  send(std::move(body));
}

void Connection::send_head_of_stream(const Reply& reply) {
  is_kept_ = is_kept_ && !is_http_1_0_;
  const BodyLength length = is_http_1_0_ ? BodyLength::to_end : BodyLength::chunked;
  if (is_head_) close_pipe();
  send(head_text(reply, length, is_kept_ ? Connected::keep : Connected::close));
}

void Connection::send_rest() {
  if (sent_ == text_.size()) return on_sent();
  is_sending_ = true;
  stream_.expires_after(connections_.limits.writing);
  const std::size_t bytes = std::min(kPieceBytes, text_.size() - sent_);
  asio::async_write(stream_, asio::buffer(text_.data() + sent_, bytes),
                    [self = shared_from_this()](const error_code& error, std::size_t sent) {
                      self->is_sending_ = false;
                      self->sent_ += sent;
                      if (error) return self->close();
                      self->send_rest();
                    });
}

void Connection::on_sent() {
  text_.clear();
  if (pipe_) return take_piece();
  if (is_kept_ && !connections_.is_stopping) return wait_for_request(connections_.limits.idle);
  error_code ignored;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  stream_.expires_after(kLeftOverTime);
  pass_over(kLeftOverBytes);
}

void Connection::pass_over(std::size_t most_bytes) {
  buffer_.clear();
  stream_.async_read_some(buffer_.prepare(kReadBytes),
                          [self = shared_from_this(), most_bytes](const error_code& error, std::size_t bytes) {
                            if (!error && bytes < most_bytes) self->pass_over(most_bytes - bytes);
                          });
}

void serve_connection(asio::ip::tcp::socket socket, Connections& connections) {
  std::make_shared<Connection>(std::move(socket), connections)->begin();
}

void refuse_connection(asio::ip::tcp::socket socket, Connections& connections) {
  std::make_shared<Connection>(std::move(socket), connections)
      ->refuse(error_reply(http_status::kUnavailable, "too many connections are open; try again in a moment"));
}

void stop_connections(Connections& connections) {
  connections.is_stopping = true;
  for (Connection* const connection : std::vector<Connection*>(connections.open.begin(), connections.open.end()))
    connection->stop();
}

void abandon_connections(Connections& connections) {
  for (Connection* const connection : std::vector<Connection*>(connections.open.begin(), connections.open.end()))
    connection->close();
}

}  // namespace timbao
