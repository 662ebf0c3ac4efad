// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/store/index_place.h"

#include <gtest/gtest.h>

#include "common/base/error.h"

namespace timbao {
namespace {

TEST(IndexPlace, IsAFolderWhereItNamesNoServer) {
  for (const std::string text : {"bao", "/var/lib/timbao", "./remote:a:1", "ssh", "remote", "bao:cu:1"}) {
    const IndexPlace place = parse_index_place(text);
    EXPECT_EQ(place.kind, IndexPlace::Kind::folder) << text;
    EXPECT_EQ(place.name, text);
  }
  EXPECT_FALSE(folder_place("remote:a:1").is_remote());
}

TEST(IndexPlace, ReadsServers) {
  const IndexPlace tcp = parse_index_place("remote:archive-2.example.org:7700");
  EXPECT_EQ(tcp.kind, IndexPlace::Kind::tcp);
  EXPECT_EQ(tcp.host, "archive-2.example.org");
  EXPECT_EQ(tcp.port, 7700);
  EXPECT_EQ(tcp.name, "remote:archive-2.example.org:7700");
  EXPECT_EQ(parse_index_place("remote:[fd00::7]:65535").host, "fd00::7");
  const IndexPlace ssh = parse_index_place("ssh:lan@archive-3:/srv/báo:2018");
  EXPECT_EQ(ssh.kind, IndexPlace::Kind::ssh);
  EXPECT_EQ(ssh.host, "lan@archive-3");
  EXPECT_EQ(ssh.directory, "/srv/báo:2018");
}

TEST(IndexPlace, RefusesWhatAShellOrAnOptionCouldBeMadeOf) {
  for (const std::string text : {"remote:",        "remote:a",
                                 "remote:a:",      "remote:a:0",
                                 "remote:a:65536", "remote:a:99999999999",
                                 "remote:a:7 ",    "remote:-a:7",
                                 "remote:a;b:7",   "remote:fd00::7:80",
                                 "remote:[]:7",    "ssh:",
                                 "ssh:a",          "ssh:a:",
                                 "ssh::b",         "ssh:-oProxyCommand=x:b",
                                 "ssh:a b:c",      "ssh:a$(b):c",
                                 "ssh:a:-x",       "ssh:a:b c",
                                 "ssh:a:b'c",      "ssh:a:b\\c",
                                 "ssh:a:b\tc",     "ssh:a:b\x7F"}) {
    try {
      parse_index_place(text);
      ADD_FAILURE() << text;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::usage) << text;
    }
  }
}

}  // namespace
}  // namespace timbao
