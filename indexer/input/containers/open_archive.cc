// SPDX-License-Identifier: GPL-2.0-or-later
// zip, tar and 7z archives: each entry is a file, or a container again. A zip may also be one office document.
#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/base/ascii.h"
#include "common/base/fnv.h"
#include "common/base/utf8.h"
#include "indexer/input/containers/archive_reader.h"
#include "indexer/input/containers/descent.h"
#include "indexer/input/containers/limits.h"
#include "indexer/input/containers/office_members.h"
#include "indexer/input/containers/office_package.h"
#include "indexer/input/containers/seven_zip_header.h"
#include "indexer/input/files/head_source.h"

namespace timbao {
namespace {

constexpr std::size_t kPieceBytes = 256U << 10U;
constexpr std::size_t kMostDecodedNames = 100'000;
constexpr std::size_t kBytesOfListed = 256;  // what libarchive keeps of each entry that a zip lists

/// The name of an entry without what says where it is unpacked: "./2004/a.txt" and "/2004/a.txt" are "2004/a.txt".
std::string_view clean(std::string_view name) {
  for (;;) {
    if (starts_with(name, "/"))
      name.remove_prefix(1);
    else if (starts_with(name, "./"))
      name.remove_prefix(2);
    else
      return name.substr(0, kMostNameBytes);
  }
}

bool is_hidden(std::string_view name) {
  const auto is_dot = [name](std::size_t at) { return byte_at(name, at) == '.' && byte_at(name, at + 1) != '.'; };
  if (is_dot(0) || starts_with(name, "__MACOSX/")) return true;
  for (std::size_t at = name.find('/'); at != std::string_view::npos; at = name.find('/', at + 1))
    if (is_dot(at + 1)) return true;
  return false;
}

constexpr std::string_view kNoText =
    "an office document without text, as a workbook or a presentation is; export it as CSV or as a page";

/// The entries of an archive, from the first to the last.
class Entries {
 public:
  Entries(Descent& descent, ArchiveReader& archive, const Place& place)
      : descent_(descent), archive_(archive), place_(place) {}

  void read_all() {
    std::optional<ArchiveEntry> entry = archive_.next();
    while (entry && entry->kind == EntryKind::folder) entry = archive_.next();
    if (entry) read_from(*entry);
    if (archive_.end() != ArchiveEnd::broken) return;
    descent_.cut();
    if (std::optional<Rejected> failure = archive_.failure()) descent_.reject(place_, *std::move(failure));
  }

 private:
  /// The first entry tells what the archive is.
  void read_from(const ArchiveEntry& first) {
    HeadSource bytes(archive_.data());
    const bool is_asked = first.name == kMediaTypeMember && !first.is_encrypted;
    const OfficePackage package = office_package_of(
        first.name, is_asked ? bytes.head([](std::string_view) { return true; }) : std::string_view());
    if (package != OfficePackage::none) return read_office(package, {first.name, bytes});
    if (place_.archives == kMostArchives) {
      descent_.cut();
      return descent_.reject(place_, rejected_as(RejectReason::too_large, "an archive that is in two others already"));
    }
    meet(first, bytes);
    while (const std::optional<ArchiveEntry> entry = archive_.next()) meet(*entry, archive_.data());
  }

  void meet(const ArchiveEntry& entry, ByteSource& bytes) {
    if (entry.kind == EntryKind::folder) return;
    const std::string name = decoded(clean(entry.name));
    Place place = inside(place_, name.empty() ? "(no name)" : name);
    ++place.archives;
    if (const auto kind = reason_to_pass_over(entry, name)) return descent_.pass_over(*kind, place);
    if (entry.is_encrypted)
      return descent_.reject(place, rejected_as(RejectReason::unreadable, "encrypted; decrypt it first"));
    if (!entry.unread.empty()) return descent_.reject(place, rejected_as(RejectReason::unreadable, entry.unread));
    descent_.look_into(bytes, place);
    descent_.reject_failed(bytes, place);
  }

  /// The name as people read it. Of two names that read alike the second one stays as its bytes are.
  std::string decoded(std::string_view name) {
    std::string bytes(name);
    if (descent_.rules().decode_name == nullptr || well_formed_prefix(name) == name.size()) return bytes;
    std::string read = descent_.rules().decode_name(name);
    const bool is_first = decoded_.size() < kMostDecodedNames && decoded_.insert(fnv_hash(read)).second;
    return is_first ? read : bytes;
  }

  [[nodiscard]] std::optional<NoticeKind> reason_to_pass_over(const ArchiveEntry& entry,
                                                              const std::string& name) const {
    const WalkFilter& filter = descent_.rules().filter;
    if (entry.kind != EntryKind::file) return NoticeKind::no_file;
    if (is_hidden(name)) return NoticeKind::hidden;
    if (matches_any(filter.exclude, name)) return NoticeKind::excluded;
    return takes_name(filter, name) ? std::nullopt : std::optional(NoticeKind::other_name);
  }

  /// An office document is one article.
  void read_office(OfficePackage package, const OfficeMembers::Member& first) {
    OfficeMembers members(archive_, package, first);
    if (members.has_text()) {
      descent_.read(members, place_);
      descent_.reject_failed(members, place_);
    } else if (archive_.end() == ArchiveEnd::whole) {
      descent_.reject(place_, rejected_as(RejectReason::binary, std::string(kNoText)));
    }
  }

  Descent& descent_;
  ArchiveReader& archive_;
  const Place& place_;
  std::unordered_set<std::uint64_t> decoded_;  // hashes of names
};

/// How often the header of an entry in the list of a zip stands in a source, which is at least how many entries the list
/// has. Reads the source to its end.
std::uint64_t count_list_headers(ByteSource& source) {
  constexpr std::string_view kHeader = "PK\x01\x02";
  std::string piece;
  std::uint64_t headers = 0;
  for (;;) {
    const std::size_t kept = std::min(piece.size(), kHeader.size() - 1);  // a header may lie across two pieces
    piece.erase(0, piece.size() - kept);
    piece.resize(kept + kPieceBytes);
    const std::size_t count = source.read(piece.data() + kept, kPieceBytes);
    if (count == 0) return headers;
    piece.resize(kept + count);
    for (std::size_t at = piece.find(kHeader); at != std::string::npos; at = piece.find(kHeader, at + 1)) ++headers;
  }
}

void read_archive(Descent& descent, const Opening& opening, ByteSource& source) {
  ArchiveReader archive(source, opening.container);
  Entries(descent, archive, opening.place).read_all();
}

/// Why a 7z archive is not opened; empty where it is.
std::string what_is_wrong_with_seven_zip(ByteSource& file, std::size_t memory_bytes) {
  const std::optional<SevenZipNeeds> needs = seven_zip_needs(file, memory_bytes / 4);
  if (!needs)
    return "the 7z archive is damaged, its list of files takes more memory than its part of --memory, or it is packed "
           "in a rare way";
  const std::uint64_t most = memory_bytes - memory_bytes / 4;
  if (needs->list_bytes + needs->decoder_bytes <= most) return {};
  return "the 7z archive can only be unpacked with more memory than its part of --memory, which is " +
         std::to_string(most >> 20U) + " MB";
}

/// Reads an archive whose list of entries stands at its end. The file is read twice: first as it stands, for the hash by
/// which a later run sees that it did not change.
void read_by_list(Descent& descent, const Opening& opening) {
  ByteSource& file = *opening.place.file;
  const std::uint64_t headers = count_list_headers(opening.source);
  if (file.state() != SourceState::ended || !file.seek(0)) return descent.cut();
  if (opening.container == Container::seven_zip) {
    if (std::string what = what_is_wrong_with_seven_zip(file, descent.rules().memory_bytes); !what.empty()) {
      descent.cut();
      return descent.reject(opening.place, rejected_as(RejectReason::too_large, std::move(what)));
    }
  }
  if (headers <= descent.rules().memory_bytes / kBytesOfListed) return read_archive(descent, opening, file);
  HeadSource in_sequence(file);
  read_archive(descent, opening, in_sequence);
}

bool has_list_at_end(Container container) { return container == Container::zip || container == Container::seven_zip; }

}  // namespace

void open_archive(Descent& descent, const Opening& opening) {
  ByteSource* const file = opening.place.file;
  if (has_list_at_end(opening.container) && file != nullptr && file->size_bytes())
    return read_by_list(descent, opening);
  if (opening.container == Container::seven_zip) {
    descent.cut();
    return descent.reject(
        opening.place,
        rejected_as(RejectReason::unreadable, "a 7z archive inside another file, or in a pipe; unpack it first"));
  }
  read_archive(descent, opening, opening.source);
  if (!read_to_end(opening.source)) descent.cut();
}

}  // namespace timbao
