"""`factcheck rules` and `factcheck explain RULE ...`: what the rules are, and what each finds and why."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from factcheck.cli.arguments import UsageError
from factcheck.cli.stories import rule_folders
from factcheck.cli.terminal import Terminal
from factcheck.model import Rule
from factcheck.rules import Page, find_rule, load_rules, read_page, select_rules


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """List the selected rules, or explain those that are named. Raises RuleError for a name that is none."""
    rules = load_rules(rule_folders(arguments.rules))
    if arguments.command == "explain":
        if not arguments.wanted:
            raise UsageError("explain which rule? name a code such as DAT003; factcheck rules lists them all")
        _explain([read_page(Path(find_rule(rules, name).path)) for name in arguments.wanted], arguments, terminal)
    else:
        _list(select_rules(rules, arguments.select, arguments.ignore), arguments, terminal)
    return 0


def _list(rules: tuple[Rule, ...], arguments: argparse.Namespace, terminal: Terminal) -> None:
    tables = [_rule_json(rule) for rule in rules]
    match arguments.format:
        case "jsonl":
            terminal.write(json.dumps(table) + "\n" for table in tables)
        case "json":
            terminal.write([json.dumps(tables, indent=2) + "\n"])
        case _:
            from factcheck.report.table import rules_table

            terminal.write([rules_table(rules, terminal.look(arguments.color, arguments.width))])


def _explain(pages: list[Page], arguments: argparse.Namespace, terminal: Terminal) -> None:
    if arguments.format == "json":
        terminal.write([json.dumps([_page_json(page) for page in pages], indent=2, default=str) + "\n"])
        return
    from factcheck.report.page import rule_page

    look = terminal.look(arguments.color, arguments.width)
    for page in pages:
        examples = [(example.valid, example.stories, example.why) for example in page.examples]
        terminal.write([rule_page(page.rule, page.explain, examples, look)])


def _rule_json(rule: Rule) -> dict[str, object]:
    return {"code": rule.code, "name": rule.name, "severity": rule.severity, "message": rule.message}


def _page_json(page: Page) -> dict[str, object]:
    examples: dict[bool, list[object]] = {False: [], True: []}
    for example in page.examples:
        examples[example.valid].append({"stories": [dict(story) for story in example.stories], "why": example.why})
    return {**_rule_json(page.rule), "explain": page.explain, "invalid": examples[False], "valid": examples[True]}
