// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/shards.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "common/store/open_shards.h"
#include "common/store/publish.h"
#include "common/store/written_versions.h"
#include "tests/common/store/generation.h"

namespace timbao {
namespace {

using test::make_generation;
using test::TempDirectory;
using test::thrown_by;

TEST(ShardOfId, IsFixedForEver) {
  struct Row {
    std::string id_term;
    std::size_t of_4, of_64;
  };
  const std::array<Row, 4> rows{{{"Q", 2, 30}, {"Qa1", 0, 28}, {"Qtin-7", 1, 29}, {"Q2018/phuc-yen.txt", 3, 11}}};
  for (const Row& row : rows) {
    EXPECT_EQ(shard_of_id(row.id_term, 1), 0U);
    EXPECT_EQ(shard_of_id(row.id_term, 4), row.of_4) << row.id_term;
    EXPECT_EQ(shard_of_id(row.id_term, 64), row.of_64) << row.id_term;
  }
}

TEST(ShardOfId, DividesIdsEvenly) {
  constexpr std::size_t kIds = 10'000, kShards = 7;
  std::array<std::size_t, kShards> counts{};
  for (std::size_t i = 0; i < kIds; ++i) ++counts.at(shard_of_id("Qtin-" + std::to_string(i), kShards));
  for (const std::size_t count : counts) {
    EXPECT_GT(count, kIds / kShards * 9 / 10);
    EXPECT_LT(count, kIds / kShards * 11 / 10);
  }
}

/// An index of two shards, with one article and with two.
class OpenShards : public testing::Test {
 protected:
  OpenShards() {
    make_shard("g1", {0, 2}, 1);
    make_shard("g2", {1, 2}, 2);
  }

  void make_shard(const std::string& name, const Shard& shard, int articles) const {
    make_generation(directory_, name, articles);
    Xapian::WritableDatabase database(directory_ / name, Xapian::DB_OPEN);
    write_shard(shard, database);
    database.commit();
  }

  /// What is said of a stub that names these.
  [[nodiscard]] std::string refusal(const Generations& generations) const {
    publish_generations(directory_.path(), generations);
    const Error error = thrown_by([&] { static_cast<void>(open_shards(directory_.path())); });
    EXPECT_EQ(error.code(), ExitCode::index_failed);
    return error.message().substr(directory_.path().string().size());
  }

  TempDirectory directory_;
};

TEST_F(OpenShards, GivesOneDatabaseOfAllInTheirOrder) {
  publish_generations(directory_.path(), {"g1", "g2"});
  const Xapian::Database database = open_shards(directory_.path());
  EXPECT_EQ(database.size(), 2U);
  EXPECT_EQ(database.get_doccount(), 3U);
}

TEST_F(OpenShards, RefusesWhatIsNotTheShardOfItsPlace) {
  EXPECT_EQ(refusal({"g2", "g1"}), ": its file XAPIANDB names shard 2/2 in place of shard 1/2");
  EXPECT_EQ(refusal({"g1"}), ": its file XAPIANDB names shard 1/2 in place of a whole index");
  make_shard("g3", {1, 3}, 1);
  EXPECT_EQ(refusal({"g1", "g3"}), ": its file XAPIANDB names shard 2/3 in place of shard 2/2");
  make_generation(directory_, "g4", 1);
  EXPECT_EQ(refusal({"g1", "g4"}), ": its file XAPIANDB names a whole index in place of shard 2/2");
}

TEST_F(OpenShards, ComparesTheVersionsOfEach) {
  publish_generations(directory_.path(), {"g1", "g2"});
  Xapian::WritableDatabase(directory_ / "g2", Xapian::DB_OPEN).set_metadata("timbao.format", "999");
  EXPECT_EQ(thrown_by([&] { static_cast<void>(open_shards(directory_.path(), check_versions)); }).code(),
            ExitCode::index_failed);
}

}  // namespace
}  // namespace timbao
