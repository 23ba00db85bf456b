"""Many machines: a Spark table of stories in, a Spark table of findings out.

    spark = local_session()                                   # or the cluster's own session
    findings = check_table(Checker(), spark.read.json("stories.jsonl"))
    findings.write.parquet("findings")

Stories are checked where they lie (`mapInArrow`); their claims are shuffled by key, the keys that can
conflict found by the same window that the one-machine run uses, and each such key judged in one place
(`applyInArrow`). The findings are those of one run over the stories in the order of their ids.
"""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterator
from typing import Any

from factcheck.engine import Checker
from factcheck.model import Document
from factcheck.scale.readings import judge_local
from factcheck.scale.rows import CANDIDATES, FINDING_COLUMNS, SETTLED, claim_rows, finding_row, judge_rows

INSTALL = "factcheck.scale.spark needs PySpark: pip install 'factcheck-lint[spark]'"

_KINDS = {"begins": "bigint", "ends": "bigint", "alone": "boolean"}
_FINDING = tuple((name, _KINDS.get(name, "string")) for name in FINDING_COLUMNS)
_CLAIM = (
    *(("key", "string"), ("attribute", "string"), ("said", "bigint"), ("month", "int"), ("told", "string")),
    *(("number", "int"), ("known", "boolean"), ("claim", "binary")),
)
_ARROW = {"string": "string", "bigint": "int64", "int": "int32", "boolean": "bool", "binary": "binary"}


def local_session(name: str = "factcheck", cores: str = "*") -> Any:
    """A Spark session on this machine alone. Raises RuntimeError with the install command where PySpark is missing."""
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise RuntimeError(INSTALL) from error
    os.environ["PYSPARK_PYTHON"] = sys.executable  # else workers take whatever `python3` is first on the path
    return (
        SparkSession.builder.master(f"local[{cores}]")
        .appName(name)
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )


def check_table(checker: Checker, stories: Any, partitions: int | None = None) -> Any:
    """Findings of a DataFrame of stories: columns id and text, and if known title and published.

    The result has document, rule, severity, field, start, end, message and json (a finding as the
    `jsonl` report has it, without line and column). Stories are spread over `partitions` when given.
    Rows without an id or a text are left out.
    """
    from pyspark import StorageLevel

    session = stories.sparkSession
    wanted = [name for name in ("id", "text", "title", "published") if name in stories.columns]
    texts = stories.select(*(stories[name].cast("string") for name in wanted)).dropna(subset=["id", "text"])
    if partitions:
        texts = texts.repartition(partitions)
    read = texts.mapInArrow(_reader(checker), _ddl((*_CLAIM, *_FINDING))).persist(StorageLevel.DISK_ONLY)
    claims = read.where("key IS NOT NULL").select(*(name for name, _ in _CLAIM)).withColumnRenamed("told", "story")
    claims.createOrReplaceTempView("claim_rows")
    between = session.sql(CANDIDATES).groupBy("key").applyInArrow(_judge(checker), _ddl(_FINDING))
    alone = read.where("key IS NULL").select(*FINDING_COLUMNS)
    alone.unionByName(between).createOrReplaceTempView("finding_rows")
    settled = session.sql(SETTLED).withColumnsRenamed({"begins": "start", "ends": "end"})
    return settled.drop("story")


def _ddl(columns: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(f"`{name}` {kind}" for name, kind in columns)


def _reader(checker: Checker) -> Any:
    """A function for mapInArrow: batches of stories to batches of claims and findings, each row one or the other."""

    def read(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            claims: list[tuple[object, ...]] = []
            findings: list[tuple[object, ...]] = []
            for analysis in checker.check_many(map(_document, batch.to_pylist())):
                story = analysis.document.id
                claims += [(*r[1:5], story, *r[6:]) for r in claim_rows(checker, analysis.claims, 0, 1)]
                findings += [finding_row(story, f, True) for f in analysis.findings]
                findings += [finding_row(story, f, False) for f in judge_local(checker, analysis.claims)]
            blank_claim, blank_finding = (None,) * len(_CLAIM), (None,) * len(_FINDING)
            rows = [(*claim, *blank_finding) for claim in claims]
            rows += [(*blank_claim, *finding) for finding in findings]
            yield from _table((*_CLAIM, *_FINDING), rows).to_batches()

    return read


def _judge(checker: Checker) -> Any:
    """A function for applyInArrow: the claims of one key to findings."""

    def judge(group: Any) -> Any:
        rows = sorted(group.to_pylist(), key=lambda row: (row["story"], row["number"]))  # a shuffle keeps no order
        found = judge_rows(checker, rows[0]["key"], ((0, row["claim"]) for row in rows))
        return _table(_FINDING, [finding_row(finding.document, finding, False) for _, finding in found])

    return judge


def _document(row: dict[str, str | None]) -> Document:
    published = row.get("published")
    return Document(
        str(row["id"]),
        str(row["text"]),
        row.get("title") or "",
        datetime.date.fromisoformat(published[:10]) if published else None,
    )


def _table(columns: tuple[tuple[str, str], ...], rows: list[tuple[object, ...]]) -> Any:
    import pyarrow

    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    schema = pyarrow.schema([(name, _ARROW[kind]) for name, kind in columns])
    arrays = [pyarrow.array(column, field.type) for column, field in zip(values, schema, strict=True)]
    return pyarrow.table(arrays, schema=schema)
