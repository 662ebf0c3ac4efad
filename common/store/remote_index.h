// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "common/store/index_place.h"

namespace timbao {

/// The connection to an index behind a server, or the reason why there is none.
///
///   RemoteIndex index(parse_index_place("remote:archive-2:7700"));
///   index.connect();
///   if (index.database()) all.add_database(*index.database());
///
/// A server shows one generation for as long as a connection lasts. So a connection that has lasted for a while is
/// compared with a new one, and given up where that one sees another generation. What is published in place is seen by
/// the same connection.
///
/// Source   docs/remote.md has the times. Covered by tests/cli/remote_index_test.cc.
/// Threads  one thread at a time, as its database.
class RemoteIndex {
 public:
  /// Whether the database is another one than before.
  enum class Change : std::uint8_t { none, changed };

  explicit RemoteIndex(IndexPlace place) : place_(std::move(place)) {}

  /// Connects anew. Where that fails, there is no database. A server that did not answer is not tried again, and this does
  /// nothing, before ten times as long has passed as it took to find out: a host that swallows everything costs at most a
  /// tenth of the time.
  ///
  /// Errors   Error(index_failed) where what answers is no index of this program's versions.
  void connect();

  /// Finds out whether the index has been published, the server has ended, or is there again.
  ///
  /// Errors   as connect().
  Change refresh();

  /// Gives up a connection that has failed.
  ///
  /// Takes    the reason; how long it took to find out.
  void lose(const std::string& why, std::chrono::milliseconds took);

  /// The database; nothing where the index does not answer.
  [[nodiscard]] const std::optional<Xapian::Database>& database() const { return database_; }

  /// Why there is no database.
  [[nodiscard]] const std::string& missing() const { return missing_; }

  /// Whether Xapian names this connection as the one that an error comes from.
  [[nodiscard]] bool is_named_by(const Xapian::Error& error) const;

 private:
  using Clock = std::chrono::steady_clock;

  void try_to_connect();
  Change follow_newer_generation();
  Change reopen();

  IndexPlace place_;
  std::optional<Xapian::Database> database_;
  std::string generation_;  // the identity that Xapian gives to a database when it is made
  std::string missing_ = "not connected";
  Clock::time_point looked_at_, try_again_at_;
};

}  // namespace timbao
