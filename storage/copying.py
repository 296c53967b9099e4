"""Copies a live database into one file, whole and consistent, without stopping whoever writes to it."""

import sqlite3
from pathlib import Path

from storage.db import DatabaseUnreadable, database_path


class FileIsThere(Exception):
    """A copy never overwrites a file; the message names it."""


def copy_database(url: str, target: Path) -> None:
    """Copy in one go (in steps, every write beside it would start it again). Raises FileIsThere, DatabaseTrouble."""
    source = database_path(url)
    if target.exists():
        raise FileIsThere(str(target))
    if not source.exists():
        raise DatabaseUnreadable(f"there is no database at {source}")
    target.touch(mode=0o600)
    reading = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)
    writing = sqlite3.connect(target)
    try:
        reading.backup(writing)
    finally:
        reading.close()
        writing.close()
