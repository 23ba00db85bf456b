"""The checks: one module a kind, one function each, named here in one explicit table.

A check of one document takes `(analysis, rule)`; a check of the claims under one key takes
`(claims, rule)`, claims of one key kind only. Both yield findings and change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from factcheck.checks import custom
from factcheck.checks.arithmetic import age_mismatch, anniversary_mismatch, duration_mismatch
from factcheck.checks.bodies import role_wording
from factcheck.checks.calendar import impossible_date
from factcheck.checks.changes import change_mismatch
from factcheck.checks.conversions import conversion_mismatch
from factcheck.checks.datelines import find_disagreeing, find_future, find_missing, find_unsupported_language
from factcheck.checks.deaths import compare_deaths, find_dead_actors
from factcheck.checks.eras import era_mismatch
from factcheck.checks.events import event_date_conflict
from factcheck.checks.fullnames import compare_names
from factcheck.checks.implausible import implausible_year
from factcheck.checks.introductions import find_unintroduced
from factcheck.checks.names import find_variants
from factcheck.checks.numbers import magnitude_conflict, number_conflict
from factcheck.checks.offices import role_conflict, two_holders
from factcheck.checks.order import sequence_conflict
from factcheck.checks.ordinals import ordinal_suffix
from factcheck.checks.pronouns import compare_sexes, find_mixed_signs
from factcheck.checks.ranges import reversed_range
from factcheck.checks.relative import relative_day_mismatch
from factcheck.checks.stale import stale_page_date
from factcheck.checks.sums import sum_mismatch
from factcheck.checks.tense import future_tense_past_date, new_year_slip, past_tense_future_date
from factcheck.checks.terms import role_anachronism
from factcheck.checks.weekdays import weekday_mismatch
from factcheck.checks.written import ambiguous_numeric_date, month_misspelt
from factcheck.model import Analysis, Claim, Finding, Rule

DocumentCheck = Callable[[Analysis, Rule], Iterable[Finding]]
KeyCheck = Callable[[Sequence[Claim], Rule], Iterable[Finding]]

DOCUMENT_CHECKS: dict[str, DocumentCheck] = {
    "missing_dateline": find_missing,
    "disagreeing_datelines": find_disagreeing,
    "future_dateline": find_future,
    "unsupported_language": find_unsupported_language,
    "term": custom.term,
    "house_name": custom.house_name,
    "house_role": custom.house_role,
    "event_date": custom.event_date,
    "figure": custom.figure,
    "date_order": custom.date_order,
    "sum_parts": custom.sum_parts,
    "change_mismatch": change_mismatch,
    "conversion_mismatch": conversion_mismatch,
    "magnitude_conflict": magnitude_conflict,
    "number_conflict": number_conflict,
    "ordinal_suffix": ordinal_suffix,
    "sum_mismatch": sum_mismatch,
    "ambiguous_numeric_date": ambiguous_numeric_date,
    "era_mismatch": era_mismatch,
    "future_tense_past_date": future_tense_past_date,
    "implausible_year": implausible_year,
    "impossible_date": impossible_date,
    "month_misspelt": month_misspelt,
    "new_year_slip": new_year_slip,
    "past_tense_future_date": past_tense_future_date,
    "relative_day_mismatch": relative_day_mismatch,
    "stale_page_date": stale_page_date,
    "reversed_range": reversed_range,
    "sequence_conflict": sequence_conflict,
    "weekday_mismatch": weekday_mismatch,
    "name_variants": find_variants,
    "unintroduced_surname": find_unintroduced,
    "dead_actors": find_dead_actors,
    "mixed_signs": find_mixed_signs,
}
"""Name in a rule's `check` to the function that looks at one document."""

KEY_CHECKS: dict[str, tuple[str, tuple[str, ...], KeyCheck]] = {
    "age_mismatch": ("person", ("age",), age_mismatch),
    "anniversary_mismatch": ("spell", ("anniversary",), anniversary_mismatch),
    "duration_mismatch": ("spell", ("duration",), duration_mismatch),
    "name_variants": ("name", ("name",), compare_names),
    "mixed_signs": ("person", ("sex",), compare_sexes),
    "dead_actors": ("person", ("date",), compare_deaths),
    "role_conflict": ("person", ("role",), role_conflict),
    "role_wording": ("person", ("role",), role_wording),
    "role_anachronism": ("person", ("role",), role_anachronism),
    "two_holders": ("office", ("role",), two_holders),
    "event_date_conflict": ("event", ("date", "began", "ended"), event_date_conflict),
}
"""Name in a rule's `check` to the kind of key it works under ("person", "name", "office", "event", "count", ...),

the attributes of the claims that it may find fault with, and the function that looks at the claims under one such key
(a "name" claim is no part of any but "name")."""
