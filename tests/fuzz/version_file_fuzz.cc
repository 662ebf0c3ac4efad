// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tests/fuzz/require.h"
#include "tests/fuzz/small_database.h"

namespace {

using namespace timbao;

constexpr std::size_t kMostSteps = 5'000;
constexpr std::size_t kBeforeRevision = 30;  // bytes: the magic, the version of the format, the database's own number

/// What passes for a file of versions is one with which Xapian can open the tables, or says why it cannot.
void check(const fuzz::SmallDatabase& database, std::string_view bytes) {
  database.write_file("iamglass", bytes);
  fuzz::read_database(database.path(), kMostSteps);
}

}  // namespace

// Xapian 1.4.22 leaks some kilobytes where opening a damaged table throws.
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }

// Any bytes as a database's file of versions, and as what stands in one behind its beginning.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::SmallDatabase database;
  static const std::string sound = database.read_file("iamglass");
  const std::string_view bytes = fuzz::text_of(data, size);
  check(database, bytes);
  check(database, sound.substr(0, kBeforeRevision) + std::string(bytes));
  return 0;
}
