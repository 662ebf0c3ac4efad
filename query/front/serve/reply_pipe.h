// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

#include "query/front/serve/http_message.h"

namespace timbao {

/// What follows a piece of a reply.
enum class Then : std::uint8_t {
  more,    ///< another piece
  end,     ///< nothing: the reply is whole
  failed,  ///< nothing, though the reply is not whole: the connection is closed, so that the client notices
};

/// A piece of a reply: the first one has the head.
struct ReplyPiece {
  std::optional<Reply> head;
  std::string body;  ///< of the pieces behind the first one
  Then then = Then::more;
};

/// The way of one reply from the thread that makes it to the connection that sends it. It holds one piece: who makes
/// the reply waits until the piece before was taken, so that a slow client costs a piece of memory and no more.
///
///   pipe.send(reply)                                            a whole reply
///   pipe.begin(head); pipe.write("…"); pipe.write("…"); pipe.end()   one that is made piece by piece
///
/// Errors   begin(), write() and end() throw BrokenPipe where the connection is gone.
/// Source   covered by reply_pipe_test.
/// Threads  one thread makes the reply, another one takes it.
class ReplyPipe {
 public:
  /// Takes    what is called, by the thread that makes the reply, whenever there is a piece to take.
  explicit ReplyPipe(std::function<void()> on_piece) : on_piece_(std::move(on_piece)) {}

  void send(Reply reply) { put({std::move(reply), {}, Then::end}); }
  void begin(Reply head) { put({std::move(head), {}, Then::more}); }
  void write(std::string body) { put({std::nullopt, std::move(body), Then::more}); }
  void end() { put({std::nullopt, {}, Then::end}); }
  void fail() { put({std::nullopt, {}, Then::failed}); }

  /// Whether a reply was begun: from then on an error cannot be told any more.
  [[nodiscard]] bool has_begun() const;

  /// Whether the connection is gone, so that nobody waits for the reply.
  [[nodiscard]] bool is_closed() const;

  /// The piece that waits, if one does.
  std::optional<ReplyPiece> take();

  /// Nobody takes anything from now on.
  void close();

 private:
  void put(ReplyPiece piece);

  mutable std::mutex mutex_;
  std::condition_variable has_room_;
  std::function<void()> on_piece_;
  std::optional<ReplyPiece> piece_;
  bool has_begun_ = false, is_closed_ = false;
};

}  // namespace timbao
