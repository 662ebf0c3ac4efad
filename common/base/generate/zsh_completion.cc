// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/generate/zsh_completion.h"

#include <functional>
#include <map>
#include <string_view>
#include <vector>

#include "common/base/generate/shell_text.h"
#include "common/base/generate/word_kind.h"

namespace timbao {
namespace {

constexpr std::string_view kHead = R"SH(#compdef @PROGRAM@
# Completion of @PROGRAM@ for zsh.
# Made by: @PROGRAM@ --generate complete-zsh

)SH";

/// Asks the program how a query can go on. What it prints are whole words, in a good order; they need not begin as what was
/// typed does (dan: đảng, dân), so zsh must not choose among them.
constexpr std::string_view kQueryWords = R"SH(_@PROGRAM@_words() {
    local word=$PREFIX
    # What would be expanded cannot be quoted and stay what it is.
    [[ $compstate[quote] != \' && ${word//\\?/} == *[\$\`]* ]] && return 1
    case $compstate[quote] in
    (\') ;;
    (\") word=${word//(#m)\\[\"\$\`\\]/${MATCH[2]}} ;;
    (*) word=${(Q)word} ;;
    esac
    local -a before=("${(@Q)words[2,CURRENT-1]}") replies fields values
    before=("${(@)before/#\~\//$HOME/}")
    replies=("${(@f)$(command @PROGRAM@ --generate words "${(@)before}" "$word" 2>/dev/null </dev/null)}")
    replies=("${(@)replies:#}")
    (( $#replies )) || return 1
    fields=("${(@M)replies:#*:}") values=("${(@)replies:#*:}")
    (( $#fields )) && compadd -U -V fields -S '' -a fields
    (( $#values )) && compadd -U -V words -a values
    # Where words do not begin as what was typed, one after the other takes its place.
    if (( $#replies > 1 && ${#${(@M)replies:#${(b)word}*}} < $#replies )); then compstate[insert]=menu; fi
    return 0
}

)SH";

constexpr std::string_view kPlainFunction = R"SH(_@PROGRAM@() {
    _arguments -s -S : \
@OPTIONS@        @WORDS@
}
)SH";

constexpr std::string_view kCommandsFunction = R"SH(_@PROGRAM@() {
    local curcontext=$curcontext state line
    local -a common commands
    typeset -A opt_args
    common=(
@OPTIONS@    )
    commands=(
@COMMANDS@    )
    _arguments -R -C -s -S : "${(@)common}" '1:COMMAND:->command' '*::WORD:->words'
    local answer=$?
    (( answer == 300 )) || return answer
    case $state in
    (command)
        _describe -t commands command commands
        ;;
    (words)
        curcontext=${curcontext%:*:*}:@PROGRAM@-$line[1]:
        case $line[1] in
@CASES@        esac
        ;;
    esac
}
)SH";

constexpr std::string_view kFoot = R"SH(
if [[ $funcstack[1] == _@PROGRAM@ ]]; then
    _@PROGRAM@ "$@"
else
    compdef _@PROGRAM@ @PROGRAM@
fi
)SH";

/// What _arguments does for a word of each kind. Of a query it calls the function above.
std::string action_of(WordKind kind, const std::string& program) {
  if (kind == WordKind::query) return "_" + program + "_words";
  return kind == WordKind::file ? "_files" : kind == WordKind::folder ? "_files -/" : " ";
}

/// Text with every sign behind a backslash, for an action, which _arguments evaluates as words of zsh.
std::string escaped_word(std::string_view text) { return backslashed(text, " !\"#$&'()*;<>?@[\\]^`{|}~:"); }

/// The values of an option, each with its help: ((auto\:by\ its\ content text))
std::string values_action(const std::vector<Choice>& choices) {
  std::vector<std::string> words;
  words.reserve(choices.size());
  for (const Choice& choice : choices)
    words.push_back(escaped_word(choice.help.empty() ? choice.name : choice.name + ":" + choice.help));
  return "((" + joined(words, " ") + "))";
}

/// What _arguments takes of an option's value: ":NAME:ACTION".
std::string value_part(const OptionRow& row) {
  if (row.argument.empty()) return {};
  const WordKind kind = word_kind(row.value_name());
  // A query as a value is no part of the line's own query.
  const std::string plain = action_of(kind == WordKind::query ? WordKind::text : kind, {});
  return std::string(row.may_stand_alone() ? "::" : ":") + backslashed(row.value_name(), ":\\") + ":" +
         (row.known_values().empty() ? plain : values_action(row.known_values()));
}

std::string sign_before_value(const OptionRow& row) {
  if (row.argument.empty()) return {};
  return row.may_stand_alone() ? "=-" : "=";
}

/// What _arguments takes of an option: a text for each of its names.
std::vector<std::string> option_specs(const OptionRow& row) {
  const std::string name = "--" + row.long_name(), letter = row.letter().empty() ? "" : "-" + row.letter();
  const std::string after = "[" + backslashed(row.help, "[]\\") + "]" + value_part(row);
  if (letter.empty()) return {(row.times == Times::many ? "*" : "") + name + sign_before_value(row) + after};
  const std::string before = row.times == Times::many ? "*" : "(" + letter + " " + name + ")";
  return {before + name + sign_before_value(row) + after, before + letter + (row.argument.empty() ? "" : "+") + after};
}

/// The options of rows as a list, each between these two.
std::string options_text(const std::vector<OptionRow>& rows, const std::string& before, const std::string& behind) {
  std::string text;
  for (const OptionRow& row : rows)
    for (const std::string& spec : option_specs(row)) text += before + shell_quoted(spec) + behind;
  return text;
}

/// What _arguments takes of the words of a program or of a command.
std::string words_spec(const std::string& called, const std::string& program) {
  return shell_quoted("*:" + backslashed(called, ":\\") + ":" + action_of(word_kind(called), program));
}

/// The lines of a command in the script.
std::string command_case(const CommandDescription& command, const std::string& program) {
  const std::string indent = " \\\n                ";
  std::string text = "        (" + command.name + ")\n            _arguments -s -S : \"${(@)common}\"" +
                     options_text(command.options, indent, "");
  if (!command.arguments.empty()) text += indent + words_spec(command.arguments, program);
  return text + "\n            ;;\n";
}

std::string function_of_commands(const ProgramDescription& program) {
  std::string cases, commands;
  for (const CommandDescription& command : program.commands) {
    cases += command_case(command, program.name);
    commands += "        " + shell_quoted(backslashed(command.name, ":") + ":" + command.help) + "\n";
  }
  return filled(kCommandsFunction, {{"PROGRAM", program.name},
                                    {"OPTIONS", options_text(program.options, "        ", "\n")},
                                    {"COMMANDS", commands},
                                    {"CASES", cases}});
}

std::string plain_function(const ProgramDescription& program) {
  return filled(kPlainFunction, {{"PROGRAM", program.name},
                                 {"OPTIONS", options_text(program.options, "        ", " \\\n")},
                                 {"WORDS", words_spec(program.arguments, program.name)}});
}

}  // namespace

std::string zsh_completion(const ProgramDescription& program) {
  const std::map<std::string, std::string, std::less<>> name{{"PROGRAM", program.name}};
  const std::string asks = word_kind(program.arguments) == WordKind::query ? filled(kQueryWords, name) : "";
  const std::string main = program.commands.empty() ? plain_function(program) : function_of_commands(program);
  return filled(kHead, name) + asks + main + filled(kFoot, name);
}

}  // namespace timbao
