"""Findings that an editor has looked at and lets stand: comments in Markdown and HTML, a side file of accepted
findings, and the baseline of an archive. What silences nothing any more is said, so that no list only grows.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from factcheck.cli.arguments import UsageError
from factcheck.cli.terminal import Terminal
from factcheck.model import Document, Finding
from factcheck.report.fingerprint import fingerprint
from factcheck.report.result import Result
from factcheck.report.spoken import count

ACCEPTED = "factcheck-accepted.jsonl"
"""The side file where nobody names another."""

MARKUP = (".md", ".markdown", ".html", ".htm", ".xhtml")
_COMMENT = re.compile(
    r"<!--\s*factcheck:\s*ignore(?P<file>-file)?\b(?P<rules>[^>]*?)(?:\s--\s+(?P<reason>[^>]*?))?\s*-->"
)


class Comment(NamedTuple):
    """A comment that silences rules (all where it names none) from one line of a file up to another, both included."""

    line: int
    first: int
    last: int
    rules: tuple[str, ...]

    def covers(self, finding: Finding, line: int) -> bool:
        named = not self.rules or any(finding.rule.startswith(r.upper()) or r == finding.name for r in self.rules)
        return named and self.first <= line <= self.last


def silenced(result: Result, arguments: argparse.Namespace, terminal: Terminal) -> Result:
    """The result less the findings that somebody has silenced. Raises UsageError for a broken list."""
    kept = _without_commented(result, arguments, terminal)
    accepted = Path(arguments.accepted or ACCEPTED)
    if arguments.accepted or accepted.is_file():
        known = {str(row["fingerprint"]): row for row in read_accepted(accepted)}
        kept, used = _without(kept, known)
        for mark in known.keys() - used:
            row = known[mark]
            if row.get("document") in result.stories and not arguments.quiet:
                place = f"{row.get('document')}: {row.get('rule')} “{row.get('text')}”"
                terminal.say(f"factcheck: {accepted}: no longer found: {place}; take its line out")
    if arguments.baseline:
        kept = _without_baseline(kept, Path(arguments.baseline), arguments, terminal)
    return kept


def read_accepted(path: Path) -> list[dict[str, object]]:
    """The rows of a side file. Raises UsageError where one cannot be used."""
    rows = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                row = json.loads(line)
                row["fingerprint"]
            except (ValueError, KeyError, TypeError):
                raise UsageError(f"{path}:{number}: not a line that factcheck accept wrote; take it out") from None
            rows.append(row)
    return rows


def accepted_row(finding: Finding, document: Document, reason: str) -> dict[str, str]:
    """What the side file keeps of a finding."""
    return {
        "fingerprint": fingerprint(finding, document),
        "rule": finding.rule,
        "document": finding.document,
        "text": document.cut(finding.span),
        "reason": reason,
    }


def find_comments(source: str) -> Iterator[Comment]:
    """The silencing comments of a Markdown or HTML source: each for the block of lines that it stands in or,
    where it stands alone, the next one; `ignore-file` for all."""
    lines = source.splitlines()
    for match in _COMMENT.finditer(source):
        line = source.count("\n", 0, match.start()) + 1
        rules = tuple(re.findall(r"[\w-]+", match["rules"]))
        if match["file"]:
            yield Comment(line, 1, len(lines) + 1, rules)
            continue
        last = source.count("\n", 0, match.end()) + 1
        alone = not _COMMENT.sub("", "\n".join(lines[line - 1 : last])).strip()
        end = last
        while alone and end < len(lines) and not lines[end].strip():
            end += 1
        while end < len(lines) and lines[end].strip():
            end += 1
        yield Comment(line, line, end, rules)


def _without_commented(result: Result, arguments: argparse.Namespace, terminal: Terminal) -> Result:
    silent: set[Finding] = set()
    groups = result.by_story()
    for name, story in result.stories.items():
        origin = story.document.origin
        if origin is None or not origin.path.lower().endswith(MARKUP):
            continue
        for comment in find_comments(origin.source):
            covered = [
                finding
                for finding in groups.get(name, ())
                if comment.covers(finding, result.find_place(story.document, finding.span).line)
            ]
            silent.update(covered)
            if not covered and not arguments.quiet:
                rules = " ".join(comment.rules) or "anything"
                terminal.say(f"factcheck: {origin.path}:{comment.line}: nothing to ignore here for {rules}")
    return result._replace(findings=tuple(finding for finding in result.findings if finding not in silent))


def _without(result: Result, known: Mapping[str, object]) -> tuple[Result, set[str]]:
    """The result less the findings whose fingerprint is known, and the fingerprints that were met."""
    kept, used = [], set()
    for finding in result.findings:
        mark = fingerprint(finding, result.stories[finding.document].document)
        if mark in known:
            used.add(mark)
        else:
            kept.append(finding)
    return result._replace(findings=tuple(kept)), used


def _without_baseline(result: Result, path: Path, arguments: argparse.Namespace, terminal: Terminal) -> Result:
    """The result less the baseline's findings. With --write-baseline the file is made, or loses what is not found
    any more; it never takes anything in once it is there."""
    if not path.is_file():
        if not arguments.write_baseline:
            raise UsageError(f"--baseline {path}: no such file; --write-baseline makes it")
        _write_baseline(path, {_mark(result, finding) for finding in result.findings})
        terminal.say(f"factcheck: {path}: {count(len(result.findings), 'finding')} laid aside")
        return result._replace(findings=())
    known = _read_baseline(path)
    kept, used = _without(result, dict.fromkeys(known))
    gone = known - used
    if gone and arguments.write_baseline:
        _write_baseline(path, used)
    if gone and not arguments.quiet:
        done = "taken out" if arguments.write_baseline else "--write-baseline takes them out"
        terminal.say(f"factcheck: {path}: {count(len(gone), 'finding')} no longer found; {done}")
    return kept


def _mark(result: Result, finding: Finding) -> str:
    return fingerprint(finding, result.stories[finding.document].document)


def _read_baseline(path: Path) -> set[str]:
    try:
        marks = json.loads(path.read_text(encoding="utf-8"))["findings"]
        return {str(mark) for mark in marks}
    except (OSError, ValueError, KeyError, TypeError):
        raise UsageError(f"{path}: not a baseline; remove it and let --write-baseline make a new one") from None


def _write_baseline(path: Path, marks: Iterable[str]) -> None:
    path.write_text(json.dumps({"findings": sorted(marks)}, indent=0) + "\n", encoding="utf-8")
