"""`factcheck claims PATH ...`: what each story says of whom, and for which days it holds."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator

from factcheck.cli.stories import Stories, make_checker
from factcheck.cli.terminal import Terminal
from factcheck.jsonform import claim_to_json
from factcheck.model import Analysis
from factcheck.read.places import find_place


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Print the claims of each story; 2 where a story could not be used."""
    stories = Stories(arguments.paths, terminal, arguments)
    analyses = stories.analysed(make_checker(arguments))
    tables = (claim_to_json(claim) for analysis in analyses for claim in analysis.claims)
    match arguments.format:
        case "jsonl":
            terminal.write(json.dumps(table) + "\n" for table in tables)
        case "json":
            terminal.write([json.dumps(list(tables), indent=2) + "\n"])
        case _:
            terminal.write(_tables(analyses, arguments, terminal))
    return 2 if stories.failed else 0


def _tables(analyses: Iterable[Analysis], arguments: argparse.Namespace, terminal: Terminal) -> Iterator[str]:
    from factcheck.report.table import claims_table

    look = terminal.look(arguments.color, arguments.width)
    for analysis in analyses:
        yield claims_table(analysis, find_place, look)
