// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/serve/reply_pipe.h"

#include <utility>

#include "common/base/error.h"

namespace timbao {

void ReplyPipe::put(ReplyPiece piece) {
  {
    std::unique_lock lock(mutex_);
    has_room_.wait(lock, [this] { return is_closed_ || !piece_; });
    if (is_closed_) throw BrokenPipe();
    has_begun_ = true;
    piece_ = std::move(piece);
  }
  on_piece_();
}

bool ReplyPipe::has_begun() const {
  const std::lock_guard lock(mutex_);
  return has_begun_;
}

bool ReplyPipe::is_closed() const {
  const std::lock_guard lock(mutex_);
  return is_closed_;
}

std::optional<ReplyPiece> ReplyPipe::take() {
  const std::lock_guard lock(mutex_);
  std::optional<ReplyPiece> taken;
  taken.swap(piece_);
  has_room_.notify_one();
  return taken;
}

void ReplyPipe::close() {
  const std::lock_guard lock(mutex_);
  is_closed_ = true;
  has_room_.notify_one();
}

}  // namespace timbao
