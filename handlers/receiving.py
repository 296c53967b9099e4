"""Takes what channels bring: one durable turn each, in order for each person, and quarantine for what fails.

An arrival is confirmed to its platform only when this says that it is durable. A turn that fails is a fault of ours:
what was said is kept sealed, the person is told, an alarm is counted, and the platform is not asked to repeat it.
"""

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import datetime
from traceback import extract_tb

import structlog

from flows.model import Phrase
from flows.wording import Voice
from handlers.effects import carry_out
from handlers.fitting import Recipient
from handlers.kit import Kit
from handlers.messages import Incoming
from handlers.ports import Channel, Clock
from handlers.sender import Sender
from handlers.triage import take
from handlers.turn import Taken, Turn
from storage.db import Connection, Database, NotDurable
from storage.inbox import Quarantined, first_time, keep_in_quarantine
from storage.people import find_address, load_person, lock_person

log = structlog.get_logger()


@dataclass(slots=True)
class Receiver:
    """The one way in."""

    db: Database
    kit: Kit
    clock: Clock
    sender: Sender
    channels: dict[str, Channel]
    counts: Counter[str] = field(default_factory=Counter)

    async def receive(self, incoming: Incoming) -> bool:
        """Take one arrival; True when it is durable."""
        try:
            taken = await self.db.run(take, self.kit, incoming, self.clock.now())
        except NotDurable:
            log.error("turn.not_durable", channel=incoming.channel)
            return False
        except Exception as fault:
            log.error("turn.failed", channel=incoming.channel, kind=type(fault).__name__, where=_where(fault))
            return await self._quarantine(incoming, type(fault).__name__)
        self.counts[f"duplicate:{incoming.channel}" if taken.duplicate else f"turn:{incoming.channel}"] += 1
        await self._after(incoming, taken)
        return True

    async def _after(self, incoming: Incoming, taken: Taken) -> None:
        self.sender.wake()
        if taken.erased and not await self.db.truncate_wal():
            log.warning("erasure.log_not_truncated")
        if taken.alone:
            await self._alone(incoming, taken)

    async def _alone(self, incoming: Incoming, taken: Taken) -> None:
        """Courtesies that no reply carries."""
        to = await self.db.read(_recipient, self.kit, incoming, self.channels[incoming.channel])
        for noted in taken.alone:
            await self.sender.courtesy(incoming.channel, noted, to)

    async def _quarantine(self, incoming: Incoming, trouble: str) -> bool:
        try:
            await self.db.run(_keep_failed, self.kit, incoming, trouble, self.clock.now())
        except Exception as fault:
            log.error("quarantine.failed", kind=type(fault).__name__)
            return False
        self.counts[f"quarantine:{incoming.channel}"] += 1
        self.sender.wake()
        return True


def _keep_failed(conn: Connection, kit: Kit, incoming: Incoming, trouble: str, now: datetime) -> None:
    """Keep a failed arrival sealed, and tell its person that it is our fault and nothing is lost."""
    if not first_time(conn, kit.keys.lookup(f"event:{incoming.channel}", incoming.event_id), now):
        return
    row = kit.fresh()
    sealed = kit.keys.seal("quarantine", row, json.dumps(asdict(incoming), default=str, ensure_ascii=False))
    keep_in_quarantine(conn, Quarantined(incoming.channel, row, sealed, trouble), now)
    address = find_address(conn, kit.keys, incoming.channel, incoming.address)
    if address is not None:
        turn = Turn(conn, kit, now, lock_person(conn, address.person), address, carry_out, incoming)
        turn.say(Phrase("error-on-our-side"))


def _recipient(conn: Connection, kit: Kit, incoming: Incoming, channel: Channel) -> Recipient:
    address = find_address(conn, kit.keys, incoming.channel, incoming.address)
    person = load_person(conn, address.person) if address else None
    language = (person.language if person else None) or kit.policy.languages[0]
    form = (person.address_form if person else None) or "plural"
    return Recipient(incoming.address, Voice(language, form), channel.limits)


def _where(fault: Exception) -> str:
    """The place in our own code, for whoever mends it: file, line and function, never a value."""
    frames = extract_tb(fault.__traceback__)
    last = next((f for f in reversed(frames) if "site-packages" not in f.filename), frames[-1])
    return f"{last.filename.rpartition('/')[2]}:{last.lineno}:{last.name}"
