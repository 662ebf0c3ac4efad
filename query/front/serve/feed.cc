// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <string_view>
#include <vector>

#include "common/base/day.h"
#include "query/front/serve/api.h"
#include "query/output/render.h"

namespace timbao {
namespace {

/// A text as XML may hold it: without its signs, and without characters that XML forbids.
std::string xml_text(std::string_view text) {
  std::string written = render(text, Highlight::html);
  for (const std::string_view forbidden : {"\uFFFE", "\uFFFF"})
    for (std::size_t at = written.find(forbidden); at != std::string::npos; at = written.find(forbidden, at))
      written.replace(at, forbidden.size(), "\uFFFD");
  return written;
}

std::string element(std::string_view name, std::string_view text) {
  return "<" + std::string(name) + ">" + xml_text(text) + "</" + std::string(name) + ">\n";
}

std::string link(std::string_view relation, const std::string& address) {
  return "<link rel=\"" + std::string(relation) + "\" href=\"" + xml_text(address) + "\"/>\n";
}

/// When an entry was made; Atom wants a moment of each, and an article without a date has none.
std::string moment_of(const Hit& hit) { return format_timestamp(hit.date.value_or(0)); }

std::string entry_of(const Hit& hit, const std::string& query, const std::string& site) {
  std::string entry = "<entry>\n" + element("title", hit.title.text.empty() ? "(no title)" : hit.title.text);
  entry += element("id", "urn:timbao:" + encoded(hit.id)) + element("updated", moment_of(hit));
  entry += link("alternate", site + "/article?id=" + encoded(hit.id) + "&q=" + encoded(query));
  if (!hit.author.empty()) entry += "<author>" + element("name", hit.author) + "</author>\n";
  if (!hit.source.empty()) entry += "<category term=\"" + xml_text(hit.source) + "\"/>\n";
  return entry + element("summary", hit.snippet.text) + "</entry>\n";
}

}  // namespace

Reply answer_feed(const Asked& asked, const Archive& archive) {
  SearchRequest request = page_of(asked, {});
  if (values_of(asked, "sort").empty()) request.sort = SortOrder::newest;
  const Answer answer = archive.search(request);
  const std::string site = "http://" + asked.host, query = request.query.text();
  Reply reply;
  reply.type = "application/atom+xml; charset=utf-8";
  reply.body = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
  reply.body += element("title", "timbao: " + query) + element("id", site + "/feed?q=" + encoded(query));
  reply.body += link("self", site + "/feed?q=" + encoded(query)) + link("alternate", site + "/?q=" + encoded(query));
  reply.body += element("updated", answer.hits.empty() ? format_timestamp(0) : moment_of(answer.hits.front()));
  reply.body += "<author><name>timbao</name></author>\n";
  for (const Hit& hit : answer.hits) reply.body += entry_of(hit, query, site);
  reply.body += "</feed>\n";
  return reply;
}

}  // namespace timbao
