// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/serve/pages.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/day.h"
#include "common/base/error.h"
#include "query/output/render.h"

namespace timbao {
namespace {

constexpr std::string_view kTitleLine = "<title>timbao</title>", kCitationLine = "<!-- citation -->";

std::string meta(std::string_view name, std::string_view value) {
  if (value.empty()) return "";
  return "<meta name=\"" + std::string(name) + "\" content=\"" + render(value, Highlight::html) + "\">\n";
}

/// Only such addresses are linked: "javascript:" in an article's url must not become one.
bool is_web_address(std::string_view url) { return url.substr(0, 7) == "http://" || url.substr(0, 8) == "https://"; }

std::string citation_of(const Article& article) {
  std::string lines = meta("citation_title", article.title);
  for (const std::string& author : article.authors) lines += meta("citation_author", author);
  if (article.date) {
    std::string day = format_day(day_at(*article.date));
    std::replace(day.begin(), day.end(), '-', '/');
    lines += meta("citation_publication_date", day);
  }
  lines += meta("citation_journal_title", article.source);
  if (is_web_address(article.url)) lines += meta("citation_public_url", article.url);
  return lines + meta("citation_language", "vi");
}

void replace(std::string& text, std::string_view part, const std::string& by) {
  const std::size_t at = text.find(part);
  if (at != std::string::npos) text.replace(at, part.size(), by);
}

Reply page_with(const Article* article) {
  const PageFile* const index = page_file_named("index.html");
  if (index == nullptr)
    return error_reply(http_status::kNotFound, "this program was built without its page; /api/ is there");
  Reply reply = say_file(*index);
  if (article == nullptr) return reply;
  replace(reply.body, kCitationLine, citation_of(*article));
  if (!article->title.empty())
    replace(reply.body, kTitleLine, "<title>" + render(article->title, Highlight::html) + "</title>");
  return reply;
}

}  // namespace

Reply say_health(const Asked&) { return {200, "text/plain; charset=utf-8", {}, "ok\n"}; }

Reply say_page(const Asked&) { return page_with(nullptr); }

Reply say_file(const PageFile& file) { return {200, std::string(file.type), {}, std::string(file.text)}; }

Reply answer_article_page(const Asked& asked, const Archive& archive) {
  const std::vector<std::string> ids = values_of(asked, "id");
  if (ids.empty()) return page_with(nullptr);
  const std::vector<FoundArticle> found = archive.articles(ids.front());
  return page_with(found.empty() ? nullptr : &found.front().article);
}

}  // namespace timbao
