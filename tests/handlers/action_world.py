"""Plans an action the short way, so that a test of its day begins where it becomes interesting."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from flows.model import Value
from handlers.alerts import answer_kept
from handlers.kit import Kit
from storage.answers import keep_answer, records
from storage.attendance import Attendance, attendances
from tests.cast import Company, Someone, World
from tests.storage.rows import named

ZONE = ZoneInfo("Asia/Jerusalem")
TITLE = "משמרת מחאה"
START = "2026-12-17T18:00"
"""A Thursday, 25 days after the tests' morning."""

MARCH = named("march")
PLANNED: Mapping[str, Value] = {
    "title": TITLE,
    "purpose": "שהוועדה תדון שוב",
    "start_at": START,
    "place": "רחבת העירייה",
    "nonviolence": "yes",
    "risk_level": "low",
    "legal_line": "03-5550000",
    "next_ask": "לבוא לישיבה",
    "equipment": ["40 בקבוקי מים – Robin"],
    "run_of_show": ["18:00 פתיחה", "19:00 סוף"],
}


@dataclass(slots=True)
class Planned:
    """An action of the company. `workspace` is its coalition."""

    world: World
    neta: Someone
    workspace: str

    async def write(self, field: str, value: Value, kind: str = "action", item: str = MARCH) -> None:
        """Answer one question about it, as a conversation would."""
        kit, author = self.world.app.receiver.kit, await self.neta.number()
        await self.world.run(_write, kit, self.workspace, kind, item, field, value, author, self.world.clock.now())
        await self.world.rest()

    async def name(self, role: str, owner: Someone, backup: Someone | None = None) -> None:
        """Who holds a part, and who stands in."""
        item = f"{MARCH}:{role}"
        await self.write("wanted", True, "role", item)
        for seat, who in (("owner", owner), ("backup", backup)):
            if who is not None:
                await self.write(seat, who.name, "role", item)
                await self.write(f"{seat}_person", str(await who.number()), "role", item)

    async def move(self, start_at: str) -> None:
        """Another date, and the few minutes until it has settled."""
        await self.write("start_at", start_at)
        await self.world.move(timedelta(minutes=4))

    async def part(self, part: str, who: Someone | None = None) -> None:
        """Open one part of it from the menu."""
        who = who or self.neta
        fields = await self.fields()
        day = datetime.fromisoformat(str(fields["start_at"]))
        await who.say("/menu")
        await who.press("main_menu.choice-action")
        if not who.shows("ac_part.choice-form"):  # left open there before
            await who.press(who.words("action-label", title=TITLE, day=f"{day.day}.{day.month}"))
        await who.press(f"ac_part.choice-{part}")

    async def publish(self) -> None:
        await self.part("publish")
        await self.neta.press("ac_brief.choice-ok")

    async def cancel(self) -> None:
        await self.part("publish")
        await self.neta.press("ac_brief.choice-cancel")
        await self.neta.press("ac_cancel.choice-yes")

    async def fields(self, kind: str = "action", item: str = MARCH) -> Mapping[str, Any]:
        tables = await self.world.read(records, self.workspace, (kind,))
        return tables[kind][item]

    async def attendance(self) -> dict[str | None, Attendance]:
        everyone = await self.world.read(attendances, self.workspace, MARCH)
        return {one.name: one for one in everyone}

    async def until(self, local: str) -> None:
        """Move the clock to a local moment, through everything due on the way."""
        moment = datetime.fromisoformat(local).replace(tzinfo=ZONE)
        await self.world.move(moment - self.world.clock.now())


async def planned(company: Company, **fields: Value) -> Planned:
    """An action of which everything needed is known, but for what a test leaves out with None."""
    [(workspace,)] = await company.world.ask("SELECT id FROM workspaces")
    action = Planned(company.world, company.neta, str(workspace))
    for field, value in {**PLANNED, **fields}.items():
        if value is not None:
            await action.write(field, value)
    return action


async def published(company: Company, **fields: Value) -> Planned:
    action = await planned(company, **fields)
    await action.publish()
    return action


def _write(
    conn: Connection,
    kit: Kit,
    workspace: str,
    kind: str,
    item: str,
    field: str,
    value: Value,
    author: int,
    now: datetime,
) -> None:
    if keep_answer(conn, workspace, kind, item, field, value, author, now):
        answer_kept(conn, kit, workspace, kind, item, field, now)
