// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace timbao {

/// Xapian does not look what it opens. So glass_open.cc defines open() for the whole program: a file of a database,
/// which is known by its name (iamglass, *.glass, flintlock, v.tmp), is opened without following a link, and without
/// waiting for the other end of a FIFO. Anything else is opened as ever.

/// While one lives, its thread opens files of databases for reading only, whatever it asks for. Xapian's check asks for
/// tables that it could write, and writes nothing: so it works on read-only media, too.
class OnlyReading {
 public:
  OnlyReading();
  ~OnlyReading();
  OnlyReading(const OnlyReading&) = delete;
  OnlyReading& operator=(const OnlyReading&) = delete;
};

}  // namespace timbao
