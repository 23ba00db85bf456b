"""The checks: one module a kind, one function each, named here in one explicit table.

A check of one document takes `(analysis, rule)`; a check of the claims under one key takes
`(claims, rule)`, claims of one key kind only. Both yield findings and change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from factcheck.model import Analysis, Claim, Finding, Rule

DocumentCheck = Callable[[Analysis, Rule], Iterable[Finding]]
KeyCheck = Callable[[Sequence[Claim], Rule], Iterable[Finding]]

DOCUMENT_CHECKS: dict[str, DocumentCheck] = {}
"""Name in a rule's `check` to the function that looks at one document."""

KEY_CHECKS: dict[str, tuple[str, KeyCheck]] = {}
"""Name in a rule's `check` to the kind of key it works under ("person", "name", "office",
"event", "count", ...) and the function that looks at the claims under one such key."""
