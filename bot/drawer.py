"""Shows the playground's drawer what really stands in the database: outbox, timers, records and the map."""

import asyncio
from dataclasses import dataclass
from typing import Any

from flows.wording import Voice
from handlers.drawing import drawn
from handlers.drawings import Drawing
from handlers.kit import Kit
from handlers.ports import Clock
from handlers.sitter import sitter_for
from storage.answers import all_answers, workspaces_with_answers
from storage.db import Connection, Database
from storage.deliveries import latest
from storage.timers import waiting_timers

ROWS_SHOWN = 200


@dataclass(frozen=True, slots=True)
class DatabaseDrawer:
    """Reads only."""

    db: Database
    kit: Kit
    clock: Clock

    async def drawer(self) -> dict[str, Any]:
        return await self.db.read(_drawer)

    async def power_map(self, workspace: str, language: str) -> bytes:
        drawing = Drawing("power_map", workspace)
        sitter = await self.db.read(sitter_for, self.kit, drawing, None, Voice(language), self.clock.now())
        made = await asyncio.to_thread(drawn, drawing.name, sitter)
        if made.attachment is None:
            raise LookupError(workspace)
        return made.attachment.content


def _drawer(conn: Connection) -> dict[str, Any]:
    return {
        "outbox": [
            {
                "id": row.id,
                "person": row.person,
                "channel": row.channel,
                "class": row.message_class.value,
                "lane": row.lane.name.lower(),
                "state": row.state.value,
                "queued_at": row.queued_at.isoformat(),
                "text": _key_of(row.content),
            }
            for row in latest(conn, ROWS_SHOWN)
        ],
        "timers": [
            {"kind": timer.kind, "person": timer.person, "due_at": timer.due_at.isoformat()}
            for timer in waiting_timers(conn, ROWS_SHOWN)
        ],
        "records": [
            {
                "kind": answer.kind,
                "field": answer.field,
                "value": _shown(answer.value),
                "person": answer.author,
                "current": answer.current,
                "answered_at": answer.answered_at.isoformat(),
            }
            for answer in all_answers(conn, ROWS_SHOWN)
        ],
        "workspaces": [{"id": place, "name": name or "–"} for place, name in workspaces_with_answers(conn)],
    }


def _key_of(content: Any) -> str:
    """Which text a row says: keys, no words."""
    if "draw" in content:
        return str(content["draw"])
    return " + ".join(str(line.get("key", "…")) for line in content["say"].get("lines", []))


def _shown(value: Any) -> str:
    return " · ".join(map(str, value)) if isinstance(value, list) else str(value)
