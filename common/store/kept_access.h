// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

#include <string>

namespace timbao {

/// Access rights: whatever umask a writer runs under (077 in a cron job), the files that replace a part of an index can
/// be read and written by those who could read and write that part before. The owner stays the same where the writer may
/// set it, as root may. Where the group cannot be set, the group that the file has instead gets no more rights than
/// everybody has.
///
/// Source   docs/index-format.md, "Access". Covered by tests/cli/permissions_test, also as another user.

/// Gives an open file the mode, group and owner of another file.
///
///   keep_access(new_stub.number(), stub_path(directory));
///
/// Takes    an open file, and the path of the other one. If that does not exist, or is a symbolic link, this does
///          nothing.
/// Errors   Error(io_failed) where the mode cannot be set.
void keep_access(int file, const std::string& like);

/// Gives a new database, before it is published, the access rights of the generation before, file by file. A file that
/// the generation before did not have gets those of its version file.
///
/// Takes    the paths of both. Without a generation before (""), the folder gets what the umask leaves of 0777, because
///          Xapian makes a folder in which only one user may write.
/// Errors   Error(io_failed).
void keep_access_of_generation(const std::string& database, const std::string& before);

/// Gives the files that a commit in place has replaced the access rights of a table, which no commit replaces.
///
/// Takes    the path of a generation.
/// Errors   Error(io_failed).
void keep_access_in_place(const std::string& generation);

/// While this is alive, files that Xapian makes have the mode of a generation's tables from their beginning, so that
/// nobody reads them with the wrong rights before keep_access_in_place() corrects them.
///
///   const KeptMode mode(generation);
///   database.commit();
///
/// Threads  it sets the umask, which belongs to the process: no other thread may make files meanwhile.
class KeptMode {
 public:
  explicit KeptMode(const std::string& generation);
  ~KeptMode();
  KeptMode(const KeptMode&) = delete;
  KeptMode& operator=(const KeptMode&) = delete;

 private:
  mode_t before_;
};

}  // namespace timbao
