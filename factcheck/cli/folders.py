"""Where this system keeps what can be made again."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def caches() -> Path:
    """FACTCHECK_CACHE, else a folder of factcheck's own in the user's cache folder."""
    named = os.environ.get("FACTCHECK_CACHE")
    return Path(named) if named else _system() / "factcheck"


def _system() -> Path:
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Caches"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
