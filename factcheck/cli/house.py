"""What a newsroom's settings make of findings: other severities, rules off in some files, its own forms of names."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path

from factcheck.model import Document, Finding, Rule
from factcheck.rules import FOLDER, find_rule, load_rules, select_rules

HOUSE_CODE = "HSN{:03}"


def name_rules(names: Mapping[str, list[str]], path: str) -> tuple[Rule, ...]:
    """A rule for each name that the house writes in one way only."""
    return tuple(
        Rule(
            HOUSE_CODE.format(number),
            "house-name",
            "warning",
            "house_name",
            "“{written}”; the house writes {right}",
            {"wrong": wrong, "right": right},
            path,
        )
        for number, (right, wrong) in enumerate(names.items(), 1)
    )


def house_findings(
    findings: Iterable[Finding], documents: Mapping[str, Document], arguments: argparse.Namespace
) -> tuple[Finding, ...]:
    """The findings with the house's severities, without those of rules that are off in their file.

    Raises RuleError for a rule of the settings that does not exist.
    """
    severity, per_file = arguments.severity, arguments.per_file
    if not severity and not per_file:
        return tuple(findings)
    rules = load_rules((FOLDER, *map(Path, arguments.rules)))
    levels = {find_rule(rules, name).code: level for name, level in severity.items()}
    off = {
        pattern: ({rule.code for rule in select_rules(rules, chosen)} if chosen else set(), _files(pattern, arguments))
        for pattern, chosen in per_file.items()
    }
    kept = []
    for finding in findings:
        path = _path(documents[finding.document])
        if not any(finding.rule in codes and path in files for codes, files in off.values()):
            kept.append(finding._replace(severity=levels.get(finding.rule, finding.severity)))
    return tuple(kept)


def _files(pattern: str, arguments: argparse.Namespace) -> set[Path]:
    return {path.resolve() for path in Path(arguments.settings_folder).glob(pattern)}


def _path(document: Document) -> Path:
    return Path(document.origin.path if document.origin else document.id).resolve()
