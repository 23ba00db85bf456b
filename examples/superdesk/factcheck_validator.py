"""Show factcheck's findings when an item is validated in Superdesk, that is on publish and on the desk's check.

Put this module beside your Superdesk app and name it in INSTALLED_APPS of `settings.py`:

    INSTALLED_APPS = [..., "factcheck_validator"]

Superdesk calls `init_app` and then, by the signal `item_validate`, `validate` for each item. What the handler
puts into `response` stops publishing; warnings go to `error_fields` alone and are shown in the field.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, MutableMapping
from functools import cache
from typing import Any

from factcheck import Checker, Document
from factcheck.model import Origin
from factcheck.read.webpage import make_page

STOPS = ("error",)


@cache
def _checker() -> Checker:
    return Checker()


def make_document(item: Mapping[str, Any]) -> Document:
    """An item as a story: its body as text, its headline, its day of first creation."""
    body = str(item.get("body_html") or "")
    page = make_page("item", body, Origin("item", body))
    created = item.get("firstpublished") or item.get("versioncreated") or item.get("firstcreated")
    if isinstance(created, str):
        created = datetime.datetime.fromisoformat(created)
    day = created.date() if isinstance(created, datetime.datetime) else None
    return Document(str(item.get("guid") or "item"), page.text, str(item.get("headline") or ""), day)


def validate(
    sender: object, item: Mapping[str, Any], response: list[str], error_fields: MutableMapping[str, Any], **_: Any
) -> None:
    """The handler of `item_validate`."""
    document = make_document(item)
    for finding in _checker().run([document]):
        if finding.severity == "info":
            continue
        field = "headline" if finding.span.field == "title" else "body_html"
        message = f"{finding.rule}: “{document.cut(finding.span)}”: {finding.message}"
        error_fields.setdefault(field, []).append(message)
        if finding.severity in STOPS:
            response.append(message)


def init_app(app: object) -> None:
    """Connect the handler; Superdesk calls this for each installed app."""
    from superdesk.signals import item_validate  # at hand in a Superdesk installation only

    item_validate.connect(validate)
