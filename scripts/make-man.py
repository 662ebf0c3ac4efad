#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes manual pages of pages of docs/: timbao-query-language(7), timbao-index-format(5) and timbao-replicate(1).

    scripts/make-man.py DIR      writes DIR/timbao-query-language.7 and the others

It reads what these pages use of Markdown: headings, paragraphs, lists within lists, blocks of text as it stands (indented,
or between ```), tables, `code`, *emphasis*, **bold** and [links](page.md). A row of a table becomes an item: its first
cell, and below it the others, each with the heading of its column where that says more than "meaning". A link to another page
keeps its text and names the page. What it prints is ASCII, without a date, so the same page always gives the same bytes.
The manual pages of the programs are made by the programs: timbao-query --generate man.
"""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = [
    ("query-language.md", "timbao-query-language", 7, "Miscellanea", "what timbao-query understands, and how it answers"),
    ("index-format.md", "timbao-index-format", 5, "File Formats", "the index of timbao on disk"),
    ("replicas.md", "timbao-replicate", 1, "User Commands", "makes a replica of an index, and follows it"),
]
SEE_ALSO = ["timbao-index(1)", "timbao-query(1)", "timbao-replicate(1)", "timbao-index-format(5)", "timbao-query-language(7)"]
ESCAPED = {"\\": r"\(rs", "-": r"\-", "'": r"\(aq", '"': r"\(dq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti"}
INLINE = re.compile(r"`(?P<code>[^`]+)`|\*\*(?P<bold>[^*]+)\*\*|\*(?P<emphasis>[^*\s](?:[^*]*[^*\s])?)\*"
                    r"|\[(?P<text>[^\]]+)\]\((?P<target>[^)\s]+)\)")
ITEM = re.compile(r"(?P<indent> *)(?P<mark>[-*]|\d+\.) +(?P<text>.*)")


def plain(text):
    """Text as roff prints it: see roff_text() in common/base/generate/roff.h."""
    return "".join(ESCAPED.get(c, c if " " <= c < "\x7f" else f"\\[u{ord(c):04X}]") for c in text)


def name_of(page):
    """What a page of docs/ is called where manual pages are read."""
    for source, name, section, *_ in PAGES:
        if source == page:
            return f"{name}({section})"
    return f"docs/{page}"


def with_link(text, target):
    """The text of a link; the page that it leads to, where that is another one and the text does not name it."""
    page = target.split("#")[0]
    shown = inline(text)
    if not page or "://" in page or Path(page).name == text:
        return shown
    return f"{shown} ({plain(name_of(Path(page).name))})"


def inline(text):
    made, end = [], 0
    for match in INLINE.finditer(text):
        made.append(plain(text[end : match.start()]))
        end = match.end()
        if match["code"]:
            made.append(rf"\fB{plain(match['code'])}\fR")
        elif match["bold"]:
            made.append(rf"\fB{inline(match['bold'])}\fR")
        elif match["emphasis"]:
            made.append(rf"\fI{inline(match['emphasis'])}\fR")
        else:
            made.append(with_link(match["text"], match["target"]))
    return "".join(made) + plain(text[end:])


def line_of(roff):
    """A line of text, which is never taken for a request."""
    return rf"\&{roff}" if roff.startswith((".", "'")) else roff


def verbatim(lines):
    text = [line_of(plain(line)) for line in lines]
    return [".PP", ".RS 4", ".nf", *(line or r"\&" for line in text), ".fi", ".RE"]


def cells_of(line):
    """The cells of a row; a sign | behind a backslash or within code is text."""
    row = line.strip().strip("|")
    cells, cell, is_code, previous = [], "", False, ""
    for char in row:
        is_code ^= char == "`"
        if char == "|" and previous != "\\" and not is_code:
            cells.append(cell.strip())
            cell = ""
        else:
            cell += char
        previous = char
    return [c.replace("\\|", "|") for c in [*cells, cell.strip()]]


def table(lines):
    heads, rows = cells_of(lines[0]), [cells_of(line) for line in lines[2:]]
    made = [".PP"]
    for row in rows:
        rest = [(head, cell) for head, cell in zip(heads[1:], row[1:]) if cell]
        named = len(heads) > 2 or " " in heads[1]
        text = "; ".join(f"{plain(head)}: {inline(cell)}" if named and head else inline(cell) for head, cell in rest)
        made += [".TP", line_of(inline(row[0])), line_of(text or r"\&")]
    return made


def list_items(lines):
    """A list with what belongs to its items: lists within them, and paragraphs."""
    made, depths = [], []
    for line in join_items(lines):
        match = ITEM.match(line)
        indent = len(match["indent"])
        while depths and depths[-1] > indent:
            depths.pop()
            made.append(".RE")
        if depths and depths[-1] < indent:
            made.append(".RS")
        if not depths or depths[-1] < indent:
            depths.append(indent)
        mark = r"\(bu" if match["mark"] in "-*" else plain(match["mark"])
        made += [f'.IP "{mark}" 4', line_of(inline(match["text"]))]
    return made + [".RE"] * (len(depths) - 1)


def join_items(lines):
    items = []
    for line in lines:
        if ITEM.match(line):
            items.append(line)
        else:
            items[-1] += " " + line.strip()
    return items


def is_list(line):
    return ITEM.match(line) is not None and not line.startswith("    ")


def take(lines, at, wanted):
    """The lines from `at` on that are wanted, and where they end."""
    end = at
    while end < len(lines) and wanted(lines[end]):
        end += 1
    return lines[at:end], end


def take_fenced(lines, at):
    block, end = take(lines, at + 1, lambda line: not line.startswith("```"))
    return verbatim(block), end + 1


def take_heading(lines, at):
    marks, _, title = lines[at].partition(" ")
    if len(marks) == 1:
        return [], at + 1
    text = inline(title)
    return [f".SH {text}" if len(marks) == 2 else f".SS {text}"], at + 1


def take_table(lines, at):
    block, end = take(lines, at, lambda line: line.startswith("|"))
    return table(block), end


def take_indented(lines, at):
    block, end = take(lines, at, lambda line: line.startswith("    "))
    return verbatim(line[4:] for line in block), end


def take_list(lines, at):
    block, end = take(lines, at, lambda line: line.strip() and not line.startswith(("#", "|", "```")))
    return list_items(block), end


def take_paragraph(lines, at):
    def goes_on(line):
        return line.strip() and not line.startswith(("#", "|", "```")) and not is_list(line)

    block, end = take(lines, at, goes_on)
    return [".PP", line_of(inline(" ".join(line.strip() for line in block)))], end


TAKERS = [
    (lambda line: line.startswith("```"), take_fenced),
    (lambda line: line.startswith("#"), take_heading),
    (lambda line: line.startswith("|"), take_table),
    (lambda line: line.startswith("    "), take_indented),
    (is_list, take_list),
    (lambda line: True, take_paragraph),
]


def body_of(markdown):
    lines, made, at = markdown.splitlines(), [], 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        taker = next(take_it for begins, take_it in TAKERS if begins(lines[at]))
        block, at = taker(lines, at)
        made += block
    return made


def page_of(markdown, page, version):
    source, name, section, manual, summary = page
    others = [other for other in SEE_ALSO if other != f"{name}({section})"]
    see_also = [rf"\fB{plain(other.split('(')[0])}\fR({other.split('(')[1]}" for other in others]
    lines = [
        rf'.\" Made by: scripts/make-man.py, of docs/{source}',
        f'.TH {plain(name.upper())} {section} "" "timbao {plain(version)}" "{manual}"',
        ".nh",
        ".ad l",
        ".SH NAME",
        rf"{plain(name)} \- {plain(summary)}",
        ".SH DESCRIPTION",
        *body_of(markdown),
        ".SH SEE ALSO",
        ",\n".join(see_also),
    ]
    return "\n".join(lines) + "\n"


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: make-man.py DIR")
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    version = re.search(r"project\(timbao VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))[1]
    for page in PAGES:
        markdown = (ROOT / "docs" / page[0]).read_text(encoding="utf-8")
        (folder / f"{page[1]}.{page[2]}").write_text(page_of(markdown, page, version), encoding="ascii")


if __name__ == "__main__":
    main()
