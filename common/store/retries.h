// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <thread>

namespace timbao {

/// How often a reader tries again where a writer came in between, with growing pauses: for two seconds or so in all,
/// which a writer that commits 26 times a second does not outlast.
///
///   for (Retries retries;;) try { return read(); } catch (…) { if (!retries.pause()) throw; }
///
/// Xapian says that a database was modified also where a damaged block names a revision that there is not yet. So where
/// nobody has published since it was opened, it is tried only a few times.
class Retries {
 public:
  /// Waits a little; false where it was tried often enough.
  bool pause() {
    if (++tries_ >= kMost) return false;
    std::this_thread::sleep_for(std::min(kLongest, kShortest * tries_));
    return true;
  }

  /// The same where no writer is seen.
  bool pause_without_a_writer() { return ++unexplained_ < kMostUnexplained && pause(); }

 private:
  static constexpr int kMost = 60, kMostUnexplained = 5;
  static constexpr std::chrono::milliseconds kShortest{1}, kLongest{50};
  int tries_ = 0, unexplained_ = 0;
};

}  // namespace timbao
