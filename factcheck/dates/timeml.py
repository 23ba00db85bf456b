"""A text and its times to TimeML: the text with TIMEX3 tags around its times, as one well-formed XML document.

Without the tags and with its entities read, the text is what it was, character for character; only a
character that XML cannot hold (a NUL, a lone surrogate) becomes U+FFFD, so that positions stay.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from factcheck.timevalues import TimeExpression

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
IN_ATTRIBUTES = {**ENTITIES, '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}


def to_timeml(text: str, times: Sequence[TimeExpression], published: datetime.date | None = None) -> str:
    """The XML document. `times` are those of this text, in order and without overlaps; `published`, when
    given, is its creation time, t0."""
    written = published.isoformat() if published else ""
    head = (
        f'<DCT><TIMEX3 tid="t0" type="DATE" value="{written}" functionInDocument="CREATION_TIME"/></DCT>'
        if written
        else ""
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>{head}<TEXT>{tag_times(text, times)}</TEXT></TimeML>\n'


def tag_times(text: str, times: Sequence[TimeExpression]) -> str:
    """The text as XML content with one TIMEX3 element around each time."""
    out: list[str] = []
    place = 0
    for number, time in enumerate(times, 1):
        start, end = time.span.start, time.span.end
        out += [_escape(text[place:start]), _open(number, time), _escape(text[start:end]), "</TIMEX3>"]
        place = end
    out.append(_escape(text[place:]))
    return "".join(out)


def _open(number: int, time: TimeExpression) -> str:
    mod = f' mod="{_attribute(time.mod)}"' if time.mod else ""
    return f'<TIMEX3 tid="t{number}" type="{_attribute(time.type)}" value="{_attribute(time.value)}"{mod}>'


def _escape(text: str) -> str:
    return "".join([ENTITIES.get(c, c) for c in FORBIDDEN.sub("\ufffd", text)])


def _attribute(text: str) -> str:
    return "".join([IN_ATTRIBUTES.get(c, c) for c in FORBIDDEN.sub("\ufffd", text)])
