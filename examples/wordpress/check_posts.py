"""Check the posts of a WordPress site: drafts and scheduled posts against what is published.

    python check_posts.py https://news.example          published posts
    python check_posts.py posts.json                    posts saved from /wp-json/wp/v2/posts

WordPress gives posts as JSON with `title.rendered`, `content.rendered` and `date`. For drafts
give a user and an application password in WP_USER and WP_PASSWORD.
"""

from __future__ import annotations

import base64
import datetime
import json
import os
import sys
import urllib.request
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from typing import Any

from factcheck import Checker, Document
from factcheck.model import Origin
from factcheck.read.webpage import make_page

PAGE = 100


def read_posts(source: str) -> list[dict[str, Any]]:
    """The posts of a site, drafts included where the user may see them, or of a saved file."""
    if not source.startswith(("http://", "https://")):
        return json.loads(Path(source).read_text(encoding="utf-8"))
    user, password = os.environ.get("WP_USER"), os.environ.get("WP_PASSWORD")
    status = "publish,future,draft,pending" if user else "publish"
    request = urllib.request.Request(f"{source.rstrip('/')}/wp-json/wp/v2/posts?per_page={PAGE}&status={status}")
    if user and password:
        request.add_header("Authorization", "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode())
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def make_document(post: dict[str, Any]) -> Document:
    """One post as a story; its id is its address."""
    body = post["content"]["rendered"]
    address = str(post.get("link") or post["id"])
    page = make_page(address, body, Origin(address, body))
    published = datetime.date.fromisoformat(post["date"][:10]) if post.get("date") else None
    return Document(address, page.text, unescape(post["title"]["rendered"]), published)


def check_posts(posts: Iterable[dict[str, Any]]) -> list[str]:
    """A line for each warning and error in the posts."""
    documents = {document.id: document for document in map(make_document, posts)}
    lines = []
    for finding in Checker().run(documents.values()):
        if finding.severity != "info":
            words = documents[finding.document].cut(finding.span)
            lines.append(f"{finding.document}: {finding.severity} {finding.rule} “{words}”: {finding.message}")
    return lines


if __name__ == "__main__":
    found = check_posts(read_posts(sys.argv[1]))
    print("\n".join(found))
    sys.exit(bool(found))
