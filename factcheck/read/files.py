"""Paths to files: folders gone through in order, whatever is no readable file named as a problem."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

from factcheck.model import Problem
from factcheck.read.source import Source

_ABOUT_THE_FOLDER = ("readme", "license", "licence", "changelog", "contributing", "code_of_conduct", "security")
"""Files that speak of their folder; no stories."""

_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def find_files(path: str, endings: Collection[str]) -> Iterator[Source | Problem]:
    """The files under a path: itself, or those in a folder and below that have a known ending, sorted.

    Names as given ("seeds" gives "seeds/a.txt"). Hidden files and folders are passed by, and so are READMEs and
    licences. Links to folders are followed unless they lead back.
    """
    try:
        status = Path(path).stat()
    except (OSError, ValueError) as error:
        yield _missing(path, error)
        return
    if not stat.S_ISDIR(status.st_mode):
        kind = next((name for test, name in _KINDS if test(status.st_mode)), "")
        yield Problem(path, f"{kind}, not a file; pipe the text in and give - as the path") if kind else Source(path)
        return
    any_found = False
    for found in _walk(path, frozenset(), tuple(endings)):
        any_found = True
        yield found
    if not any_found:
        yield Problem(path, f"no stories in this folder; files ending in {', '.join(endings)} are read")


def _missing(path: str, error: OSError | ValueError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem(path, "no such file or folder")
    if isinstance(error, OSError) and error.strerror:
        return Problem(path, f"cannot be read: {error.strerror}")
    return Problem(path, f"cannot be read: {error}")


def _walk(folder: str, above: frozenset[tuple[int, int]], endings: tuple[str, ...]) -> Iterator[Source | Problem]:
    """Stories in a folder and below; `above` are the folders on the way here, so that a link loop ends."""
    try:
        status = Path(folder).stat()
        here = (status.st_dev, status.st_ino)
        if here in above:
            yield Problem(folder, "a link that leads back to a folder above it; passed by", fatal=False)
            return
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield _missing(folder, error)
        return
    for entry in found:
        name = entry.name
        if name.startswith("."):
            continue
        path = f"{folder.rstrip('/')}/{name}" if folder != "/" else f"/{name}"
        is_named_so = name.lower().endswith(endings)
        try:
            if entry.is_dir():
                yield from _walk(path, above | {here}, endings)
            elif is_named_so and name.lower().split(".")[0] not in _ABOUT_THE_FOLDER:
                if entry.is_file() or stat.S_ISREG(entry.stat().st_mode):
                    yield Source(path, walked=True)
                else:
                    yield Problem(path, "not a file; passed by", fatal=False)
        except OSError as error:
            if is_named_so:
                yield _missing(path, error)
