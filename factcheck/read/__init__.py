"""Paths to documents: files, folders and standard input, each story with a map back to its source file.

What cannot be read is a value as well (`Problem`), so that the rest is checked. The table of formats
names a module and a function; a module is imported only when a file of its kind is read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path

from factcheck.model import Document, Problem
from factcheck.read.files import find_files
from factcheck.read.source import Options, Refused, Source

__all__ = ["FORMATS", "Options", "Refused", "read_stories"]

Reader = Callable[[Source, Options], Iterator[Document | Problem]]

FORMATS: dict[str, tuple[str, str]] = {
    ".txt": ("plain", "read_text"),
    ".text": ("plain", "read_text"),
    ".jsonl": ("jsonlines", "read_lines"),
    ".ndjson": ("jsonlines", "read_lines"),
    ".md": ("markdown", "read_markdown"),
    ".markdown": ("markdown", "read_markdown"),
    ".html": ("webpage", "read_page"),
    ".htm": ("webpage", "read_page"),
    ".xhtml": ("webpage", "read_page"),
    ".docx": ("word", "read_word"),
    ".json": ("ninjs", "read_json"),
    ".xml": ("newsxml", "read_xml"),
    ".nitf": ("newsxml", "read_xml"),
    ".rss": ("newsxml", "read_xml"),
    ".atom": ("newsxml", "read_xml"),
    ".csv": ("table", "read_table"),
    ".tsv": ("table", "read_table"),
    ".warc": ("crawl", "read_crawl"),
    ".warc.gz": ("crawl", "read_crawl"),
}
"""Ending to module in this package and its function; any other ending that is named outright is plain text."""

STDIN = "-"


def read_stories(paths: Iterable[str | Path], options: Options | None = None) -> Iterator[Document | Problem]:
    """Every story of the paths, in their order, folders sorted; a Problem stands where one could not be used.

    "-" is standard input. Documents of a file are named by its path as given, rows of a table by their id.
    Never raises for what a path or a file holds.
    """
    settings = options or Options()
    for path in paths:
        if str(path) == STDIN:
            name = settings.stdin_name or STDIN
            yield from _read(Source(name, sys.stdin.buffer), settings)
            continue
        for found in find_files(str(path), FORMATS):
            if isinstance(found, Problem):
                yield found
            else:
                yield from _read(found, settings)


def _read(source: Source, options: Options) -> Iterator[Document | Problem]:
    try:
        for item in _reader(source.path)(source, options):
            yield _with_published(item, options) if isinstance(item, Document) else item
    except Refused as refused:
        if not (refused.foreign and source.walked):
            yield Problem(source.path, str(refused), line=refused.line)
    except OSError as error:
        yield Problem(source.path, f"cannot be read: {error.strerror or error}")
    except MemoryError:
        yield Problem(source.path, "too large for this machine's memory; split the file")
    finally:
        source.close()


def _with_published(document: Document, options: Options) -> Document:
    return document._replace(published=options.published) if options.published else document


def _reader(path: str) -> Reader:
    """The function that reads a file of this name."""
    name = path.lower()
    module, function = next((FORMATS[end] for end in FORMATS if name.endswith(end)), FORMATS[".txt"])
    reader: Reader = getattr(import_module(f"factcheck.read.{module}"), function)
    return reader
