// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/remote_index.h"

#include <new>
#include <stdexcept>
#include <utility>

#include "common/base/error.h"
#include "common/store/open_index.h"
#include "common/store/versions.h"

namespace timbao {
namespace {

using std::chrono::milliseconds;

/// After so long a connection is compared with a new one. To log in over ssh takes a good part of a second.
milliseconds lasts_for(const IndexPlace& place) {
  constexpr milliseconds kTcp{1'000}, kSsh{30'000};
  return place.kind == IndexPlace::Kind::ssh ? kSsh : kTcp;
}

/// "Connection refused", or what Xapian says of it.
std::string reason_of(const Xapian::Error& error) {
  const char* const system = error.get_error_string();
  return system == nullptr || *system == '\0' ? error.get_msg() : error.get_msg() + " (" + system + ")";
}

/// Connects and compares the versions; the hint of an index of another version is one for its own machine.
Xapian::Database open_checked(const IndexPlace& place) {
  Xapian::Database database = open_served(place);
  try {
    check_versions_to_read(place.name, database);
  } catch (const Error& error) {
    throw Error(error.code(), error.message(), "look at the index on its own machine");
  }
  return database;
}

}  // namespace

void RemoteIndex::connect() {
  if (database_ || Clock::now() >= try_again_at_) try_to_connect();
}

void RemoteIndex::try_to_connect() {
  database_.reset();
  const Clock::time_point began = Clock::now();
  const auto took = [&] { return std::chrono::duration_cast<milliseconds>(Clock::now() - began); };
  try {
    Xapian::Database opened = open_checked(place_);
    generation_ = opened.get_uuid();
    database_ = std::move(opened);
    looked_at_ = Clock::now();
    missing_.clear();
  } catch (const Xapian::Error& error) {
    lose(reason_of(error), took());
  } catch (const std::bad_alloc&) {
    lose("it answers in another protocol", took());
  } catch (const std::length_error&) {
    lose("it answers in another protocol", took());
  }
}

void RemoteIndex::lose(const std::string& why, milliseconds took) {
  constexpr int kPatience = 10;
  database_.reset();
  missing_ = why.empty() ? "it does not answer" : why;
  try_again_at_ = Clock::now() + kPatience * took;
}

bool RemoteIndex::is_named_by(const Xapian::Error& error) const {
  const std::string& context = error.get_context();
  if (place_.kind == IndexPlace::Kind::tcp)
    return context == "remote:tcp(" + place_.host + ':' + std::to_string(place_.port) + ')';
  return context.find("remote:prog(ssh ") == 0 &&
         context.find(' ' + place_.host + " xapian-progsrv '" + place_.directory + "')") != std::string::npos;
}

/// Looks by a new connection, and takes it where it sees another generation. Where there is none, the one that is there may
/// do for a while.
RemoteIndex::Change RemoteIndex::follow_newer_generation() {
  RemoteIndex newer(place_);
  newer.connect();
  looked_at_ = Clock::now();
  if (!newer.database_ || newer.generation_ == generation_) return Change::none;
  *this = std::move(newer);
  return Change::changed;
}

RemoteIndex::Change RemoteIndex::reopen() {
  try {
    return database_->reopen() ? Change::changed : Change::none;
  } catch (const Xapian::NetworkTimeoutError& error) {
    lose(reason_of(error), milliseconds(ServerLimits::kAnswerMs));  // a new connection would hang as this one does
  } catch (const Xapian::Error&) {
    connect();
  }
  return Change::changed;
}

RemoteIndex::Change RemoteIndex::refresh() {
  if (!database_) {
    connect();
    return database_ ? Change::changed : Change::none;
  }
  const Change change = reopen();
  const bool is_due = database_ && Clock::now() - looked_at_ >= lasts_for(place_);
  return is_due && follow_newer_generation() == Change::changed ? Change::changed : change;
}

}  // namespace timbao
