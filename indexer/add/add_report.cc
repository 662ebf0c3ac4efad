// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/add_report.h"

#include <utility>

namespace timbao {
namespace {

/// "files: 12 read, 3 unchanged".
std::string describe_files(const FileCounts& files) {
  std::string text = "files: " + with_thousands(files.read) + " read";
  for (const auto& [count, name] : {std::pair(files.unchanged, " unchanged"), std::pair(files.rejected, " rejected"),
                                    std::pair(files.other_name, " read under another name")})
    if (count > 0) text += ", " + with_thousands(count) + name;
  return text;
}

}  // namespace

std::string describe_counts(const AddReport& report, const AddPlan& plan) {
  const ReadCounts& counts = report.counts;
  std::string text;
  for (const auto& [count, name] :
       {std::pair(report.written.added, "added "), std::pair(report.written.updated, ", updated "),
        std::pair(report.written.unchanged, ", unchanged "), std::pair(report.written.removed, ", removed "),
        std::pair(report.rejected, ", rejected ")})
    text += name + with_thousands(count);
  if (counts.same_id > 0) text += ", same id " + with_thousands(counts.same_id);
  if (report.passed_over > 0) text += ", passed over " + with_thousands(report.passed_over);
  text += " (" + describe_progress({counts.progress.articles, counts.progress.text_bytes, 0, 0}, report.elapsed);
  if (plan.origin == ArticleOrigin::sources) text += "; " + describe_files(counts.files);
  text += ")\n";
  if (counts.kept_out > 0)
    text += "kept out " + with_thousands(counts.kept_out) + " that were removed; --restore takes them back\n";
  return text;
}

std::string describe_end(const AddReport& report, const AddPlan& plan) {
  const bool is_published = report.outcome == Outcome::published;
  if (!report.is_stopped)
    return report.outcome == Outcome::dropped ? "there was no article to rebuild the index from: it is as it was" : "";
  if (!is_published) return "interrupted: the index is as it was";
  if (plan.destination == Destination::listing) return "";
  return "interrupted: what was complete is published; add the same again for the rest";
}

ExitCode exit_status(const AddReport& report) {
  if (report.is_stopped) return ExitCode::interrupted;
  const bool is_whole = report.rejected == 0 && !report.counts.has_empty_folder && report.outcome == Outcome::published;
  return is_whole ? ExitCode::done : ExitCode::incomplete;
}

}  // namespace timbao
