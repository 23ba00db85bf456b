"""`factcheck accept PATH:LINE[:COLUMN] ... --reason WHY`: let findings stand, by their fingerprints in a side file."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from factcheck.cli.arguments import UsageError
from factcheck.cli.check import check_stories
from factcheck.cli.silence import ACCEPTED, accepted_row, read_accepted
from factcheck.cli.stories import Stories, make_checker
from factcheck.cli.terminal import Terminal
from factcheck.model import Finding
from factcheck.report.result import Result
from factcheck.report.spoken import count

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>[0-9]+)(?::(?P<column>[0-9]+))?")


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Write the findings at the places into the side file. Raises UsageError for a place without a finding."""
    places = [_place(word) for word in arguments.places]
    if not places:
        raise UsageError("accept which finding? name it as the concise report does: story.txt:7:5")
    stories = Stories(list(dict.fromkeys(path for path, _, _ in places)), terminal, arguments)
    background = Stories(arguments.background, terminal, arguments) if arguments.background else None
    result = check_stories(make_checker(arguments), stories, background)
    path = Path(arguments.accepted or ACCEPTED)
    rows = read_accepted(path) if path.is_file() else []
    known = {row["fingerprint"] for row in rows}
    new = []
    for place in places:
        found = _found(result, *place)
        if not found:
            where = ":".join(str(part) for part in place if part)
            raise UsageError(f"no finding at {where}; factcheck --format concise lists them")
        for finding in found:
            row = accepted_row(finding, result.stories[finding.document].document, arguments.reason)
            if row["fingerprint"] not in known:
                known.add(row["fingerprint"])
                new.append(row)
    with path.open("a", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in new)
    terminal.say(f"{path}: {count(len(new), 'finding')} accepted")
    return 2 if stories.failed else 0


def _place(word: str) -> tuple[str, int, int]:
    """Path, line and column (0 where none is named) of a finding as the concise report names it."""
    match = _PLACE.fullmatch(word)
    if not match:
        raise UsageError(f"{word!r} names no finding; write path:line or path:line:column")
    return match["path"], int(match["line"]), int(match["column"] or 0)


def _found(result: Result, path: str, line: int, column: int) -> list[Finding]:
    found = []
    for finding in result.findings:
        place = result.place(finding.document, finding.span)
        if place and place.path == path and place.line == line and column in (0, place.column):
            found.append(finding)
    return found
