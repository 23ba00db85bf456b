"""Why each rule that could look at a line of a story said nothing there, as far as a run can tell."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.checks import DOCUMENT_CHECKS, KEY_CHECKS
from factcheck.engine import Checker
from factcheck.model import Analysis, Claim, Dateline, Finding, Rule
from factcheck.rules import FOLDER, load_rules

NEED_A_DATE = frozenset(
    (
        *("past_tense_future_date", "future_tense_past_date", "relative_day_mismatch", "new_year_slip"),
        *("age_mismatch", "anniversary_mismatch"),
    )
)
"""Checks that weigh a line against the story's own date."""

WHOLE_STORY = frozenset(
    ("missing_dateline", "disagreeing_datelines", "stale_page_date", "future_dateline", "unsupported_language")
)
"""Checks that speak of a story, once, and of no line."""


class Line(NamedTuple):
    """A line of a story: its analysis, and what of it stands on the line."""

    analysis: Analysis
    digits: bool
    times: bool
    claims: tuple[Claim, ...]
    in_furniture: bool
    speaking: tuple[Finding, ...]


def unsaid(
    line: Line, checker: Checker, claims: Sequence[Claim], hushed: Iterable[Finding], arguments: argparse.Namespace
) -> Iterator[str]:
    """Rows of rules with the reason why they are silent. `claims` are those of all stories read, `hushed` the
    findings of the line that settings or a list of accepted ones took away."""
    reasons: dict[str, list[str]] = {}
    for finding in hushed:
        reason = f"spoke, and is kept quiet by settings, a comment, a baseline or accepted findings: {finding.message}"
        reasons.setdefault(reason, []).append(finding.rule)
    told = {finding.rule for finding in (*line.speaking, *hushed)}
    on = {rule.code for rule in checker.rules}
    for rule in load_rules((FOLDER, *map(Path, arguments.rules))):
        if rule.code not in told:
            reason = "off: not selected, or ignored" if rule.code not in on else _reason(rule, line, claims)
            reasons.setdefault(reason, []).append(rule.code)
    for reason, codes in reasons.items():
        yield f"{' '.join(codes)} silent: {reason}"


def _reason(rule: Rule, line: Line, claims: Sequence[Claim]) -> str:
    """Why a rule that is on did not speak."""
    if rule.check in WHOLE_STORY:
        return "speaks of the story, not of a line"
    if line.in_furniture:
        return "page furniture is not checked"
    if line.analysis.language not in ("en", ""):
        return f"cannot read {line.analysis.language!r}"
    if not _has_date(line.analysis.dateline) and rule.check in NEED_A_DATE:
        return "the story has no date (--published gives one)"
    before = _gave_way(rule, line)
    if before:
        return before
    if rule.check in KEY_CHECKS:
        return _of_claims(rule, line, claims)
    if rule.code.startswith("DAT") and not line.times:
        return "no date or time was read on the line"
    if rule.code.startswith("NUM") and not line.digits:
        return "no figures stand on the line"
    return "looked, and found nothing to say"


def _has_date(dateline: Dateline | None) -> bool:
    return dateline is not None and (dateline.date is not None or dateline.interval is not None)


def _gave_way(rule: Rule, line: Line) -> str:
    """The rule that spoke first where this one saw the same slip; "" where it saw none."""
    if rule.check not in DOCUMENT_CHECKS or not line.speaking:
        return ""
    for finding in DOCUMENT_CHECKS[rule.check](line.analysis, rule):
        for other in line.speaking:
            span, first = finding.span, other.span
            if span.field == first.field and span.start < first.end and first.start < span.end:
                return f"{other.rule} speaks of the same words"
    return ""


def _of_claims(rule: Rule, line: Line, claims: Sequence[Claim]) -> str:
    """What a rule on claims under one key had to compare."""
    kind, *_ = KEY_CHECKS[rule.check]
    keys = {key for claim in line.claims for key in claim.keys if key.startswith(f"{kind}:")}
    if not keys:
        return f"no claim on the line under a key of kind “{kind}”"
    here = set(line.claims)
    partners = sum(1 for claim in claims if claim not in here and not keys.isdisjoint(claim.keys))
    if not partners:
        return f"no other claim under {', '.join(sorted(keys)[:2])}; known facts apart, there is nothing to compare"
    return f"compared with {partners:,} other {'claim' if partners == 1 else 'claims'}; nothing contradicts"
