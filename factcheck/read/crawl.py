"""A WARC file of a crawl to documents: one for each page that the crawler was answered with, read as a stream.

Needs fastwarc (the extra `warc`). A page is named by its address; lines count within the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Document, Origin, Problem
from factcheck.read.source import LARGEST_STORY, Options, Refused, Source, decode
from factcheck.read.webpage import make_page


def read_crawl(source: Source, options: Options) -> Iterator[Document | Problem]:
    """The pages of a crawl, in order; a problem for each that cannot be read."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        raise Refused('a WARC file needs fastwarc: pip install "factcheck-lint[warc]"') from None
    pages = 0
    records = ArchiveIterator(source.open(), record_types=WarcRecordType.response, parse_http=True)
    try:
        for record in records:
            kind = (record.http_content_type or "").lower()
            if "html" not in kind:
                continue
            pages += 1
            address = record.headers.get("WARC-Target-URI") or f"{source.path}:{pages}"
            try:
                yield _page(source.path, str(address), record.reader.read(LARGEST_STORY + 1))
            except Refused as refused:
                yield Problem(source.path, f"{address}: {refused}")
    except (ValueError, OSError, EOFError) as error:
        raise Refused(f"broken WARC file: {error}") from None
    if not pages:
        raise Refused("no web page in this WARC file")


def _page(path: str, address: str, data: bytes) -> Document:
    if len(data) > LARGEST_STORY:
        raise Refused(f"larger than {LARGEST_STORY // 1_000_000} MB, too much for one story")
    if not data.strip():
        raise Refused("empty page")
    text = decode(data).text
    return make_page(address, text, Origin(path, text, form="crawl"))
