// SPDX-License-Identifier: GPL-2.0-or-later
// The same text is the same day as the date of a record, as the date line of a text file, in date: and in --from, --to.
#include "tests/cli/archive_fixture.h"

#include "common/base/json.h"

namespace timbao::test {
namespace {

using Texts = std::vector<std::string>;

const Texts kForms = {"2021-04-10",
                      "20210410",
                      "2021-04-10T08:15:00.1234567 +07:00",
                      "20210410T081500Z",
                      "2021-W14-6",
                      "2021-100",
                      "2021/04/10",
                      "10/04/2021",
                      "10-4-2021",
                      "10.4.2021",
                      "10 / 04 / 2021 - 12:41 PM",
                      "10-04-2021 - 00:35 AM",
                      "10/04/2021 7g05",
                      "lúc 7 giờ 5 phút ngày 10-04-2021",
                      "08:01 | 10/04/2021",
                      "Thứ bảy, 10/4/2021, 10:12 (GMT+7)",
                      "Sat, 10 Apr 2021 22:21:00 +0700",
                      "NGÀY 10 THÁNG 4 NĂM 2021, 7:05 tối",
                      "nga\u0300y 10 tha\u0301ng 4 na\u0306m 2021",
                      "1618016460",
                      "1618016460000"};

class Dates : public ArchiveTest {
 protected:
  void SetUp() override {
    std::string lines;
    for (std::size_t i = 0; i < kForms.size(); ++i) {
      Json record{{"id", "record " + std::to_string(i)}, {"title", "Họp"}, {"date", kForms[i]}};
      lines += to_line(record) + "\n";
      (void)directory_.write("archive/" + std::to_string(i) + ".txt", "Họp xã\n" + kForms[i] + "\nBà con họp.\n");
    }
    lines += R"({"id":"before","title":"Họp","date":"2021-04-09T23:59:59+07:00"})"
             "\n"
             R"({"id":"after","title":"Họp","date":"2021-04-11"})"
             "\n";
    (void)directory_.write("archive/records.jsonl", lines);
    EXPECT_EQ(add(), summary(static_cast<int>(2 * kForms.size() + 2), 0, 0));
  }

  [[nodiscard]] std::size_t count(Texts arguments) const {
    arguments.insert(arguments.begin(), {TIMBAO_QUERY_BIN, "--index", index_, "--format", "ids", "-n", "all"});
    const RunResult result = run(arguments);
    EXPECT_EQ(result.err, "");
    return lines_of(result.out).size();
  }
};

TEST_F(Dates, AreTheSameInArchivesQueriesAndOptions) {
  for (const std::string& form : kForms) {
    EXPECT_EQ(count({"date:\"" + form + "\""}), 2 * kForms.size()) << form;
    EXPECT_EQ(count({"--from", form, "--to", form, "họp"}), 2 * kForms.size()) << form;
  }
}

TEST_F(Dates, OfAnOpenRangeAreAllThatAnArchiveHas) {
  EXPECT_EQ(count({"date:..2100"}), 2 * kForms.size() + 2);
  EXPECT_EQ(count({"date:1860.."}), 2 * kForms.size() + 2);
  EXPECT_EQ(count({"date:1500"}), 0U);
}

}  // namespace
}  // namespace timbao::test
