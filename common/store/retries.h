// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <thread>

namespace timbao {

/// How often a reader tries again after a writer has published under it. The pauses grow from 1 to 50 milliseconds, and
/// last about two seconds in all: measured, a writer that commits 26 times a second does not keep a reader out for so
/// long.
///
///   for (Retries retries;;) try { return read(); } catch (…) { if (!retries.pause()) throw; }
///
/// Xapian also reports a modified database where a damaged block names a revision that does not exist yet. So where
/// nobody has published since the database was opened, a reader tries only a few times.
///
/// Source   covered by index_reader_test, and with a fast writer by tests/fault.
class Retries {
 public:
  /// Waits before the next attempt.
  ///
  /// Returns  false, at once, after the last attempt.
  bool pause() {
    if (++tries_ >= kMost) return false;
    std::this_thread::sleep_for(std::min(kLongest, kShortest * tries_));
    return true;
  }

  /// The same where no writer has published.
  bool pause_without_a_writer() { return ++unexplained_ < kMostUnexplained && pause(); }

 private:
  static constexpr int kMost = 60, kMostUnexplained = 5;
  static constexpr std::chrono::milliseconds kShortest{1}, kLongest{50};
  int tries_ = 0, unexplained_ = 0;
};

}  // namespace timbao
