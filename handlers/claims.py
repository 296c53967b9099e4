"""What the sender does inside transactions: takes up a row with all its sending needs, and writes down its fate."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from flows.wording import Voice
from handlers.broadcast_sending import one_ended
from handlers.checkin_words import ROLLUP
from handlers.kit import Kit
from handlers.live import EDITLESS_EVERY, is_afresh, refresh, show_again
from handlers.live_words import shown_now
from handlers.messages import Fate, Outcome
from handlers.repeating import let_go, numbered, repeat_uncertain
from storage import live, outbox
from storage.db import Connection
from storage.deliveries import THROTTLED
from storage.outbox import Row, State
from storage.people import block_address, reach
from storage.seals import SealBroken

UNWORDABLE = (SealBroken, LookupError, ValueError, AssertionError, RuntimeError)
"""What a row can do to its wording or drawing. It would do so again: such a row must not hold up the next ones."""

ENDS: Mapping[Fate, State] = {
    Fate.ACCEPTED: State.ACCEPTED,
    Fate.REFUSED: State.REFUSED,
    Fate.UNKNOWN: State.UNKNOWN,
    Fate.LATER: State.QUEUED,
}


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A row with what its sending needs, all found in the unit that claimed it; what is drawn is claimed after that.

    `about`: the contents of the rows that its courtesies name, by key; `instead_of`: the message that it edits.
    """

    row: Row
    channel: str
    address: str
    voice: Voice
    about: Mapping[str, Mapping[str, Any]]
    instead_of: str | None = None

    @property
    def is_drawn(self) -> bool:
        return "draw" in self.row.content


def all_taken_up(
    conn: Connection, kit: Kit, attempts: Iterable[tuple[int, str]], now: datetime
) -> list[TakenUp | Exception | None]:
    """Claim many rows in one commit, each for an attempt. In the place of a row that cannot be worded: why not."""
    found: list[TakenUp | Exception | None] = []
    for row, attempt in attempts:
        try:
            found.append(taken_up(conn, kit, row, attempt, now))
        except UNWORDABLE as fault:
            found.append(fault)
    return found


def taken_up(conn: Connection, kit: Kit, row_id: int, attempt: str, now: datetime) -> TakenUp | None:
    """Claim a row, or end it where it must not go any more (None). Raises what `UNWORDABLE` lists."""
    row = outbox.by_id(conn, row_id)
    if row is None or row.state is not State.QUEUED:
        return None
    if row.expires_at is not None and row.expires_at <= now:
        outbox.end_unsent(conn, row.id, State.EXPIRED, "expired", now)
        one_ended(conn, kit, row, now)
        return None
    reached = reach(conn, kit.keys, row.address)
    if reached.blocked:
        outbox.end_unsent(conn, row.id, State.REFUSED, "blocked", now)
        one_ended(conn, kit, row, now)
        return None
    earlier = None
    if row.live is not None:
        content, earlier = _as_it_stands(conn, kit, row, now)
        if content is None:
            return None
        row = replace(row, content=content)
    row = numbered(conn, row)
    voice = Voice(reached.language or kit.policy.languages[0], reached.address_form or "plural")
    named = {noted["of"] for noted in row.courtesies if "of" in noted}
    about = {key: content for key in named if (content := outbox.content_of(conn, key))}
    taken = TakenUp(row, reached.channel, reached.address, voice, about, earlier)
    if not taken.is_drawn and not outbox.claim(conn, row.id, attempt, now):
        return None
    return taken


def _as_it_stands(conn: Connection, kit: Kit, row: Row, now: datetime) -> tuple[Mapping[str, Any] | None, str | None]:
    """What a message that edits itself says now, and the platform's id of what it replaces; None: it does not go."""
    assert row.workspace is not None
    assert row.live is not None
    earlier = None if is_afresh(row) else live.last_shown(conn, row.workspace, row.live, row.person, row.address)
    can_edit = kit.limits[row.channel].edits
    if earlier is not None and not can_edit and now < earlier.at + EDITLESS_EVERY:
        live.let_wait(conn, row.id, earlier.at + EDITLESS_EVERY)
        return None, None
    content = shown_now(conn, kit, row, now)
    if content is None:
        outbox.end_unsent(conn, row.id, State.CANCELLED, "nothing_to_show", now)
        return None, None
    live.reword(conn, row.id, content)
    return content, earlier.provider_id if earlier is not None and can_edit else None


def give_up(conn: Connection, row: int, attempt: str, now: datetime) -> None:
    """No words can be made of this row: end it, claimed or not."""
    if not outbox.finish(conn, row, attempt, State.REFUSED, now, reason="unworded"):
        outbox.end_unsent(conn, row, State.REFUSED, "unworded", now)


def _show_unreached(conn: Connection, kit: Kit, row: Row, now: datetime) -> None:
    """Somebody who is asked cannot be reached: whoever asked sees it."""
    kind, _, item = (row.about or "").partition(":")
    if kind == ROLLUP and row.workspace is not None:
        refresh(conn, kit, row.workspace, ROLLUP, item, now)


def finish(conn: Connection, kit: Kit, row: Row, attempt: str, outcome: Outcome, now: datetime) -> None:
    """Write the fate of an attempt, and whether the address can still be reached."""
    end, told = ENDS[outcome.fate], outcome.reason == THROTTLED
    if outcome.fate is Fate.LATER and let_go(conn, row, now):
        end, told = State.CANCELLED, False
    ended = now + timedelta(seconds=outcome.retry_after) if told else now  # who was told to wait has no end yet
    outbox.finish(conn, row.id, attempt, end, ended, outcome.provider_id, outcome.reason)
    if outcome.blocked:
        block_address(conn, row.address, now)
        _show_unreached(conn, kit, row, now)
    if outcome.fate is Fate.UNKNOWN:
        repeat_uncertain(conn, kit, row, now)
    if outcome.fate is Fate.UNKNOWN and row.live is not None:
        show_again(conn, kit, row, now)
    if outcome.fate is not Fate.LATER:
        one_ended(conn, kit, row, now)
