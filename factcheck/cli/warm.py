"""Compiled patterns kept between runs in the user's cache folder, as Python keeps the bytecode of modules.

Compiling the patterns of all rules takes longer than checking a short story. What the
compiler makes of a pattern is a list of numbers, and reading these back takes a thirtieth of the time.
`fill` puts them where `re.compile` looks first; a pattern that is not among them is compiled
as ever, and `keep` then writes the file anew. FACTCHECK_CACHE names another folder, or is `off`.

The file is trusted as Python trusts its own bytecode: it is written for its owner alone, and one that somebody
else owns or could write is not read.

This leans on how CPython's `re` works inside. Whatever is not as expected leaves `re` as it is;
the file is named after factcheck, the interpreter and its pattern machine, and a test holds
that a kept pattern does what a fresh one does.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any

from factcheck import __version__
from factcheck.cli.folders import caches

ROOM = 4096
"""Patterns that `re` remembers in a run; its own limit of 512 would forget the first before the last is kept."""

Key = tuple[str, int]
Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, number of groups, names of groups to numbers, numbers to names."""


class _Cache(dict[Any, Any]):
    """What `re` remembers, with the kept patterns put in as they are asked for: a short story asks for few."""

    def __init__(self, kept: dict[Key, Made], known: dict[Any, Any], compile_: Callable[..., Any]) -> None:
        super().__init__(known)
        self._kept, self._compile = kept, compile_

    def __missing__(self, key: Any) -> Any:
        kind, pattern, flags = key
        if kind is not str:
            raise KeyError(key)
        all_flags, code, *groups = self._kept[pattern, flags]
        made = self[key] = self._compile(pattern, all_flags, array("I", code).tolist(), *groups)
        return made


def fill() -> dict[Key, Made]:
    """Hand the kept patterns to `re`; all that were kept."""
    try:
        import _sre  # type: ignore[import-not-found]

        re._MAXCACHE = ROOM  # type: ignore[attr-defined]
        path = _path()
        if not _is_own(path):
            return {}
        kept: dict[Key, Made] = marshal.loads(path.read_bytes())
        cache = _Cache(kept, re._cache, _sre.compile)  # type: ignore[attr-defined]
        if sys.version_info < (3, 12):
            re._cache = cache  # type: ignore[attr-defined]
        else:  # these look a pattern up by other ways, which leave __missing__ out
            re._cache.update((key, cache[key]) for key in [(str, *key) for key in kept])  # type: ignore[attr-defined]
    except Exception:  # an older file, another interpreter, a folder that is not there: all compile afresh
        return {}
    return kept


def keep(kept: dict[Key, Made]) -> None:
    """Write the patterns of this run beside those kept, if any of them is new."""
    try:
        new = {(pattern, flags) for kind, pattern, flags in list(re._cache) if kind is str} - kept.keys()  # type: ignore[attr-defined]
        if new and os.environ.get("FACTCHECK_CACHE") != "off":
            _write(kept | {key: _made(*key) for key in new})
    except Exception:  # keeping is a courtesy to the next run; this one is done
        return


def _made(pattern: str, flags: int) -> Made:
    """What the compiler makes of a pattern."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    names: dict[str, int] = parsed.state.groupdict
    numbers: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        numbers[number] = name
    return (
        int(flags | parsed.state.flags),
        array("I", map(int, _compiler._code(parsed, flags))).tobytes(),
        parsed.state.groups - 1,
        dict(names),
        tuple(numbers),
    )


def _write(made: dict[Key, Made]) -> None:
    """Replace the file in one step, so that a run beside this one never reads half of it."""
    import tempfile

    path = _path()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(marshal.dumps(made))
    Path(name).replace(path)


def _is_own(path: Path) -> bool:
    """Does the file belong to this user, and can nobody else put one in its place?"""
    if not hasattr(os, "getuid"):
        return True
    user, others_write = os.getuid(), 0o022
    return all(
        status.st_uid == user and not status.st_mode & others_write for status in (path.stat(), path.parent.stat())
    )


def _path() -> Path:
    """The file for this interpreter."""
    import _sre

    name = f"patterns-{__version__}-{sys.implementation.cache_tag}-{sys.hexversion:x}-{_sre.MAGIC}"
    return caches() / name
