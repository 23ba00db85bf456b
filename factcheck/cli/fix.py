"""`--diff`, `--fix` and `--interactive`: from findings to edits that somebody asked for."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.cli.edits import CannotEdit, Content, Edit, edited, read_content, replace_file
from factcheck.cli.terminal import Terminal
from factcheck.fixing import first_fix, sure_fix, that_go_together
from factcheck.model import Finding, Fix
from factcheck.report.printable import printable
from factcheck.report.result import Result
from factcheck.report.spoken import count


def fix_stories(result: Result, arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Edit the files of a run, or show what would be edited; the number of edits."""
    if arguments.interactive:
        chosen = _asked(result, arguments, terminal)
    else:
        chosen = _chosen(result, first_only=arguments.unsafe)
    made = 0
    for path, edits in _by_path(result, chosen).items():
        try:
            before = _content(path, edits)
            after = edited(before, edits)
            if arguments.diff:
                terminal.write(_diff(path, before, after))
            elif after != before:
                replace_file(Path(path), after)
            made += len(edits)
        except (CannotEdit, OSError) as error:
            terminal.say(f"factcheck: {path}: not edited: {error}")
    if not arguments.quiet:
        terminal.say(f"{'would make' if arguments.diff else 'made'} {count(made, 'edit')}")
    return made


def _content(path: str, edits: list[Edit]) -> Content:
    if path == "-":
        raise CannotEdit("standard input has no file; give a path")
    origin = edits[0].document.origin
    return read_content(Path(path), origin.encoding if origin else "utf-8")


def _chosen(result: Result, *, first_only: bool) -> dict[str, list[Fix]]:
    """The fixes beyond doubt of each story, with the first of each other finding if so wished, notes excepted."""
    chosen: dict[str, list[Fix]] = {}
    for finding in result.findings:
        story = result.stories[finding.document]
        fix = sure_fix(finding, story.document, story.dateline)
        if fix is None and first_only and finding.severity != "info":
            fix = first_fix(finding)
        if fix:
            chosen.setdefault(finding.document, []).append(fix)
    return chosen


def _by_path(result: Result, chosen: dict[str, list[Fix]]) -> dict[str, list[Edit]]:
    """The edits of each file, those that touch one another left out."""
    edits: dict[str, list[Edit]] = {}
    for name, fixes in chosen.items():
        document = result.stories[name].document
        path = document.origin.path if document.origin else "-"
        edits.setdefault(path, []).extend(Edit(document, fix) for fix in that_go_together(fixes))
    return edits


def _diff(path: str, before: Content, after: Content) -> Iterator[str]:
    old, new = before.text.splitlines(keepends=True), after.text.splitlines(keepends=True)
    for line in difflib.unified_diff(old, new, path, path, n=1):
        yield printable(line.rstrip("\r\n")) + "\n"


def _asked(result: Result, arguments: argparse.Namespace, terminal: Terminal) -> dict[str, list[Fix]]:
    """Walk through the findings that have fixes, show each, and ask which way out to take."""
    from factcheck.report.text import finding_text

    look = terminal.look(arguments.color, arguments.width)
    chosen: dict[str, list[Fix]] = {}
    open_ones = [finding for finding in result.findings if finding.fixes]
    for number, finding in enumerate(open_ones, 1):
        terminal.write([finding_text(result, finding, look)])
        answer = _answer(finding, f"{number} of {len(open_ones)}", result, terminal)
        if answer == "q":
            break
        if answer.isdigit():
            chosen.setdefault(finding.document, []).append(finding.fixes[int(answer) - 1])
    return chosen


def _answer(finding: Finding, place: str, result: Result, terminal: Terminal) -> str:
    """The number of a fix, "s" to leave the words as they are, "q" to ask no more; also at the end of input."""
    document = result.stories[finding.document].document
    fixes = finding.fixes[:9]
    for number, fix in enumerate(fixes, 1):
        terminal.write([f"   {number}  {printable(document.cut(fix.span))} -> {printable(fix.text)}\n"])
    allowed = [str(number) for number in range(1, len(fixes) + 1)]
    while True:
        terminal.write([f"   {place}: {_spoken(allowed)}, s to skip, q to stop: "])
        try:
            answer = input().strip().lower()[:1] or "s"
        except EOFError:
            return "q"
        if answer in (*allowed, "s", "q"):
            return answer


def _spoken(numbers: Iterable[str]) -> str:
    return ", ".join(numbers) + " to write it"
