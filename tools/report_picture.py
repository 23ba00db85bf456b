"""Draw the picture of a report that the README shows: `factcheck seeds/` as SVG.

python tools/report_picture.py [--out docs/report.svg] [PATH ...]
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

WIDTH = 96


def report(paths: list[str]) -> str:
    """The report as a colour terminal gets it."""
    command = [sys.executable, "-m", "factcheck", *paths, "--color", "always", "--width", str(WIDTH)]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)
    if done.returncode == 2:
        raise SystemExit(done.stderr)
    return done.stdout


def draw(words: str, title: str) -> str:
    """Lines with colour codes as SVG in the machine's own monospaced font, so that no font is fetched."""
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True, highlight=False)
    for line in words.splitlines():
        console.print(Text.from_ansi(line))
    svg = console.export_svg(title=title, theme=DIMMED_MONOKAI, unique_id="factcheck")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL).replace(
        "Fira Code", "ui-monospace, Menlo, Consolas"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=["seeds"])
    parser.add_argument("--out", type=Path, default=Path("docs/report.svg"))
    arguments = parser.parse_args()
    title = f"factcheck {' '.join(arguments.paths)}"
    arguments.out.write_text(draw(report(arguments.paths), title), encoding="utf-8")


if __name__ == "__main__":
    main()
