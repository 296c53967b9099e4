"""Greets whoever was away for long with one line of what changed meanwhile, so that no old picture is trusted."""

from datetime import datetime, timedelta

from flows.model import Phrase, Place, Verbatim, Wording
from storage.answers import changed_since
from storage.db import Connection

LONG_AWAY = timedelta(hours=12)
"""After this long a person is greeted and told what changed meanwhile."""


def what_changed(conn: Connection, person: int, place: Place, since: datetime, now: datetime) -> list[Wording]:
    """One line of what others did since, if the person was away for long."""
    if now - since < LONG_AWAY:
        return []
    if place.workspace is None:
        return [Phrase("welcome-back")]
    count, people, name = changed_since(conn, place.workspace, person, since)
    if not count:
        return [Phrase("welcome-back")]
    key = "since-you-were-here-by-one" if people == 1 else "since-you-were-here"
    who: Wording = Verbatim(name) if name else Phrase("former-member")
    return [Phrase(key, {"name": who, "count": count})]
