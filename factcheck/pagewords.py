"""The wording of page furniture as tables: how lines open that stand beside a story, and how small print reads.

All in small letters. Chosen by us from what news sites and agencies print around their stories.
"""

from __future__ import annotations

_OPENINGS = """
read also; also read; read more; read next; read on; read the full story; read full story; read full article; see also
more from; more on this; more stories; more news; more coverage; you may also like; you might also like; you may like
most read; most popular; most viewed; most shared; editor's pick; editors' pick; editor’s pick; editors’ pick
next article; next story; next post; previous article; previous story; previous post
advertise with us; story continues below; article continues; continue reading; scroll down to; skip to content
skip to main content; jump to navigation; jump to content; click here; enlarge this image; view all; view gallery
view comments; view our comment; hide caption; toggle caption; load more; show more
share this; share on; share via; follow us; like us on; join us on
join our newsletter; join our whatsapp; join our telegram
sign up for; sign up to; subscribe to; subscribe now; subscribe for; subscribe today; subscribe here
already subscribed
already a subscriber; get our free newsletter; get the newsletter; get our newsletter; get our app; get the app
download our app; download the app; renews automatically; cancel anytime; cancel any time; you’ve reached your limit
you've reached your limit; you’ve read your; you've read your
leave a comment; leave a reply; post a comment; join the conversation; join the discussion; replying to
be the first to comment; comments are moderated; comments are closed; filed under
all rights reserved; a version of this article appears; a version of this article appeared
a version of this article was
a version of this story appears; a version of this story appeared; a version of this story was
a version appeared on; this story has not been edited; this story is auto-generated
this story was auto-generated; this article was auto-generated; this article has been auto-generated; terms of use
terms of service; terms and conditions; privacy policy; cookie policy; we use cookies
our standards; licensing rights; slideshow; view original content; with inputs from; reporting by; editing by
writing by; compiled by; edited by; additional reporting by
"""

_LABELS = """
related; related article; related articles; related story; related stories; related news; related link; related links
related post; related posts; related topic; related topics; related content; related coverage; related reading
related items; related videos; recommended; recommended for you; recommended stories; recommended articles; don't miss
don’t miss; trending; trending now; top stories; latest news; latest stories; latest headlines; advertisement
topic; topics; sponsored; sponsored content; promoted content
promoted stories; up next; tag; tags; disclaimer; newsletter; newsletters
"""

_LABELS_WITH_COLON = (
    "watch; video; listen; in pictures; gallery; topic; topics; category; categories; keywords; posted in; copyright"
)

_WHOLE = """
sign up; email address; your email; your email address; your name
share; tweet; print; print this; print this page; print this article; email; e-mail; email this; whatsapp; facebook
twitter; linkedin; pinterest; reddit; instagram; youtube; telegram; copy link; sign in; log in; subscribe; comment
comments; show comments; hide comments; no comments; read more
"""

_ENDINGS = """
disclaimer; comments; comment; leave a comment; leave a reply; tag; tags; all rights reserved; related articles
related article; related stories; related story; related news; related links; related posts; you may also like
you might also like; you may like; most read; most popular; recommended; recommended for you; recommended stories
subscribe; subscribe now; share this; filed under; show comments; end; ends; enditem
"""

PLAIN_NOTICES = (
    *(
        "rights reserved",
        "third-party content provider",
        "third party content provider",
        "involved in creation of this",
    ),
    *("may not be published, broadcast", "information you see on this page", "the views expressed in this article"),
    *("a rush deadline by", "this article was generated automatically", "{{"),
)
VAGUE_NOTICES = (
    *("does not take any respons", "does not accept any respons", "regarding the content", "written permission"),
    *("terms of use", "terms of service", "privacy policy", "unsubscribe", "may not be reproduced", "subscribers only"),
    *("newsletter", "your inbox", "syndicated feed", "cookies"),
)
"""Wording of small print: one of the plain ones makes a line a notice, of the vague ones two."""

NOTICE_STEMS = (
    *("reserved", "content provider", "creation of this", "on this page", "in this article", "rush deadline"),
    *("{{", "not be repro", "privacy", "terms of", "newsletter"),
)
"""A text in small letters without any of these holds no notice."""


def _table(words: str) -> dict[str, tuple[str, ...]]:
    """Phrases by their first word."""
    table: dict[str, tuple[str, ...]] = {}
    for phrase in words.replace("\n", ";").split(";"):
        if phrase := phrase.strip():
            first = phrase.split()[0]
            table[first] = (*table.get(first, ()), phrase)
    return table


OPENINGS = _table(_OPENINGS)
"""A short line that opens with one of these stands beside the story, by first word."""

LABELS = _table(_LABELS)
"""A line that is one of these, or opens with it and a colon."""

LABELS_WITH_COLON = _table(_LABELS_WITH_COLON)
"""A line that opens with one of these and a colon."""

WHOLE = _table(_WHOLE)
"""A line that is one of these and nothing else."""

ENDINGS = _table(_ENDINGS)
"""A line that is one of these, or opens with it and a colon, ends a story if what follows reads like none."""

FIRST_WORDS = frozenset(
    {*OPENINGS, *LABELS, *LABELS_WITH_COLON, *WHOLE, *ENDINGS}
    | set(
        "by written author photo photos photograph photographs image picture pic file illustration graphic credit "
        "source copyright home date issued published posted updated modified created first last "
        "publication "
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
        "january february march april may june july august september october november december "
        "jan feb mar apr jun jul aug sept sep oct nov dec".split()
    )
)
"""A line that opens with an ASCII word which is none of these stands in the story."""
