"""Whole archives: the partitioned runs find what one run over all stories finds, and resume."""

from __future__ import annotations

import datetime
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factcheck import Checker, Document
from factcheck.jsonform import finding_to_json

pytest.importorskip("duckdb", reason="needs the extra `archive`")
pytest.importorskip("pyarrow", reason="needs the extra `archive`")

from factcheck.scale import corpus
from factcheck.scale.corpus import CorpusError, check_corpus

GENERATOR = Path(__file__).parent.parent / "benchmarks" / "stories.py"


def generated(count: int) -> tuple[list[Document], list[dict[str, Any]]]:
    spec = importlib.util.spec_from_file_location("stories", GENERATOR)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    documents, planted = [], []
    for row, conflicts in module.stories(count):
        day = datetime.date.fromisoformat(row["published"])
        documents.append(Document(row["id"], row["text"], row["title"], day))
        planted += conflicts
    return documents, planted


@pytest.fixture(scope="module")
def stories() -> tuple[list[Document], list[dict[str, Any]]]:
    return generated(1_500)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


def lines(found: list[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps(row, sort_keys=True) for row in found)


def written(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "findings.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def in_one_run(checker: Checker, stories: tuple[list[Document], Any]) -> list[str]:
    return lines([finding_to_json(finding) for finding in checker.run(stories[0])])


def test_a_corpus_gives_the_findings_of_one_run(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    checker: Checker,
    stories: tuple[list[Document], Any],
    in_one_run: list[str],
) -> None:
    monkeypatch.setattr(corpus, "CHUNK", 400)
    summary = check_corpus(checker, stories[0], tmp_path / "out", jobs=2)
    assert lines(written(tmp_path / "out")) == in_one_run
    assert summary.stories == len(stories[0])


def test_every_planted_conflict_is_found_and_none_invented(
    checker: Checker, stories: tuple[list[Document], list[dict[str, Any]]], in_one_run: list[str]
) -> None:
    found = {(row["document"], row["rule"]) for row in map(json.loads, in_one_run) if row["severity"] != "info"}
    assert found == {(row["id"], row["rule"]) for row in stories[1]}
    assert len(found) > 3


def test_a_run_goes_on_where_it_was_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, checker: Checker, stories: tuple[list[Document], Any]
) -> None:
    monkeypatch.setattr(corpus, "CHUNK", 100)
    documents = stories[0][:500]
    check_corpus(checker, documents, tmp_path / "whole")
    out = tmp_path / "stopped"
    check_corpus(checker, documents[:300], out)
    before = {path: path.stat().st_mtime_ns for path in (out / "claims").rglob("*.parquet")}
    check_corpus(checker, documents, out)
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert written(out) == written(tmp_path / "whole")


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path, checker: Checker) -> None:
    (tmp_path / "letter.txt").write_text("dear reader")
    with pytest.raises(CorpusError, match="not empty"):
        check_corpus(checker, [], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_other_rules_need_another_folder(tmp_path: Path, checker: Checker) -> None:
    check_corpus(checker, [], tmp_path / "out")
    with pytest.raises(CorpusError, match="other rules"):
        check_corpus(Checker(select=["DAT"]), [], tmp_path / "out")


@pytest.mark.spark
def test_spark_gives_the_findings_of_one_run(
    checker: Checker, stories: tuple[list[Document], Any], in_one_run: list[str]
) -> None:
    pytest.importorskip("pyspark", reason="needs the extra `spark`")
    from factcheck.scale.spark import check_table, local_session

    session = local_session(cores="2")
    try:
        rows = [(d.id, d.text, d.title, d.published) for d in stories[0]]
        table = session.createDataFrame(rows, "id string, text string, title string, published date")
        found = [json.loads(row.json) for row in check_table(checker, table, partitions=3).collect()]
    finally:
        session.stop()
    assert lines(found) == in_one_run


@pytest.mark.spark
def test_the_example_for_spark_submit_writes_the_findings_of_one_run(
    tmp_path: Path, stories: tuple[list[Document], Any], in_one_run: list[str]
) -> None:
    pytest.importorskip("pyspark", reason="needs the extra `spark`")
    rows = [
        {"id": d.id, "text": d.text, "title": d.title, "published": d.published and d.published.isoformat()}
        for d in stories[0]
    ]
    path, out = tmp_path / "stories.jsonl", tmp_path / "findings"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    submit = Path(sys.executable).parent / "spark-submit"
    example = GENERATOR.parent.parent / "examples" / "spark" / "check_stories.py"
    command = [str(submit), "--master", "local[2]", str(example), str(path), str(out), "--partitions", "2"]
    here = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_DRIVER_PYTHON": sys.executable}
    here.pop("PYSPARK_PYTHON", None)
    done = subprocess.run(command, env=here, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "error" in done.stdout  # the counts by severity
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(out)
    assert lines([json.loads(line) for line in table.column("json").to_pylist()]) == in_one_run
    assert {"document", "rule", "severity", "start", "end", "message"} <= set(table.column_names)
