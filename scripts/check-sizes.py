#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks the sizes that CONTRIBUTING.md asks for: files, functions, classes, boolean parameters, prose in headers.

    scripts/check-sizes.py            fails when a limit is passed, and prints the figures
    scripts/check-sizes.py -v         also lists the longest functions and the headers with the least prose

It reads the sources as clang-format leaves them. A function counts from its first line to its closing brace; lambdas
are a part of the function around them. Prose is the share of a header's lines, blank ones left out, that hold a comment
and nothing else.
"""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = ["common", "indexer", "query"]
MOST_FILE_LINES = 400
MOST_FUNCTION_LINES = 40
MOST_FUNCTION_P90 = 15
MOST_CLASS_LINES = 150
LEAST_PROSE = 0.45


def without_text(source):
    """The source with comments and literals blanked out, every character but line ends."""
    pattern = re.compile(r'R"(\w*)\(.*?\)\1"|//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|^[ \t]*#[^\n]*',
                         re.DOTALL | re.MULTILINE)

    def blank(match):
        text = match.group(0)
        if text.startswith("'") and re.match(r"\w", source[match.start() - 1 : match.start()] or " "):
            return text  # a digit separator
        return re.sub(r"[^\n]", " ", text)

    return pattern.sub(blank, source)


def kind_of(head, is_inside_function):
    """What the brace behind `head` opens: "type", "function", "namespace" or "other"."""
    head = re.sub(r"template\s*<[^{};]*?>\s*(?=\w)", "", head).strip()
    if is_inside_function:
        return "other"
    if re.match(r"(inline\s+)?namespace\b", head) or re.match(r'extern\s*$', head):
        return "namespace"
    if re.search(r"\b(class|struct|union)\s+[\w:\s]*(final)?\s*(:[^()]*)?$", head) and not head.endswith(")"):
        return "type"
    if re.search(r"=\s*$|\benum\b", head) or "(" not in head:
        return "other"
    return "function"


def scopes_of(source):
    """(kind, head, first line, last line) of each scope, in the order in which they end."""
    text = without_text(source)
    stack, start, found = [], 0, []
    for at, char in enumerate(text):
        if char == "{":
            head = text[start:at]
            kind = kind_of(head, any(scope[0] in ("function", "other") for scope in stack))
            first = start + len(head) - len(head.lstrip())
            stack.append((kind, head.strip(), text.count("\n", 0, first) + 1))
            start = at + 1
        elif char == "}":
            kind, head, first = stack.pop() if stack else ("other", "", 0)
            found.append((kind, head, first, text.count("\n", 0, at) + 1))
            start = at + 1
        elif char == ";":
            start = at + 1
        elif char == ":" and text[start:at].strip() in ("public", "private", "protected"):
            start = at + 1
    return found


def name_of(head):
    names = re.findall(r"([\w:~]+)\s*\(", re.sub(r"\)\s*:.*", ")", head, flags=re.DOTALL))
    return names[0] if names else head.split()[-1]


def prose_of(source):
    lines = [line.strip() for line in source.splitlines() if line.strip()]
    return sum(1 for line in lines if line.startswith("//")), len(lines)


def boolean_parameters(source):
    text = without_text(source)
    for match in re.finditer(r"[(,]\s*(?:const\s+)?bool\s+\w+\s*(?:=[^,()]*)?[,)]", text):
        yield text.count("\n", 0, match.start()) + 1


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def main():
    faults, functions, classes, prose = [], [], [], []
    for path in sorted(path for part in PARTS for path in (ROOT / part).rglob("*") if path.suffix in (".cc", ".h")):
        source, where = path.read_text(encoding="utf-8"), str(path.relative_to(ROOT))
        lines = source.count("\n")
        if lines > MOST_FILE_LINES:
            faults.append(f"{where}: {lines} lines, more than {MOST_FILE_LINES}")
        for line in boolean_parameters(source):
            faults.append(f"{where}:{line}: a boolean parameter; use an enum or a named field")
        for kind, head, first, last in scopes_of(source):
            if kind == "function":
                functions.append((last - first + 1, f"{where}:{first}", name_of(head)))
            elif kind == "type":
                classes.append((last - first + 1, f"{where}:{first}", head.split()[-1]))
        if path.suffix == ".h":
            prose.append((*prose_of(source), where))
    for lines, where, name in functions:
        if lines > MOST_FUNCTION_LINES:
            faults.append(f"{where}: {name}() has {lines} lines, more than {MOST_FUNCTION_LINES}")
    for lines, where, name in classes:
        if lines > MOST_CLASS_LINES:
            faults.append(f"{where}: {name} has {lines} lines, more than {MOST_CLASS_LINES}")
    sizes = [lines for lines, _, _ in functions]
    p90, share = percentile(sizes, 0.9), sum(p for p, _, _ in prose) / sum(n for _, n, _ in prose)
    if p90 > MOST_FUNCTION_P90:
        faults.append(f"one function in ten has more than {p90} lines; the limit is {MOST_FUNCTION_P90}")
    if share < LEAST_PROSE:
        faults.append(f"headers are {share:.0%} prose, less than {LEAST_PROSE:.0%}")
    if "-v" in sys.argv:
        for lines, where, name in sorted(functions)[-15:]:
            print(f"{lines:4} {where} {name}()")
        for lines, where, name in sorted(classes)[-8:]:
            print(f"{lines:4} {where} class {name}")
        for p, n, where in sorted(prose, key=lambda row: row[0] / row[1])[:40]:
            print(f"{p / n:4.0%} of {n} lines {where}")
    print("\n".join(faults))
    print(f"sizes: {len(sizes)} functions of {percentile(sizes, 0.5)} / {p90} / {max(sizes)} lines (median, nine in ten,"
          f" longest), longest class {max(classes)[0]}, headers {share:.0%} prose")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
