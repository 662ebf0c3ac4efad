// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/measure.h"

namespace timbao {

std::size_t text_bytes(const Article& article) {
  std::size_t bytes = article.title.size() + article.lead.size() + article.body.size();
  for (const std::string& caption : article.captions) bytes += caption.size();
  return bytes;
}

}  // namespace timbao
