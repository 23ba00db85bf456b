"""Markdown to one document: front matter (YAML's scalars or TOML) as metadata, the text without its marks.

Of YAML only `key: value` lines are read, as the text they are: a date stays a date, `no` stays a word.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterator

from factcheck.model import Document, Origin, Problem
from factcheck.read.source import Options, Refused, Source, decode
from factcheck.read.weave import Weave
from factcheck.read.webpage import read_stated

_FRONT = re.compile(
    r"(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<body>.*?)^(?P=fence)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_SCALAR = re.compile(
    r"^(?P<key>[A-Za-z][\w.-]*)[ \t]*[:=][ \t]*(?P<quote>[\"']?)(?P<value>[^\r\n]{0,500}?)(?P=quote)"
    r"[ \t]{0,20}(?:#[^\"'\r\n]{0,200})?\r?$",
    re.MULTILINE,
)
_DATES = (
    "date",
    "publishdate",
    "published",
    "pubdate",
    "date_published",
    "lastmod",
    "last_modified",
    "modified",
    "updated",
)
_FENCE = re.compile(r"[ ]{0,3}(```+|~~~+)")
_LINE_MARK = re.compile(r"[ ]{0,3}(?:>[ ]?)*(?:#{1,6}[ \t]+|[-*+][ \t]+|\d{1,3}[.)][ \t]+)?")
_BREAKS = re.compile(
    r"[ ]{0,3}(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,3}[.)][ \t]|>|\||(?:[-*_][ \t]*){3,}$|={2,}[ \t]*$|-{2,}[ \t]*$|<|```|~~~)"
)
_RULE = re.compile(r"[ \t|:=*_-]{3,400}$|[ ]{0,3}\[[^\]\n]{1,200}\]:[ \t]*\S")
_INLINE = re.compile(
    r"<!--.{0,1000}?-->|!?\[(?P<words>[^\]\[\n]{0,500})\]"
    r"(?:\([^()\s]{0,1000}(?:[ ][\"'][^\"'\n]{0,300}[\"'])?\)|\[[^\]\n]{0,100}\])"
    r"|\*{1,3}|~~|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`+|</?[A-Za-z][^<>\n]{0,300}>|\\(?P<escaped>[!-/:-@\[-`{-~])|\{\{[<%].{0,500}?[%>]\}\}",
    re.DOTALL,
)
_COMMENT = re.compile(r"<!--(?:(?!-->).){0,2000}-->\s*|\{\{[<%](?:(?!\}\}).){0,500}\}\}\s*")
_HEADING = re.compile(r"[ ]{0,3}#[ \t]+(?P<words>[^\r\n]*[^\r\n#\s])", re.MULTILINE)


def read_markdown(source: Source, options: Options) -> Iterator[Document | Problem]:
    """The file as one story, and a note where its encoding had to be guessed."""
    decoded = decode(source.read())
    if decoded.note:
        yield Problem(source.path, decoded.note, fatal=False)
    text = decoded.text
    front = _FRONT.match(text)
    start = front.end() if front else 0
    fields = _front_matter(text, front) if front else {}
    title = Weave("title")
    heading = None
    if "title" in fields:
        title.copy(text, *fields["title"])
    elif heading := _HEADING.search(text, start, start + 2000):
        _copy_inline(text, *heading.span("words"), title)
    weave = Weave()
    _copy_body(text, start, heading.span() if heading else (-1, -1), weave)
    origin = Origin(
        source.path,
        text,
        (*weave.pieces, *title.pieces),
        encoding=decoded.encoding,
        newline=decoded.newline,
        form="markdown",
    )
    language = next((text[slice(*fields[key])] for key in ("lang", "language") if key in fields), "")
    yield Document(
        source.path, weave.text, title.text, language=language, origin=origin, metadata=tuple(_stated(text, fields))
    )


def _front_matter(text: str, front: re.Match[str]) -> dict[str, tuple[int, int]]:
    """Where the scalar values of the front matter stand, by key in small letters. Raises Refused for broken TOML."""
    if front["fence"] == "+++":
        try:
            tomllib.loads(front["body"].replace("\r\n", "\n"))
        except tomllib.TOMLDecodeError as error:
            raise Refused(f"broken front matter: {error}", line=1) from None
    found: dict[str, tuple[int, int]] = {}
    for match in _SCALAR.finditer(text, front.start("body"), front.end("body")):
        found.setdefault(match["key"].lower(), match.span("value"))
    return found


def _stated(text: str, fields: dict[str, tuple[int, int]]) -> Iterator[tuple[str, datetime.date]]:
    for key in _DATES:
        if key in fields and (day := read_stated(text[slice(*fields[key])])):
            yield key, day


def _copy_body(text: str, start: int, heading: tuple[int, int], weave: Weave) -> None:
    """Add the body: paragraphs without line marks and inline marks; code and link targets are left out."""
    fence = ""
    open_paragraph = quoted = False
    at = start
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        stop = end - (text[end - 1 : end] == "\r" and end > at)
        marker = _FENCE.match(text, at, stop)
        if fence:
            fence = "" if marker and marker[1].startswith(fence) else fence
            open_paragraph = False
        elif marker:
            fence, open_paragraph = marker[1], False
        elif at == heading[0] or not text[at:stop].strip() or _RULE.match(text, at, stop):
            open_paragraph = False
        else:
            goes_on = open_paragraph and not _BREAKS.match(text, at, stop)
            mark = _LINE_MARK.match(text, at, stop)
            first = mark.end() if mark else at
            while first < stop and text[first] in " \t":
                first += 1
            if _COMMENT.fullmatch(text, first, stop):
                open_paragraph = False
            else:
                goes_on = goes_on or (open_paragraph and quoted and text.startswith(">", at))
                quoted = text.startswith(">", at)
                if goes_on:
                    weave.stand(" ", at - 1)
                else:
                    weave.break_line()
                _copy_inline(text, first, stop, weave)
                open_paragraph = not (mark and "#" in mark[0])
        at = end + 1
    weave.close(len(text))


def _copy_inline(text: str, start: int, end: int, weave: Weave) -> None:
    """Add a line without its inline marks."""
    run = start
    for match in _INLINE.finditer(text, start, end):
        weave.copy_markup(text, run, match.start(), fold=False)
        run = match.end()
        if match["words"]:
            weave.copy_markup(text, *match.span("words"), fold=False)
        elif match["escaped"]:
            weave.copy(text, *match.span("escaped"))
    weave.copy_markup(text, run, end, fold=False)
