// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/damage/hostile_folder.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace timbao::test {
namespace {

namespace fs = std::filesystem;

void write(const std::string& path, const std::string& content) {
  fs::remove_all(path);
  std::ofstream(path, std::ios::binary) << content;
}

void link(const std::string& path, const std::string& target) {
  fs::remove_all(path);
  fs::create_symlink(target, path);
}

void hard_link(const std::string& path, const std::string& target) {
  fs::remove_all(path);
  fs::create_hard_link(target, path);
}

void make_fifo(const std::string& path) {
  fs::remove_all(path);
  EXPECT_EQ(::mkfifo(path.c_str(), 0666), 0);
}

void make_socket(const std::string& path) {
  fs::remove_all(path);
  const int listening = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  ASSERT_LT(path.size(), sizeof address.sun_path);
  path.copy(address.sun_path, path.size());
  EXPECT_EQ(::bind(listening, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  ::close(listening);
}

void make_huge(const std::string& path) {
  write(path, "auto g1\n");
  fs::resize_file(path, std::uintmax_t{3} << 30U);  // of holes
}

std::string many_lines() {
  constexpr int kLines = 10'000;
  std::string lines;
  for (int i = 1; i <= kLines; ++i) lines += "auto g" + std::to_string(i) + "\n";
  return lines;
}

/// Moves the generation elsewhere and puts a link in its place. A program that follows the link finds a sound database.
void link_generation(const HostileFolder& folder) { link(folder.generation(), folder.elsewhere() + "/g1"); }

}  // namespace

std::vector<Trap> traps() {
  using H = HostileFolder;
  return {
      {"a stub in place of the generation", [](const H& f) { write(f.generation(), f.starting_stub()); }},
      {"a stub in the generation",
       [](const H& f) {
         fs::remove_all(f.generation());
         fs::create_directory(f.generation());
         write(f.generation() + "/XAPIANDB", f.starting_stub());
       }},
      {"a stub beside the tables", [](const H& f) { write(f.generation() + "/XAPIANDB", f.starting_stub()); }},
      {"a stub that names a host", [](const H& f) { write(f.generation(), "remote 127.0.0.1:9\n"); }},
      {"a stub that names itself", [](const H& f) { write(f.generation(), "auto g1\n"); }},
      {"a chert database", [](const H& f) { write(f.generation() + "/iamchert", "IAmChert"); }},
      {"a folder among the tables", [](const H& f) { fs::create_directory(f.generation() + "/position.glass"); }},
      {"the index's stub starts a program", [](const H& f) { write(f.index() + "/XAPIANDB", f.starting_stub()); }},
      {"the index's stub has a second line",
       [](const H& f) { write(f.index() + "/XAPIANDB", "auto g1\n" + f.starting_stub()); }},
      {"the index's stub names a generation twice",
       [](const H& f) { write(f.index() + "/XAPIANDB", "auto g1\nauto g1\n"); }},
      {"the index's stub has ten thousand lines", [](const H& f) { write(f.index() + "/XAPIANDB", many_lines()); }},
      {"the index's stub names a shard that is not there",
       [](const H& f) { write(f.index() + "/XAPIANDB", "auto g1\nauto g2\n"); }},
      {"the index's stub names whole indexes as shards",
       [](const H& f) {
         fs::copy(f.generation(), f.index() + "/g2", fs::copy_options::recursive);
         write(f.index() + "/XAPIANDB", "auto g1\nauto g2\n");
       }},
      {"the index's stub leads out", [](const H& f) { write(f.index() + "/XAPIANDB", "auto ../elsewhere/g1\n"); }},
      {"the index's stub is huge", [](const H& f) { make_huge(f.index() + "/XAPIANDB"); }},
      {"the index's stub is a link", [](const H& f) { link(f.index() + "/XAPIANDB", f.elsewhere() + "/XAPIANDB"); }},
      {"the index's stub is a FIFO", [](const H& f) { make_fifo(f.index() + "/XAPIANDB"); }},
      {"the index's stub is a folder",
       [](const H& f) {
         fs::remove(f.index() + "/XAPIANDB");
         fs::create_directory(f.index() + "/XAPIANDB");
       }},
      {"the generation is a link", link_generation},
      {"iamglass is a link", [](const H& f) { link(f.generation() + "/iamglass", f.elsewhere() + "/g1/iamglass"); }},
      {"iamglass is a FIFO", [](const H& f) { make_fifo(f.generation() + "/iamglass"); }},
      {"iamglass is a socket", [](const H& f) { make_socket(f.generation() + "/iamglass"); }},
      {"iamglass is a device", [](const H& f) { link(f.generation() + "/iamglass", "/dev/zero"); }},
      {"a table is a link", [](const H& f) { link(f.generation() + "/postlist.glass", f.victim()); }},
      {"a table is a FIFO", [](const H& f) { make_fifo(f.generation() + "/termlist.glass"); }},
      {"an unknown FIFO", [](const H& f) { make_fifo(f.generation() + "/x"); }},
      {"flintlock is a link", [](const H& f) { link(f.generation() + "/flintlock", f.victim()); }},
      {"flintlock is a FIFO", [](const H& f) { make_fifo(f.generation() + "/flintlock"); }},
      {"the next versions are a link", [](const H& f) { link(f.generation() + "/v.tmp", f.victim()); }},
      {"flintlock is the victim", [](const H& f) { hard_link(f.generation() + "/flintlock", f.victim()); }, true},
      {"the lock is a link", [](const H& f) { link(f.index() + "/lock", f.victim()); }, true},
      {"the lock is a link to nothing", [](const H& f) { link(f.index() + "/lock", f.marker()); }, true},
      {"the lock is the victim", [](const H& f) { hard_link(f.index() + "/lock", f.victim()); }, true},
      {"the lock is a FIFO", [](const H& f) { make_fifo(f.index() + "/lock"); }, true},
      {"the lock is a socket", [](const H& f) { make_socket(f.index() + "/lock"); }, true},
      {"the lock is a letter", [](const H& f) { write(f.index() + "/lock", "thư của ông\n"); }, true},
  };
}

HostileFolder::HostileFolder() {
  for (const std::string& index : {base_, elsewhere()})
    EXPECT_EQ(run({TIMBAO_INDEX_BIN, "--quiet", "--index", index, "add", archive_}).status, 0);
  restore();
}

void HostileFolder::restore() const {
  fs::remove_all(index_);
  fs::copy(base_, index_, fs::copy_options::recursive);
}

std::vector<std::vector<std::string>> HostileFolder::reading_commands() const {
  std::vector<std::vector<std::string>> commands;
  const std::vector<std::vector<std::string>> queries{{"tin"}, {"--show", "a"}, {"--batch"}},
      maintenance{{"stats"}, {"--quiet", "check"}, {"dump"}};
  for (const auto& arguments : queries) {
    commands.push_back({"timeout", "20", TIMBAO_QUERY_BIN, "--index", index_});
    commands.back().insert(commands.back().end(), arguments.begin(), arguments.end());
  }
  for (const auto& arguments : maintenance) {
    commands.push_back({"timeout", "20", TIMBAO_INDEX_BIN, "--index", index_});
    commands.back().insert(commands.back().end(), arguments.begin(), arguments.end());
  }
  return commands;
}

std::vector<std::vector<std::string>> HostileFolder::writing_commands() const {
  std::vector<std::vector<std::string>> commands;
  const std::vector<std::vector<std::string>> all{{"compact"},
                                                  {"remove", "a"},
                                                  {"add", "--dry-run", archive_},
                                                  {"add", archive_},
                                                  {"add", "--rebuild"},
                                                  {"add", "--prune", archive_},
                                                  {"add", "--rebuild", archive_}};
  for (const auto& arguments : all) {
    commands.push_back({"timeout", "20", TIMBAO_INDEX_BIN, "--index", index_});
    commands.back().insert(commands.back().end(), arguments.begin(), arguments.end());
  }
  return commands;
}

void HostileFolder::expect_untouched(const std::string& what) const {
  EXPECT_EQ(read_file(victim_), "thư của bà\n") << what;
  EXPECT_FALSE(fs::exists(marker())) << what;
  EXPECT_EQ(run({TIMBAO_INDEX_BIN, "--quiet", "--index", elsewhere(), "check"}).status, 0) << what;
}

}  // namespace timbao::test
