// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <iosfwd>

namespace timbao {

/// The guard's self-test: warns where Xapian reads blocks in another way than by the guard's pread(). That happens when
/// libxapian is linked statically or with link-time optimization, or when a later version reads by another function.
/// The guard would then have no effect, and without this test nobody would know.
///
///   static GuardCheck check(std::cerr);
///   const std::uint64_t before = blocks_read_by_this_thread();
///   const Xapian::Database database(path);
///   check.database_opened(before, blocks_read_by_this_thread());
///
/// Takes    the stream that gets the warning.
/// Threads  any: one object may be used by several.
/// Source   opening a database that is not empty reads the root block of the posting lists
///          (xapian-core/backends/glass/glass_table.cc, read_root()). It costs two reads of a counter. Covered by
///          guard_check_test, also with a program in which the guard's pread() is hidden (tests/damage/unguarded_main.cc).
class GuardCheck {
 public:
  explicit GuardCheck(std::ostream& err) : err_(err) {}

  /// Compares how many blocks the guard has seen before and after a database with posting lists was opened by this
  /// thread. Where it has seen none, this warns, once in the life of this object.
  void database_opened(std::uint64_t blocks_before, std::uint64_t blocks_after);

 private:
  std::ostream& err_;
  std::atomic<bool> has_warned_{false};
};

}  // namespace timbao
