"""Paths to documents for every command; what cannot be read becomes a line on standard error."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.arguments import UsageError
from factcheck.cli.house import name_rules
from factcheck.cli.terminal import Terminal
from factcheck.engine import Checker
from factcheck.model import Analysis, Claim, Document, Problem
from factcheck.read import Options, read_stories
from factcheck.rules import FOLDER
from factcheck.scale.limit import attempt
from factcheck.scale.readings import PAYS, Keeper, Reading, check_all
from factcheck.scale.shelf import Numbers

if TYPE_CHECKING:
    from factcheck.cli.progress import Meter

SECONDS = 30.0
"""The most that one story may take; the longest of a day's news takes a tenth of one."""


class Stories:
    """The stories under some paths, read as they are asked for. `failed` turns true when something
    could not be used, `skipped` counts stories that could not be checked. A second story of one id gets an
    id of its own."""

    def __init__(self, paths: Sequence[str], terminal: Terminal, arguments: argparse.Namespace) -> None:
        if not paths:
            raise UsageError("nothing to check; name files or folders, or - for standard input")
        self.failed = False
        self.skipped = 0
        self._paths = paths
        self._terminal = terminal
        self._options = Options(
            published=arguments.published,
            text_field=arguments.text_field or "",
            title_field=arguments.title_field or "",
            date_field=arguments.date_field or "",
            id_field=arguments.id_field or "",
        )
        self._quiet = arguments.quiet
        self._jobs: int | None = getattr(arguments, "jobs", 1)
        self._seconds: float = getattr(arguments, "seconds", SECONDS)

    def __iter__(self) -> Iterator[Document]:
        meter = self._meter()
        seen = Numbers()  # hashes; two alike only make an id longer
        for item in read_stories(self._paths, self._options):
            if isinstance(item, Problem):
                self._tell(item)
                continue
            document = item._replace(id=_free(item.id, seen)) if hash(item.id) in seen else item
            seen.add(hash(document.id))
            if meter:
                meter.count(document)
            yield document
        if meter:
            meter.end()

    def _meter(self) -> Meter | None:
        """What tells how far the run has come, where somebody watches it."""
        if self._quiet or not self._terminal.is_watched():
            return None
        from factcheck.cli.progress import Meter

        return Meter(self._paths, self._terminal)

    def analysed(self, checker: Checker) -> Iterator[Analysis]:
        """Each story checked by itself, with everything that was read from it. A story on which a check breaks
        down or takes too long is named and left out."""
        for document in self:
            analysis, failure = attempt(checker.check, document, self._seconds)
            if analysis:
                yield analysis
            else:
                self._skip(document, failure)

    def readings(
        self,
        checker: Checker,
        documents: Iterable[Document] | None = None,
        *,
        times: bool = False,
        kept: Keeper | None = None,
    ) -> Iterator[tuple[Document, Reading]]:
        """Each story (or each of the given ones) and what stays of it to be compared and reported; in order, in as
        many processes as the options allow. `times` only if asked for; `kept` is where results of earlier
        runs are. A story that could not be checked is named and left out."""
        jobs, start = (self._jobs, 0) if self._jobs else (os.cpu_count() or 1, PAYS)
        given = self if documents is None else documents
        for document, reading, failure in check_all(
            checker, given, jobs=jobs, start=start, seconds=self._seconds, times=times, kept=kept
        ):
            if reading:
                yield document, reading
            else:
                self._skip(document, failure)

    def _skip(self, document: Document, why: str) -> None:
        self.failed = True
        self.skipped += 1
        self._terminal.say(f"factcheck: {document.id}: not checked: {why}; please report it")

    def _tell(self, problem: Problem) -> None:
        self.failed |= problem.fatal
        if problem.fatal or not self._quiet:
            self._terminal.say(f"factcheck: {problem}")


def make_checker(arguments: argparse.Namespace) -> Checker:
    """The checker that the options ask for. Raises UsageError for titles, rules or facts that cannot be used."""
    titles = own_titles(arguments.titles)  # before anything reads a title
    return Checker(
        arguments.select,
        arguments.ignore,
        facts=not arguments.no_facts,
        today=arguments.today,
        rule_folders=rule_folders(arguments.rules)[1:],
        own_facts=own_facts(arguments.facts),
        more_rules=name_rules(arguments.names, arguments.settings_path),
        titles=titles,
    )


def own_titles(names: Sequence[str]) -> tuple[str, ...]:
    """The lines of files with titles of one's own, learnt. Raises UsageError for one that cannot be used."""
    if not names:
        return ()
    from factcheck.owntitles import read_titles
    from factcheck.people.lexicon import TitlesError, learn

    try:
        lines = tuple(line for name in names for line in read_titles(Path(name)))
        learn(lines)
    except OSError as error:
        raise UsageError(f"--titles {error.filename}: {error.strerror}") from None
    except TitlesError as error:
        raise UsageError(f"--titles {error}") from None
    return lines


def own_facts(names: Sequence[str]) -> list[Claim]:
    """The claims of files with facts of one's own. Raises UsageError for one that cannot be used."""
    if not names:
        return []
    from factcheck.ownfacts import OwnFactsError, read_facts

    try:
        return [claim for name in names for claim in read_facts(Path(name))]
    except OSError as error:
        raise UsageError(f"--facts {error.filename}: {error.strerror}") from None
    except OwnFactsError as error:
        raise UsageError(f"--facts {error}") from None


def rule_folders(names: Sequence[str]) -> tuple[Path, ...]:
    """The shipped rules' folder and those named. Raises UsageError for one that is not there."""
    for name in names:
        if not Path(name).is_dir():
            raise UsageError(f"--rules {name}: no such folder; it holds rule files such as ABC001-my-rule.toml")
    return (FOLDER, *map(Path, names))


def _free(name: str, taken: Numbers) -> str:
    """The name with the first number behind it that nobody has."""
    number = 2
    while hash(f"{name}#{number}") in taken:
        number += 1
    return f"{name}#{number}"
