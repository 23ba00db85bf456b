"""`factcheck try RULE.toml PATH ...`: what a draft of a rule says of real stories before it goes live."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from factcheck.cli.arguments import UsageError
from factcheck.cli.check import check_stories, report, say_elapsed
from factcheck.cli.stories import Stories
from factcheck.cli.terminal import Terminal
from factcheck.engine import Checker
from factcheck.report.spoken import count
from factcheck.rules import load_rules


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Report the one rule's findings, and on how many stories it spoke; 2 where a story could not be used."""
    started = time.perf_counter()
    path = Path(arguments.rule)
    if not path.is_file():
        raise UsageError(f"{path}: no such rule file")
    (rule,) = load_rules((path,))
    stories = Stories(arguments.paths, terminal, arguments)
    result = check_stories(Checker([rule.code], today=arguments.today, rule_folders=(path,)), stories, None)
    result = result._replace(findings=tuple(finding for finding in result.findings if finding.rule == rule.code))
    terminal.write(report(result, arguments, terminal))
    if not arguments.quiet:
        stories_hit = f"{len(result.by_story())} of {count(len(result.stories), 'story', 'stories')}"
        terminal.say(f"{rule.code} speaks on {stories_hit}: {count(len(result.findings), 'finding')}")
        say_elapsed(result, started, terminal)
    return 2 if stories.failed else 0
