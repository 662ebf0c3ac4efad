// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input/pages/papers.h"

#include <algorithm>

#include "common/base/ascii.h"
#include "indexer/input/pages/page_names.h"
#include "indexer/input/text/plain_text.h"

namespace timbao {
namespace {

constexpr std::string_view kPublicPages = "pages of the site, 2018 to 2026";
constexpr std::string_view kCrawlers = "selectors of public crawlers";

/// The content system of many state papers, from an agency in Ha Noi: names such as article__body.
constexpr std::string_view kArticleBody = "article__body|cms-body|zce-content-body|article-content";
constexpr std::string_view kArticleTitle = "article__title|article__header|cms-title|article-title";
constexpr std::string_view kArticleLead = "article__sapo|cms-desc|article-summary";
constexpr std::string_view kArticleAuthor = "article__author|cms-author|p author";
constexpr std::string_view kArticleDate = "article__meta|cms-date|article-date";
constexpr std::string_view kArticleDrop = "article__story|article-relate|article__related|inner-article";

/// The content system of VCCorp and its customers: names such as detail-content.
constexpr std::string_view kDetailBody =
    "detail-content afcbc-body|detail-content|detail-cmain|#detail-content|details__content|#maincontent";
constexpr std::string_view kDetailTitle = "detail-title|article-title";
constexpr std::string_view kDetailLead = "detail-sapo|details__summary|sapo";
constexpr std::string_view kDetailAuthor = "detail-author|author-info|author";
constexpr std::string_view kDetailDate = "detail-time|pdate|detail-date";
constexpr std::string_view kDetailDrop = "link-content-footer|relate-container|relatednews|tinlienquan|tindnd";

constexpr PaperRow kPapers[] = {
    {"vnexpress.net|vnexpress.com.vn", "VnExpress", "fck_detail", "title-detail|title_news_detail|title-post",
     "description|short_intro", "author_mail|author_top", "date|time",
     "list-news|box_embed_video|box-tinlienquanv2|box_brief_info", kPublicPages},
    {"ngoisao.net", "Ngôi sao", "fck_detail", "title-detail", "description|lead", "author_mail", "date", "list-news",
     kCrawlers},
    {"dantri.com.vn", "Dân trí", "#desktop-in-article|singular-content|dt-news__content|#divnewscontent",
     "h1 title|title-page|dt-news__title", "singular-sapo|dt-news__sapo|h2 sapo|h2 title-sapo",
     "author-name|dt-news__author", "author-time|dt-news__time|~time", "dt-news__related|news-tag|article-related",
     kPublicPages},
    {"tuoitre.vn|tuoitre.com.vn", "Tuổi Trẻ", "detail-content|#main-detail-body|fck",
     "detail-title|article-title|title-2", "detail-sapo|sapo|txt-head", "author-info|detail-author-bot|author",
     "detail-time|date-time", "vcsortableinpreviewmode link-content-footer|relate-container|box-related", kCrawlers},
    {"thanhnien.vn|thanhnien.com.vn", "Thanh Niên", "detail-content|detail-cmain|#abody|cms-body",
     "detail-title|details__headline", "detail-sapo|sapo", "author-info-top|detail-author|details__author__meta",
     "detail-time|details__meta", "related-news|details__morenews", kCrawlers},
    {"vietnamnet.vn|vnn.vn", "VietNamNet", "maincontent|#articlecontent|articlecontent|content-detail-body",
     "content-detail-title|h1 title", "content-detail-sapo|newsfeaturesapo|articlelead",
     "article-detail-author__info|newsfeature__author-info|article-author", "bread-crumb-detail__time|articledate",
     "article-relate|insert-wiki-content|vnn-template-noneditable", kCrawlers},
    {"tienphong.vn|tienphongonline.com.vn", "Tiền Phong", kArticleBody, kArticleTitle, kArticleLead, kArticleAuthor,
     kArticleDate, kArticleDrop, kCrawlers},
    {"nhandan.vn", "Báo Nhân Dân", kArticleBody, kArticleTitle, kArticleLead, kArticleAuthor, kArticleDate,
     kArticleDrop, kPublicPages},
    {"nhandan.com.vn|nhandan.org.vn", "Báo Nhân Dân", "detail-content-body|article__body|cms-body",
     "box-title-detail|article__title", "box-des-detail|article__sapo", "box-author|article__author",
     "box-date|article__meta", kArticleDrop, kCrawlers},
    {"plo.vn", "Pháp luật TP.HCM", kArticleBody, kArticleTitle, kArticleLead, kArticleAuthor, kArticleDate,
     kArticleDrop, kCrawlers},
    {"sggp.org.vn", "Sài Gòn Giải Phóng", kArticleBody, kArticleTitle, kArticleLead, kArticleAuthor, kArticleDate,
     kArticleDrop, kCrawlers},
    {"vietnamplus.vn", "VietnamPlus", kArticleBody, kArticleTitle, kArticleLead, kArticleAuthor, kArticleDate,
     kArticleDrop, kCrawlers},
    {"giaoducthoidai.vn", "Giáo dục và Thời đại", kArticleBody, kArticleTitle, kArticleLead, kArticleAuthor,
     kArticleDate, kArticleDrop, kCrawlers},
    {"laodong.vn|laodong.com.vn", "Lao Động", "art-body|article-content", "h1 title", "chappeau", "author", "time",
     "art-related|article-related", kCrawlers},
    {"nld.com.vn", "Người Lao Động", "detail-content|content-news-detail|#divnewscontent", "detail-title|title-content",
     "detail-sapo|sapo-detail", "detail-author|author", "detail-time|pdate", kDetailDrop, kCrawlers},
    {"zingnews.vn|news.zing.vn", "Zing", "the-article-body", "the-article-title", "the-article-summary",
     "the-article-author", "the-article-publish", "inner-article|z-widget-related", kCrawlers},
    {"znews.vn", "Znews", "the-article-body", "the-article-title", "the-article-summary", "the-article-author",
     "the-article-publish", "inner-article|z-widget-related", kCrawlers},
    {"kenh14.vn", "Kênh 14", "knc-content|klw-new-content|detail-content", "kbwc-title", "knc-sapo", "kbwcm-author",
     "kbwcm-time", "knc-relate-wrapper|link-content-footer", kCrawlers},
    {"cafef.vn", "CafeF", kDetailBody, "h1 title", "sapo", "p author", "pdate", kDetailDrop, kPublicPages},
    {"cafebiz.vn", "CafeBiz", kDetailBody, "h1 title", "sapo", "author", "time|pdate", kDetailDrop, kCrawlers},
    {"soha.vn", "Soha", "news-content|detail-content", "news-title", "news-sapo", "news-author", "op-published",
     kDetailDrop, kCrawlers},
    {"vov.vn", "VOV", "article-content|text-long", "article-title", "article-summary|article-sapo", "article-author",
     "article-date", "article-related", kCrawlers},
    {"vtv.vn", "VTV", "#entry-body|ta-justify|detail-content", "title_detail|detail-title", "sapo", "news-info|author",
     "time", kDetailDrop, kCrawlers},
    {"baochinhphu.vn|baodientu.chinhphu.vn", "Báo Chính phủ", kDetailBody, kDetailTitle, kDetailLead, kDetailAuthor,
     kDetailDate, kDetailDrop, kCrawlers},
    {"qdnd.vn|quandoinhandan.org.vn", "Quân đội nhân dân", "post-content|#dnncontent", "post-title", "post-summary",
     "post-author|dnnauthor", "post-subinfo", "post-related", kCrawlers},
    {"vneconomy.vn", "VnEconomy", "detail__content", "detail__title", "detail__summary", "detail__author",
     "detail__meta", "detail__related", kCrawlers},
    {"baotintuc.vn", "Báo Tin tức", "contents|boxdetail", "detail-title", "sapo", "author", "date", "related-news",
     kCrawlers},
    {"nguoiduatin.vn", "Người Đưa Tin", "article-content|detail-content", "detail-title|article-title",
     "detail-sapo|sapo", "detail-author|author-name", "detail-time|datetime", kDetailDrop, kCrawlers},
    {"hanoimoi.vn|hanoimoi.com.vn", "Hànộimới", "b-maincontent|#main-detail", "main-title-super|detail-title", "sapo",
     "tacgia|author", "datetime|article-date", "relate", kCrawlers},
    {"voatiengviet.com", "VOA", "wsw|#article-content", "h1 pg-title", "intro", "links__item-link", "published",
     "media-block", kCrawlers},
    {"cand.com.vn", "Công an nhân dân", "detail-content-body", "box-title-detail", "box-des-detail", "box-author",
     "box-date", "contref|relate", kCrawlers},
    {"rfi.fr", "RFI", "t-content__body", "t-content__title", "t-content__chapo", "m-from-author", "m-pub-dates",
     "o-self-promo", kCrawlers},
};

bool has_all_names(std::string_view names, std::string_view alternative) {
  const std::vector<std::string_view> words = words_of(alternative);
  return !words.empty() &&
         std::all_of(words.begin(), words.end(), [names](std::string_view word) { return has_name(names, word); });
}

template <typename Use>
void for_each_alternative(std::string_view selector, Use use) {
  while (!selector.empty()) {
    const std::size_t end = selector.find('|');
    if (use(selector.substr(0, end))) return;
    selector.remove_prefix(end == std::string_view::npos ? selector.size() : end + 1);
  }
}

template <typename Holds>
bool has_alternative(std::string_view selector, Holds holds) {
  bool is_found = false;
  for_each_alternative(selector, [&](std::string_view alternative) { return is_found = holds(alternative); });
  return is_found;
}

/// The letters of a paper's name without what is added to it: "Báo Nhân Dân điện tử", "nhandan.com.vn" -> "nhandan".
std::string bare_name(std::string_view name) {
  std::string letters = letters_of(name);
  for (const std::string_view end : {"online", "dientu", "comvn", "orgvn", "net", "com", "vn"})
    if (ends_with(letters, end) && letters.size() > end.size()) letters.resize(letters.size() - end.size());
  for (const std::string_view begin : {"bao", "dientu"})
    if (starts_with(letters, begin) && letters.size() > begin.size() + 3) letters.erase(0, begin.size());
  return letters;
}

constexpr std::array<PaperRow, 6> kSystems{{
    {"", "", "!articlebody", "!headline", "!description", "!author", "!datepublished", "", "schema.org"},
    {"", "", kArticleBody, kArticleTitle, kArticleLead, kArticleAuthor, kArticleDate, kArticleDrop, kPublicPages},
    {"", "", kDetailBody, kDetailTitle, kDetailLead, kDetailAuthor, kDetailDate, kDetailDrop, kPublicPages},
    {"", "", "fck_detail", "title-detail", "p description", "author_mail", "span date", "list-news", kPublicPages},
    {"", "", "entry-content|td-post-content|post-content|single-content|post-body", "entry-title|post-title",
     "entry-summary|excerpt", "author vcard|entry-author|post-author|byline", "entry-date|post-date|published",
     "sharedaddy|jp-relatedposts|wp-block-latest-posts|yarpp-related", "WordPress and its themes; Blogger"},
    {"", "",
     "article-body|articlebody|#article-body|content-detail|news-content|story-body|articlecontent|itemfulltext",
     "news-title|itemtitle|contentheading|title-news", "news-sapo|itemintrotext|summary|lead|intro-text",
     "news-author|itemauthor|createby", "news-date|itemdatecreated|createdate|datetime", "related", "Joomla, NukeViet"},
}};

}  // namespace

const PaperRow* paper_of(std::string_view host) {
  const auto is_of = [host](std::string_view end) {
    return ends_with(host, end) && (host.size() == end.size() || host[host.size() - end.size() - 1] == '.');
  };
  const auto* const row = std::find_if(std::begin(kPapers), std::end(kPapers),
                                       [&](const PaperRow& paper) { return has_alternative(paper.hosts, is_of); });
  return row == std::end(kPapers) ? nullptr : row;
}

const PaperRow* paper_called(std::string_view text) {
  const std::string called = bare_name(text);
  if (called.empty()) return nullptr;
  const auto* const row = std::find_if(std::begin(kPapers), std::end(kPapers), [&called](const PaperRow& paper) {
    return called == bare_name(paper.name) || called == bare_name(paper.hosts.substr(0, paper.hosts.find('.')));
  });
  return row == std::end(kPapers) ? nullptr : row;
}

const std::array<PaperRow, 6>& system_rows() { return kSystems; }

bool is_selected(std::string_view names, std::string_view selector) {
  return has_alternative(selector, [names](std::string_view alternative) { return has_all_names(names, alternative); });
}

std::vector<const PageElement*> select_all(const Page& page, std::string_view selector) {
  std::vector<const PageElement*> found;
  for_each_alternative(selector, [&](std::string_view alternative) {
    const std::string_view last = alternative.substr(alternative.rfind(' ') + 1);
    for (const std::uint32_t place : page.index.elements_with(last)) {
      const PageElement& element = page.elements[place];
      if (element.text_end > element.text_begin && has_all_names(page.names_of(element), alternative))
        found.push_back(&element);
    }
    return false;
  });
  return found;
}

const PageElement* select(const Page& page, std::string_view selector) {
  const std::vector<const PageElement*> found = select_all(page, selector);
  return found.empty() ? nullptr : found.front();
}

}  // namespace timbao
