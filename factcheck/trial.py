"""A draft rule tried on real stories before it goes live: what it would say, and on how many of them.

A leaf above the engine; the command line and nobody else imports it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from factcheck.engine import Checker
from factcheck.model import Document, Finding, Rule
from factcheck.rules import load_rules


class Trial(NamedTuple):
    """What one rule said: its findings in the order of the stories, how many were read, and on how many it spoke."""

    rule: Rule
    findings: tuple[Finding, ...]
    stories: int
    hit: int


def try_rule(path: Path, documents: Iterable[Document], today: datetime.date | None = None) -> Trial:
    """What the one rule of a file says of some stories, alone and between them.

    Raises RuleError for a broken rule file, and for a code that a shipped rule has.
    """
    rule = load_rules((path,))[0]
    checker = Checker(select=(rule.code,), today=today, rule_folders=(path,))
    read = list(documents)
    findings = tuple(finding for finding in checker.run(read) if finding.rule == rule.code)
    return Trial(rule, findings, len(read), len({finding.document for finding in findings}))
