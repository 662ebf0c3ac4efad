// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/add/listing_sink.h"

#include <ostream>

#include "common/base/day.h"
#include "common/base/error.h"
#include "indexer/add/progress.h"

namespace timbao {
namespace {

class ListingSink : public ArticleSink {
 public:
  ListingSink(std::ostream& out, Verbosity verbosity) : out_(out), verbosity_(verbosity) {}

  void add(IncomingArticle incoming) override {
    if (incoming.occurrence == Occurrence::first) ++counts_.added;
    if (verbosity_ != Verbosity::verbose) return;
    const Article& article = incoming.read.article;
    out_ << on_one_line(article.id) << '\t' << (article.date ? format_timestamp(*article.date) : "-") << '\t'
         << on_one_line(article.title) << '\n';
  }

 private:
  ArticleCounts publish_all(const IndexChanges&) override {
    if (verbosity_ != Verbosity::quiet) out_ << "would index " << with_thousands(counts_.added) << " articles\n";
    return counts_;
  }

  std::ostream& out_;
  Verbosity verbosity_;
  ArticleCounts counts_;
};

}  // namespace

std::unique_ptr<ArticleSink> listing_sink(std::ostream& out, Verbosity verbosity) {
  return std::make_unique<ListingSink>(out, verbosity);
}

}  // namespace timbao
