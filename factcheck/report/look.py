"""How a report looks: its width, colours and signs; and rich, set up to draw into a string."""

from __future__ import annotations

from io import StringIO
from typing import NamedTuple

from rich.console import Console, RenderableType
from rich.text import Text

COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
"""From the terminal's own sixteen, so that a report follows its reader's theme."""


class Signs(NamedTuple):
    """The characters that a report draws with."""

    error: str
    warning: str
    info: str
    under: str
    other: str
    bar: str
    rule: str
    arrow: str
    dot: str
    tick: str


UNICODE = Signs("✖", "▲", "●", "▔", "▔", "│", "─", "→", "·", "✔")
ASCII = Signs("x", "!", "i", "^", "~", "|", "-", "->", "-", "ok")


class Look(NamedTuple):
    """Width in cells, whether to colour, whether the terminal shows more than ASCII."""

    width: int = 100
    colour: bool = False
    unicode: bool = True

    @property
    def signs(self) -> Signs:
        return UNICODE if self.unicode else ASCII


def draw(parts: list[RenderableType], look: Look) -> str:
    """What rich draws for the parts, one under the other, without trailing blanks."""
    console = Console(
        file=StringIO(),
        width=look.width,
        force_terminal=look.colour,
        color_system="standard" if look.colour else None,
        no_color=not look.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        safe_box=True,
        _environ={},
    )
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    return "".join(line.rstrip() + "\n" for line in captured.get().split("\n")[:-1])


def joined(*parts: str | tuple[str, str] | Text) -> Text:
    """Words on one line, each with its style if it has one."""
    return Text.assemble(*(part for part in parts if part), no_wrap=False)
