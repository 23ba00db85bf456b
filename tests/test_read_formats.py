"""Formats other than plain text: the same story in each, its findings at their places, and hostile files."""

from __future__ import annotations

import datetime
import html
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import Checker
from factcheck.model import Document, Problem, Span
from factcheck.read import Options, read_stories
from factcheck.read.places import find_place, source_span, write_fix

TITLE = 'Mill & "farm" to close'
PARAGRAPHS = (
    "The paper mill in Milltown closed on Monday, July 5, 2019, its owner said.",
    'He called it "a sad day" & left; the 300 < 400 who work there stay.',
    "It was founded on February 30, 1931 – by Ann Bell’s father.",
)
SLIPS = ("Monday", "February 30, 1931")

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _plain(title: str, paragraphs: tuple[str, ...]) -> str:
    return "\n\n".join(paragraphs) + "\n"


def _markdown(title: str, paragraphs: tuple[str, ...]) -> str:
    text = "\n\n".join(paragraph.replace("mill", "*mill*", 1) for paragraph in paragraphs)
    return f"---\ntitle: {title}\ndate: 2019-07-06\n---\n\n{text}\n"


def _page(title: str, paragraphs: tuple[str, ...]) -> str:
    text = "\n".join(f"<p>{html.escape(p).replace('mill', '<b>mill</b>', 1)}</p>" for p in paragraphs)
    return (
        f'<html lang="en"><head><title>x</title><meta name="date" content="2019-07-06"><script>var p = "July 5, 2918";'
        f"</script></head><body><nav><a>Home</a></nav><article><h1>{html.escape(title)}</h1>{text}</article></body></html>"
    )


def _ninjs(title: str, paragraphs: tuple[str, ...]) -> str:
    return json.dumps(
        {
            "uri": "urn:x",
            "versioncreated": "2019-07-06T10:00:00Z",
            "headline": title,
            "body_text": "\n\n".join(paragraphs),
        }
    )


def _ninjs_2(title: str, paragraphs: tuple[str, ...]) -> str:
    body = "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)
    return json.dumps(
        {
            "uri": "urn:x",
            "contentCreated": "2019-07-06T10:00:00Z",
            "headlines": [{"role": "main", "value": title}],
            "bodies": [{"role": "main", "contentType": "application/xhtml+xml", "value": body}],
        },
        indent=1,
        ensure_ascii=False,
    )


def _nitf(title: str, paragraphs: tuple[str, ...]) -> str:
    text = "".join(f"<p>{html.escape(p)}</p>\n" for p in paragraphs)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<nitf><head><docdata><date.issue norm="20190706"/></docdata></head><body>'
        f"<body.head><hedline><hl1>{html.escape(title)}</hl1></hedline></body.head><body.content>{text}</body.content></body></nitf>"
    )


def _newsml(title: str, paragraphs: tuple[str, ...]) -> str:
    text = "".join(f"<p>{html.escape(p)}</p>\n" for p in paragraphs)
    return (
        '<newsItem guid="urn:x" xml:lang="en"><itemMeta><versionCreated>2019-07-06T10:00:00Z</versionCreated></itemMeta>'
        f"<contentMeta><headline>{html.escape(title)}</headline></contentMeta><contentSet><inlineXML><html><body>{text}"
        "</body></html></inlineXML></contentSet></newsItem>"
    )


def _rss(title: str, paragraphs: tuple[str, ...]) -> str:
    text = "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)
    return (
        f"<rss><channel><title>Site</title><item><title>{html.escape(title)}</title><guid>urn:x</guid>"
        f"<pubDate>Sat, 06 Jul 2019 09:40:00 GMT</pubDate><description><![CDATA[{text}]]></description></item></channel></rss>"
    )


def _atom(title: str, paragraphs: tuple[str, ...]) -> str:
    text = html.escape("".join(f"<p>{html.escape(p)}</p>" for p in paragraphs))
    return (
        f"<feed><entry><id>urn:x</id><title>{html.escape(title)}</title><published>2019-07-06T10:00:00Z</published>"
        f'<content type="html">{text}</content></entry></feed>'
    )


def _lines(title: str, paragraphs: tuple[str, ...]) -> str:
    return (
        "\n"
        + json.dumps({"id": "x", "title": title, "text": "\n\n".join(paragraphs), "published": "2019-07-06"})
        + "\n"
    )


def _table(title: str, paragraphs: tuple[str, ...]) -> str:
    cells = [cell.replace('"', '""') for cell in (title, "\n\n".join(paragraphs))]
    return f'id,title,text,published\nx,"{cells[0]}","{cells[1]}",2019-07-06\n'


FORMS: dict[str, Callable[[str, tuple[str, ...]], str]] = {
    "a.txt": _plain,
    "a.md": _markdown,
    "a.html": _page,
    "a.json": _ninjs,
    "b.json": _ninjs_2,
    "a.xml": _nitf,
    "b.xml": _newsml,
    "a.rss": _rss,
    "a.atom": _atom,
    "a.jsonl": _lines,
    "a.csv": _table,
}


def _word(path: Path, title: str, paragraphs: tuple[str, ...]) -> Path:
    def line(text: str, style: str = "") -> str:
        mark = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f'<w:p>{mark}<w:r><w:t xml:space="preserve">{html.escape(text[:9])}</w:t></w:r><w:r><w:t>{html.escape(text[9:])}</w:t></w:r></w:p>'

    rows = f"<w:tbl><w:tr><w:tc>{line('Ann Bell')}</w:tc><w:tc>{line('Bo Cole')}</w:tc></w:tr></w:tbl>"
    body = line(title, "Title") + "".join(line(text) for text in paragraphs) + rows
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
    return path


def _write(path: Path, text: str) -> Path:
    path.write_bytes(text.encode("utf-8"))
    return path


def _one(path: Path, **options: object) -> Document:
    (document,) = read_stories([path], Options(**options))  # type: ignore[arg-type]
    assert isinstance(document, Document), document
    return document


def _problem(path: Path) -> str:
    (problem,) = read_stories([path])
    assert isinstance(problem, Problem)
    return str(problem)


def _at(source: str, line: int, column: int) -> int:
    """The position in a source of a line and column."""
    lines = source.splitlines(keepends=True)
    return sum(map(len, lines[: line - 1])) + column - 1


@pytest.mark.parametrize("name", FORMS)
def test_same_story_has_the_same_text_title_and_date(tmp_path: Path, name: str) -> None:
    document = _one(_write(tmp_path / name, FORMS[name](TITLE, PARAGRAPHS)))
    assert document.text.strip().split("\n\n") == list(PARAGRAPHS)
    if name != "a.txt":
        assert document.title == TITLE
        dates = [document.published, *(day for _, day in document.metadata)]
        assert datetime.date(2019, 7, 6) in dates


@pytest.mark.parametrize("name", FORMS)
def test_same_story_has_the_same_findings_at_their_places_in_the_source(tmp_path: Path, name: str) -> None:
    source = FORMS[name](TITLE, PARAGRAPHS)
    day = datetime.date(2019, 7, 6)
    document = _one(_write(tmp_path / name, source), published=day)
    findings = [f for f in Checker(select=["DAT"]).check(document).findings if f.severity == "error"]
    assert [f.rule for f in findings] == ["DAT003", "DAT001"]
    for finding, slip in zip(findings, SLIPS, strict=True):
        words = document.cut(finding.span)
        assert slip in words
        place = find_place(document, finding.span)
        start = _at(source, place.line, place.column)
        end = _at(source, place.end_line, place.end_column)
        assert source[start:end] == words


def test_word_file_counts_paragraphs_as_lines(tmp_path: Path) -> None:
    document = _one(_word(tmp_path / "a.docx", TITLE, PARAGRAPHS), published=datetime.date(2019, 7, 6))
    assert document.title == TITLE
    assert document.text == "\n".join((*PARAGRAPHS, "Ann Bell", "Bo Cole"))
    findings = [f for f in Checker(select=["DAT"]).check(document).findings if f.severity == "error"]
    assert [find_place(document, f.span)[1:3] for f in findings] == [(2, 38), (4, 19)]
    assert write_fix(document, findings[0].span, "Friday") is None


@pytest.mark.parametrize("name", FORMS)
def test_fix_written_into_the_source_changes_the_story_there(tmp_path: Path, name: str) -> None:
    source = FORMS[name](TITLE, PARAGRAPHS)
    document = _one(_write(tmp_path / name, source))
    start = document.text.index("Monday")
    change = write_fix(document, Span(start, start + 6), "Friday")
    assert change is not None
    assert document.origin is not None
    held = document.origin.source
    mended = source.replace(held, held[: change[0]] + change[2] + held[change[1] :])
    assert _one(_write(tmp_path / name, mended)).text == document.text.replace("Monday", "Friday")


_WORDS = st.text(
    st.sampled_from("abcXYZ 019,.;:'\"&<>éß“”–\u00a0😀|/{}[]!?()"), min_size=1, max_size=40
).map(lambda text: f"Mill {' '.join(text.split())} end")  # fmt: skip
_PLAIN_WORDS = _WORDS.map(lambda text: "".join(char for char in text if char not in "<>[]{}|!*_`&"))


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_stands_at_the_reported_place_is_what_is_read(tmp_path: Path, name: str, data: st.DataObject) -> None:
    words = _PLAIN_WORDS if name == "a.md" else _WORDS
    paragraphs = tuple(data.draw(st.lists(words, min_size=1, max_size=4)))
    source = FORMS[name]("Title", paragraphs)
    document = _one(_write(tmp_path / name, source))
    positions = [n for n, char in enumerate(document.text) if char.isalnum()]
    position = data.draw(st.sampled_from(positions))
    span = Span(position, position + 1)
    place = source_span(document, span)
    assert place is not None
    assert document.origin is not None
    held = document.origin.source
    edited = source.replace(held, held[: place[0]] + "Q" + held[place[1] :])
    again = _one(_write(tmp_path / name, edited))
    assert again.text == document.text[:position] + "Q" + document.text[position + 1 :]


def test_front_matter_of_both_kinds_gives_title_date_and_language(tmp_path: Path) -> None:
    yaml = '---\ntitle: "It\'s 9:40"\ndate: 2019-07-06 # day\nlastmod: 2020-01-01\ndraft: no\nlang: en-GB\n---\nThe mill.\n'
    toml = '+++\r\ntitle = "It\'s 9:40"\r\ndate = 2019-07-06T10:00:00Z\r\nlang = "en-GB"\r\n+++\r\nThe mill.\r\n'
    for text in (yaml, toml):
        document = _one(_write(tmp_path / "a.md", text))
        assert (document.title, document.language, document.text) == ("It's 9:40", "en-GB", "The mill.")
        assert document.metadata[0] == ("date", datetime.date(2019, 7, 6))


def test_broken_front_matter_is_a_problem(tmp_path: Path) -> None:
    assert "front matter" in _problem(_write(tmp_path / "a.md", "+++\ntitle = \n+++\nThe mill.\n"))


def test_marks_of_markdown_are_no_text(tmp_path: Path) -> None:
    text = (
        "# The end of *it*\n\n<!-- factcheck: ignore DAT003 -- known -->\nThe [mill](https://x.example/a_b 'm') ~~is~~ shut,\n"
        "its __owner__ `said`.\n\n```\nJuly 5, 2918\n```\n\n> A quote\n> goes on.\n\n1. Ann Bell\n2. Bo Cole\n\nName | Age\n--- | ---\n"
    )
    document = _one(_write(tmp_path / "a.md", text))
    assert document.title == "The end of it"
    assert "2918" not in document.text
    assert "ignore" not in document.text
    assert "its owner said." in document.text
    assert "A quote goes on." in document.text
    assert "Ann Bell\n\nBo Cole" in document.text


def test_menus_scripts_and_footers_of_a_page_are_no_story(tmp_path: Path) -> None:
    document = _one(_write(tmp_path / "a.html", _page(TITLE, PARAGRAPHS) + "<footer>July 5, 2918</footer>"))
    assert "2918" not in document.text
    assert "Home" not in document.text


def test_page_states_its_dates_in_linked_data(tmp_path: Path) -> None:
    linked = '{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", "datePublished": "2019-07-06", "dateModified": "2020-01-01"}]}'
    page = f'<script type="application/ld+json">{linked}</script><main><p>The mill.</p></main>'
    document = _one(_write(tmp_path / "a.html", page))
    assert document.metadata == (
        ("datePublished", datetime.date(2019, 7, 6)),
        ("dateModified", datetime.date(2020, 1, 1)),
    )


def test_feed_gives_a_story_for_each_entry(tmp_path: Path) -> None:
    feed = "<rss><channel><item><link>https://x.example/1</link><description>One.</description></item><item><description>Two.</description></item></channel></rss>"
    path = _write(tmp_path / "a.rss", feed)
    assert [item.id for item in read_stories([path]) if isinstance(item, Document)] == [
        "https://x.example/1",
        f"{path}:1",
    ]


def test_label_of_a_date_that_differs_from_its_words_is_noted(tmp_path: Path) -> None:
    text = '<nitf><body><body.content>\n<p>On <chron norm="20190706">July 5, 2019</chron> it closed.</p></body.content></body></nitf>'
    _, note = read_stories([_write(tmp_path / "a.nitf", text)])
    assert isinstance(note, Problem)
    assert str(note).endswith('a.nitf:2: "July 5, 2019" carries the label 20190706')


def test_columns_of_a_table_can_be_named(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.csv", 'nr;copy;day\n7;"The mill; the ""farm""\ntoo.";2019-07-06\n')
    document = _one(path, text_field="copy", date_field="day", id_field="nr")
    assert (document.id, document.text) == ("7", 'The mill; the "farm"\ntoo.')
    assert document.published == datetime.date(2019, 7, 6)
    start = document.text.index("farm")
    assert find_place(document, Span(start, start + 4))[1:] == (2, 20, 2, 24)


def test_other_files_of_a_folder_are_passed_by_and_named_outright_refused(tmp_path: Path) -> None:
    _write(tmp_path / "package.json", '{"name": "x"}')
    _write(tmp_path / "pom.xml", "<project/>")
    _write(tmp_path / "numbers.csv", "a,b\n1,2\n")
    _write(tmp_path / "a.txt", "The mill.")
    assert [type(item) for item in read_stories([tmp_path])] == [Document]
    assert "neither ninjs" in _problem(tmp_path / "package.json")
    assert "no news" in _problem(tmp_path / "pom.xml")
    assert "no text column among 'a', 'b'" in _problem(tmp_path / "numbers.csv")


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.xml", '<!DOCTYPE nitf [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><nitf>&b;</nitf>', "entities"),
        ("a.html", "<div>" * 5000 + "x", "nested"),
        ("a.json", "[" * 200_000, "nested"),
        ("a.json", '{"text": ', "broken JSON"),
        ("a.csv", 'id,text\n1,"never closed\n', "never closed"),
        ("a.docx", "no zip at all", "not a Word file"),
        ("a.warc", "no crawl at all", ""),
    ],
)
def test_hostile_file_is_refused_in_one_line(tmp_path: Path, name: str, text: str, words: str) -> None:
    problem = _problem(_write(tmp_path / name, text))
    assert words in problem
    assert "\n" not in problem


def test_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", " " * 70_000_000)
    assert "zip bomb" in _problem(path)


def test_word_file_with_a_document_type_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>')
    assert "document type" in _problem(path)


@pytest.mark.parametrize("name", [*FORMS, "a.docx", "a.nitf", "a.warc", "a.tsv"])
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(max_size=80)
    | st.lists(
        st.sampled_from(
            [
                "<p>",
                "<",
                "&",
                "--",
                "<!",
                "]]>",
                "<![CDATA[",
                "{",
                '"',
                "\\",
                "---\n",
                "```",
                "[",
                "](",
                "\n",
                ",",
                "<a b='",
                "<rss>",
                "<item>",
                "<nitf>",
                "<title>",
                "<script>",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_no_content_makes_a_reader_fail(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    for item in read_stories([path]):
        if isinstance(item, Document):
            find_place(item, Span(0, len(item.text)))


def test_plain_text_imports_no_other_format(tmp_path: Path) -> None:
    import subprocess

    story = _write(tmp_path / "a.txt", "The mill.")
    code = "import sys; from factcheck.read import read_stories; list(read_stories(sys.argv[1:])); print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code, str(story)], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {
        "json",
        "html.parser",
        "zipfile",
        "xml.etree",
        "trafilatura",
        "fastwarc",
        "csv",
        "factcheck.read.webpage",
    } & set(loaded)


def test_page_without_an_article_gives_its_story(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    story = "".join(
        f"<p>{html.escape(text)} Ann Bell, who led the talks, said that nobody had seen it coming.</p>"
        for text in PARAGRAPHS
    )
    links = "".join(f'<li><a href="/{n}">Other news of July {n}, 2918</a></li>' for n in range(1, 9))
    page = f"<html><body><div><ul>{links}</ul></div><div><h1>The mill</h1>{story}</div><div><ul>{links}</ul></div></body></html>"
    document = _one(_write(tmp_path / "a.html", page))
    assert PARAGRAPHS[0] in document.text
    assert PARAGRAPHS[2] in document.text
    assert "2918" not in document.text


def test_crawl_gives_a_story_for_each_page(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc", reason="the extra warc is not installed")
    page = _page(TITLE, PARAGRAPHS).encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(page)
    records = b""
    for address in (b"https://x.example/2019/07/06/a", b"https://x.example/b"):
        records += (
            (
                b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
                + address
                + b"\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
                b"WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789abc>\r\n"
                b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
                % (len(http) + len(page))
            )
            + http
            + page
            + b"\r\n\r\n"
        )
    path = tmp_path / "a.warc"
    path.write_bytes(records)
    stories = [item for item in read_stories([path]) if isinstance(item, Document)]
    assert [story.id for story in stories] == ["https://x.example/2019/07/06/a", "https://x.example/b"]
    assert stories[0].title == TITLE
    assert stories[0].origin is not None
    assert stories[0].origin.path == str(path)
