// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/error.h"
#include "common/base/escape.h"
#include "common/base/json.h"
#include "common/index/article_json.h"
#include "common/index/stored.h"
#include "tests/common/store/damage/forged.h"
#include "tests/fuzz/require.h"

using namespace timbao;
using fuzz::require;

// Whatever an index holds as an article is printed as one line of JSON with the eleven keys, or is told to be damaged.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const Article article = decode_article(test::forged_text(fuzz::text_of(data, size)));
    const Json json = article_json(article);
    for (const std::string_view key :
         {"id", "title", "lead", "body", "captions", "author", "source", "section", "date", "url", "path"})
      require(json.contains(key));
    const std::string line = to_line(json);
    require(find_control(line) == line.size() && Json::accept(line));
  } catch (const Error& error) {
    require(error.code() == ExitCode::index_failed);
  }
  return 0;
}
