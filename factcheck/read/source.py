"""One file to be read: its bytes under a limit, its text in the right encoding."""

from __future__ import annotations

import codecs
import datetime
from typing import BinaryIO, NamedTuple

LARGEST_STORY = 50_000_000
"""Bytes of one story; chosen by us: a hundred novels, ten seconds of checking a megabyte at worst."""

FIRST = 65_536
"""Bytes that are read first; most stories end there."""

_SIGNATURES = {
    b"%PDF": "a PDF file; save its text as .txt first",
    b"PK\x03\x04": "a zip or office file; Word files end in .docx",
    b"\xd0\xcf\x11\xe0": "an old Office file; save it as .docx first",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file; unpack it first",
    b"{\\rtf": "a rich text file; save it as .txt or .docx first",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MARKS = (*_SIGNATURES, *(bom for bom, _ in _BOMS))


class Refused(Exception):
    """A file, or a line of one, that cannot be used: what is wrong and the way out.

    `foreign` says that the file is no story of its format at all; one met on the way through a folder is passed by.
    """

    def __init__(self, message: str, line: int = 0, *, foreign: bool = False) -> None:
        super().__init__(message)
        self.line = line
        self.foreign = foreign


class Options(NamedTuple):
    """What the caller says of the stories: their date, and the names of the fields of tables."""

    published: datetime.date | None = None
    text_field: str = ""
    title_field: str = ""
    date_field: str = ""
    id_field: str = ""
    stdin_name: str = ""


class Source:
    """A file named `path`, opened when first read; `walked` when it was met in a folder, not named outright."""

    __slots__ = ("path", "stream", "walked")

    def __init__(self, path: str, stream: BinaryIO | None = None, walked: bool = False) -> None:
        self.path, self.stream, self.walked = path, stream, walked

    def open(self) -> BinaryIO:
        """The file's bytes as a stream, from the start."""
        if self.stream is None:
            # Closed by `close`, since a table is read as it streams; making a Path takes half as long as opening.
            self.stream = open(self.path, "rb")  # noqa: SIM115, PTH123
        return self.stream

    def close(self) -> None:
        if self.stream is not None and self.path != "-":
            self.stream.close()

    def read(self, limit: int = LARGEST_STORY) -> bytes:
        """All bytes. Raises Refused for an empty file and one above the limit."""
        stream = self.open()
        data = stream.read(FIRST)  # room for `limit` at once would cost as much as all else together
        if len(data) == FIRST:
            data += stream.read(limit + 1 - FIRST)
        if len(data) > limit:
            raise Refused(
                f"larger than {limit // 1_000_000} MB, too much for one story; "
                "split it, or write one story a line into a .jsonl file"
            )
        if not data.strip():
            raise Refused("empty; nothing to check")
        return data


class Decoded(NamedTuple):
    """The text of a file, how to write it back, and what the reader should know ("" when all is plain)."""

    text: str
    encoding: str
    note: str = ""

    @property
    def newline(self) -> str:
        """The line end that the file uses first."""
        at = self.text.find("\n")
        if at < 0:
            return "\r" if "\r" in self.text else "\n"
        return "\r\n" if self.text[at - 1 : at] == "\r" else "\n"


def decode(data: bytes) -> Decoded:
    """Bytes to text: UTF-8, UTF-16 and UTF-32 with a byte order mark, else Windows-1252 with a note.

    Raises Refused for what is no text.
    """
    if data.startswith(_MARKS):
        for signature, kind in _SIGNATURES.items():
            if data.startswith(signature):
                raise Refused(f"not text but {kind}")
        encoding = next(encoding for bom, encoding in _BOMS if data.startswith(bom))
        try:
            return Decoded(data.decode(encoding), encoding)
        except UnicodeDecodeError as error:
            raise Refused(f"broken {encoding.upper()} at byte {error.start}; save the file as UTF-8") from None
    if b"\0" in data:
        raise Refused("not text but a binary file (it holds NUL bytes)")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        broken = error.start
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise Refused(f"neither UTF-8 (byte {broken}) nor Windows-1252; save the file as UTF-8") from None
    if sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in data[:4096]) > 40:
        raise Refused("not text but a binary file")
    line = data.count(b"\n", 0, broken) + 1
    return Decoded(text, "cp1252", f"not UTF-8 (line {line}); read as Windows-1252")
