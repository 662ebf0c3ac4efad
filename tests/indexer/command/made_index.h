// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/store/index_folder.h"
#include "indexer/input/article/article_jsonl.h"
#include "indexer/streams.h"
#include "indexer/write/aside_sink.h"
#include "tests/indexer/write/made_articles.h"
#include "tests/temp_directory.h"

namespace timbao::test {

/// An article out of a line of JSON, as it is read.
inline ReadArticle read_article_of(std::string line) { return std::get<ReadArticle>(JsonlParser().parse(line)); }
inline Article article_of(std::string line) { return read_article_of(std::move(line)).article; }

/// Adds articles, a line of JSON each, to the index of a directory. Each call is a run of its own.
inline void add_lines(const std::string& index, const std::vector<std::string>& lines) {
  std::vector<ReadArticle> articles;
  articles.reserve(lines.size());
  for (const std::string& line : lines) articles.push_back(read_article_of(line));
  write_index(index, aside_sink, std::move(articles));
}

/// A small archive: every kind of field, a text of more than 64 KB, ids that are longer than a term and that come in
/// another order than their terms.
inline std::vector<std::string> small_archive() {
  std::string large;
  for (int i = 0; i < 12'000; ++i) large += "xã" + std::to_string(i * 7919) + " ";
  const std::string long_id(230, 'm');
  return {
      R"({"id":"dang","title":"Đảng bộ xã họp","lead":"Sáng nay, xã họp bàn.","body":"Đại biểu bàn ngân sách 5.700 tỷ đồng.\nChủ tọa nhắc Chỉ thị 05-CT/TW.","captions":["Hội trường. Ảnh: Hà Thu"],"author":["Hà Thu","Lê An"],"source":"Báo tỉnh","section":["Thời sự","Xã hội"],"date":"2018-01-31T08:01:00+07:00","url":"https://example.vn/dang.html","path":"/bao/dang.txt","tags":["đảng",1],"extra":{"so":7}})",
      R"({"id":"an","title":"An toàn giao thông","source":"Báo huyện","date":"2017-06-05"})",
      R"({"id":"lon","title":"Bài rất dài","body":")" + large + R"("})",
      R"({"id":")" + long_id + R"(z","title":"Dài nhất"})",
      R"({"id":")" + long_id + R"(a","title":"Dài nhì"})",
      R"({"id":"so\u0000khong","title":"Số không"})",
      R"({"id":"Đê","title":"Đê điều","body":"Không có ngày."})",
  };
}

/// What a command did: run_command(run_dump, index).out
struct CommandResult {
  ExitCode status;
  std::string out, err;
};

template <typename Options>
CommandResult run_command(ExitCode (*command)(const Options&, const IndexStreams&), const std::string& index) {
  Options options;
  options.index = index;
  std::istringstream in;
  std::ostringstream out, err;
  const ExitCode status = command(options, {in, out, err});
  return {status, out.str(), err.str()};
}

/// The Error that a command ends with.
template <typename Options>
Error error_of(ExitCode (*command)(const Options&, const IndexStreams&), const std::string& index) {
  try {
    static_cast<void>(run_command(command, index));
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "nothing was thrown";
  return Error(ExitCode::done, "nothing was thrown");
}

/// The current generation's database, opened for tests that damage it.
inline Xapian::WritableDatabase writable(const std::string& index) {
  return Xapian::WritableDatabase(existing_generation_path(index), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
}

/// A test that begins with an index of small_archive().
class SmallArchiveTest : public testing::Test {
 protected:
  void SetUp() override { add_lines(index_, small_archive()); }

  TempDirectory directory_;
  std::string index_ = directory_ / "index";
};

}  // namespace timbao::test
