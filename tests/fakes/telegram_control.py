"""What a test asks of the fake Telegram, said once for a fake in this process and for one in another
process.

`log`, `faults`, `presses` and `deliveries` are as of the last `refresh()`; in the same process always
current.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from tests.fakes.telegram_clock import PATIENCE
from tests.fakes.telegram_faults import Knobs
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_rules import Fault
from tests.fakes.telegram_updates import Delivery
from tests.fakes.telegram_weather import Spell
from tests.fakes.telegram_world import Call, Press


class Control(Knobs):
    """Verbs for a test. `order` and `chat` are where the two processes differ."""

    root: str  # http://127.0.0.1:port
    token: str
    log: Sequence[Call]
    faults: Sequence[Fault]
    deliveries: Sequence[Delivery]
    acknowledged: Sequence[int]  # updates the bot has said it has

    @property
    def presses(self) -> Sequence[Press]:
        raise NotImplementedError

    async def order(self, name: str, **values: Any) -> Any:
        raise NotImplementedError

    async def chat(self, chat_id: int) -> Phone:
        """A chat that exists already; KeyError if none does."""
        raise NotImplementedError

    async def refresh(self) -> None:
        raise NotImplementedError

    # --- people ---

    async def person(
        self,
        first_name: str = "נועה",
        user_id: int | None = None,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = "he",
    ) -> Phone:
        """Somebody new with a private chat; the bot cannot write there before the person has."""
        about = {"last_name": last_name, "username": username, "language_code": language_code}
        return await self.chat(await self.order("person", user_id=user_id, first_name=first_name, **about))

    async def group(self, founder: Phone, title: str = "שכנים", kind: str = "group", *members: Phone) -> Phone:
        """A group (or supergroup) without the bot; `add_bot()` brings it in."""
        ids = [member.id for member in members]
        return await self.chat(await self.order("group", founder=founder.id, title=title, kind=kind, members=ids))

    # --- knobs that are no trouble of a single call ---

    async def turn(self, kind: str, method: str | None, chat: int | None, times: int | None, **values: Any) -> None:
        await self.order("turn", kind=kind, method=method, chat=chat, times=times, values=values)

    async def release(self) -> None:
        """Opens the gate for all held calls and takes the `hold` knobs back."""
        await self.order("release")

    async def weather(self, seed: int, *spells: Spell) -> None:
        """From now on every call may meet trouble by itself; fair weather again with `clear_knobs`."""
        await self.order("weather", seed=seed, spells=[spell.written() for spell in spells])

    async def people(self, count: int, first_id: int = 6_000_000_001) -> range:
        """So many people the bot may write to, who have said nothing that it would hear: their chat ids."""
        await self.order("people", count=count, first_id=first_id)
        return range(first_id, first_id + count)

    async def clear_knobs(self) -> None:
        """All is well again; held calls go on."""
        await self.order("clear_knobs")

    async def duplicate_updates(self, count: int = 1) -> None:
        """The next `count` updates the bot confirms come once more, under the same id."""
        await self.order("duplicate_updates", count=count)

    async def hold_updates(self) -> None:
        """Updates are made and dated, but reach the bot late: after `release_updates()`."""
        await self.order("hold_updates", held=True)

    async def release_updates(self) -> None:
        await self.order("hold_updates", held=False)

    async def advance(self, seconds: float) -> None:
        """Moves Telegram's clock: presses and updates grow old, waits and retries come due."""
        await self.order("advance", seconds=seconds)

    async def set_wall(self, when: datetime) -> None:
        """New messages are dated from `when` (aware) on."""
        await self.order("set_wall", when=when.isoformat())

    async def watch_rates(self, per_second: float = 1.0, burst: int = 20, per_bot: int = 30) -> None:
        """From now on too many messages are answered with 429, and are faults."""
        await self.order("watch_rates", per_second=per_second, burst=burst, per_bot=per_bot)

    # --- waiting ---

    async def wait_for_calls(
        self,
        count: int = 1,
        method: str | None = None,
        chat: int | None = None,
        timeout: float = PATIENCE,  # noqa: ASYNC109 (all waiting is done by the fake, which ends it)
    ) -> list[Call]:
        """Waits until `count` calls like this are in the log, answered or not; gives them. TimeoutError."""
        met = await self.order("wait_for_calls", count=count, method=method, chat=chat, seconds=timeout)
        await self.refresh()
        if not met:
            raise TimeoutError(f"{len(self.calls(method, chat))} of {count} calls of {method or 'any method'}")
        return self.calls(method, chat)

    async def wait_for_held(self, count: int = 1, timeout: float = PATIENCE) -> None:  # noqa: ASYNC109
        """Waits until `count` calls stand at the gate."""
        if not await self.order("wait_for_held", count=count, seconds=timeout):
            raise TimeoutError(f"not {count} calls at the gate")

    async def wait_for_updates_taken(self, timeout: float = PATIENCE) -> None:  # noqa: ASYNC109
        """Waits until the bot has confirmed every update."""
        if not await self.order("wait_for_updates_taken", seconds=timeout):
            raise TimeoutError("the bot has not confirmed all updates")

    # --- looking back ---

    def calls(self, method: str | None = None, chat: int | None = None) -> list[Call]:
        return [call for call in self.log if method in (None, call.method) and chat in (None, call.chat)]

    def unanswered_presses(self) -> list[Press]:
        return [press for press in self.presses if not press.answers]

    def parse_mode_uses(self) -> list[Call]:
        """Every use of markup: whether the person's own words in it were escaped, no server can see."""
        return [call for call in self.log if call.params.get("parse_mode")]
