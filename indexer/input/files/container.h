// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/base/named_values.h"

namespace timbao {

/// What holds other files: a compressed file holds one, an archive or a file of saved pages holds many. How each is
/// opened stands in indexer/input/containers; this header holds what must be known without opening a file.
enum class Container : std::uint8_t {
  gzip,
  bzip2,
  xz,
  zstd,
  zip,
  seven_zip,
  tar,
  warc,
  mhtml,
};

/// The names of the containers in messages.
///
/// Source   docs/containers.md.
inline constexpr std::array<NamedValue<Container>, 9> kContainerNames{{
    {Container::gzip, "gzip"},
    {Container::bzip2, "bzip2"},
    {Container::xz, "xz"},
    {Container::zstd, "zstd"},
    {Container::zip, "zip"},
    {Container::seven_zip, "7z"},
    {Container::tar, "tar"},
    {Container::warc, "WARC"},
    {Container::mhtml, "MHTML"},
}};
static_assert(covers_every_value<kContainerNames>());

/// The name of one container: container_name(Container::seven_zip) == "7z".
constexpr std::string_view container_name(Container container) { return row_of_value(kContainerNames, container).name; }

/// The endings of the names of containers, in lower case. A folder's files with one of these are opened where --include
/// names no pattern. `.gz` and the like stand before what they end: `.tar.gz`, `.html.gz`.
inline constexpr std::array<std::string_view, 16> kContainerSuffixes{
    ".gz",  ".bz2",  ".xz",  ".zst",  ".zip",  ".7z",  ".tar",   ".tgz",
    ".tbz", ".tbz2", ".txz", ".tzst", ".warc", ".mht", ".mhtml", ".zstd"};

/// Whether a path ends as the name of a container.
///
///   is_container_name("2004/BAO.ZIP") == true     is_container_name("a.zip/b") == false
///
/// Takes    a path or a name, of any bytes. The case of ASCII letters does not count.
/// Errors   none.
/// Source   covered by container_test.
bool is_container_name(std::string_view path);

/// A name without the ending of a compression, which is the name of what is compressed.
///
///   without_compression("news.jsonl.gz") == "news.jsonl"     without_compression("news.tgz") == "news.tgz"
///
/// Takes    a path or a name, of any bytes.
/// Errors   none.
/// Source   covered by container_test.
std::string_view without_compression(std::string_view path);

}  // namespace timbao
