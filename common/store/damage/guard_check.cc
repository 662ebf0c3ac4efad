// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/damage/guard_check.h"

#include <ostream>

namespace timbao {

void GuardCheck::database_opened(std::uint64_t blocks_before, std::uint64_t blocks_after) {
  if (blocks_after != blocks_before || has_warned_.exchange(true)) return;
  err_ << "warning: blocks of the index are not checked for damage, because the Xapian library does not read them by "
          "this program's pread(); a damaged index may crash the program or keep it busy for ever; open only indexes "
          "that you trust, and build timbao with the shared library libxapian and without link-time optimization\n";
}

}  // namespace timbao
