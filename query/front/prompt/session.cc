// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/prompt/session.h"

#include <algorithm>
#include <ostream>
#include <sstream>
#include <utility>

#include "query/front/once.h"
#include "query/front/prompt/highlight_pattern.h"
#include "query/front/prompt/prompt_options.h"
#include "query/front/prompt/saved_hits.h"

namespace timbao {
namespace {

[[noreturn]] void refuse(std::string message, std::string hint = {}) {
  throw Error(ExitCode::usage, std::move(message), std::move(hint));
}

/// The parts of a text between separators, without the spaces around them; empty parts are left out.
std::vector<std::string> parts_of(const std::string& text, char between) {
  constexpr std::string_view kSpaces = " \t\n";
  std::vector<std::string> all;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, between);) {
    const std::size_t first = part.find_first_not_of(kSpaces);
    if (first != std::string::npos) all.push_back(part.substr(first, part.find_last_not_of(kSpaces) + 1 - first));
  }
  return all;
}

/// The values that an option of the prompt was set to.
std::vector<std::string> values_of(const OptionValue& setting) {
  const QueryOption* const option = prompt_option_named(setting.option);
  if (option == nullptr || option->row.times == Times::once) return {setting.text};
  return parts_of(setting.text, option->between);
}

/// The value that a command sets an option to.
std::string value_of(const QueryOption& option, const std::string& text) {
  if (option.row.may_stand_alone() && (text == "on" || text == "off")) return text == "on" ? "true" : "false";
  return text;
}

/// How many hits a page has: one at least, so that the next page is another one.
std::size_t page_size(const SearchRequest& request) { return std::max<std::size_t>(request.limit.value_or(1), 1); }

/// How many mentions a page has where no number was given.
constexpr std::size_t kUsualMentions = 20;

/// Turns to a page of hits, or of mentions where these are shown.
void turn_to(std::size_t page, SearchRequest& request) {
  MentionRequest& mentions = request.mentions;
  if (mentions.show == ShowMentions::no) {
    request.offset += page * page_size(request);
  } else {
    mentions.limit = std::max<std::size_t>(mentions.limit.value_or(kUsualMentions), 1);
    mentions.offset += page * *mentions.limit;
  }
}

bool is_empty(const Answer& answer) { return answer.mentions ? answer.mentions->shown == 0 : answer.hits.empty(); }

/// Articles like one take the place of what the query found, until the next query.
constexpr std::string_view kLike = "like";

using Settings = std::vector<OptionValue>;

/// The value that an option was set to; the end of the settings where it was not set.
Settings::const_iterator setting_of(std::string_view option, const Settings& settings) {
  return std::find_if(settings.begin(), settings.end(),
                      [option](const OptionValue& set) { return set.option == option; });
}

/// Drops the value of an option, which is set at most once.
void forget(std::string_view option, Settings& settings) {
  if (const auto set = setting_of(option, settings); set != settings.end()) settings.erase(set);
}

}  // namespace

bool PromptSession::has_query() const { return !query_.empty() || setting_of(kLike, settings_) != settings_.end(); }

PromptSession::PromptSession(QueryOptions options, const Archive& archive, const Console& console, PromptTools tools)
    : base_(std::move(options)), archive_(archive), console_(console), tools_(std::move(tools)) {}

void PromptSession::ask(std::string query) {
  forget(kLike, settings_);
  query_ = std::move(query);
  answer_page(0);
}

QueryOptions PromptSession::with(const std::vector<OptionValue>& settings) const {
  QueryOptions options = base_;
  for (const OptionValue& value : settings) set_asked_values(options, value.option, values_of(value));
  check_request(options.request);
  if (!options.request.limit) refuse("--limit takes a whole number here", ":save FILE writes all hits");
  return options;
}

SearchRequest PromptSession::request(const QueryOptions& options) const {
  SearchRequest request = options.request;
  request.query = query_;
  return request;
}

void PromptSession::answer_page(std::size_t page) {
  const QueryOptions options = with(settings_);
  SearchRequest asked = request(options);
  turn_to(page, asked);
  Answer answer;
  Archive remembering = archive_;
  remembering.search = [&](const SearchRequest& wanted) { return answer = archive_.search(wanted); };
  remembering.mentions = [&](const SearchRequest& wanted, const std::function<void(const Mention&)>& on_mention) {
    return answer = archive_.mentions(wanted, on_mention);
  };
  std::ostringstream text;  // printed only where the page has hits
  Console console{console_.in, text, console_.out, tools_.terminal(), console_.now_ms};
  run_once(asked, {OutputFormat::text, highlight_for(options.highlight, console.terminal)}, remembering, console);
  if (page > 0 && is_empty(answer)) refuse(answer.mentions ? "there are no more mentions" : "there are no more hits");
  console_.out << text.str() << std::flush;
  page_ = page;
  answer_ = std::move(answer);
}

void PromptSession::turn_page(int step) {
  if (!has_query()) refuse("there is no query yet");
  if (step < 0 && page_ == 0) refuse("this is the first page");
  answer_page(step < 0 ? page_ - 1 : page_ + 1);
}

const Hit& PromptSession::hit(std::size_t rank) const {
  const auto found =
      std::find_if(answer_.hits.begin(), answer_.hits.end(), [rank](const Hit& hit) { return hit.rank == rank; });
  if (found != answer_.hits.end()) return *found;
  if (answer_.hits.empty()) refuse("no hits are shown");
  refuse("no hit " + std::to_string(rank) + " is shown; the page has " + std::to_string(answer_.hits.front().rank) +
         " to " + std::to_string(answer_.hits.back().rank));
}

void PromptSession::open(std::size_t rank) {
  const Hit shown = hit(rank);
  // The hit again, with its whole text as the snippet: so every place that matches is known.
  constexpr std::size_t kWholeText = 100'000;
  SearchRequest whole = request(with(settings_));
  whole.offset = rank - 1;
  whole.limit = 1;
  whole.snippet_chars = kWholeText;
  const Answer again = archive_.search(whole);
  const bool is_same = !again.hits.empty() && again.hits[0].id == shown.id && again.hits[0].index == shown.index;
  const std::string pattern = highlight_pattern(is_same ? again.hits[0] : shown);
  for (const FoundArticle& found : archive_.articles(shown.id)) {
    if (found.index != shown.index) continue;
    const ArticleLook look{tools_.terminal().columns, found.index};
    return tools_.show_in_pager(row_of(OutputFormat::text).write_article(found.article, look), pattern);
  }
  refuse("the article is gone from the index");
}

void PromptSession::adopt(std::vector<OptionValue> settings, std::string query) {
  static_cast<void>(with(settings));  // throws where they do not go together
  std::swap(settings_, settings);
  std::swap(query_, query);
  try {
    if (has_query()) answer_page(0);
  } catch (...) {
    settings_ = std::move(settings);  // what cannot be answered is not kept
    query_ = std::move(query);
    throw;
  }
}

void PromptSession::set_option(const OptionValue& value) {
  const QueryOption* const option = prompt_option_named(value.option);
  if (option == nullptr) refuse("there is no option " + value.option);
  const auto before = setting_of(value.option, settings_);
  const bool is_set = before != settings_.end();
  Settings settings = settings_;
  forget(value.option, settings);
  if (!value.text.empty()) {
    settings.push_back({value.option, value_of(*option, value.text)});
  } else if (option->row.may_stand_alone()) {
    settings.push_back({value.option, is_set && before->text != "false" ? "false" : "true"});
  } else if (!is_set) {
    refuse("--" + value.option + " takes " + option->row.argument + ": " + option->row.help);
  }
  adopt(std::move(settings), value.option == kLike ? std::string() : query_);
}

void PromptSession::reset() { adopt({}, query_); }

std::vector<std::string> PromptSession::settings() const {
  std::vector<std::string> lines;
  lines.reserve(settings_.size());
  for (const OptionValue& value : settings_) lines.push_back(":" + value.option + " " + value.text);
  return lines;
}

std::size_t PromptSession::save(const std::string& path) {
  if (!has_query()) refuse("there is no query yet");
  SearchRequest all = request(with(settings_));
  all.limit = std::nullopt;
  return save_hits(all, {path, tools_.is_interrupted}, archive_);
}

}  // namespace timbao
