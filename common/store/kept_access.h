// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

#include <string>

namespace timbao {

/// Who may read and write a file: whatever umask a writer runs under (077 in cron), what replaces a part of an index is
/// open to those to whom the part before was. The owner is kept where the writer may set it, as root may; where the
/// group cannot be kept, the group that the file has instead gets no more than everybody has.

/// Gives an open file the mode, group and owner of another.
///
/// Takes    an open file, and the path of the other one, whose links are not followed; where that does not exist,
///          nothing is done.
/// Errors   Error(io_failed) where the mode cannot be set.
void keep_access(int file, const std::string& like);

/// Gives a new database, before it is published, the access of the generation before, file by file. A file that the
/// generation before did not have gets that of its versions.
///
/// Takes    the paths of both; without a generation before, the folder gets what the umask leaves of 0777, since Xapian
///          makes it for one user alone to write in.
/// Errors   Error(io_failed).
void keep_access_of_generation(const std::string& database, const std::string& before);

/// Gives the files that a commit in place has made anew the access of a table that it has not.
///
/// Errors   Error(io_failed).
void keep_access_in_place(const std::string& generation);

/// While this lives, files that Xapian makes in a generation have the mode of its tables from the beginning.
///
/// Threads  the umask belongs to the process: no other thread may make files meanwhile.
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
