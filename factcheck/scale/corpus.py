"""A whole archive on one machine: stories in, findings as Parquet and JSON lines out, resumable.

Three steps, each leaving files under the output folder:

    claims/part=07/chunk-000012.parquet   the claims of one chunk of stories, by hash of their key
    alone/chunk-000012.parquet            findings of the rules that look at one story
    between/part-07.parquet               findings of the rules that look at claims under one key
    findings.parquet, findings.jsonl      all of them, in the order of the stories, none twice

A chunk or part is done when its file in done/ stands; a run that was stopped goes on from there. DuckDB
finds the keys that can conflict, so that Python judges only those.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.engine import Checker, collecting_later, version_of
from factcheck.model import Document
from factcheck.scale.jobs import Outcome, each, map_in_order
from factcheck.scale.readings import bare, judge_local
from factcheck.scale.rows import (
    CANDIDATES,
    FINDING_COLUMNS,
    SETTLED,
    Row,
    claim_rows,
    finding_row,
    judge_rows,
)

CHUNK = 5_000
"""Stories a chunk at most: some seconds of work, so that a stop loses little and files stay few."""
CHUNK_SIZE = 4_000_000
"""Code points of text a chunk, so that memory does not grow with the length of stories."""
PARTS = 32
"""Parts by hash of the key: at ten million stories a part's candidates still fit in memory."""

INSTALL = "factcheck corpus needs DuckDB and PyArrow: pip install 'factcheck-lint[archive]'"


class CorpusError(Exception):
    """A corpus that cannot be made; the message says why and the way out."""


class Chunk(NamedTuple):
    """Stories that are checked together: `number` of the chunk, of its first story, and the stories."""

    number: int
    first: int
    documents: tuple[Document, ...]


class Progress(NamedTuple):
    """How far a run is: the step ("checking" or "comparing"), stories or parts done, and of how many (0: not known)."""

    step: str
    done: int
    of: int


class Summary(NamedTuple):
    """What a run read and found: stories, claims, findings by severity, and stories that were skipped with why."""

    stories: int
    claims: int
    findings: dict[str, int]
    skipped: tuple[tuple[str, str], ...]


def check_corpus(
    checker: Checker,
    documents: Iterable[Document],
    out: Path,
    *,
    jobs: int = 1,
    seconds: float = 30.0,
    tell: Callable[[Progress], None] = lambda _: None,
) -> Summary:
    """Check all stories, compare all their claims, and write the findings under `out`.

    `seconds` is the most that one story may take. A story that kills or holds up its process is
    skipped and named. Raises CorpusError where the libraries are missing or `out` holds another corpus.
    """
    _need_libraries()
    _prepare(out, checker)
    skipped: list[tuple[str, str]] = []
    stories = claims = 0
    for done in _check_chunks(checker, documents, out, jobs, seconds):
        stories, claims = stories + done["stories"], claims + done["claims"]
        skipped.extend((story, why) for story, why in done["skipped"])
        tell(Progress("checking", stories, 0))
    judge = partial(each, partial(judge_part, checker, out))
    waiting = [part for part in range(PARTS) if not _mark(out, f"part-{part:02}").exists()]
    outcomes = map_in_order(judge, waiting, jobs=jobs, seconds=3600.0)
    for number, outcome in enumerate(outcomes, PARTS - len(waiting) + 1):
        if outcome.failure:
            raise CorpusError(f"{out}: part {outcome.item} could not be compared: it {outcome.failure}; run again")
        tell(Progress("comparing", number, PARTS))
    return Summary(stories, claims, _gather(out), tuple(skipped))


def _need_libraries() -> None:
    try:
        import duckdb  # noqa: F401
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise CorpusError(INSTALL) from error


def _prepare(out: Path, checker: Checker) -> None:
    """Make the folders; CorpusError for a folder with other things in it or made by other rules."""
    version = version_of(checker)
    stamp = out / "corpus.json"
    if stamp.exists():
        if json.loads(stamp.read_text("utf-8")).get("rules") != version:
            raise CorpusError(f"{out}: made by other rules or another version; name a new folder or delete this one")
    elif out.exists() and any(out.iterdir()):
        raise CorpusError(f"{out}: not empty and no corpus; name a new folder")
    for name in ("claims", "alone", "between", "done"):
        (out / name).mkdir(parents=True, exist_ok=True)
    _write(stamp, json.dumps({"rules": version, "parts": PARTS}))


def _chunks(documents: Iterable[Document]) -> Iterator[Chunk]:
    kept: list[Document] = []
    first = number = size = 0
    for document in documents:
        kept.append(bare(document))
        size += len(document.text)
        if len(kept) == CHUNK or size >= CHUNK_SIZE:
            yield Chunk(number, first, tuple(kept))
            first, number, size, kept = first + len(kept), number + 1, 0, []
    if kept:
        yield Chunk(number, first, tuple(kept))


def _check_chunks(
    checker: Checker, documents: Iterable[Document], out: Path, jobs: int, seconds: float
) -> Iterator[dict[str, Any]]:
    """What each chunk's mark says, in order, checking the chunks that have none."""
    marks: list[dict[str, Any]] = []

    def waiting() -> Iterator[Chunk]:
        for chunk in _chunks(documents):
            mark = _mark(out, f"chunk-{chunk.number:06}")
            known = json.loads(mark.read_text("utf-8")) if mark.exists() else {}
            if known.get("content") == _content(chunk):
                marks.append(known)
            else:
                yield chunk

    work = partial(each, partial(check_chunk, checker, out))
    limit = seconds + CHUNK * 0.01  # a chunk is slow only where one story in it is
    outcome: Outcome[Chunk, dict[str, Any]]
    for outcome in map_in_order(work, waiting(), jobs=jobs, seconds=limit):
        yield from marks
        marks.clear()
        yield outcome.result or _without_the_culprit(checker, outcome.item, out, seconds)
    yield from marks


def _without_the_culprit(checker: Checker, chunk: Chunk, out: Path, seconds: float) -> dict[str, Any]:
    """Check a chunk that failed after trying its stories one by one, less those that fail alone."""
    outcomes = map_in_order(partial(each, checker.check), chunk.documents, jobs=1, seconds=seconds)
    bad = {outcome.item.id: outcome.failure for outcome in outcomes if outcome.failure}
    return check_chunk(checker, out, chunk, bad)


def check_chunk(checker: Checker, out: Path, chunk: Chunk, skip: dict[str, str] | None = None) -> dict[str, Any]:
    """Check the stories of a chunk, write its claims and findings, and mark it done; the mark."""
    skip = skip or {}
    rows: list[Row] = []
    found: list[tuple[object, ...]] = []
    claims = 0
    sound = [(story, d) for story, d in enumerate(chunk.documents, chunk.first) if d.id not in skip]
    with collecting_later():
        for (story, _), analysis in zip(sound, checker.check_many(d for _, d in sound), strict=True):
            claims += len(analysis.claims)
            rows.extend(claim_rows(checker, analysis.claims, story, PARTS))
            found.extend(finding_row(story, finding, True) for finding in analysis.findings)
            found.extend(finding_row(story, finding, False) for finding in judge_local(checker, analysis.claims))
    _write_claims(out, chunk.number, rows)
    _write_findings(out / "alone" / f"chunk-{chunk.number:06}.parquet", found)
    mark = {
        "stories": len(chunk.documents),
        "claims": claims,
        "skipped": list(skip.items()),
        "content": _content(chunk),
    }
    for part in range(PARTS):
        _mark(out, f"part-{part:02}").unlink(missing_ok=True)  # its comparison lacks these claims
    _write(_mark(out, f"chunk-{chunk.number:06}"), json.dumps(mark))
    return mark


def _content(chunk: Chunk) -> str:
    """A digest of what a chunk's findings are made from."""
    told = hashlib.blake2b(digest_size=16)
    for document in chunk.documents:
        for words in (document.id, document.title, str(document.published), document.text):
            told.update(words.encode("utf-8", "surrogatepass") + b"\0")
    return told.hexdigest()


def judge_part(checker: Checker, out: Path, part: int) -> int:
    """Compare the claims of one part and write what is found; how many findings."""
    import duckdb

    found: list[tuple[object, ...]] = []
    files = sorted((out / "claims" / f"part={part:02}").glob("*.parquet"))
    if files:
        with duckdb.connect() as db:
            db.execute("SET threads = 1")  # the parts are what runs in parallel
            db.read_parquet([str(file) for file in files]).create_view("claim_rows")
            db.execute(CANDIDATES)
            for key, group in groupby(_fetched(db), key=lambda row: row[0]):
                judged = judge_rows(checker, key, ((row[1], row[3]) for row in group))
                found.extend(finding_row(story, finding, False) for story, finding in judged)
    _write_findings(out / "between" / f"part-{part:02}.parquet", found)
    _write(_mark(out, f"part-{part:02}"), "{}")
    return len(found)


def _fetched(db: Any) -> Iterator[tuple[str, int, int, bytes]]:
    while rows := db.fetchmany(10_000):
        yield from rows


def _gather(out: Path) -> dict[str, int]:
    """Write findings.parquet and findings.jsonl from the parts; findings by severity."""
    import duckdb

    files = [str(path) for folder in ("alone", "between") for path in sorted((out / folder).glob("*.parquet"))]
    counts: dict[str, int] = {}
    parquet, lines = out / "findings.parquet", out / "findings.jsonl"
    with duckdb.connect() as db, lines.with_suffix(".tmp").open("w", encoding="utf-8") as file:
        if files:
            db.read_parquet(files).create_view("finding_rows")
            order = "ORDER BY story, field <> 'title', begins, ends, rule, json"
            db.execute(f"CREATE TABLE found AS SELECT * FROM ({SETTLED}) {order}")
            target = str(parquet).replace("'", "''")
            db.execute(f"COPY found TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
            counts = dict(db.execute("SELECT severity, count(*) FROM found GROUP BY severity").fetchall())
            db.execute("SELECT json FROM found")
            while rows := db.fetchmany(10_000):
                file.writelines(row[0] + "\n" for row in rows)
    lines.with_suffix(".tmp").replace(lines)
    return counts


_CLAIM_COLUMNS = (
    *(("key", "string"), ("attribute", "string"), ("said", "int64"), ("month", "int32"), ("story", "int64")),
    *(("number", "int32"), ("known", "bool"), ("claim", "binary")),
)


def _write_claims(out: Path, chunk: int, rows: Iterable[Row]) -> None:
    by_part: dict[int, list[tuple[object, ...]]] = {}
    for row in rows:
        by_part.setdefault(row.part, []).append(row[1:])
    for part in range(PARTS):
        folder = out / "claims" / f"part={part:02}"
        folder.mkdir(exist_ok=True)
        _write_table(folder / f"chunk-{chunk:06}.parquet", _CLAIM_COLUMNS, by_part.get(part, []))


def _write_findings(path: Path, found: Sequence[tuple[object, ...]]) -> None:
    kinds = {"story": "int64", "begins": "int64", "ends": "int64", "alone": "bool"}
    _write_table(path, [(name, kinds.get(name, "string")) for name in FINDING_COLUMNS], found)


def _write_table(path: Path, columns: Sequence[tuple[str, str]], rows: Sequence[tuple[object, ...]]) -> None:
    import pyarrow
    import pyarrow.parquet

    schema = pyarrow.schema(columns)
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    arrays = [pyarrow.array(column, field.type) for column, field in zip(values, schema, strict=True)]
    table = pyarrow.table(arrays, schema=schema)
    _rename_into(path, lambda beside: pyarrow.parquet.write_table(table, beside, compression="zstd"))


def _mark(out: Path, name: str) -> Path:
    return out / "done" / name


def _write(path: Path, text: str) -> None:
    _rename_into(path, lambda name: name.write_text(text, "utf-8"))


def _rename_into(path: Path, write: Callable[[Path], object]) -> None:
    """Write beside a path and rename, so that the path holds all or nothing."""
    beside = path.with_name(path.name + ".tmp")
    write(beside)
    beside.replace(path)
