// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/serve/page_files.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/base/ascii.h"
#include "query/front/serve/page_table.h"

namespace timbao {
namespace {

struct TypeOf {
  std::string_view ending, type;
};
constexpr std::array<TypeOf, 4> kTypes{{{".html", "text/html; charset=utf-8"},
                                        {".css", "text/css; charset=utf-8"},
                                        {".js", "text/javascript; charset=utf-8"},
                                        {".svg", "image/svg+xml; charset=utf-8"}}};

std::string_view type_of(std::string_view name) {
  for (const TypeOf& row : kTypes)
    if (ends_with(name, row.ending)) return row.type;
  return "application/octet-stream";
}

std::vector<PageFile> read_table() {
  std::vector<PageFile> files;
  for (const TimbaoPageFile* row = timbao_page_files; row->name != nullptr; ++row)
    files.push_back({row->name, {row->begin, static_cast<std::size_t>(row->end - row->begin)}, type_of(row->name)});
  return files;
}

}  // namespace

const std::vector<PageFile>& page_files() {
  static const std::vector<PageFile> kFiles = read_table();
  return kFiles;
}

const PageFile* page_file_named(std::string_view name) {
  const std::vector<PageFile>& files = page_files();
  const auto file = std::find_if(files.begin(), files.end(), [&](const PageFile& each) { return each.name == name; });
  return file == files.end() ? nullptr : &*file;
}

}  // namespace timbao
