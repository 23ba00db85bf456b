"""One line that tells how far a run has come: a bar, the part done, stories, and the time that is left."""

from __future__ import annotations

from rich.progress_bar import ProgressBar

from factcheck.report.look import Look, draw
from factcheck.report.spoken import count

BAR = 24
"""Cells of the bar; less where the line is short."""


def progress_line(done: int, total: int, stories: int, seconds: float, look: Look) -> str:
    """The line, without a line end. `done` of `total` is in whatever measure; without a total there is no bar."""
    told = count(stories, "story", "stories")
    if not total:
        return f"{told}, {_spoken(seconds)}"
    part = min(done / total, 0.99)
    left = f", {_spoken(seconds / part - seconds)} left" if part > 0.02 else ""
    words = f"{part:4.0%}  {told}{left}"
    cells = min(BAR, look.width - len(words) - 2)
    if cells < 5:
        return words[: look.width - 1]
    bar = draw([ProgressBar(total=1, completed=part, width=cells), ""], look._replace(width=cells)).rstrip("\n")
    shown = bar if look.unicode else bar.translate(_PLAIN)
    return f"{shown:<{cells}} {words}"


_PLAIN = str.maketrans("━╸╺", "---")


def _spoken(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"
