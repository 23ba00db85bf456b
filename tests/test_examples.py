"""The examples and hooks, each run as far as it can be without the site it is for."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from factcheck.cli import main

TOP = Path(__file__).parent.parent
EXAMPLES = TOP / "examples"


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_hugo_site_finds_the_wrong_weekday_and_lets_the_painted_name_stand(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(EXAMPLES / "hugo")
    assert main(["content", "--format", "concise", "-q"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("content/posts/quay.md:6:")
    assert "DAT003" in line


def test_wordpress_posts_are_read_from_their_json(tmp_path: Path) -> None:
    script = load(EXAMPLES / "wordpress" / "check_posts.py")
    body = "<p>The ferry &amp; the quay opened on <b>Monday</b>, July 9, 2019.</p>\n<p>Nobody came.</p>"
    post = {
        "id": 7,
        "link": "https://news.example/quay",
        "date": "2019-07-09T09:00:00",
        "title": {"rendered": "Quay &#8220;open&#8221;"},
        "content": {"rendered": body},
    }
    (tmp_path / "posts.json").write_text(json.dumps([post]), encoding="utf-8")
    (line,) = script.check_posts(script.read_posts(str(tmp_path / "posts.json")))
    assert line.startswith("https://news.example/quay: error DAT003 “Monday, July 9, 2019”: ")


def test_superdesk_handler_stops_on_errors() -> None:
    handler = load(EXAMPLES / "superdesk" / "factcheck_validator.py")
    item = {
        "guid": "tag:1",
        "headline": "The quay",
        "body_html": "<p>The quay opened on Monday, July 9, 2019.</p>",
        "versioncreated": "2019-07-09T09:00:00+00:00",
    }
    response: list[str] = []
    fields: dict[str, Any] = {}
    handler.validate(None, item=item, response=response, error_fields=fields, fields={})
    assert len(response) == 1
    assert response[0].startswith("DAT003: “Monday, July 9, 2019”")
    assert fields == {"body_html": response}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with one right story committed and the command on the path."""
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    commands = tmp_path / "bin"
    commands.mkdir()
    (commands / "factcheck").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n', encoding="utf-8")
    (commands / "factcheck").chmod(0o755)
    monkeypatch.setenv("PATH", f"{commands}{os.pathsep}{os.environ['PATH']}")
    folder = tmp_path / "repository"
    (folder / "content").mkdir(parents=True)
    monkeypatch.chdir(folder)
    for words in (["init", "-q"], ["config", "user.name", "Desk"], ["config", "user.email", "desk@news.example"]):
        git(*words)
    (folder / "content" / "old.md").write_text("The ferry left on Friday, June 30, 2017.\n", encoding="utf-8")
    git("add", "content")
    git("commit", "-q", "-m", "Old copy")
    return folder


def git(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *words], capture_output=True, text=True, check=False)


def test_git_hook_stops_a_commit_with_an_error(repository: Path) -> None:
    shutil.copy(EXAMPLES / "git" / "pre-commit", repository / ".git" / "hooks" / "pre-commit")
    story = repository / "content" / "new.md"
    story.write_text("The quay opened on Monday, July 9, 2019.\n", encoding="utf-8")
    git("add", "content")
    stopped = git("commit", "-q", "-m", "New copy")
    assert stopped.returncode != 0
    assert "DAT003" in stopped.stdout + stopped.stderr
    story.write_text("The quay opened on Tuesday, July 9, 2019.\n", encoding="utf-8")
    git("add", "content")
    assert git("commit", "-q", "-m", "New copy").returncode == 0


def test_pre_commit_runs_the_shipped_hook(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if importlib.util.find_spec("pre_commit") is None:
        pytest.skip("pre-commit is not installed (extra dev)")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "cache"))
    hook = (TOP / ".pre-commit-hooks.yaml").read_text(encoding="utf-8").partition("- id: factcheck-fix")[0]
    local = hook[hook.index("- id:") :].replace("language: python", "language: system")
    indented = "".join(f"      {line}\n" for line in local.splitlines())
    config = f"repos:\n  - repo: local\n    hooks:\n{indented}"
    (repository / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    (repository / "content" / "new.md").write_text("The quay opened on Monday, July 9, 2019.\n", encoding="utf-8")
    git("add", "content", ".pre-commit-config.yaml")
    command = [sys.executable, "-m", "pre_commit", "run", "factcheck"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "content/new.md" in done.stdout
    assert "DAT003" in done.stdout


def test_action_names_the_commands_it_needs() -> None:
    words = (TOP / "action.yml").read_text(encoding="utf-8")
    assert "using: composite" in words
    assert "factcheck $FACTCHECK_PATHS --format github $FACTCHECK_ARGS" in words
    assert "${{ inputs" not in words.partition("run: factcheck")[2]  # an input in a script could run commands
