"""Mentions and times to claims: what a story says of whom, and when it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factcheck.claims.acts import act_claims
from factcheck.claims.events import make_event_claims
from factcheck.claims.lives import life_claims
from factcheck.claims.meetings import make_meeting_claims
from factcheck.claims.names import organisation_names
from factcheck.claims.people import people_claims
from factcheck.claims.quantities import quantity_claims
from factcheck.claims.spells import spell_claims
from factcheck.model import Analysis, Claim

ClaimMaker = Callable[[Analysis], Iterable[Claim]]

CLAIM_MAKERS: tuple[ClaimMaker, ...] = (
    people_claims,
    organisation_names,
    act_claims,
    make_event_claims,
    make_meeting_claims,
    quantity_claims,
    life_claims,
    spell_claims,
)
"""One function for each family of claims; their order is the order of the claims."""


def make_claims(analysis: Analysis) -> tuple[Claim, ...]:
    """All claims of one document, each family in text order."""
    return tuple(claim for make in CLAIM_MAKERS for claim in make(analysis))
