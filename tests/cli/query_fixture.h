// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "common/base/json.h"
#include "tests/cli/process.h"

namespace timbao::test {

/// A small archive for all kinds of queries: with marks, phrases and fields, an article without a date, and one with odd
/// characters.
inline constexpr std::string_view kArticles =
    R"({"id":"ngan-sach","title":"Hội đồng nhân dân tỉnh bàn ngân sách năm 2018","lead":"Kỳ họp thứ sáu quyết định nhiều việc lớn.","body":"Đại biểu thảo luận phân bổ 5.700 tỷ đồng.\nChủ tọa nhắc việc bàn giao đất theo Chỉ thị 05-CT/TW.","captions":["Quang cảnh hội trường. Ảnh: Hà Thu"],"author":["Nguyễn An","Hà Thu"],"source":"Báo tỉnh","section":"Thời sự","date":"2018-01-31T08:01:00+07:00","url":"https://example.vn/ngan-sach.html"})"
    "\n"
    R"({"id":"dang-bo","title":"Đảng bộ huyện tổng kết công tác xây dựng Đảng","body":"Huyện ủy nêu rõ biểu hiện tự chuyển hóa cần ngăn chặn.","author":"Lê Bình","source":"Báo huyện","section":"Xây dựng Đảng","date":"2017-12-05T07:30:00+07:00"})"
    "\n"
    R"({"id":"dang-ky","title":"Người dân đăng ký lịch khám bệnh","body":"Phường đăng thông báo ở nhà văn hóa.","date":"2017-06-10"})"
    "\n"
    R"({"id":"odd\tid","title":"Dòng có tab\tvà gạch \\ chéo <đậm>","body":"Bài không có ngày."})"
    "\n";

/// An index of kArticles, and timbao-query run on it.
class QueryTest : public ::testing::Test {
 protected:
  void SetUp() override { add(kArticles); }

  void add(std::string_view articles) {
    RunOptions options;
    options.input = articles;
    const RunResult result = run({TIMBAO_INDEX_BIN, "--index", index(), "--quiet", "add", "-"}, options);
    ASSERT_EQ(result.status, 0) << result.err;
  }

  [[nodiscard]] std::string index() const { return directory_ / "index"; }

  [[nodiscard]] RunResult query(const std::vector<std::string>& arguments, std::string input = {}) const {
    std::vector<std::string> command{TIMBAO_QUERY_BIN, "--index", index()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    RunOptions options;
    options.input = std::move(input);
    return run(command, options);
  }

  /// What a wrong command line is told.
  [[nodiscard]] std::string refusal(const std::vector<std::string>& arguments) const {
    const RunResult result = query(arguments);
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.out, "");
    return result.err;
  }

  /// The ids of a query's hits, in order; options may stand before it.
  [[nodiscard]] std::vector<std::string> ids(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--format", "ids"});
    const RunResult result = query(arguments);
    EXPECT_EQ(result.err, "");
    EXPECT_EQ(result.status, result.out.empty() ? 1 : 0);
    return lines_of(result.out);
  }

  /// The answers of a batch.
  [[nodiscard]] static std::vector<Json> objects(const std::string& lines) {
    std::vector<Json> all;
    for (const std::string& line : lines_of(lines)) all.push_back(Json::parse(line));
    return all;
  }

  TempDirectory directory_;
};

}  // namespace timbao::test
