"""Claims and findings to JSON-ready dicts and back; knows the model and nothing of files or formats.

A claim's value says by its shape what it is: a table with `title` is a role, one with `low`
a quantity, a list an interval, anything else text. Days are ISO strings, an open end is null.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping
from typing import Any

from factcheck.model import Claim, Day, Finding, Fix, Interval, Quantity, Related, Role, Span

Json = dict[str, Any]


def claim_to_json(claim: Claim) -> Json:
    """A claim as a dict of JSON values, its span as start, end and field."""
    return {
        "document": claim.document,
        "entity": claim.entity,
        "name": claim.name,
        "attribute": claim.attribute,
        "value": value_to_json(claim.value),
        "possible": interval_to_json(claim.possible),
        "certain": interval_to_json(claim.certain) if claim.certain else None,
        "start": claim.span.start,
        "end": claim.span.end,
        "field": claim.span.field,
        "text": claim.text,
        "stance": claim.stance,
        "keys": list(claim.keys),
        "sentence": claim.sentence,
        "dated": claim.dated.isoformat() if claim.dated else None,
        "grade": claim.grade,
        "source": claim.source,
    }


def claim_from_json(table: Mapping[str, Any]) -> Claim:
    """The claim that a dict of `claim_to_json` gives. Raises KeyError, TypeError or ValueError for another dict."""
    certain, dated = table["certain"], table.get("dated")
    return Claim(
        table["document"],
        table["entity"],
        table["name"],
        tuple(table["keys"]),
        table["attribute"],
        value_from_json(table["value"]),
        interval_from_json(table["possible"]),
        interval_from_json(certain) if certain else None,
        span_from_json(table),
        table["text"],
        table["stance"],
        table.get("sentence", ""),
        _day(dated),
        table.get("grade", "story"),
        table.get("source", ""),
    )


def finding_to_json(finding: Finding) -> Json:
    """A finding as a dict of JSON values; places are positions in the documents' texts."""
    return {
        "document": finding.document,
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        **span_to_json(finding.span),
        "message": finding.message,
        "fixes": [{**span_to_json(fix.span), "text": fix.text} for fix in finding.fixes],
        "related": [
            {"document": side.document, **span_to_json(side.span), "text": side.text, "note": side.note}
            for side in finding.related
        ],
    }


def finding_from_json(table: Mapping[str, Any]) -> Finding:
    """The finding that a dict of `finding_to_json` gives. Raises KeyError or TypeError for another dict."""
    return Finding(
        table["rule"],
        table["name"],
        table["severity"],
        table["document"],
        span_from_json(table),
        table["message"],
        tuple(Fix(span_from_json(fix), fix["text"]) for fix in table["fixes"]),
        tuple(
            Related(side["document"], span_from_json(side), side["note"], side.get("text", ""))
            for side in table["related"]
        ),
    )


def value_to_json(value: Role | Quantity | Interval | str) -> Json | list[str | None] | str:
    """A claim's value: a table for a role or a quantity, a pair for an interval, else text."""
    match value:
        case Role():
            return value._asdict()
        case Quantity():
            return {**value._asdict(), "low": _finite(value.low), "high": _finite(value.high)}
        case Interval():
            return interval_to_json(value)
    return value


def value_from_json(value: Mapping[str, Any] | list[str | None] | str) -> Role | Quantity | Interval | str:
    """The value that `value_to_json` gives."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return interval_from_json(value)
    if "title" in value:
        return Role(**value)
    low, high = value["low"], value["high"]
    bounds = {"low": -math.inf if low is None else low, "high": math.inf if high is None else high}
    return Quantity(**{**value, **bounds})


def interval_to_json(interval: Interval) -> list[str | None]:
    """First day and the day after the last; null for an open end."""
    return [day.isoformat() if day else None for day in interval]


def interval_from_json(pair: list[str | None]) -> Interval:
    """The interval of two ISO days or nulls. Raises ValueError for what is no day."""
    start, end = pair
    return Interval(_day(start), _day(end))


def span_to_json(span: Span) -> Json:
    """A span as field, start and end."""
    return {"field": span.field, "start": span.start, "end": span.end}


def span_from_json(table: Mapping[str, Any]) -> Span:
    """The span of a dict with start and end, and field unless it is the text."""
    return Span(table["start"], table["end"], table.get("field", "text"))


def _day(text: str | None) -> Day | None:
    return datetime.date.fromisoformat(text) if text else None


def _finite(number: float) -> float | None:
    return number if math.isfinite(number) else None
