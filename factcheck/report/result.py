"""What a report is made from: the stories that were read, what was found, and where each place stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from factcheck.model import SEVERITIES, Claim, Dateline, Document, Finding, Place, Span, TimeExpression

Roles = Mapping[tuple[str, str, Span], tuple[Claim, ...]]
"""Claims of office by the rule, document and span of a finding."""


class Story(NamedTuple):
    """One story that was read: its document, the date believed of it, its times where the report draws them."""

    document: Document
    dateline: Dateline | None = None
    times: tuple[TimeExpression, ...] = ()


class Result(NamedTuple):
    """The outcome of a run.

    `stories` were checked, by id in the order they were read; `background` were compared with.
    `findings` stand in that order too, each story's by position. `find_place` gives the place
    of a span in its source file. `roles` are the claims of office of everybody whom a finding is
    about, known facts among them; only where the report draws them. `words` counts those of all stories.
    """

    stories: Mapping[str, Story]
    background: Mapping[str, Story]
    findings: tuple[Finding, ...]
    find_place: Callable[[Document, Span], Place]
    roles: Roles = MappingProxyType({})
    words: int = 0

    def story(self, document: str) -> Story | None:
        """The story of an id; None where the id names a file of known facts."""
        return self.stories.get(document) or self.background.get(document)

    def place(self, document: str, span: Span) -> Place | None:
        """Where a span of a story stands in its source; None for a file of known facts."""
        story = self.story(document)
        return self.find_place(story.document, span) if story else None

    def by_story(self) -> dict[str, list[Finding]]:
        """The findings of each story that has any, stories in reading order."""
        groups: dict[str, list[Finding]] = {}
        for finding in self.findings:
            groups.setdefault(finding.document, []).append(finding)
        return groups

    def by_severity(self) -> dict[str, list[Finding]]:
        """The findings of each severity, gravest first; a severity without findings has an empty list."""
        groups: dict[str, list[Finding]] = {severity: [] for severity in reversed(SEVERITIES)}
        for finding in self.findings:
            groups[finding.severity].append(finding)
        return groups
