// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "query/front/archive.h"

namespace timbao {

/// The file that hits are written to, and whether the user wants that to stop.
struct SavedHits {
  std::string path;
  std::function<bool()> is_interrupted;
};

/// Writes all hits of a request to a new file, each as it is found.
///
///   save_hits(request, {"quy-hoach.jsonl", is_interrupted}, archive)
///
/// Takes    a request without a limit. The ending of the name tells the format: .ids and .txt ids, .tsv tab-separated
///          columns, .csv a table, .bib BibTeX, .ris RIS, any other JSON lines.
/// Returns  how many hits were written.
/// Errors   Error(io_failed) where the file exists already, or cannot be written; Error(interrupted). A file that was
///          begun is removed then. The errors of the archive.
/// Source   docs/prompt.md. Covered by prompt_test.
std::size_t save_hits(const SearchRequest& request, const SavedHits& saved, const Archive& archive);

}  // namespace timbao
