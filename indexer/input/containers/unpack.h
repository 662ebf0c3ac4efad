// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "indexer/input/containers/unpacked.h"
#include "indexer/input/files/byte_source.h"

namespace timbao {

/// Finds what a file holds: looks at its first bytes, opens it if it is a container, and does the same with everything
/// inside, as deep as limits.h allows. A file that is no container is given to `read` as it is.
///
///   const UnpackReport report = unpack({source, "archive.tar.zst"}, {64 << 20, filter}, events);
///
/// A compressed file and a saved page (MHTML) have no name inside: they are one file. An archive in an archive is
/// "inner.zip!page.html". Of office documents (DOCX, ODT) the member with the text is read.
///
/// Takes    the file and the name that may tell its format; how; what is called. Of a source that can seek, a zip or 7z
///          archive is first read to its end, which a MeteredSource needs for its hash, and then entry by entry.
/// Errors   none of its own: everything that cannot be read is told to `reject`, but what the source itself tells by its
///          failure(). What an event throws goes through.
/// Threads  one thread at a time.
/// Source   docs/containers.md; covered by unpack_test, container_fuzz and tests/cli/containers_test.cc.
struct FileToUnpack {
  ByteSource& bytes;
  std::string_view name;
};
UnpackReport unpack(const FileToUnpack& file, const UnpackRules& rules, const UnpackEvents& events);

}  // namespace timbao
