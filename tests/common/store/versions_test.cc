// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/versions.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/index/embedded.h"
#include "common/store/written_versions.h"
#include "common/text/collate.h"
#include "common/text/icu_version.h"
#include "tests/common/store/generation.h"

namespace timbao {
namespace {

using test::thrown_by;

using Versions = std::map<std::string, std::string>;

/// The versions of this program.
Versions our_versions() {
  return {{"timbao.format", "5"},
          {"timbao.fold", "1"},
          {"timbao.data", std::string(embedded::version())},
          {"timbao.collation", collation_version()}};
}

Xapian::WritableDatabase database_with(const Versions& versions) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const auto& [key, value] : versions) database.set_metadata(key, value);
  return database;
}

TEST(Versions, OfThisProgramAreAccepted) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  write_versions(database);
  EXPECT_NO_THROW(check_versions("/x", database));
  EXPECT_NO_THROW(check_versions_to_read("/x", database));
  EXPECT_NO_THROW(check_versions("/x", database_with(our_versions())));
}

TEST(Versions, OfTheFormatWithoutSignaturesAreAccepted) {
  Versions versions = our_versions();
  versions["timbao.format"] = "4";
  EXPECT_NO_THROW(check_versions("/x", database_with(versions)));
}

TEST(Versions, OfAnotherProgramAreRefusedByName) {
  const std::vector<std::pair<std::string, std::string>> cases = {{"timbao.format", "3"},
                                                                  {"timbao.format", "6"},
                                                                  {"timbao.fold", "7"},
                                                                  {"timbao.data", "0123456789abcdef"},
                                                                  {"timbao.collation", "1.2.3.4 of ICU 1.0"},
                                                                  {"timbao.collation", "0"}};
  for (const auto& [key, value] : cases)
    for (const auto check : {check_versions, check_versions_to_read}) {
      Versions versions = our_versions();
      versions[key] = value;
      const Xapian::WritableDatabase database = database_with(versions);
      const Error error = thrown_by([&] { check("/x", database); });
      EXPECT_EQ(error.code(), ExitCode::index_failed);
      EXPECT_NE(error.message().find("another version (" + key + " " + value), std::string::npos) << error.message();
      EXPECT_NE(error.hint().find("add --rebuild"), std::string::npos) << error.hint();
    }
  const Error none = thrown_by([] { check_versions("/x", Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY)); });
  EXPECT_NE(none.message().find("not a timbao index"), std::string::npos) << none.message();
}

TEST(Versions, OfAnotherCollationOfTheSameIcuAreRefusedToWriters) {
  Versions versions = our_versions();
  versions["timbao.collation"] = "1.2.3.4 of ICU " + icu_version();
  EXPECT_NO_THROW(check_versions_to_read("/x", database_with(versions)));
  EXPECT_THROW(check_versions("/x", database_with(versions)), Error);
}

}  // namespace
}  // namespace timbao
