"""factcheck: a linter for facts in prose.

    import datetime, factcheck
    for finding in factcheck.check("They met on February 30, 2019.", published=datetime.date(2019, 3, 6)):
        print(finding.severity, finding.rule, finding.message)

The engine and the types are imported when first asked for, so that `factcheck.dates` alone stays light.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.engine import Checker
    from factcheck.model import Analysis, Claim, Document, Finding

__all__ = ["Analysis", "Checker", "Claim", "Document", "Finding", "check"]
__version__ = "0.1.0"


def check(text: str, *, title: str = "", published: datetime.date | None = None) -> tuple[Finding, ...]:
    """All findings in one story, by the shipped rules and known facts, in text order."""
    from factcheck.engine import Checker
    from factcheck.model import Document

    return Checker().run([Document(id="story", text=text, title=title, published=published)])


def __getattr__(name: str) -> object:
    if name == "Checker":
        from factcheck.engine import Checker

        return Checker
    if name in __all__:
        import factcheck.model

        return getattr(factcheck.model, name)
    raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
