"""Sentences to mentions of people, roles and organisations, and who is who within a story."""

from __future__ import annotations

from factcheck.model import Document, Layout, People
from factcheck.people.find import find_in
from factcheck.people.fold import person_slug
from factcheck.people.link import link
from factcheck.people.offices import may_be_known, office_key, relation, single_holder
from factcheck.people.wording import read_role

__all__ = ["find_people", "may_be_known", "office_key", "person_slug", "read_role", "relation", "single_holder"]


def find_people(document: Document, layout: Layout, title_layout: Layout) -> People:
    """The people, roles and organisations that a story names."""
    found, organisations = find_in(document.text, layout, "text")
    if document.title:
        in_title, more = find_in(document.title, title_layout, "title")
        found += in_title
        organisations += more
    return link(found, organisations, document)
