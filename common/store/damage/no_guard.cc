// SPDX-License-Identifier: GPL-2.0-or-later
// The build without the guard (TIMBAO_GUARD=OFF, glass_guard.h): nothing of the system is replaced. Xapian's blocks are
// read unchecked, its files are opened as it asks, an item may decompress to any size, and a sync that fails within a
// merge goes unnoticed.
#include "common/store/damage/glass_guard.h"
#include "common/store/damage/glass_open.h"
#include "common/store/damage/inflate_guard.h"
#include "common/store/damage/sync_watch.h"

namespace timbao {

bool is_guarded() { return false; }
std::uint64_t blocks_read_by_this_thread() { return 0; }
UnguardedReads::UnguardedReads() = default;
UnguardedReads::~UnguardedReads() = default;

OnlyReading::OnlyReading() = default;
OnlyReading::~OnlyReading() = default;

bool can_inflate() { return true; }

SyncWatch::SyncWatch() : before_(0) {}
SyncWatch::~SyncWatch() = default;
int SyncWatch::error() const { return before_; }

}  // namespace timbao
