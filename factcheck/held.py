"""Roles as held: is it held now, is it a known office, do its days fit.

What the checks of offices and the inference of dates share; claims and roles in, answers out.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from factcheck import places
from factcheck.model import Claim, Interval, Role

SLACK = datetime.timedelta(7)
"""Sources differ by some days on when a term began: election, appointment, oath."""

OF_BODIES = frozenset(
    ("president", "vice president", "director", "chairman", "head", "governor", "minister", "chief of staff")
)
"""Titles that say nothing without the body they are of."""

COURTESY = frozenset(
    ("senator", "governor", "ambassador", "general", "justice", "judge", "secretary", "representative", "mayor")
)
"""Titles that people keep when they have left the office."""


def is_now(claim: Claim) -> bool:
    """Is this a role that a story gives to somebody as held at its own time?"""
    return (
        claim.attribute == "role"
        and claim.grade == "story"
        and claim.stance in ("asserted", "quoted")
        and isinstance(claim.value, Role)
        and not claim.value.when
        and (claim.certain is not None or claim.dated is None)
    )


def terms_in(claims: Iterable[Claim]) -> list[Claim]:
    """The known terms among claims."""
    return [claim for claim in claims if claim.attribute == "role" and claim.grade != "story"]


def same_office(role: object, known: object) -> bool:
    """Is a role of a story the office of a known term? A place that the story leaves out fits any."""
    if not isinstance(role, Role) or not isinstance(known, Role) or role.title != known.title:
        return False
    same_place = role.place == known.place or not role.place or places.within(known.place) == role.place
    same_body = role.organisation == known.organisation or (not role.organisation and known.title not in OF_BODIES)
    near = role.organisation.partition("-")[0] == known.organisation.partition("-")[0] != ""
    return same_place and (same_body or near)


def widened(interval: Interval) -> Interval:
    """The interval with the slack at both ends."""
    start, end = interval
    return Interval(
        start - SLACK if start and start > datetime.date.min + SLACK else None,
        end + SLACK if end and end < datetime.date.max - SLACK else None,
    )


def covers(term: Interval, day: Interval) -> bool:
    """Does an interval hold all these days, the slack in from both its ends?"""
    if not (term.start and term.end and day.start and day.end) or term.end - term.start < 2 * SLACK:
        return False
    return term.start + SLACK <= day.start and day.end <= term.end - SLACK


def spoken(day: datetime.date | None) -> str:
    """A day in words: "March 5, 2014"."""
    return f"{day:%B} {day.day}, {day.year}" if day else "an unknown date"
