"""`factcheck archive ACTION ... --archive FILE`: keep what stories claim, for new stories to be checked against."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.archive import Archive, ArchiveError, Entry, digest
from factcheck.checks.fullnames import may_be_one
from factcheck.cli.arguments import UsageError, did_you_mean
from factcheck.cli.claims import show_people
from factcheck.cli.stories import Stories, make_checker
from factcheck.cli.terminal import Terminal
from factcheck.engine import version_of
from factcheck.model import Document
from factcheck.report.spoken import count
from factcheck.scale.readings import Reading
from factcheck.spelling import name_blocks

BATCH = 500
"""Stories a transaction: what a kill may cost is a second of work, and syncing the disk costs little."""

ACTIONS = ("add", "stats", "forget", "who", "verify", "compact")


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Do one thing to an archive. Raises UsageError for what cannot be used."""
    if arguments.action not in ACTIONS:
        near = did_you_mean(arguments.action, ACTIONS) or f"; choose from {', '.join(ACTIONS)}"
        raise UsageError(f"no archive action {arguments.action!r}{near}")
    if not arguments.archive:
        raise UsageError(f"archive {arguments.action}: which archive? name it with --archive FILE")
    words = arguments.words
    if arguments.action in ("forget", "who") and not words:
        what = "the id of a story" if arguments.action == "forget" else "a name"
        raise UsageError(f"archive {arguments.action}: name {what}")
    with open_archive(arguments.archive, create=arguments.action == "add") as archive:
        match arguments.action:
            case "add":
                return _add(archive, words, arguments, terminal)
            case "forget":
                return _forget(archive, words, terminal)
            case "who":
                return _who(archive, " ".join(words), arguments, terminal)
            case "verify":
                return _verify(archive, terminal)
            case "compact":
                terminal.write([f"{archive.path}: {_size(archive.compact())}\n"])
            case _:
                _stats(archive, arguments, terminal)
    return 0


@contextmanager
def open_archive(name: str, *, create: bool = False) -> Iterator[Archive]:
    """An archive for as long as it is needed. Raises UsageError where it cannot be used."""
    try:
        with Archive(Path(name), create=create) as archive:
            yield archive
    except ArchiveError as error:
        raise UsageError(str(error)) from None


def _add(archive: Archive, paths: list[str], arguments: argparse.Namespace, terminal: Terminal) -> int:
    checker = make_checker(arguments)
    stories = Stories(paths, terminal, arguments)
    adding = _Adding(archive, version_of(checker), terminal, arguments.verbose)
    entries: list[Entry] = []
    for document, reading in stories.readings(checker, adding.changed(stories)):
        entries.append(adding.entry(document, reading))
        if len(entries) == BATCH:
            adding.write(entries)
            entries = []
    adding.write(entries)
    skipped = f", {stories.skipped:,} not checked" if stories.skipped else ""
    said = ", ".join(f"{number:,} {what}" for what, number in adding.counts.items())
    terminal.write([f"{said}{skipped} in {archive.path}\n"])
    return 2 if stories.failed else 0


class _Adding:
    """Stories on their way into an archive; each is told only when its transaction stands."""

    def __init__(self, archive: Archive, version: str, terminal: Terminal, verbose: bool) -> None:
        self.counts = {"added": 0, "updated": 0, "unchanged": 0}
        self._archive, self._version = archive, version
        self._terminal, self._verbose = terminal, verbose
        self._waiting: dict[str, tuple[str, bytes]] = {}  # by id: what becomes of it, and its digest

    def changed(self, stories: Iterable[Document]) -> Iterator[Document]:
        """The stories that are not there yet as they are now."""
        for document in stories:
            told = digest(document.text, document.title, document.published)
            state = self._archive.state(document.id, told, self._version)
            if state == "unchanged":
                self._tell(document.id, state)
            else:
                self._waiting[document.id] = state, told
                yield document

    def entry(self, document: Document, reading: Reading) -> Entry:
        dated = reading.dateline.date if reading.dateline else None
        return Entry(document.id, self._waiting[document.id][1], self._version, dated, reading.claims)

    def write(self, entries: list[Entry]) -> None:
        """All of them in one transaction."""
        self._archive.add(entries)
        for entry in entries:
            self._tell(entry.id, self._waiting.pop(entry.id)[0])

    def _tell(self, story: str, state: str) -> None:
        self.counts[state] += 1
        if self._verbose:
            self._terminal.write([f"{state} {story}\n"])


def _forget(archive: Archive, names: list[str], terminal: Terminal) -> int:
    missing = [name for name in names if not archive.forget(name)]
    for name in missing:
        terminal.say(f"factcheck: {archive.path}: no story {name}")
    terminal.write([f"{count(len(names) - len(missing), 'story', 'stories')} forgotten in {archive.path}\n"])
    return 2 if missing else 0


def _who(archive: Archive, name: str, arguments: argparse.Namespace, terminal: Terminal) -> int:
    claims = archive.about(name_blocks(name), near=lambda _, other: may_be_one(name, other))
    people = {key for claim in claims for key in claim.keys if key.startswith("person:")}
    show_people(make_checker(arguments), list(archive.about(people)), name, arguments, terminal)
    return 0


def _verify(archive: Archive, terminal: Terminal) -> int:
    wrong = archive.verify()
    terminal.write([*(f"{line}\n" for line in wrong)] or [f"{archive.path}: sound\n"])
    return 2 if wrong else 0


def _stats(archive: Archive, arguments: argparse.Namespace, terminal: Terminal) -> None:
    stats = archive.stats()
    if arguments.format in ("json", "jsonl"):
        terminal.write([json.dumps({**stats._asdict(), "rules": dict(stats.rules)}) + "\n"])
        return
    span = f"{stats.first} to {stats.last}" if stats.first else "none dated"
    lines = [
        f"{archive.path}: {count(stats.stories, 'story', 'stories')}, {span}",
        f"{stats.places:,} places where claims can meet, {_size(stats.size)} on disk",
        *(f"{number:,} read by the rules {version}" for version, number in stats.rules),
    ]
    terminal.write(f"{line}\n" for line in lines)


def _size(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"
