// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/run_ledger.h"

#include <sys/stat.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/base/fnv.h"
#include "indexer/input/files/file_source.h"
#include "indexer/ledger/article_key.h"

namespace timbao {
namespace {

constexpr std::int64_t kClockTickNs = 2'000'000'000;  // of an mtime: the coarsest file systems count in two seconds
constexpr std::int64_t kStatusTickNs = 100'000'000;   // of a ctime: more than the kernel's clock ever lags behind

/// What tells a file on this machine, whatever its name.
std::uint64_t identity_of(const SourceFile& file) {
  return fnv_hash(std::to_string(file.device) + ' ' + std::to_string(file.stamp.inode));
}

bool is_regular(const SourceFile& file) { return file.stamp.inode != 0; }

/// Whether the file that stands at a path is this one.
bool is_same_file(const std::string& path, const SourceFile& file) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && status.st_ino == file.stamp.inode && status.st_dev == file.device;
}

}  // namespace

RunLedger::RunLedger(Ledger ledger, LedgerRules rules)
    : ledger_(std::move(ledger)), rules_(std::move(rules)), has_takedowns_(ledger_.count_removed() > 0) {}

FileStanding RunLedger::look_up(const SourceFile& file) {
  if (!is_regular(file)) return FileToRead{};
  FileStanding standing;
  if (std::optional<UnchangedFile> same = unchanged(file)) {
    standing = std::move(*same);
  } else if (std::optional<OtherName> other = other_name(file)) {
    return std::move(*other);
  }
  met_files_.insert(identity_of(file));
  return standing;
}

std::optional<UnchangedFile> RunLedger::unchanged(const SourceFile& file) const {
  if (rules_.old_records == OldRecords::ignored) return std::nullopt;
  std::optional<FileRecord> record = ledger_.file(file.name);
  if (!record || !is_current(file, *record)) return std::nullopt;
  if (record->stamp == file.stamp) return UnchangedFile{*std::move(record), std::nullopt};
  if (!has_same_content(file, *record)) return std::nullopt;
  record->stamp = file.stamp;
  if (!is_settled(file.stamp)) record->stamp.changed_ns = 0;
  return UnchangedFile{*record, *record};
}

/// Whether a file whose bytes are the same need not be read again.
bool RunLedger::is_current(const SourceFile& file, const FileRecord& record) const {
  if (!record.is_trusted()) return false;
  if (record.settings != rules_.way.settings && record.settings != rules_.way.container_settings) return false;
  if (rules_.takedowns == Takedowns::restore && record.kept_out > 0) return false;
  // The file lost articles in an earlier run, and only reading it again tells which ones are left.
  const bool has_lost_articles =
      rules_.old_records == OldRecords::used_if_complete && ledger_.count_articles(file.name) > record.articles;
  return !has_lost_articles;
}

bool RunLedger::has_same_content(const SourceFile& file, const FileRecord& record) const {
  if (record.stamp.bytes != file.stamp.bytes || record.content == 0) return false;
  return hash_of_file(file.path, rules_.stop_asked) == record.content;
}

std::optional<OtherName> RunLedger::other_name(const SourceFile& file) const {
  if (ledger_.file(file.name)) return std::nullopt;
  if (met_files_.contains(identity_of(file))) return OtherName{"it is another file of this run"};
  const std::optional<FileRecord> other = ledger_.file_with(file.stamp.inode);
  if (rules_.old_records == OldRecords::ignored || !other || other->name == file.name || !is_file_of(*other, file))
    return std::nullopt;
  const bool has_same_root = other->root == (file.name.front() == '/' ? 0 : rules_.way.root);
  return OtherName{"the index has it as " + other->name +
                   (has_same_root ? "" : "; with another --root every id changes: --rebuild makes the index anew")};
}

/// Whether a record is of this file, though the file has another name now.
bool RunLedger::is_file_of(const FileRecord& record, const SourceFile& file) const {
  if (record.name.front() == '/') return is_same_file(record.name, file);
  // A name that is relative to another root cannot be looked for, so the stamp has to tell.
  return record.root != rules_.way.root && record.stamp.bytes == file.stamp.bytes &&
         record.stamp.status_ns == file.stamp.status_ns;
}

bool RunLedger::is_settled(const FileStamp& stamp) const {
  return stamp.changed_ns <= rules_.listed_ns - kClockTickNs && stamp.status_ns <= rules_.listed_ns - kStatusTickNs;
}

std::vector<std::string> RunLedger::without_met(const std::vector<std::string>& id_terms) const {
  std::vector<std::string> terms;
  std::copy_if(id_terms.begin(), id_terms.end(), std::back_inserter(terms),
               [this](const std::string& term) { return !ids_.contains(hash_of_id_term(term)); });
  return terms;
}

}  // namespace timbao
