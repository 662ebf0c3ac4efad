// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <sys/types.h>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace timbao::test {

/// One entry of an archive that a test makes.
struct PackedEntry {
  std::string name, content;
  mode_t type = AE_IFREG;
  std::string link_to = {};
};

/// How a test packs: the names that libarchive has for formats and filters, and options for the program behind them.
///
///   pack({"zip"}, {{"a.txt", "Tin"}})                         a zip
///   pack({"ustar", "zstd"}, {{"a.txt", "Tin"}})               a .tar.zst
///   pack({"raw", "xz", "compression-level=9"}, {{"", "Tin"}}) an .xz of one text
struct Packing {
  std::string format, filter = {}, options = {};
};

/// An archive, made in memory. Errors: std::runtime_error with libarchive's words.
inline std::string pack(const Packing& packing, const std::vector<PackedEntry>& entries) {
  static const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  const locale_t before = ::uselocale(utf8);  // names are in UTF-8
  archive* const made = ::archive_write_new();
  std::string bytes;
  const auto check = [made](int result) {
    if (result < ARCHIVE_OK) throw std::runtime_error(::archive_error_string(made));
  };
  check(::archive_write_set_format_by_name(made, packing.format.c_str()));
  if (!packing.filter.empty()) check(::archive_write_add_filter_by_name(made, packing.filter.c_str()));
  if (!packing.options.empty()) check(::archive_write_set_options(made, packing.options.c_str()));
  ::archive_write_set_bytes_in_last_block(made, 1);
  const auto write = [](archive*, void* to, const void* from, std::size_t size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(from), size);
    return static_cast<la_ssize_t>(size);
  };
  // 7z is written through a file of its own; the others as they come.
  check(::archive_write_open(made, &bytes, nullptr, write, nullptr));
  for (const PackedEntry& one : entries) {
    archive_entry* const entry = ::archive_entry_new();
    ::archive_entry_copy_pathname(entry, one.name.c_str());
    ::archive_entry_set_filetype(entry, one.type);
    ::archive_entry_set_perm(entry, 0644);
    ::archive_entry_set_mtime(entry, 1'517'360'460, 0);
    ::archive_entry_set_size(entry, static_cast<la_int64_t>(one.content.size()));
    if (!one.link_to.empty()) ::archive_entry_copy_symlink(entry, one.link_to.c_str());
    check(::archive_write_header(made, entry));
    if (!one.content.empty()) ::archive_write_data(made, one.content.data(), one.content.size());
    ::archive_entry_free(entry);
  }
  check(::archive_write_close(made));
  ::archive_write_free(made);
  ::uselocale(before);
  return bytes;
}

/// One text, compressed: compressed("gzip", "Tin").
inline std::string compressed(const std::string& filter, const std::string& text, const std::string& options = {}) {
  return pack({"raw", filter, options}, {{"-", text}});
}

}  // namespace timbao::test
