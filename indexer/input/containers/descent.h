// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/input/containers/unpacked.h"
#include "indexer/input/files/container.h"

namespace timbao {

class DecodingSource;

/// Where in the containers around it a source stands.
///
///   {"2004.tar!a.txt.gz", "a.txt.gz", "", 1, 0, 64 MB}
struct Place {
  std::string inner;  ///< see UnpackedFile
  std::string name;
  std::string url;
  unsigned archives = 0, compressions = 0;  ///< how many of them are around it
  std::size_t memory_bytes = 0;             ///< what decoders may still take
  DecodingSource* decoder = nullptr;        ///< the nearest one around it
  ByteSource* file = nullptr;               ///< the file itself, where the source is nothing else
};

/// The way into the containers of one file. Each kind of container is a function that opens it and comes back to
/// look_into() with what it holds; descent.cc has the table of them.
///
/// Takes    rules and events that outlive it.
/// Errors   none of its own.
/// Threads  one thread at a time.
class Descent {
 public:
  Descent(const UnpackRules& rules, const UnpackEvents& events) : rules_(rules), events_(events) {}

  /// Reads a source: as a container where its first bytes say so, else as a file.
  void look_into(ByteSource& source, const Place& place);

  /// Gives a source to `read` whatever it begins with.
  void read(ByteSource& source, const Place& place);

  void reject(const Place& place, Rejected rejected);
  void pass_over(NoticeKind kind, const Place& place) { events_.pass_over(kind, place.inner); }

  /// Rejects a source that has failed, if it has. Returns whether it has.
  bool reject_failed(const ByteSource& source, const Place& place);

  /// Notes that something of the file was not read, so nobody knows all that it holds.
  void cut() { report_.is_whole = false; }

  [[nodiscard]] const UnpackRules& rules() const { return rules_; }
  [[nodiscard]] const UnpackReport& report() const { return report_; }

 private:
  const UnpackRules& rules_;
  const UnpackEvents& events_;
  UnpackReport report_;
};

/// A container that is to be opened.
struct Opening {
  Container container;
  ByteSource& source;
  const Place& place;
};

void open_compressed(Descent& descent, const Opening& opening);  ///< open_compressed.cc
void open_archive(Descent& descent, const Opening& opening);     ///< open_archive.cc
void open_warc(Descent& descent, const Opening& opening);        ///< open_warc.cc
void open_mhtml(Descent& descent, const Opening& opening);       ///< open_mhtml.cc

/// Reads what is left of a source, which shows whether it is whole. Returns whether it has ended, and was not stopped.
bool read_to_end(ByteSource& source);

/// The place of something in a container: its name is joined to those around it.
///
///   inside({"a.tar", …}, "2004/b.txt").inner == "a.tar!2004/b.txt"
///
/// Takes    a place, and a name of any bytes.
Place inside(const Place& place, std::string_view name);

}  // namespace timbao
