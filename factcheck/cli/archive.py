"""`factcheck archive ACTION ... --archive FILE`: keep what stories claim, for new stories to be checked against."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.archive import Archive, ArchiveError, Entry, digest
from factcheck.cli.arguments import UsageError, did_you_mean
from factcheck.cli.claims import show_people
from factcheck.cli.stories import Stories, make_checker
from factcheck.cli.terminal import Terminal
from factcheck.engine import Checker, version_of
from factcheck.model import Document
from factcheck.report.spoken import count
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
    counts = {"added": 0, "updated": 0, "unchanged": 0}
    for batch in _batches(stories, BATCH):
        told = _add_batch(archive, checker, batch, stories)
        for story, what in told.items():
            counts[what] += 1
            if arguments.verbose:
                terminal.write([f"{what} {story}\n"])
    terminal.write([", ".join(f"{number:,} {what}" for what, number in counts.items()) + f" in {archive.path}\n"])
    return 2 if stories.failed else 0


def _add_batch(archive: Archive, checker: Checker, batch: list[Document], stories: Stories) -> dict[str, str]:
    """What became of each story once the transaction stands."""
    version = version_of(checker)
    told: dict[str, str] = {}
    changed: list[Document] = []
    digests = {document.id: digest(document.text, document.title, document.published) for document in batch}
    for document in batch:
        state = archive.state(document.id, digests[document.id], version)
        told[document.id] = state
        if state != "unchanged":
            changed.append(document)
    entries = []
    for analysis in stories.analysed(checker, changed):
        name, dateline = analysis.document.id, analysis.dateline
        dated = dateline.date if dateline else None
        entries.append(Entry(name, digests[name], version, dated, analysis.claims))
    archive.add(entries)
    there = {entry.id for entry in entries}
    return {name: state for name, state in told.items() if state == "unchanged" or name in there}


def _batches(stories: Iterable[Document], size: int) -> Iterator[list[Document]]:
    batch: list[Document] = []
    for document in stories:
        batch.append(document)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _forget(archive: Archive, names: list[str], terminal: Terminal) -> int:
    missing = [name for name in names if not archive.forget(name)]
    for name in missing:
        terminal.say(f"factcheck: {archive.path}: no story {name}")
    terminal.write([f"{count(len(names) - len(missing), 'story', 'stories')} forgotten in {archive.path}\n"])
    return 2 if missing else 0


def _who(archive: Archive, name: str, arguments: argparse.Namespace, terminal: Terminal) -> int:
    claims = archive.about(name_blocks(name))
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
