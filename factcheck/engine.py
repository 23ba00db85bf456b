"""The one way through: a document in, its analysis and findings out; claims in, conflicts out.

`Checker` holds rules and known facts and nothing else: it pickles, opens no file after it is
made, and knows no clock, runner or network.
"""

from __future__ import annotations

import datetime
import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from pathlib import Path

from factcheck import __version__
from factcheck.checks import DOCUMENT_CHECKS, KEY_CHECKS, KeyCheck
from factcheck.checks.custom import KINDS
from factcheck.checks.fullnames import may_be_misspelt
from factcheck.claims import make_claims
from factcheck.dateline import choose_dateline, find_datelines
from factcheck.dates.find import Expression, find_expressions
from factcheck.dates.resolve import resolve
from factcheck.inference import infer, judged_lines
from factcheck.language import SUPPORTED, language_of
from factcheck.model import Analysis, Claim, Dateline, Document, Finding, People, Rule, TimeExpression
from factcheck.people import find_people
from factcheck.people.lexicon import learn, own_lines
from factcheck.reference import Facts
from factcheck.rules import FOLDER, load_rules, select_rules
from factcheck.segment import divide, divide_title

SPEAKS_FIRST = (
    *("DAT001", "DAT002", "DAT003", "DAT006", "DAT008", "DAT009", "DAT010", "DAT011", "DAT012", "DAT013"),
    *("DAT007", "DAT004", "DAT005"),
)
"""One slip, one finding: of these, the first that sees a place speaks (the catalogue of rules fixes the order)."""


class Checker:
    """Checks documents one by one and their claims against each other.

    `select` and `ignore` take codes, families ("DAT") or names. `facts=False` leaves the known
    facts out; `own_facts` are a newsroom's own, as claims; `more_rules` stand in no file. `today`
    is needed only by rules that speak of the future of the reader. `titles` are lines of a newsroom's own
    offices (see `owntitles`): they hold for the whole process, and every Checker in it.
    Raises RuleError for a selector that fits no rule and for a broken rule file, TitlesError for titles that
    cannot be used or come too late.
    """

    def __init__(
        self,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        *,
        facts: bool = True,
        today: datetime.date | None = None,
        rule_folders: Sequence[Path] = (),
        own_facts: Iterable[Claim] = (),
        more_rules: Iterable[Rule] = (),
        titles: Iterable[str] = (),
    ) -> None:
        self.titles = _learnt(titles)
        loaded = (*load_rules((FOLDER, *rule_folders), {*DOCUMENT_CHECKS, *KEY_CHECKS}, KINDS), *more_rules)
        self.rules = select_rules(loaded, select, ignore)
        self._alone = [(rule, DOCUMENT_CHECKS[rule.check]) for rule in self.rules if rule.check in DOCUMENT_CHECKS]
        self._by_kind: dict[str, list[tuple[Rule, tuple[str, ...], KeyCheck]]] = defaultdict(list)
        for rule in self.rules:
            if rule.check in KEY_CHECKS:
                kind, attributes, function = KEY_CHECKS[rule.check]
                self._by_kind[kind].append((rule, attributes, function))
        self.facts = Facts(own=own_facts) if facts else None
        self.today = today

    def __setstate__(self, state: dict[str, object]) -> None:
        """In another process the titles are learnt before its first story."""
        learn(state["titles"])  # type: ignore[arg-type]
        self.__dict__.update(state)

    def check(self, document: Document) -> Analysis:
        """Everything read from one document, and the findings of the rules that look at one document."""
        return self.check_all((document,))[0]

    def check_all(self, documents: Sequence[Document]) -> list[Analysis]:
        """The same for several documents, one stage over all of them before the next: what a stage
        works with then stays near the processor, which makes a run a third faster."""
        analyses = _analyse(documents, self.facts, self.today)
        found: list[list[Finding]] = [[] for _ in analyses]
        for rule, function in self._alone:
            for analysis, findings in zip(analyses, found, strict=True):
                findings += function(analysis, rule)
        return [
            analysis._replace(findings=_in_order(_one_a_slip(findings))) if findings else analysis
            for analysis, findings in zip(analyses, found, strict=True)
        ]

    def check_many(self, documents: Iterable[Document]) -> Iterator[Analysis]:
        """The same for any number of documents, as they come, in their order."""
        for batch in _batches(documents):
            yield from self.check_all(batch)

    def compare(self, claims: Iterable[Claim], background: Iterable[Claim] = ()) -> tuple[Finding, ...]:
        """Findings of the rules that look at claims under one key; each belongs to a document of `claims`."""
        checked = list(claims)
        documents = {claim.document for claim in checked}
        judged = tuple([f"{kind}:" for kind in self._by_kind])  # no other key is worth a group
        groups: dict[str, list[Claim]] = {}
        for claim in checked:
            kinds = _NAMES if claim.attribute == "name" else judged
            for key in claim.keys:
                if key.startswith(kinds):
                    if key in groups:
                        groups[key].append(claim)
                    else:
                        groups[key] = [claim]
        for claim in background:
            for key in claim.keys:
                if key in groups:
                    groups[key].append(claim)
        found: list[Finding] = []
        for key, group in groups.items():
            found += self.judge(key, group, documents)
        return settle(found)

    def judge(self, key: str, claims: Sequence[Claim], checked: Set[str]) -> list[Finding]:
        """Findings, at the checked documents, of the rules for one kind of key, on all the claims under one such key
        and what is known of it. A check may give a tie at both sides; the first that is checked stays."""
        kind = key.partition(":")[0]
        rules = self._by_kind.get(kind)
        if not rules:
            return []
        group = claims
        if self.facts and (kind != "name" or may_be_misspelt(claims)):
            known = self.facts.under(key)
            if known:
                group = [*claims, *known]
        if len(group) < 2:
            return []
        told = {claim.attribute for claim in claims}
        found: list[Finding] = []
        for rule, attributes, function in rules:
            if not told.isdisjoint(attributes):
                found += function(group, rule)
        return _one_side(finding for finding in found if finding.document in checked) if found else found

    def run(self, documents: Iterable[Document], background: Iterable[Claim] = ()) -> tuple[Finding, ...]:
        """Check each document and compare all their claims with each other and with the background."""
        alone: list[Finding] = []
        claims: list[Claim] = []
        with collecting_later():
            for analysis in self.check_many(documents):
                alone += analysis.findings
                claims += analysis.claims
            return together(alone, self.compare(claims, background))


def _learnt(titles: Iterable[str]) -> tuple[str, ...]:
    """The lines of a newsroom's own titles, in force from now on."""
    lines = tuple(titles)
    if lines:
        from factcheck.owntitles import check_lines  # most newsrooms have none

        lines = check_lines(lines)
        learn(lines)
    return lines


_NAMES = ("name:",)
"""A written name meets others under such keys alone: no rule on people or offices looks at how names are spelt."""

BATCH = 400_000
"""Characters of text that go through the stages together: enough for the gain, and some twenty megabytes."""


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


@contextmanager
def collecting_later() -> Iterator[None]:
    """Without the garbage collector: a run makes very many values and no cycles, and looking through all of them
    for cycles again and again takes a fifth of its time. At the end they go unseen to the oldest generation."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _analyse(documents: Sequence[Document], facts: Facts | None, today: datetime.date | None) -> list[Analysis]:
    """All that is read from some documents, stage by stage."""
    layouts = [divide(document) for document in documents]
    title_layouts = [divide_title(document) for document in documents]
    languages = [language_of(document) for document in documents]
    expressions = [find_expressions(document.text) for document in documents]
    of_titles = [find_expressions(d.title, field="title") if d.title else () for d in documents]
    datelines = [find_datelines(*read) for read in zip(documents, layouts, expressions, strict=True)]
    believed = [choose_dateline(lines) for lines in datelines]
    times = [_times(*read) for read in zip(documents, expressions, of_titles, believed, strict=True)]
    people = [
        find_people(document, layout, title_layout) if language in SUPPORTED else People()
        for document, layout, title_layout, language in zip(documents, layouts, title_layouts, languages, strict=True)
    ]
    read = zip(documents, layouts, title_layouts, believed, datelines, times, people, strict=True)
    analyses = [
        Analysis(document, layout, title, dateline, lines, found, named, language=language, today=today)
        for (document, layout, title, dateline, lines, found, named), language in zip(read, languages, strict=True)
    ]
    analyses = [a._replace(claims=make_claims(a)) if a.language in SUPPORTED else _figures_only(a) for a in analyses]
    if facts is None:
        return analyses
    return [
        _dated(analysis, facts, *own) if analysis.language in SUPPORTED else analysis
        for analysis, *own in zip(analyses, expressions, of_titles, strict=True)
    ]


def _times(
    document: Document, expressions: Sequence[Expression], of_title: Sequence[Expression], dateline: Dateline | None
) -> tuple[TimeExpression, ...]:
    published = dateline.date if dateline else None
    return (
        *resolve(document.text, expressions, published),
        *resolve(document.title, of_title, published),
    )


def _figures_only(analysis: Analysis) -> Analysis:
    """The analysis of a story whose words cannot be read: of its times only those in figures."""
    return analysis._replace(
        times=tuple(time for time in analysis.times if not any(char.isalpha() for char in time.text))
    )


def _dated(
    analysis: Analysis, facts: Facts, expressions: Sequence[Expression], of_title: Sequence[Expression]
) -> Analysis:
    """The analysis with its datelines judged by what is known; where that excludes the stated one, its times and
    claims are made anew against the inferred one."""
    inferred = infer(analysis, facts)
    if not inferred:
        judged = judged_lines(analysis, facts)
        return analysis if judged == analysis.datelines else analysis._replace(datelines=judged)
    times = _times(analysis.document, expressions, of_title, inferred)
    analysis = analysis._replace(dateline=inferred, times=times, claims=())
    return analysis._replace(claims=make_claims(analysis))


def _one_a_slip(findings: Sequence[Finding]) -> list[Finding]:
    """Findings less those that a rule earlier in SPEAKS_FIRST already gives at an overlapping place."""
    kept: list[Finding] = []
    taken: set[tuple[str, int]] = set()
    for finding in sorted(findings, key=_rank):
        if finding.rule in SPEAKS_FIRST:
            span = finding.span
            places = {(span.field, position) for position in range(span.start, span.end)}
            if not taken.isdisjoint(places):
                continue
            taken |= places
        kept.append(finding)
    return kept


def settle(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of many keys in order, each conflict once: two keys may show the same pair of claims, and what the known
    facts say of a place adds nothing where the same rule already holds another story against it."""
    once = _one_side(_in_order(findings))
    told = {(f.rule, f.document, f.span) for f in once if not _is_of_facts(f)}
    return tuple(f for f in once if not _is_of_facts(f) or (f.rule, f.document, f.span) not in told)


def _is_of_facts(finding: Finding) -> bool:
    return bool(finding.related) and finding.related[0].document.startswith("facts:")


def together(alone: Sequence[Finding], between: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of documents by themselves and those of comparing, less these where the same rule spoke at that span."""
    told = {(finding.rule, finding.document, finding.span) for finding in alone}
    return (*alone, *(finding for finding in between if (finding.rule, finding.document, finding.span) not in told))


def _one_side(findings: Iterable[Finding]) -> list[Finding]:
    kept: dict[str, Finding] = {}
    for finding in findings:
        kept.setdefault(conflict_of(finding), finding)
    return list(kept.values())


def conflict_of(finding: Finding) -> str:
    """What two findings share that show one conflict from its two sides: the rule and both places."""
    sides = [(finding.document, finding.span), *((other.document, other.span) for other in finding.related[:1])]
    return repr((finding.rule, sorted(sides), finding.message if len(sides) == 1 else ""))


def _rank(finding: Finding) -> int:
    return SPEAKS_FIRST.index(finding.rule) if finding.rule in SPEAKS_FIRST else len(SPEAKS_FIRST)


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(
        sorted(findings, key=lambda f: (f.document, f.span.field != "title", f.span.start, f.span.end, f.rule))
    )


def version_of(checker: Checker) -> str:
    """Sixteen hexadecimal digits that change with the program, the rules, their parameters and the use of facts."""
    import hashlib  # a short story needs none

    said = [__version__, str(checker.facts is not None), str(checker.today), *own_lines()]
    said += [repr((r.code, r.severity, r.check, r.message, sorted(r.params.items()))) for r in checker.rules]
    return hashlib.blake2b("\n".join(said).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
