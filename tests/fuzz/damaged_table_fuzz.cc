// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <thread>

#include "tests/fuzz/require.h"
#include "tests/fuzz/small_database.h"

namespace {

using namespace timbao;

constexpr std::size_t kMostSteps = 20'000;
constexpr std::array<const char*, 3> kTables{"postlist.glass", "termlist.glass", "docdata.glass"};

/// Writes over a table's bytes: a place of two bytes, a count of one, and as many bytes, again and again.
std::string damaged(std::string table, std::string_view changes) {
  while (!changes.empty() && !table.empty()) {
    const std::size_t place = (fuzz::take_byte(changes) << 8U | fuzz::take_byte(changes)) % table.size();
    const std::size_t count = std::min<std::size_t>({fuzz::take_byte(changes), changes.size(), table.size() - place});
    table.replace(place, count, changes.substr(0, count));
    changes.remove_prefix(count);
  }
  return table;
}

}  // namespace

// Xapian 1.4.22 leaks some kilobytes where opening a damaged table throws.
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }

// A byte (which table) and changes of its bytes: reading the database goes on, or says that it is damaged.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::SmallDatabase database;
  static const std::array<std::string, 3> sound{database.read_file(kTables[0]), database.read_file(kTables[1]),
                                                database.read_file(kTables[2])};
  std::string_view changes = fuzz::text_of(data, size);
  const std::size_t table = fuzz::take_byte(changes) % kTables.size();
  database.write_file(kTables[table], damaged(sound[table], changes));
  // A thread of its own, since each thread remembers which blocks it has looked at.
  std::thread([] { fuzz::read_database(database.path(), kMostSteps); }).join();
  database.write_file(kTables[table], sound[table]);
  return 0;
}
