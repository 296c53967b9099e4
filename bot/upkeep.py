"""Does what an operator does beside the running bot: migrate, back up, invite; and words what a start refuses."""

import asyncio
from datetime import timedelta
from pathlib import Path

from bot.app import fresh_code
from bot.clock import SystemClock
from bot.settings import Settings
from bot.web import PortTaken
from storage.copying import FileIsThere, copy_database
from storage.db import (
    Connection,
    DatabaseLocked,
    DatabaseNewer,
    DatabaseTrouble,
    DatabaseUnreadable,
    open_database,
)
from storage.seals import Keys, KeyUnusable
from storage.workspaces import COORDINATOR, add_invitation

FOUNDING_CODE_LIFE = timedelta(days=7)


MENDABLE_TROUBLES = (DatabaseTrouble, KeyUnusable, PortTaken, FileIsThere)

_SENTENCES: dict[type[Exception], str] = {
    DatabaseLocked: "The database is in use by another process. Stop the other bot first; nothing was changed.",
    DatabaseNewer: "The database was written by a later version of Rakezet. Run that version; nothing was changed.",
    DatabaseUnreadable: "The database cannot be read: it is damaged, or not ours to open. Nothing was changed.",
    PortTaken: "The address {} is taken. Set RAKEZET_HTTP_PORT (or --port) to a free one.",
    FileIsThere: "{} exists already. Give the backup another name.",
}


def sentence_of(trouble: Exception) -> str:
    """One plain sentence for the operator."""
    sentence = _SENTENCES.get(type(trouble), "{}")
    return sentence.format(trouble) if "{}" in sentence else f"{sentence} ({trouble})"


async def migrate_database(url: str) -> None:
    db = await open_database(url)
    try:
        await db.migrate()
    finally:
        await db.close()


async def backup_database(url: str, file: Path) -> None:
    """A consistent copy in one go, taken beside a running bot."""
    await asyncio.to_thread(copy_database, url, file)


async def invite_founder(settings: Settings) -> None:
    """Print a code that lets one person found a coalition."""
    code = fresh_code()
    keys = Keys.load(settings.key_file)
    db = await open_database(settings.database_url, alone=False)
    try:
        await db.run(_add, keys.lookup("invitation", code))
    finally:
        await db.close()
    print(f"{code[:4]}-{code[4:]}")


def _add(conn: Connection, lookup: bytes) -> None:
    now = SystemClock().now()
    add_invitation(conn, lookup, None, COORDINATOR, 1, now + FOUNDING_CODE_LIFE, now)
