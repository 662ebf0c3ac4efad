// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/facet_value.h"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

#include "common/base/cli_values.h"
#include "common/base/error.h"

namespace timbao {
namespace {

constexpr std::uint64_t kMostValues = 1'000'000'000;

std::string wanted() {
  return in_words(choices_of(kFacetFields)) + ", with :N behind it for the N commonest values or :all";
}

std::size_t limit_of(const OptionValue& value, std::string_view text) {
  if (text == "all") return std::numeric_limits<std::size_t>::max();
  try {
    return static_cast<std::size_t>(parse_number({value.option, std::string(text)}, 1, kMostValues));
  } catch (const Error&) {
    refuse_value(value, wanted());
  }
}

FacetRequest facet_named(const OptionValue& value, std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto field = value_named(kFacetFields, text.substr(0, colon));
  if (!field) refuse_value(value, wanted());
  FacetRequest facet;
  facet.field = *field;
  if (colon != std::string_view::npos) facet.limit = limit_of(value, text.substr(colon + 1));
  return facet;
}

void add_facet(const FacetRequest& facet, std::vector<FacetRequest>& facets) {
  const bool is_known =
      std::any_of(facets.begin(), facets.end(), [&](const FacetRequest& known) { return known.field == facet.field; });
  if (is_known)
    throw Error(ExitCode::usage,
                "--facet names " + std::string(row_of_value(kFacetFields, facet.field).name) + " twice", "see --help");
  facets.push_back(facet);
}

}  // namespace

void add_facets(const OptionValue& value, std::vector<FacetRequest>& facets) {
  std::string_view rest = value.text;
  while (true) {
    const std::size_t comma = rest.find(',');
    add_facet(facet_named(value, rest.substr(0, comma)), facets);
    if (comma == std::string_view::npos) return;
    rest.remove_prefix(comma + 1);
  }
}

}  // namespace timbao
