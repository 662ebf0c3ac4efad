// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/ledger.h"

#include <charconv>
#include <cstddef>
#include <system_error>

#include "common/base/error.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/store/index_folder.h"
#include "common/store/open_shards.h"
#include "common/store/xapian_errors.h"

namespace timbao {
namespace {

constexpr std::string_view kSeen = "seen:";
constexpr std::string_view kRemoved = "removed:";
constexpr std::string_view kInode = "inode:";
constexpr std::string_view kRecordVersion = "v2 ";  // a record of an older program begins with a digit
constexpr std::size_t kWholePrefixBytes = 160;      // a longer key surely begins with so much of the name, unchanged

/// Takes the next number of a record off its front; false where there is none.
template <typename Number>
bool take_number(std::string_view& bytes, Number& number) {
  const auto read = std::from_chars(bytes.data(), bytes.data() + bytes.size(), number);
  const auto length = static_cast<std::size_t>(read.ptr - bytes.data());
  if (read.ec != std::errc() || length == bytes.size() || bytes[length] != ' ') return false;
  bytes.remove_prefix(length + 1);
  return true;
}

std::string key_of_path_term(const std::string& term) { return std::string(kSeen) + term.substr(prefix::kPath.size()); }

void doubt(const std::string& key, Xapian::WritableDatabase& database) {
  std::optional<FileRecord> record = decode_record(database.get_metadata(key));
  if (!record || !record->is_trusted()) return;
  record->stamp.changed_ns = 0;
  database.set_metadata(key, encode_record(*record));
}

/// The numbers of a record that an earlier program wrote. It did not record how it had read the file, so way stays 0.
template <typename Use>
void for_each_older_number(FileRecord& record, const Use& use) {
  use(record.stamp.bytes);
  use(record.stamp.changed_ns);
  use(record.stamp.inode);
  use(record.settings);
  use(record.root);
  use(record.articles);
  use(record.kept_out);
}

}  // namespace

std::string seen_key(std::string_view name) { return std::string(kSeen) + bounded_key(name); }

std::string removed_key(std::string_view id) { return std::string(kRemoved) + bounded_key(id); }

std::string inode_key(std::uint64_t inode) { return std::string(kInode) + std::to_string(inode); }

std::string encode_record(const FileRecord& record) {
  std::string bytes(kRecordVersion);
  for_each_number(record, [&bytes](const auto& number) { bytes += std::to_string(number) + ' '; });
  return bytes + record.name;
}

std::optional<FileRecord> decode_record(std::string_view bytes) {
  FileRecord record;
  bool is_whole = true;
  const auto take = [&](auto& number) { is_whole = is_whole && take_number(bytes, number); };
  const bool is_older = bytes.substr(0, kRecordVersion.size()) != kRecordVersion;
  if (is_older) {
    for_each_older_number(record, take);
  } else {
    bytes.remove_prefix(kRecordVersion.size());
    for_each_number(record, take);
  }
  if (!is_whole) return std::nullopt;
  record.name = bytes;
  return record;
}

std::optional<FileRecord> Ledger::file(std::string_view name) const {
  std::optional<FileRecord> record = decode_record(database_.get_metadata(seen_key(name)));
  if (record && record->name != name) return std::nullopt;  // another long name with the same hash
  return record;
}

std::optional<FileRecord> Ledger::file_with(std::uint64_t inode) const {
  const std::string name = database_.get_metadata(inode_key(inode));
  return name.empty() ? std::nullopt : file(name);
}

bool Ledger::is_removed(std::string_view id) const { return !database_.get_metadata(removed_key(id)).empty(); }

void Ledger::for_each_file(std::string_view name_prefix, const std::function<void(const FileRecord&)>& use) const {
  const std::string keys = std::string(kSeen) + std::string(name_prefix.substr(0, kWholePrefixBytes - 3));
  for (auto key = database_.metadata_keys_begin(keys); key != database_.metadata_keys_end(keys); ++key) {
    const std::optional<FileRecord> record = decode_record(database_.get_metadata(*key));
    if (record && record->name.compare(0, name_prefix.size(), name_prefix) == 0) use(*record);
  }
}

std::uint64_t Ledger::count_removed() const {
  const std::string keys(kRemoved);
  std::uint64_t count = 0;
  for (auto key = database_.metadata_keys_begin(keys); key != database_.metadata_keys_end(keys); ++key) ++count;
  return count;
}

std::uint64_t Ledger::count_articles(std::string_view name) const {
  return name.empty() ? 0 : database_.get_termfreq(path_term(name));
}

Ledger open_ledger(const std::string& directory) {
  if (current_generations(directory).empty()) return {};
  return with_index_errors(directory, [&] { return Ledger(open_shards(directory)); });
}

bool can_read_ledger(const std::string& directory) {
  try {
    const Ledger ledger = open_ledger(directory);
    const Xapian::Database& database = ledger.database();
    with_index_errors(directory, [&] {
      for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
        static_cast<void>(database.get_metadata(*key));
    });
    return true;
  } catch (const Error& error) {
    if (error.code() != ExitCode::index_failed) throw;
    return false;
  }
}

bool LedgerChanges::is_empty() const {
  return records.empty() && forgotten.empty() && doubted.empty() && takedowns.empty() && restored.empty();
}

namespace {

void write_record(const FileRecord& record, Xapian::WritableDatabase& database) {
  database.set_metadata(seen_key(record.name), encode_record(record));
  if (record.stamp.inode != 0) database.set_metadata(inode_key(record.stamp.inode), record.name);
}

void forget(const std::string& name, Xapian::WritableDatabase& database) {
  const std::string key = seen_key(name);
  const std::optional<FileRecord> record = decode_record(database.get_metadata(key));
  database.set_metadata(key, "");
  if (!record) return;
  const std::string by_inode = inode_key(record->stamp.inode);
  if (database.get_metadata(by_inode) == name) database.set_metadata(by_inode, "");
}

}  // namespace

void write_ledger(const LedgerChanges& changes, Xapian::WritableDatabase& database) {
  for (const std::string& name : changes.forgotten) forget(name, database);
  changes.records.for_each([&database](const FileRecord& record) { write_record(record, database); });
  for (const std::string& term : changes.doubted) doubt(key_of_path_term(term), database);
  // Xapian drops metadata without a value, so a takedown needs one.
  for (const std::string& id : changes.takedowns) database.set_metadata(removed_key(id), id.empty() ? "-" : id);
  for (const std::string& id : changes.restored) database.set_metadata(removed_key(id), "");
}

void copy_ledger(const Xapian::Database& from, KeptLedger kept, Xapian::WritableDatabase& to) {
  for (const std::string_view wanted : {kRemoved, kSeen, kInode}) {
    if (wanted != kRemoved && kept == KeptLedger::takedowns) continue;
    const std::string keys(wanted);
    for (auto key = from.metadata_keys_begin(keys); key != from.metadata_keys_end(keys); ++key)
      to.set_metadata(*key, from.get_metadata(*key));
  }
}

}  // namespace timbao
