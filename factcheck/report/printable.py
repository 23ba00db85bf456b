"""Text of a story made safe to print: what steers a terminal or turns the direction of a line is shown, not sent.

Every character is replaced by exactly one, so that marks under a line stay where they belong.
"""

from __future__ import annotations

import re

_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters, escape among them
    "\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb"  # turns of direction, odd line ends
    "\ud800-\udfff"  # half a pair, which no encoding can write
    "\U000e0000-\U000e007f]"  # tags
)


def printable(text: str) -> str:
    """The text on one line, of the same length: white space becomes spaces, other steering characters a sign."""
    return _STEERING.sub(_sign, text)


def _sign(match: re.Match[str]) -> str:
    char = match[0]
    if char in "\t\n\r\v\f\x85\u2028\u2029":
        return " "
    if char == "\x7f":
        return "\u2421"
    return chr(0x2400 + ord(char)) if ord(char) < 0x20 else "\ufffd"
