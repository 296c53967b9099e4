"""Composes and approves a call the short way, so that a test of it begins where it becomes interesting."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection

from storage.broadcasts import Call, Ends, ends_of, load_call, replies_to
from storage.people import add_person, set_person
from storage.workspaces import COORDINATOR, MEMBER, join_workspace, set_role
from tests.cast import Company, Someone, World

TEXT = "מחר ב־9:00 הוועדה מצביעה. צריך אותנו שם."
GONE = timedelta(seconds=25)
"""Longer than a call can be taken back."""


@dataclass(slots=True)
class Calling:
    """The company with a second coordinator, Robin."""

    world: World
    neta: Someone
    samir: Someone
    robin: Someone
    workspace: str

    async def compose(self, purpose: str = "action", text: str = TEXT, when: str = "now") -> None:
        """From the menu to the preview, for everybody."""
        await self.neta.say("/menu")
        await self.neta.press("main_menu.choice-call")
        await self.neta.press(f"call-purpose.{purpose}")
        await self.neta.press(self.neta.buttons()[0])  # everybody
        await self.neta.say(text)
        await self.neta.press("bc_text_ar.choice-without" if self.neta.shows("bc_text_ar.choice-without") else
                              "bc_text_en.choice-without")  # fmt: skip
        if self.neta.shows("bc_picture.choice-without"):
            await self.neta.press("bc_picture.choice-without")
        await self.neta.press(f"call-time.{when}")

    async def approve(self) -> None:
        await self.neta.press("bc_preview.choice-ask")
        await self.robin.press("choice-call-approve")

    async def send(self, purpose: str = "action", text: str = TEXT) -> Call:
        """All of it, until nobody can take it back."""
        await self.compose(purpose, text)
        await self.approve()
        await self.world.move(GONE)
        return await self.call()

    async def call(self) -> Call:
        """The newest call."""
        [(found,)] = await self.world.ask("SELECT id FROM broadcasts ORDER BY asked_at DESC, rowid DESC LIMIT 1")
        call = await self.world.read(load_call, str(found), self.workspace)
        assert call is not None
        return call

    async def ends(self) -> Ends:
        return await self.world.read(ends_of, await self.call())

    async def answers(self) -> dict[str, int]:
        return dict(await self.world.read(replies_to, (await self.call()).id))

    async def more_people(self, count: int) -> None:
        """Members whom no phone belongs to."""
        keys, now = self.world.plan.keys, self.world.clock.now()

        def add(conn: Connection) -> None:
            for number in range(count):
                address = add_person(conn, keys, "playground_telegram", f"nobody-{number}", now)
                set_person(conn, address.person, language="he", consented_at=now)
                join_workspace(conn, self.workspace, address.person, MEMBER, now)

        await self.world.run(add)


async def calling(company: Company, *, second: bool = True) -> Calling:
    world = company.world
    [(workspace,)] = await world.ask("SELECT id FROM workspaces")
    if second:
        await world.run(set_role, str(workspace), await company.robin.number(), COORDINATOR)
    return Calling(world, company.neta, company.samir, company.robin, str(workspace))
