// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/show.h"

#include <optional>
#include <ostream>

#include "common/base/id_line.h"
#include "common/base/line_source.h"
#include "common/text/shown_id.h"

namespace timbao {
namespace {

constexpr std::string_view kOutputName = "standard output";

/// Prints articles, and remembers whether an id was unknown.
class Show {
 public:
  Show(OutputFormat format, const Archive& archive, const Console& console)
      : format_(row_of(format)), archive_(archive), console_(console) {}

  void one(const std::string& id) {
    const std::vector<FoundArticle> articles = archive_.articles(id);
    if (articles.empty()) return tell_unknown(id);
    // Where several indexes hold the id, text for people names the index of each article.
    for (const FoundArticle& found : articles) write(found.article, articles.size() > 1 ? found.index : std::string());
    if (!console_.out) flush_or_throw(console_.out, kOutputName);
  }

  void all_of_input() {
    LineSource lines(console_.in, kIdLineLimitBytes, [this] { flush_or_throw(console_.out, kOutputName); });
    while (const std::optional<InputLine> line = lines.next())
      if (!line->text.empty()) one(id_on_line(line->text));
  }

  [[nodiscard]] ExitCode finish() {
    flush_or_throw(console_.out, kOutputName);
    return status_;
  }

 private:
  void tell_unknown(const std::string& id) {
    console_.err << "timbao-query: no article has the id '" << shown_id(id) << "'\n";
    status_ = ExitCode::incomplete;
  }

  void write(const Article& article, const std::string& index) {
    if (!is_first_) console_.out << format_.between_articles;
    console_.out << format_.write_article(article, {console_.terminal.columns, index});
    is_first_ = false;
  }

  const OutputFormatRow& format_;
  const Archive& archive_;
  const Console& console_;
  ExitCode status_ = ExitCode::done;
  bool is_first_ = true;
};

}  // namespace

ExitCode run_show(const std::vector<std::string>& ids, OutputFormat format, const Archive& archive,
                  const Console& console) {
  Show show(format, archive, console);
  for (const std::string& id : ids) {
    if (id == "-")
      show.all_of_input();
    else
      show.one(id);
  }
  return show.finish();
}

}  // namespace timbao
