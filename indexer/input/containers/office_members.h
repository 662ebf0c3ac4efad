// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>

#include "indexer/input/containers/archive_reader.h"
#include "indexer/input/containers/office_package.h"
#include "indexer/input/files/byte_source.h"

namespace timbao {

/// What is read of an office document, as one source: the member with its text, and behind it those with its notes and its
/// properties, each a document of XML.
///
///   OfficeMembers members(archive, OfficePackage::docx, {first_name, first_bytes});
///   if (members.has_text()) read(members);     // word/document.xml, then word/footnotes.xml and docProps/core.xml
///
/// Members are read as they come. Of those that stand before the text kMostKeptBytes are kept in memory, and the rest of them is
/// left out.
///
/// Takes    the archive at its first entry, which outlives it.
/// Errors   those of the archive.
/// Threads  one thread at a time.
/// Source   docs/archives.md, "Word processors"; covered by unpack_test and container_fuzz.
class OfficeMembers : public ByteSource {
 public:
  struct Member {
    std::string name;
    ByteSource& bytes;
  };
  static constexpr std::size_t kMostKeptBytes = 64U << 10U;

  OfficeMembers(ArchiveReader& archive, OfficePackage package, const Member& first);

  [[nodiscard]] bool has_text() const { return has_text_; }

  std::size_t read(char* to, std::size_t size) override;
  [[nodiscard]] SourceState state() const override { return state_; }
  [[nodiscard]] std::optional<Rejected> failure() const override;
  [[nodiscard]] const std::string& name() const override { return name_; }
  [[nodiscard]] std::optional<std::uint64_t> size_bytes() const override { return std::nullopt; }

 private:
  void find_text(const std::string& first_name);
  bool find_more();
  void keep();
  std::size_t read_kept(char* to, std::size_t size);

  ArchiveReader& archive_;
  OfficePackage package_;
  std::string name_;
  ByteSource* member_;  // nullptr behind the last one
  std::string kept_;    // of members before the text, given behind it
  bool has_text_ = false;
  SourceState state_ = SourceState::open;
};

}  // namespace timbao
