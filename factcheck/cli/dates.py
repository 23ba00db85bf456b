"""`factcheck dates PATH ...`: the time expressions of each story as written, as read, and how they were read."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.cli.stories import Stories
from factcheck.cli.terminal import Terminal
from factcheck.engine import Checker
from factcheck.model import Analysis
from factcheck.read.places import find_place


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the times of each story; 2 where a story could not be used."""
    stories = Stories(arguments.paths, terminal, arguments)
    analyses = stories.analysed(Checker(today=arguments.today))
    match arguments.format:
        case "jsonl":
            terminal.write(json.dumps(times_json(analysis)) + "\n" for analysis in analyses)
        case "json":
            terminal.write([json.dumps([times_json(analysis) for analysis in analyses], indent=2) + "\n"])
        case "timeml":
            terminal.write(_timeml(analyses))
        case _:
            terminal.write(_tables(analyses, arguments, terminal))
    return 2 if stories.failed else 0


def times_json(analysis: Analysis) -> dict[str, Any]:
    """The times of one story's text, and of its title if it has one, with the date they were read against."""
    by_field: dict[str, list[dict[str, Any]]] = {"text": [], "title": []}
    for time in analysis.times:
        start, end, field = time.span
        by_field[field].append(
            {"start": start, "end": end, "text": time.text, "type": time.type, "value": time.value}
            | ({"mod": time.mod} if time.mod else {})
        )
    date = analysis.dateline.date if analysis.dateline else None
    table = {"id": analysis.document.id, "dct": date.isoformat() if date else None, "timexes": by_field["text"]}
    return table | ({"title_timexes": by_field["title"]} if by_field["title"] else {})


def _tables(analyses: Iterable[Analysis], arguments: argparse.Namespace, terminal: Terminal) -> Iterator[str]:
    from factcheck.report.table import times_table

    look = terminal.look(arguments.color, arguments.width)
    for analysis in analyses:
        yield times_table(analysis, find_place, look)


def _timeml(analyses: Iterable[Analysis]) -> Iterator[str]:
    """One XML document a story."""
    from factcheck.dates.timeml import to_timeml

    for analysis in analyses:
        times = [time for time in analysis.times if time.span.field == "text"]
        yield to_timeml(analysis.document.text, times, analysis.dateline.date if analysis.dateline else None)
