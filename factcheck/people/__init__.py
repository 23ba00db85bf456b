"""Sentences to mentions of people, roles and organisations, and who is who within a story."""

from __future__ import annotations

from factcheck.model import Document, Layout, People


def find_people(document: Document, layout: Layout, title_layout: Layout) -> People:
    """The people, roles and organisations that a story names."""
    return People()
