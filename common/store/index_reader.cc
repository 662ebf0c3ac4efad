// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/index_reader.h"

#include <algorithm>
#include <string_view>

#include "common/store/open_shards.h"
#include "common/store/versions.h"

namespace timbao {
namespace {

/// One index of this machine, and its stamp from before it was opened.
struct OpenedIndex {
  std::vector<Xapian::Database> shards;
  IndexStamp stamp;
};

OpenedIndex open_folder(const std::string& directory) {
  // A writer may publish, and remove the generation before, after this read the stub and before it opens what the stub
  // names. So a failure counts only where nobody has published.
  for (Retries retries;;) {
    const IndexStamp before = index_stamp_of(directory);
    try {
      return {open_each_shard(directory, check_versions_to_read), before};
    } catch (const Xapian::DatabaseModifiedError& error) {
      if (is_still(before, directory) && !retries.pause_without_a_writer()) throw_as_index_error(directory, error);
    } catch (const Xapian::Error& error) {
      if (is_still(before, directory)) throw_as_index_error(directory, error);
    } catch (const Error& error) {
      if (error.code() != ExitCode::index_failed || is_still(before, directory)) throw;
    }
    if (!retries.pause()) throw_written_too_fast(directory);
  }
}

[[noreturn]] void throw_missing(const IndexPlace& place, const std::string& why) {
  throw Error(ExitCode::index_failed, place.name + ": no answer: " + why, "look at the server: docs/remote.md");
}

}  // namespace

void IndexReader::Part::open() {
  if (place.is_remote()) {
    if (!server) server.emplace(place);
    return server->connect();
  }
  OpenedIndex opened = open_folder(place.name);
  shards = std::move(opened.shards);
  folder = joined(shards);
  stamp = std::move(opened.stamp);
}

IndexReader::IndexReader(IndexChoice choice) : choice_(std::move(choice)) {
  parts_.resize(choice_.places.size());
  for (std::size_t i = 0; i < parts_.size(); ++i) parts_[i].place = choice_.places[i];
  open();
}

bool IndexReader::is_outdated() const {
  return std::any_of(parts_.begin(), parts_.end(), [](const Part& part) { return part.is_outdated(); });
}

bool IndexReader::is_remote() const {
  return std::any_of(parts_.begin(), parts_.end(), [](const Part& part) { return part.server && part.database(); });
}

/// What a server has published cannot be seen from here, so one failure counts as that.
bool IndexReader::may_have_changed(Failures& failures) const {
  return is_outdated() || (is_remote() && failures.is_first());
}

bool IndexReader::refresh(Part& part) {
  if (part.server) return part.server->refresh() == RemoteIndex::Change::changed;
  const bool is_newer = part.is_outdated() || with_index_errors(part.place.name, [&] { return part.folder->reopen(); });
  if (is_newer) part.open();
  return is_newer;
}

void IndexReader::refresh() {
  if (is_uncertain_) return open();
  bool has_changed = false;
  for (Part& part : parts_) has_changed = refresh(part) || has_changed;
  check_missing();
  if (has_changed) join();
}

void IndexReader::open() {
  for (Part& part : parts_) part.open();
  check_missing();
  join();
}

void IndexReader::join() {
  is_uncertain_ = false;
  tell_changes();
  Xapian::Database all;
  DocumentOwners owners;
  local_parts_.clear();
  for (const Part& part : parts_) {
    if (!part.database()) continue;
    owners.add_index(part.place.name, part.database()->size());
    all.add_database(*part.database());
    local_parts_.insert(local_parts_.end(), part.shards.begin(), part.shards.end());
  }
  if (is_remote()) local_parts_.clear();
  database_ = all;
  owners_ = std::move(owners);
  ++times_opened_;
}

void IndexReader::check_missing() const {
  const auto is_missing = [](const Part& part) { return !part.database(); };
  const auto missing = std::find_if(parts_.begin(), parts_.end(), is_missing);
  const bool are_all_missing = std::all_of(parts_.begin(), parts_.end(), is_missing);
  if (missing != parts_.end() && (are_all_missing || choice_.when_missing == WhenMissing::fail))
    throw_missing(missing->place, missing->server->missing());
}

void IndexReader::tell_changes() {
  for (Part& part : parts_) {
    const bool is_there = part.database().has_value();
    if (is_there != part.is_there && choice_.on_change)
      choice_.on_change(part.place, is_there ? std::string() : part.server->missing());
    part.is_there = is_there;
  }
}

void IndexReader::throw_as_error(const Xapian::Error& error) const {
  const auto is_folder = [](const Part& part) { return !part.place.is_remote(); };
  const auto is_named = [&](const Part& part) { return part.server && part.server->is_named_by(error); };
  auto blamed = std::find_if(parts_.begin(), parts_.end(), is_named);
  if (blamed == parts_.end()) blamed = std::find_if(parts_.begin(), parts_.end(), is_folder);
  if (blamed == parts_.end()) blamed = parts_.begin();
  if (blamed->place.is_remote())
    throw Error(ExitCode::index_failed, blamed->place.name + ": " + error.get_msg(),
                "look at the index on its own machine");
  throw_as_index_error(blamed->place.name, error);
}

void IndexReader::Failures::lose(IndexReader& reader, const Xapian::NetworkError& error) {
  using std::chrono::milliseconds;
  const auto took = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - began_);
  if (++lost_ > 2 * reader.parts_.size()) reader.throw_as_error(error);
  const bool is_slow = std::string_view(error.get_type()) == "NetworkTimeoutError";
  for (std::size_t i = 0; i < reader.parts_.size(); ++i) {
    Part& part = reader.parts_[i];
    if (!part.server || !part.server->is_named_by(error)) continue;
    const bool is_known = std::find(named_.begin(), named_.end(), i) != named_.end();
    if (is_known || is_slow) part.server->lose(error.get_msg(), took);
    named_.push_back(i);
  }
}

}  // namespace timbao
