// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/source_reading.h"

#include <iterator>
#include <utility>
#include <variant>

#include "indexer/input/files/file_source.h"

namespace timbao {
namespace {

void append(std::vector<std::string>& to, std::vector<std::string> items) {
  to.insert(to.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
}

class SourceReading {
 public:
  SourceReading(const AddPlan& plan, RunLedger& run, const AdditionTarget& target)
      : plan_(plan), run_(run), target_(target), reader_(plan.reading) {}

  ReadFiles read_all(const SourceList& list) {
    ReadCounts& counts = target_.counts;
    for (std::size_t place = 0; place < list.files.size() && !plan_.stop_asked(); ++place) {
      read(list.files[place], place);
      counts.progress.bytes_read = reader_.bytes_read() + counts.unchanged_file_bytes;
      target_.console.progress().show(counts.progress);
    }
    return std::move(files_);
  }

 private:
  void read(const SourceFile& file, std::size_t place) {
    const FileStanding standing = run_.look_up(file);
    if (const auto* unchanged = std::get_if<UnchangedFile>(&standing)) return count_unchanged(file, *unchanged);
    if (const auto* other = std::get_if<OtherName>(&standing)) return note_other_name(file, *other);
    FileAddition addition(run_, file, target_);
    ReadEvents events;
    events.use = [&addition](ParsedArticle parsed) { addition.take(std::move(parsed)); };
    events.pass_over = [&](NoticeKind kind, const std::string& inner) {
      target_.log.note({file.path, 0, {}, {kind, 1, {}}, inner});
    };
    events.end_input = target_.end_input;
    const FileReading reading = reader_.read(file, std::move(events));
    AddedFile added = addition.close(reading);
    ++(added.is_rejected ? target_.counts.files.rejected : target_.counts.files.read);
    note_complete(file, place, added);
    remember(std::move(added.visited));
  }

  void count_unchanged(const SourceFile& file, const UnchangedFile& unchanged) {
    ReadCounts& counts = target_.counts;
    ++counts.files.unchanged;
    counts.unchanged_file_bytes += file.stamp.bytes;
    counts.articles_of_unchanged += unchanged.record.articles;
    counts.kept_out += unchanged.record.kept_out;
    counts.same_id += unchanged.record.repeated;
    if (unchanged.renewed) files_.ledger.records.add(*unchanged.renewed);
  }

  void note_other_name(const SourceFile& file, const OtherName& other) {
    target_.counts.unchanged_file_bytes += file.stamp.bytes;
    ++target_.counts.files.other_name;
    target_.log.note({file.path, 0, {}, {NoticeKind::same_file, 1, other.described}});
  }

  /// Notes the files of which --prune can tell which articles they no longer hold.
  void note_complete(const SourceFile& file, std::size_t place, const AddedFile& added) {
    if (plan_.pruning == Pruning::none) return;
    if (!added.visited.knows_all_ids) {
      if (!plan_.stop_asked() && added.records > 0)
        target_.console.mention(file.path + ": none of its articles is forgotten, since some of it could not be read");
    } else if (file.path == kStandardInput) {
      files_.stream_is_complete = true;
    } else {
      files_.complete.push_back(place);
    }
  }

  void remember(VisitedFile visited) {
    if (visited.record) files_.ledger.records.add(*visited.record);
    append(files_.ledger.doubted, std::move(visited.doubted));
    append(files_.ledger.restored, std::move(visited.restored));
    append(files_.lost, std::move(visited.lost));
  }

  const AddPlan& plan_;
  RunLedger& run_;
  AdditionTarget target_;
  ArticleReader reader_;
  ReadFiles files_;
};

}  // namespace

ReadFiles read_files(const AddPlan& plan, RunLedger& run, const SourceList& list, const AdditionTarget& target) {
  return SourceReading(plan, run, target).read_all(list);
}

}  // namespace timbao
