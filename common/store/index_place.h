// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace timbao {

/// Where an index is: in a folder of this machine, or behind a server of Xapian's that has it open.
///
///   parse_index_place("remote:archive-2:7700")     a connection to xapian-tcpsrv
///   parse_index_place("ssh:archive-3:/srv/bao")    xapian-progsrv there, started over ssh
///   folder_place("remote:archive-2:7700")          a folder of that name
///
/// Only what parse_index_place() makes is ever connected to, and only the command line is given to it: neither a file in
/// the folder of an index nor a variable of the environment opens a connection.
///
/// Source   docs/remote.md. Covered by index_place_test and tests/cli/remote_index_test.cc.
struct IndexPlace {
  enum class Kind : std::uint8_t { folder, tcp, ssh };

  Kind kind = Kind::folder;
  std::string name;        ///< as it is printed: the folder, or what was typed
  std::string host;        ///< of a server
  std::uint16_t port = 0;  ///< of tcp
  std::string directory;   ///< of ssh: the folder on that machine

  [[nodiscard]] bool is_remote() const { return kind != Kind::folder; }
};

/// A folder of this machine, whatever its name looks like.
IndexPlace folder_place(std::string directory);
std::vector<IndexPlace> folder_places(const std::vector<std::string>& directories);

/// Reads a value of --index on the command line.
///
/// Takes    a folder, remote:HOST:PORT or ssh:HOST:DIR. An IPv6 address stands in brackets.
/// Errors   Error(usage) where it begins as one of the latter two and is none: a HOST with other characters than those of
///          names and addresses, or that begins with -; no PORT from 1 to 65535; a DIR that a remote shell or
///          Xapian, which cuts arguments at spaces, would read as something else.
IndexPlace parse_index_place(const std::string& text);

/// Whether a text would be read as a server by parse_index_place().
bool names_a_server(std::string_view text);

/// What happens where an index behind a server does not answer.
enum class WhenMissing : std::uint8_t { leave_out, fail };

/// The indexes that are searched as one.
struct IndexChoice {
  std::vector<IndexPlace> places;  ///< at least one
  WhenMissing when_missing = WhenMissing::leave_out;

  /// Is told, in a line for people, that an index is left out from now on or is there again. Readers in several threads
  /// call it at the same time.
  std::function<void(const IndexPlace& place, const std::string& why)> on_change = {};
};

}  // namespace timbao
