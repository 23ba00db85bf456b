"""Write one page a rule for the documentation, from the rule's own file: what it finds, why, and its examples.

python tools/rule_pages.py [--out docs/rules]
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from factcheck.rules import FOLDER, Example, Page, read_page

FAMILIES = {
    "DLN": "The dateline",
    "DOC": "The document",
    "DAT": "Dates in the text",
    "WHO": "People and offices",
    "NUM": "Numbers",
    "EVT": "Events",
}
_MARKED = re.compile("⟦(.*?)⟧", re.DOTALL)


def rule_page(page: Page) -> str:
    """The page of one rule in Markdown."""
    rule = page.rule
    parts = [f"# {rule.code} {rule.name}", f"Severity: **{rule.severity}**", page.explain]
    for valid, heading in ((False, "It speaks on"), (True, "It lets stand")):
        parts += [f"## {heading}", *(_example(one) for one in page.examples if one.valid == valid)]
    return "\n\n".join(parts) + "\n"


def index_page(pages: Iterable[Page]) -> str:
    """The list of all rules, by family."""
    rows: dict[str, list[str]] = {}
    for page in pages:
        rule = page.rule
        row = f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {_first_sentence(page.explain)} |"
        rows.setdefault(rule.code[:3], []).append(row)
    parts = ["# Rules"]
    for family in sorted(rows, key=list(FAMILIES).index):
        head = f"## {FAMILIES[family]}\n\n| code | name | severity | finds |\n|---|---|---|---|\n"
        parts.append(head + "\n".join(rows[family]))
    return "\n\n".join(parts) + "\n"


def _first_sentence(words: str) -> str:
    return re.split(r"(?<=[.!?])\s", " ".join(words.split()))[0].replace("|", "\\|")


def _example(example: Example) -> str:
    stories = "\n<hr>\n".join(_story(story) for story in example.stories)
    why = f"\n<figcaption>{escape(example.why)}</figcaption>" if example.why else ""
    return f'<figure class="example">\n<blockquote>\n{stories}\n</blockquote>{why}\n</figure>'


def _story(story: Mapping[str, object]) -> str:
    head = [f"<small>{story['published']}</small>"] if story.get("published") else []
    head += [f"<b>{_text(str(story['title']))}</b>"] if story.get("title") else []
    return "<br>\n".join([*head, *(_text(line) for line in str(story["text"]).strip().splitlines() if line.strip())])


def _text(words: str) -> str:
    return _MARKED.sub(r"<mark>\1</mark>", escape(words))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("docs/rules"))
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    pages = [read_page(path) for path in sorted(FOLDER.glob("*.toml"))]
    for page in pages:
        (out / f"{page.rule.code}.md").write_text(rule_page(page), encoding="utf-8")
    (out / "index.md").write_text(index_page(pages), encoding="utf-8")


if __name__ == "__main__":
    main()
