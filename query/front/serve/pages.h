// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/front/archive.h"
#include "query/front/serve/asked.h"
#include "query/front/serve/http_message.h"
#include "query/front/serve/page_files.h"

namespace timbao {

/// /healthz: that the server answers.
Reply say_health(const Asked& asked);

/// /: the page. What it shows, it reads from its address.
Reply say_page(const Asked& asked);

/// A file of the page: its script, its style.
Reply say_file(const PageFile& file);

/// /article: the page, with the title of the article `id` and what programs need to cite it in its head.
///
/// Returns  the page as it is, where no article has the id: its script says so.
/// Source   the <meta> names citation_title and so on are those of Google Scholar and Zotero. Covered by route_test.
Reply answer_article_page(const Asked& asked, const Archive& archive);

}  // namespace timbao
