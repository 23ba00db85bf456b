"""A Word file to one document: paragraphs, headings, lists and tables; line N is paragraph N.

Read with zipfile and ElementTree. Sizes are limited before anything is unpacked, and a part that declares a
document type is refused, since no Word file has one.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from factcheck.model import Document, Origin, Problem
from factcheck.read.source import Options, Refused, Source

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_LARGEST_FILE = 100_000_000
_LARGEST_PART = 60_000_000
_HIGHEST_RATIO = 200
_MOST_PARTS = 10_000


def read_word(source: Source, options: Options) -> Iterator[Document | Problem]:
    """The file as one story; its title is the first paragraph in the style Title, else the first heading."""
    data = source.read(_LARGEST_FILE)
    paragraphs = _paragraphs(_part(data, "word/document.xml"))
    titled = next(
        (n for n, (style, text) in enumerate(paragraphs) if style.lower().startswith("title") and text.strip()), -1
    )
    if titled < 0:
        titled = next(
            (
                n
                for n, (style, text) in enumerate(paragraphs[:3])
                if style.lower().startswith("heading") and text.strip()
            ),
            -1,
        )
    lines = [text for _, text in paragraphs]
    whole = "\n".join(lines)
    title = lines[titled] if titled >= 0 else ""
    before = sum(len(line) + 1 for line in lines[:titled]) if titled >= 0 else 0
    after = before + len(title) + 1 if titled >= 0 else 0
    text = whole[:before] + whole[after:]
    pieces = (("text", 0, 0, before), ("text", before, after, len(whole) - after), ("title", 0, before, len(title)))
    yield Document(source.path, text, title, origin=Origin(source.path, whole, pieces, form="word"))


def _part(data: bytes, name: str) -> bytes:
    """One part of the package, within limits. Raises Refused for anything that is no plain Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            if len(parts) > _MOST_PARTS:
                raise Refused(f"{len(parts)} parts in one file; a zip bomb, not a story")
            part = next((part for part in parts if part.filename == name), None)
            if part is None:
                raise Refused("not a Word file: no word/document.xml in it; save it as .docx again")
            if part.file_size > _LARGEST_PART or part.file_size > _HIGHEST_RATIO * max(part.compress_size, 10_000):
                raise Refused(f"unpacks to {part.file_size // 1_000_000} MB; a zip bomb, not a story")
            if part.flag_bits & 1:
                raise Refused("protected by a password; save it without one")
            with package.open(part) as stream:
                return stream.read(_LARGEST_PART)
    except Refused:
        raise
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError) as error:
        raise Refused(f"not a Word file: {error}; save it as .docx again") from None
    except Exception as error:  # zlib.error has no common base with the above
        raise Refused(f"not a Word file: {error}; save it as .docx again") from None


def _paragraphs(xml: bytes) -> list[tuple[str, str]]:
    """Style and text of each paragraph, those in table cells included, in document order."""
    if b"<!DOCTYPE" in xml[:4096] or b"<!ENTITY" in xml or b"<\0!\0D\0" in xml[:4096]:
        raise Refused("declares a document type, which no Word file has; save it as .docx again")
    found: list[tuple[str, str]] = []
    texts: list[list[str]] = []
    styles: list[str] = []
    dropped = 0
    try:
        for moment, element in ElementTree.iterparse(io.BytesIO(xml), ("start", "end")):
            tag = element.tag.removeprefix(_W).removeprefix(_STRICT)
            if tag in ("del", "moveFrom"):
                dropped += 1 if moment == "start" else -1
            elif tag == "p":
                if moment == "start":
                    texts.append([])
                    styles.append("")
                else:
                    found.append((styles.pop(), "".join(texts.pop()).replace("\n", " ")))
                    element.clear()
            elif moment == "end" and texts and not dropped:
                if tag == "t":
                    texts[-1].append(element.text or "")
                elif tag in ("tab", "br", "cr"):
                    texts[-1].append("\t" if tag == "tab" else " ")
                elif tag in ("noBreakHyphen",):
                    texts[-1].append("-")
                elif tag == "pStyle":
                    styles[-1] = element.get(f"{_W}val") or element.get(f"{_STRICT}val") or ""
    except ElementTree.ParseError as error:
        raise Refused(f"broken XML in word/document.xml: {error}; save it as .docx again") from None
    return found
