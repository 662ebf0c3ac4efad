// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/contradictions.h"

#include <algorithm>

#include "query/language/days.h"
#include "query/language/describe.h"

namespace timbao {

std::vector<Note> contradictions(const Node& root, const SearchRequest& request) {
  if (!request.days || root.kind == NodeKind::any_of) return {};
  std::vector<const Node*> days;
  for (const Node& child : root.children)
    if (child.kind == NodeKind::filter && child.field == Field::date && child.occur != Occur::must_not)
      days.push_back(&child);
  const bool meets =
      std::any_of(days.begin(), days.end(), [&](const Node* filter) { return overlap(filter->days, *request.days); });
  if (days.empty() || meets) return {};
  return {{NoteKind::warning, "no day of " + shown_in_note(describe(*days.front())) +
                                  " lies between --from and --to: nothing can be found"}};
}

}  // namespace timbao
