// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a reply arrives piece by piece in its order, who makes it waits for who takes it, and is told when nobody does.
#include "query/front/serve/reply_pipe.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "common/base/error.h"

namespace timbao {
namespace {

TEST(ReplyPipe, GivesAWholeReplyAtOnce) {
  int told = 0;
  ReplyPipe pipe([&] { ++told; });
  EXPECT_FALSE(pipe.take());
  pipe.send({200, "text/plain", {}, "ok"});
  EXPECT_EQ(told, 1);
  const std::optional<ReplyPiece> piece = pipe.take();
  ASSERT_TRUE(piece && piece->head);
  EXPECT_EQ(piece->head->body, "ok");
  EXPECT_EQ(piece->then, Then::end);
  EXPECT_FALSE(pipe.take());
}

TEST(ReplyPipe, GivesPiecesInTheirOrderAndHoldsOne) {
  constexpr int kPieces = 1000;
  std::atomic<int> made = 0, taken = 0;
  ReplyPipe pipe([] {});
  std::thread maker([&] {
    pipe.begin({});
    for (int i = 0; i < kPieces; ++i) {
      pipe.write(std::to_string(i));
      ++made;
      EXPECT_LE(made - taken, 2);
    }
    pipe.end();
  });
  std::string text, expected;
  for (Then then = Then::more; then == Then::more;) {
    const std::optional<ReplyPiece> piece = pipe.take();
    if (!piece) continue;
    if (!piece->body.empty()) ++taken;
    text += piece->body;
    then = piece->then;
  }
  maker.join();
  for (int i = 0; i < kPieces; ++i) expected += std::to_string(i);
  EXPECT_EQ(text, expected);
}

TEST(ReplyPipe, TellsTheMakerThatTheConnectionIsGone) {
  ReplyPipe pipe([] {});
  pipe.begin({});
  std::thread maker([&] { EXPECT_THROW(pipe.write("waits"), BrokenPipe); });
  pipe.close();
  maker.join();
  EXPECT_TRUE(pipe.is_closed());
  EXPECT_THROW(pipe.end(), BrokenPipe);
}

}  // namespace
}  // namespace timbao
