"""`factcheck claims PATH ...`: what each story says of whom, and for which days it holds."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.cli.arguments import UsageError
from factcheck.cli.stories import Stories, make_checker
from factcheck.cli.terminal import Terminal
from factcheck.engine import Checker
from factcheck.jsonform import claim_to_json, interval_to_json
from factcheck.model import Analysis, Claim
from factcheck.read.places import find_place

if TYPE_CHECKING:
    from factcheck.timeline import Entry


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the claims of each story; 2 where a story could not be used."""
    stories = Stories(arguments.paths, terminal, arguments)
    checker = make_checker(arguments)
    analyses = stories.analysed(checker)
    if arguments.who:
        return _timelines(checker, analyses, stories, arguments, terminal)
    tables = (claim_to_json(claim) for analysis in analyses for claim in analysis.claims)
    match arguments.format:
        case "jsonl":
            terminal.write(json.dumps(table) + "\n" for table in tables)
        case "json":
            terminal.write([json.dumps(list(tables), indent=2) + "\n"])
        case _:
            terminal.write(_tables(analyses, arguments, terminal))
    return 2 if stories.failed else 0


def _timelines(
    checker: Checker, analyses: Iterable[Analysis], stories: Stories, arguments: argparse.Namespace, terminal: Terminal
) -> int:
    claims = [claim for analysis in analyses for claim in analysis.claims]
    show_people(checker, claims, arguments.who, arguments, terminal)
    return 2 if stories.failed else 0


def show_people(
    checker: Checker, claims: list[Claim], who: str, arguments: argparse.Namespace, terminal: Terminal
) -> None:
    """Print what claims and the known facts say of everybody that a name may mean, oldest first.

    Raises UsageError where the claims name nobody so.
    """
    from factcheck.timeline import find_people, timeline

    findings = checker.compare(claims)
    keys = find_people(claims, who)
    if not keys:
        raise UsageError(f"nobody called {who!r} is named with a full name in these stories")
    pieces = []
    for key in keys:
        said = [claim for claim in claims if key in claim.keys]
        entries = timeline([*said, *(checker.facts.about([key]) if checker.facts else ())], findings)
        pieces.append((said[0].name, entries))
    if arguments.format == "text":
        from factcheck.report.table import timeline_table

        look = terminal.look(arguments.color, arguments.width)
        terminal.write(timeline_table(name, [tuple(entry) for entry in entries], look) for name, entries in pieces)
    else:
        rows = [_entry_json(name, entry) for name, entries in pieces for entry in entries]
        lines = (json.dumps(row) + "\n" for row in rows)
        terminal.write(lines if arguments.format == "jsonl" else [json.dumps(rows, indent=2) + "\n"])


def _entry_json(name: str, entry: Entry) -> dict[str, object]:
    return {**entry._asdict(), "person": name, "days": interval_to_json(entry.days)}


def _tables(analyses: Iterable[Analysis], arguments: argparse.Namespace, terminal: Terminal) -> Iterator[str]:
    from factcheck.report.table import claims_table

    look = terminal.look(arguments.color, arguments.width)
    for analysis in analyses:
        yield claims_table(analysis, find_place, look)
