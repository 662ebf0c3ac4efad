// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/plan/prepared_question.h"

#include <utility>

namespace timbao {

PreparedQuestion::PreparedQuestion(Question question, const Vocabulary& vocabulary)
    : question_(std::move(question)),
      counts_(count_words(question_, vocabulary)),
      weights_(weigh(question_, counts_, vocabulary)),
      scanner_(question_.words) {}

}  // namespace timbao
