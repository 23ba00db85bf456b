"""CSV and TSV to documents: one article a row, columns named by the first row, read as a stream."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck.model import Document, Origin, Problem
from factcheck.read.jsonlines import NAMES, read_day
from factcheck.read.source import LARGEST_STORY, Options, Refused, Source
from factcheck.read.weave import Weave

_DELIMITERS = ",;\t|"


class Cell(NamedTuple):
    """A cell of a record: where its text stands, without the quotes around it, and whether it had them."""

    start: int
    end: int
    quoted: bool


def read_table(source: Source, options: Options) -> Iterator[Document | Problem]:
    """A document for each row, a problem for each that cannot be used."""
    records = _records(source)
    header = next(records, None)
    if header is None:
        raise Refused("empty; nothing to check")
    delimiter = max(_DELIMITERS, key=header[1].count)
    names = [_cell_text(header[1], cell) for cell in split_record(header[1], delimiter)]
    columns = _columns(names, options)
    for line, record in records:
        if not record.strip():
            continue
        try:
            yield _document(source.path, line, record, delimiter, columns, options)
        except Refused as refused:
            yield Problem(source.path, str(refused), line=line)


def _records(source: Source) -> Iterator[tuple[int, str]]:
    """Each record with its first line's number; a record goes on while a quote is open."""
    stream = source.open()
    number, start, held, quotes = 0, 1, [], 0
    size = 0
    while True:
        data = stream.readline(LARGEST_STORY + 1)
        if not data:
            break
        number += 1
        size += len(data)
        if size > LARGEST_STORY:
            raise Refused(f"a row larger than {LARGEST_STORY // 1_000_000} MB; is a quote left open?", line=start)
        if b"\0" in data:
            raise Refused("not text but a binary file (it holds NUL bytes)")
        try:
            text = data.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise Refused("not UTF-8; save the file as UTF-8", line=number) from None
        held.append(text)
        quotes += text.count('"')
        if quotes % 2 == 0:
            yield start, "".join(held).rstrip("\r\n")
            start, held, quotes, size = number + 1, [], 0, 0
    if held:
        raise Refused("a quote is opened here and never closed", line=start)


def split_record(record: str, delimiter: str) -> list[Cell]:
    """The cells of a record, in order."""
    cells, at = [], 0
    while True:
        if record.startswith('"', at):
            end = _closing_quote(record, at + 1)
            cells.append(Cell(at + 1, end, True))
            after = record.find(delimiter, end + 1)
        else:
            after = record.find(delimiter, at)
            cells.append(Cell(at, after if after >= 0 else len(record), False))
        if after < 0:
            return cells
        at = after + 1


def _closing_quote(record: str, at: int) -> int:
    """The place of the quote that closes a cell; doubled quotes stand for one."""
    while True:
        end = record.find('"', at)
        if end < 0:
            return len(record)
        if not record.startswith('""', end):
            return end
        at = end + 2


def _cell_text(record: str, cell: Cell) -> str:
    text = record[cell.start : cell.end]
    return text.replace('""', '"') if cell.quoted else text


def map_cell(record: str, cell: Cell, field: str) -> Weave:
    """A cell's text with its map; a doubled quote is one sign."""
    weave = Weave(field)
    at = cell.start
    while cell.quoted:
        end = record.find('""', at, cell.end)
        if end < 0:
            break
        weave.copy(record, at, end)
        weave.stand('"', end)
        at = end + 2
    weave.copy(record, at, cell.end)
    weave.close(cell.end)
    return weave


def _columns(names: list[str], options: Options) -> Mapping[str, int]:
    """The number of each field's column. Raises Refused where a wanted column or any text is missing."""
    wanted = {
        "text": options.text_field,
        "title": options.title_field,
        "published": options.date_field,
        "id": options.id_field,
    }
    low = [name.strip().lower() for name in names]
    columns = {}
    for field, name in wanted.items():
        if name and name not in names:
            raise Refused(f"no column {name!r}; the columns are {', '.join(map(repr, names[:12]))}", line=1)
        if name:
            columns[field] = names.index(name)
        else:
            found = next((low.index(each.lower()) for each in NAMES[field] if each.lower() in low), -1)
            if found >= 0:
                columns[field] = found
    if "text" not in columns:
        listed = ", ".join(map(repr, names[:12]))
        raise Refused(f"no text column among {listed}; name it with --text-field", line=1, foreign=True)
    return columns


def _document(
    path: str, line: int, record: str, delimiter: str, columns: Mapping[str, int], options: Options
) -> Document:
    cells = split_record(record, delimiter)
    if columns["text"] >= len(cells):
        raise Refused(f"only {len(cells)} columns; the text is in column {columns['text'] + 1}")
    values = {field: _cell_text(record, cells[n]) for field, n in columns.items() if n < len(cells)}
    form = f"csv:{delimiter}{columns['text']}:{columns.get('title', '')}"
    return Document(
        values.get("id") or f"{path}:{line}",
        values["text"],
        values.get("title", ""),
        read_day(values.get("published"), options.date_field),
        origin=Origin(path, record, first_line=line, form=form),
    )


def map_row(record: str, form: str) -> tuple[tuple[str, int, int, int], ...]:
    """The pieces of a row's text and title, as its form names their columns."""
    delimiter = form[4]
    text, _, title = form[5:].partition(":")
    cells = split_record(record, delimiter)
    pieces = map_cell(record, cells[int(text)], "text").pieces
    return pieces + (map_cell(record, cells[int(title)], "title").pieces if title and int(title) < len(cells) else ())
