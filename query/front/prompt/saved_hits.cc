// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/prompt/saved_hits.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>

#include "common/base/ascii.h"
#include "common/base/error.h"
#include "query/output/formats.h"

namespace timbao {
namespace {

struct Ending {
  std::string_view text;
  OutputFormat format;
};
constexpr std::array<Ending, 6> kEndings{{{".ids", OutputFormat::ids},
                                          {".txt", OutputFormat::ids},
                                          {".tsv", OutputFormat::tsv},
                                          {".csv", OutputFormat::csv},
                                          {".bib", OutputFormat::bibtex},
                                          {".ris", OutputFormat::ris}}};

OutputFormat format_of(std::string_view path) {
  for (const Ending& ending : kEndings)
    if (ends_with(path, ending.text)) return ending.format;
  return OutputFormat::jsonl;
}

/// Makes a file that was not there. A name that exists, even as a link to nothing, is refused by the system itself.
void create(const std::string& path) {
  constexpr int kMode = 0666;  // less what the user's umask takes off
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kMode);
  if (file < 0) throw_io_error(path, errno, errno == EEXIST ? "nothing was written; give another name" : "");
  ::close(file);
}

std::size_t write(const SearchRequest& request, const SavedHits& saved, const Archive& archive) {
  std::ofstream out(saved.path, std::ios::binary);
  const OutputFormatRow& format = row_of(format_of(saved.path));
  std::size_t hits = 0;
  out << format.before_hits;
  archive.search_each(request, [&](const Hit& hit) {
    out << format.write_hit(hit);
    if (!out) flush_or_throw(out, saved.path);
    if (saved.is_interrupted()) throw Error(ExitCode::interrupted, "interrupted; nothing was saved");
    ++hits;
  });
  flush_or_throw(out, saved.path);
  return hits;
}

}  // namespace

std::size_t save_hits(const SearchRequest& request, const SavedHits& saved, const Archive& archive) {
  create(saved.path);
  try {
    return write(request, saved, archive);
  } catch (...) {
    ::unlink(saved.path.c_str());
    throw;
  }
}

}  // namespace timbao
