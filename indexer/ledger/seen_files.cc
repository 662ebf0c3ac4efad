// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger/seen_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "common/index/document_terms.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "indexer/input/files/file_source.h"

namespace timbao {
namespace {

constexpr std::string_view kReadersVersion = "2";     // to be raised when files are read in another way
constexpr std::int64_t kClockTickNs = 2'000'000'000;  // of an mtime: the coarsest file systems count in two seconds
constexpr std::int64_t kStatusTickNs = 100'000'000;   // of a ctime: more than the kernel's clock ever lags behind

/// FNV-1a: the same on every machine, and 64 bits are enough to tell a few settings apart.
std::uint64_t fnv_hash(std::string_view text) {
  std::uint64_t hash = 14'695'981'039'346'656'037U;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 1'099'511'628'211U;
  return hash;
}

std::uint64_t hash_of_all(std::initializer_list<std::string> parts) {
  std::string all;
  for (const std::string& part : parts) (all += part) += '\0';
  return fnv_hash(all);
}

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

std::uint64_t run_hash(const std::string& id) { return std::hash<std::string>()(id_term(id)); }

bool SeenFiles::FileIds::insert(std::uint64_t hash) {
  if (!first_) {
    first_ = hash;
    return true;
  }
  if (*first_ == hash) return false;
  if (!more_) more_.emplace();
  return more_->insert(hash);
}

bool SeenFiles::FileIds::contains(std::uint64_t hash) const {
  return (first_ && *first_ == hash) || (more_ && more_->contains(hash));
}

SeenFiles::SeenFiles(Ledger ledger, SeenSettings settings)
    : ledger_(std::move(ledger)),
      settings_(std::move(settings)),
      root_hash_(settings_.root.empty() ? 0 : fnv_hash(source_name(settings_.root, ""))),
      way_(way()),
      reading_(reading()),
      has_removed_(ledger_.count_removed() > 0) {}

std::uint64_t SeenFiles::way() const {
  return hash_of_all({std::string(kReadersVersion),
                      std::string(settings_.format ? format_name(*settings_.format) : std::string_view("auto"))});
}

std::uint64_t SeenFiles::reading() const {
  return hash_of_all(
      {std::to_string(way_), settings_.source, std::to_string(root_hash_), std::to_string(settings_.article_bytes)});
}

bool SeenFiles::lost_records(const SourceFile& file, const FileRecord& record) const {
  return ledger_.count_articles(file.name) > record.articles;
}

/// Whether the file had not just been changed when it was listed.
bool SeenFiles::is_settled(const FileStamp& stamp) const {
  return stamp.changed_ns <= settings_.listed_ns - kClockTickNs &&
         stamp.status_ns <= settings_.listed_ns - kStatusTickNs;
}

std::optional<FileRecord> SeenFiles::unchanged(const SourceFile& file) {
  if (!is_regular(file) || settings_.rebuilds) return std::nullopt;
  std::optional<FileRecord> record = ledger_.file(file.name);
  if (!record || !record->is_trusted() || record->reading != reading_) return std::nullopt;
  if (settings_.restores && record->kept_out > 0) return std::nullopt;
  // The file lost records in an earlier run, and only reading it again tells which ones are left.
  if (settings_.prunes && lost_records(file, *record)) return std::nullopt;
  if (!(record->stamp == file.stamp) && !has_same_content(file, *record)) return std::nullopt;
  inodes_.insert(identity_of(file));
  if (!(record->stamp == file.stamp)) {
    record->stamp = file.stamp;
    if (!is_settled(file.stamp)) record->stamp.changed_ns = 0;
    changes_.seen.add(*record);
  }
  return record;
}

bool SeenFiles::has_same_content(const SourceFile& file, const FileRecord& record) const {
  if (record.stamp.bytes != file.stamp.bytes || record.content == 0) return false;
  return hash_of_file(file.path, settings_.stop_asked) == record.content;
}

std::optional<std::string> SeenFiles::other_name(const SourceFile& file) const {
  if (!is_regular(file) || ledger_.file(file.name)) return std::nullopt;
  if (inodes_.contains(identity_of(file))) return "it is another file of this run";
  const std::optional<FileRecord> other = ledger_.file_with(file.stamp.inode);
  if (settings_.rebuilds || !other || other->name == file.name || !is_file_of(*other, file)) return std::nullopt;
  const bool has_same_root = other->root == (file.name.front() == '/' ? 0 : root_hash_);
  return "the index has it as " + other->name +
         (has_same_root ? "" : "; with another --root every id changes: --rebuild makes the index anew");
}

/// Whether a record is of this file, though the file has another name now.
bool SeenFiles::is_file_of(const FileRecord& record, const SourceFile& file) const {
  if (record.name.front() == '/') return is_same_file(record.name, file);
  // A name that is relative to another root cannot be looked for, so the stamp has to tell.
  return record.root != root_hash_ && record.stamp.bytes == file.stamp.bytes &&
         record.stamp.status_ns == file.stamp.status_ns;
}

void SeenFiles::begin(const SourceFile& file) {
  file_ = &file;
  file_ids_.clear();
  articles_ = kept_out_ = repeated_ = 0;
  doubtful_ = nameless_ = whole_ = false;
  if (is_regular(file)) inodes_.insert(identity_of(file));
}

bool SeenFiles::keeps_out(ReadArticle& read) {
  const Article& article = read.article;
  const std::uint64_t hash = run_hash(article.id);
  const bool is_new = file_ids_.insert(hash);
  if (article.path != file_->name) doubt_named_path(article);
  const bool is_marked = has_removed_ && ledger_.is_removed(article.id);
  const bool is_out = is_marked && !settings_.restores;
  const bool is_first = ids_.insert(hash);
  read.occurrence = is_first || is_out ? Occurrence::first : Occurrence::repeated;
  if (is_marked && !is_out && is_new) changes_.restored.push_back(article.id);
  if (is_new)
    ++(is_out ? kept_out_ : articles_);
  else
    ++repeated_;
  return is_out;
}

/// An article that names the path of another file takes it over from that.
void SeenFiles::doubt_named_path(const Article& article) {
  doubtful_ = true;
  if (article.path.empty()) return;
  const std::optional<FileRecord> other = ledger_.file(article.path);
  if (other && other->is_trusted()) changes_.doubted.push_back(path_term(article.path));
}

void SeenFiles::reject(const Rejected& rejected) {
  doubtful_ = true;
  if (rejected.id.empty()) {
    nameless_ = true;
    return;
  }
  file_ids_.insert(run_hash(rejected.id));
  rejected_ids_.insert(run_hash(rejected.id));
}

void SeenFiles::end(const FileReading& reading) {
  whole_ = reading.end == FileEnd::whole;
  if (file_->path == kStandardInput) return;
  const FileRecord record = record_of(reading);
  const std::optional<FileRecord> before = ledger_.file(record.name);
  if (before && before->way != way_ && whole_) look_for_left_over(*before);
  if (settings_.rebuilds || !before || !(*before == record)) changes_.seen.add(record);
}

FileRecord SeenFiles::record_of(const FileReading& reading) const {
  FileRecord record;
  record.name = file_->name;
  record.stamp = file_->stamp;
  record.content = reading.content;
  record.way = way_;
  record.reading = reading_;
  record.root = file_->name.front() == '/' ? 0 : root_hash_;
  record.articles = articles_;
  record.kept_out = kept_out_;
  record.repeated = repeated_;
  if (!whole_ || doubtful_ || !is_settled(record.stamp)) record.stamp.changed_ns = 0;
  return record;
}

/// The articles of a file that was read in another way before, and that it does not give now. Where some record could
/// not be read and has no id, any of them may be its article; only the file as one article is then known to be none.
void SeenFiles::look_for_left_over(const FileRecord& before) {
  const Xapian::Database& database = ledger_.database();
  const std::string term = path_term(before.name);
  const std::string whole_file = id_term(before.name);
  for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
    std::string id = id_term_of(database.get_document(*at));
    if (id.empty() || file_ids_.contains(std::hash<std::string>()(id))) continue;
    if (nameless_ && id != whole_file) continue;
    left_over_.push_back(std::move(id));
  }
}

std::vector<std::string> SeenFiles::left_over() const {
  std::vector<std::string> terms;
  std::copy_if(left_over_.begin(), left_over_.end(), std::back_inserter(terms),
               [this](const std::string& term) { return !has_met(std::hash<std::string>()(term)); });
  return terms;
}

}  // namespace timbao
