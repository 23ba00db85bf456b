"""`factcheck PATH ...`: check stories, compare them with each other, print the report."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from factcheck.cli.arguments import UsageError
from factcheck.cli.house import house_findings
from factcheck.cli.kept import Kept, kept_results
from factcheck.cli.stories import Stories, make_checker
from factcheck.cli.terminal import Terminal
from factcheck.engine import Checker, together
from factcheck.model import SEVERITIES, Claim, Document, Finding, Span
from factcheck.read.places import find_place
from factcheck.report import FORMATS, report_function
from factcheck.report.result import Result, Roles, Story
from factcheck.report.spoken import count
from factcheck.scale.gathering import Background, Gathering
from factcheck.scale.readings import Reading
from factcheck.scale.shelf import Shelf

DRAWN = ("WHO001", "WHO002", "WHO003", "WHO004")
"""Rules about offices, whose terms a report with pictures draws."""


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Check, report, and say by the exit status whether anything reaches the fail level."""
    if arguments.watch or arguments.why:
        from factcheck.cli import watch, why

        return why.run(arguments, terminal) if arguments.why else watch.run(arguments, terminal)
    started = time.perf_counter()
    _refuse_odd_wishes(arguments)
    checker = make_checker(arguments)
    stories = Stories(arguments.paths, terminal, arguments)
    background = Stories(arguments.background, terminal, arguments) if arguments.background else None
    result = _result(checker, stories, background, arguments, terminal)
    if arguments.fix or arguments.diff or arguments.interactive:
        from factcheck.cli.fix import fix_stories

        edits = fix_stories(result, arguments, terminal)
        if arguments.diff:
            return 2 if stories.failed else int(edits > 0)
        if edits:
            result = _result(checker, stories, background, arguments, terminal)
    terminal.write(statistics(result) if arguments.statistics else report(result, arguments, terminal))
    if not arguments.quiet:
        say_elapsed(result, started, terminal, stories.skipped)
    failed = stories.failed or (background is not None and background.failed)
    return 2 if failed else int(any(fails(finding, arguments.fail_on) for finding in result.findings))


def report(result: Result, arguments: argparse.Namespace, terminal: Terminal) -> Iterator[str]:
    """The pieces of the report in the format that the options ask for."""
    write = report_function(arguments.format)
    if FORMATS[arguments.format].looks:
        pieces: Iterable[str] = write(result, terminal.look(arguments.color, arguments.width), arguments.quiet)
    else:
        pieces = write(result)
    yield from pieces


def statistics(result: Result) -> Iterator[str]:
    """How often each rule speaks, most often first, and on how many stories."""
    counts = Counter((finding.rule, finding.name) for finding in result.findings)
    stories = Counter(rule for rule, _ in {(finding.rule, finding.document) for finding in result.findings})
    for (rule, name), number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{number:6}  {rule}  {name}, in {count(stories[rule], 'story', 'stories')}\n"
    yield f"{len(result.findings):6}  in all, in {count(len(result.stories), 'story', 'stories')}\n"


def _refuse_odd_wishes(arguments: argparse.Namespace) -> None:
    """Options that only make sense together, or with files. Raises UsageError."""
    edits = arguments.fix or arguments.diff or arguments.interactive
    if arguments.unsafe and not (arguments.fix or arguments.diff):
        raise UsageError("--unsafe goes with another option: --fix --unsafe, or --diff --unsafe to look first")
    if edits and "-" in arguments.paths:
        raise UsageError("standard input cannot be edited; give the path of a file")


def say_elapsed(result: Result, started: float, terminal: Terminal, skipped: int = 0) -> None:
    """On standard error, so that reports of two runs can be compared."""
    less = f", {skipped} not checked" if skipped else ""
    terminal.say(f"{count(len(result.stories), 'story', 'stories')} in {time.perf_counter() - started:.2f} s{less}")


def check_stories(
    checker: Checker,
    stories: Stories,
    background: Stories | None,
    *,
    each: bool = False,
    against: str = "",
    drawn: bool = False,
    kept: Kept | None = None,
) -> Result:
    """Everything found in the stories, alone and (unless `each`) against one another, against the background
    and against an archive; with what a report draws if it is to be `drawn`; `kept` are results of
    earlier runs. Raises UsageError for an archive that cannot be used."""
    others = _background(checker, background) if background else {}
    checked: Shelf[Story] = Shelf()
    words = 0
    alone: list[Finding] = []
    between: list[Finding] = []
    gathered = [Gathering(checker)]
    for document, reading in stories.readings(checker, times=drawn, kept=kept):
        checked.put(document.id, _story(document, reading), _size(document))
        words += reading.words
        if others:
            others.pop(_identity(document), None)
        alone += reading.findings
        if each:
            gathered.append(Gathering(checker))
        gathered[-1].add(reading)
        if each and not background and not against:
            between += gathered.pop().findings()
    beside = [claim for _, claims in others.values() for claim in claims]
    surroundings = partial(_surroundings, beside, against, checked) if beside or against else None
    for claims in gathered:
        between += _compared(claims, surroundings, None if each else kept)
    read = {story.document.id: story for story, _ in others.values()}
    ordered = _in_reading_order(together(alone, between), checked)
    roles: Roles = {}
    if drawn:
        at_hand = [claim for claims in gathered for claim in claims.at_hand]
        roles = _roles(checker, ordered, [*at_hand, *beside])
    return Result(checked, read, ordered, find_place, roles, words)


def _compared(claims: Gathering, surroundings: Background | None, kept: Kept | None) -> tuple[Finding, ...]:
    """What comparing the claims finds; taken from an earlier run over the very same stories, where there is one."""
    if surroundings or kept is None:
        return claims.findings(surroundings)
    known = kept.between()
    if known is None:
        known = claims.findings()
        kept.keep_between(known)
    return known


def _surroundings(
    beside: Iterable[Claim], against: str, checked: Container[str], met: Mapping[str, Sequence[Claim]]
) -> Iterator[Claim]:
    """Claims of the background, and of an archive less the stories being checked, that have any of the keys of
    those they would meet."""
    yield from (claim for claim in beside if not met.keys().isdisjoint(claim.keys))
    if against:
        from factcheck.cli.archive import open_archive

        with open_archive(against) as archive:
            yield from archive.about(met, but=checked, near=near_names(met))


def near_names(met: Mapping[str, Sequence[Claim]]) -> Callable[[str, str], bool]:
    """A function that tells whether a name may be one of those that are met under a key, or a slip of one."""
    from factcheck.checks.fullnames import may_be_one

    names: dict[str, set[str]] = {}

    def near(key: str, name: str) -> bool:
        if key not in names:
            names[key] = {str(claim.value) for claim in met[key]}
        return not met[key] or any(may_be_one(name, other) for other in names[key])

    return near


def _result(
    checker: Checker,
    stories: Stories,
    background: Stories | None,
    arguments: argparse.Namespace,
    terminal: Terminal,
) -> Result:
    """What is found, less what the house's settings keep quiet and what somebody has silenced."""
    with kept_results(arguments, checker) as kept:
        result = check_stories(
            checker,
            stories,
            background,
            each=arguments.each,
            against=arguments.against,
            drawn=arguments.format == "html",
            kept=kept,
        )
    documents = {finding.document: result.stories[finding.document].document for finding in result.findings}
    result = result._replace(findings=house_findings(result.findings, documents, arguments))
    if not result.findings and not arguments.baseline and not arguments.accepted:
        return result
    from factcheck.cli.silence import silenced

    return silenced(result, arguments, terminal)


def fails(finding: Finding, level: str) -> bool:
    """Is a finding at or above the level on which a run fails?"""
    return finding.severity in fails_at(level)


def fails_at(level: str) -> tuple[str, ...]:
    """The severities at or above the level on which a run fails."""
    return () if level == "never" else SEVERITIES[SEVERITIES.index(level) :]


def _story(document: Document, reading: Reading) -> Story:
    return Story(document, reading.dateline, reading.times)


def _size(document: Document) -> int:
    """The bytes that a document takes in memory, roughly."""
    source = document.origin.source if document.origin else ""
    return 700 + sys.getsizeof(document.text) + (0 if source is document.text else sys.getsizeof(source))


def _roles(checker: Checker, findings: Iterable[Finding], claims: Iterable[Claim]) -> Roles:
    """By rule and place of each finding about offices: the offices of everybody it is about, facts last."""
    by_key: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.attribute == "role":
            for key in claim.keys:
                by_key.setdefault(key, []).append(claim)
    roles: dict[tuple[str, str, Span], tuple[Claim, ...]] = {}
    for finding in findings:
        if finding.rule in DRAWN:
            places = {(finding.document, finding.span), *((side.document, side.span) for side in finding.related)}
            about = {claim for held in by_key.values() for claim in held if (claim.document, claim.span) in places}
            keys = sorted({key for claim in about for key in claim.keys if key.startswith("person:")})
            known = [
                claim for claim in (checker.facts.about(keys) if checker.facts else ()) if claim.attribute == "role"
            ]
            roles[finding.rule, finding.document, finding.span] = tuple(
                dict.fromkeys((*(claim for key in keys for claim in by_key[key]), *known))
            )
    return roles


def _background(checker: Checker, stories: Stories) -> dict[tuple[str, str], tuple[Story, Sequence[Claim]]]:
    """The stories to compare with and their claims, by what makes each one itself."""
    return {
        _identity(document): (_story(document, reading), reading.claims)
        for document, reading in stories.readings(checker)
    }


def _identity(document: Document) -> tuple[str, str]:
    """What makes a story itself however its path is spelt: a hook checks a few files of a folder
    and names the folder as background, and no story is its own background."""
    path = document.origin.path if document.origin else ""
    return str(Path(path).resolve()), document.id.removeprefix(path)


def _in_reading_order(findings: Sequence[Finding], stories: Mapping[str, Story]) -> tuple[Finding, ...]:
    found = {finding.document for finding in findings}
    order = {document: number for number, document in enumerate(stories) if document in found}
    return tuple(
        sorted(
            findings,
            key=lambda f: (order[f.document], f.span.field != "title", f.span.start, f.span.end, f.rule, f.message),
        )
    )
