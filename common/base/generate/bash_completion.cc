// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/generate/bash_completion.h"

#include <string_view>
#include <vector>

#include "common/base/generate/shell_text.h"
#include "common/base/generate/word_kind.h"

namespace timbao {
namespace {

/// The script. What differs between programs stands in two functions, which set `kind` and `values`.
constexpr std::string_view kScript = R"SH(# Completion of @PROGRAM@ for bash.
# Made by: @PROGRAM@ --generate complete-bash

# What can follow a command ('': none was typed yet): its options, and the kind of its words or their values.
@FUNCTION@_command() {
    case $1 in
@COMMANDS@    *) return 1 ;;
    esac
}

# The kind of an option's value, or the values that it takes. An option without a value is none.
@FUNCTION@_value() {
    case $1 in
@VALUES@    *) return 1 ;;
    esac
}

# Takes the line up to the cursor apart as bash would, but expands nothing. Sets `typed` (the words before the last one),
# `word` (the last one), `quote` (the quotes that are open in it), `kept` (its beginning that readline does not replace),
# `expands` (whether bash would expand something in it) and `target` (whether it is the file of a redirection).
@FUNCTION@_split() {
    local line=${COMP_LINE:0:COMP_POINT} letter begun='' opened=''
    local -i at
    for ((at = 0; at < ${#line}; ++at)); do
        letter=${line:at:1}
        if [[ $quote != "'" && $letter == [\$\`] ]]; then expands=1; fi
        if [[ $quote == "'" && $letter != "'" ]]; then
            word+=$letter
        elif [[ $quote == '"' && $letter == \\ && ${line:at+1:1} == [\"\\\$\`] ]]; then
            word+=${line:at+1:1} at+=1
        elif [[ $quote == '"' && $letter != '"' ]]; then
            word+=$letter
        elif [[ -n $quote ]]; then
            quote=''
        elif [[ $letter == [\'\"] ]]; then
            quote=$letter opened=$word begun=1
        elif [[ $letter == \\ ]]; then
            word+=${line:at+1:1} begun=1 at+=1
        elif [[ $letter == [[:space:]\<\>] ]]; then
            if [[ -n $begun && -z $target ]]; then typed+=("$word"); fi
            if [[ -n $begun ]]; then target=''; fi
            word='' kept='' begun='' expands=''
            if [[ $letter == [\<\>] ]]; then target=1; fi
        else
            word+=$letter begun=1
            if [[ $COMP_WORDBREAKS == *"$letter"* ]]; then kept=$word; fi
        fi
    done
    if [[ -n $quote ]]; then kept=$opened; fi
}

# Appends a whole word to COMPREPLY as it must stand in place of what readline replaces.
@FUNCTION@_reply() {
    local shown=${1#"$kept"} back='\'
    case $quote in
    \')
        shown=${shown//\'/"'$back''"}
        ;;
    \")
        shown=${shown//"$back"/"$back$back"}
        shown=${shown//\"/"$back\""}
        shown=${shown//\$/"$back\$"}
        shown=${shown//\`/"$back\`"}
        ;;
    *)
        printf -v shown %q "$shown"
        ;;
    esac
    # Readline closes the quotes of a single reply, but not where its last sign looks like the closing one.
    if [[ -n $quote && $shown == *"$quote" ]]; then shown+=$quote; fi
    COMPREPLY+=("$shown")
}

@FUNCTION@() {
    local word='' kept='' quote='' expands='' target='' command='''' ended='' option='' prefix='' kind=text one alike=1
    local -a typed=() options=() values=()
    COMPREPLY=()
    @FUNCTION@_split
    if [[ -n $target ]]; then
        compopt -o default
        return
    fi
    for one in "${typed[@]:1}"; do
        if [[ -n $option ]]; then
            option=''
        elif [[ -z $ended && $one == -- ]]; then
            ended=1
        elif [[ -z $ended && $one == -?* ]]; then
            if @FUNCTION@_value "$one"; then option=$one; fi
        elif [[ -z $command ]] && @FUNCTION@_command "$one"; then
            command=$one
        fi
    done
    kind=text options=() values=()
    if [[ -n $option ]]; then
        @FUNCTION@_value "$option"
    elif [[ -z $ended && $word == --*=* ]]; then
        prefix=${word%%=*}=
        @FUNCTION@_value "$prefix" || return
    else
        @FUNCTION@_command "$command"
        if [[ -z $ended && $word == -* ]]; then kind=text values=("${options[@]}"); fi
    fi
    case $kind in
    file)
        compopt -o default
        return
        ;;
    folder)
        compopt -o dirnames -o filenames
        return
        ;;
    query)
        if [[ -n $expands ]]; then return; fi
        typed=("${typed[@]/#\~\//"$HOME/"}")
        mapfile -t values < <(command @PROGRAM@ --generate words "${typed[@]:1}" "$word" 2>/dev/null </dev/null)
        ;;
    esac
    for one in "${values[@]}"; do
        one=$prefix$one
        if [[ $one != "$kept"* ]]; then continue; fi
        if [[ $one != "$word"* ]]; then
            if [[ $kind != query ]]; then continue; fi
            alike=''
        fi
        @FUNCTION@_reply "$one"
    done
    # Readline would put what several words begin with in place of what was typed. Where they do not begin as that does (dan:
    # đảng, dân), one more that begins otherwise lets the line stay as it is.
    if [[ -z $alike ]] && ((${#COMPREPLY[@]} > 1)); then COMPREPLY+=(' '); fi
    if ((${#COMPREPLY[@]} == 1)) && [[ ${COMPREPLY[0]} == *[:=] ]]; then compopt -o nospace; fi
}

complete -F @FUNCTION@ @PROGRAM@
)SH";

/// Every name of an option as a word: --limit -n
std::string option_words(const std::vector<OptionRow>& rows) {
  std::vector<std::string> words;
  words.reserve(2 * rows.size());
  for (const OptionRow& row : rows) {
    words.push_back("--" + row.long_name());
    if (!row.letter().empty()) words.push_back("-" + row.letter());
  }
  return joined(words, " ");
}

/// The line of a command in the first table.
std::string command_line(const std::string& command, const std::vector<OptionRow>& options, const std::string& rest) {
  return "    " + shell_quoted(command) + ") options=(" + option_words(options) + ") " + rest + " ;;\n";
}

std::string kind_of_words(const std::string& called) { return "kind=" + std::string(name_of(word_kind(called))); }

std::string command_lines(const ProgramDescription& program) {
  if (program.commands.empty()) return command_line("", program.options, kind_of_words(program.arguments));
  std::vector<std::string> names;
  std::string lines;
  for (const CommandDescription& command : program.commands) {
    names.push_back(shell_quoted(command.name));
    std::vector<OptionRow> options = command.options;
    options.insert(options.end(), program.options.begin(), program.options.end());
    lines += command_line(command.name, options, kind_of_words(command.arguments));
  }
  return command_line("", program.options, "values=(" + joined(names, " ") + ")") + lines;
}

/// The line of an option in the second table; none of an option without a value.
std::string value_line(const OptionRow& row) {
  if (row.argument.empty()) return {};
  const std::string name = "--" + row.long_name();
  std::string line = "    ";
  if (!row.may_stand_alone()) line += name + " | ";
  if (!row.letter().empty()) line += "-" + row.letter() + " | ";
  line += name + "=) " + kind_of_words(row.value_name());
  if (!row.known_values().empty()) line += " values=(" + quoted_names(row.known_values()) + ")";
  return line + " ;;\n";
}

}  // namespace

std::string bash_completion(const ProgramDescription& program) {
  std::string values;
  for (const OptionRow& row : every_option(program)) values += value_line(row);
  return filled(kScript, {{"PROGRAM", program.name},
                          {"FUNCTION", "_" + shell_name(program.name)},
                          {"COMMANDS", command_lines(program)},
                          {"VALUES", values}});
}

}  // namespace timbao
