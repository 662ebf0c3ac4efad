// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace timbao {

/// Xapian opens the files of a database without checking what they are. So glass_open.cc defines open() for the whole
/// program, as glass_guard.h does pread(): a file of a database, which is recognized by its name (glass_names.h), is
/// opened without following a symbolic link, and without waiting for the other end of a FIFO. Every other file is opened
/// as usual. check_generation_folder() has examined the folder before; this covers what somebody puts there between
/// that check and the opening.
///
/// Source   covered by tests/damage/hostile_folder_test.

/// While one is alive, its thread opens files of databases for reading only, whatever it asks for. Xapian's check opens
/// tables for writing although it writes nothing; so it works on a read-only medium, too.
///
///   const OnlyReading without_writing;
///   Xapian::Database::check(path, 0, &unused);
///
/// Threads  each counts its own.
class OnlyReading {
 public:
  OnlyReading();
  ~OnlyReading();
  OnlyReading(const OnlyReading&) = delete;
  OnlyReading& operator=(const OnlyReading&) = delete;
};

}  // namespace timbao
