"""Sends a crisis message again when its fate is unknown: once, at once, numbered and marked; never one taken back.

Whether the first copy arrived nobody can know. Who gets both sees by the number that they are one message.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from flows.model import Phrase
from handlers.kit import Kit
from storage import outbox
from storage.alarms import alarm_of
from storage.care import load_call
from storage.checkins import load_checkin
from storage.coding import say_from, say_json
from storage.db import Connection
from storage.deliveries import cancel_about_for, uncertain_crises
from storage.live import reword
from storage.outbox import Draft, MessageClass, Row

WORTH_REPEATING = timedelta(hours=1)
"""Older than this a crisis message is no news any more: what counts by then is said anew."""

_NUMBER = "crisis-mark-number"


def numbered(conn: Connection, row: Row) -> Row:
    """The row as it is sent: with its number, and a repetition with the number of the message it repeats."""
    said = row.content.get("say")
    if row.message_class is not MessageClass.CRISIS or said is None:
        return row
    say = say_from(dict(said))
    if any(isinstance(line, Phrase) and line.key == _NUMBER for line in say.lines):
        return row  # it was put back to wait, and is marked already
    first = outbox.by_key(conn, row.repeats) if row.repeats is not None else None
    mark = (Phrase("crisis-mark-repeat", {"number": first.id}),) if first is not None else ()
    lines = (*mark, *say.lines, Phrase(_NUMBER, {"number": row.id}))
    content = {**row.content, "say": say_json(replace(say, lines=lines))}
    reword(conn, row.id, content)
    return replace(row, content=content)


def repeat_uncertain(conn: Connection, kit: Kit, row: Row, now: datetime) -> bool:
    """The fate of a crisis message is unknown: send it once more, if it is the first copy and still stands."""
    is_first = row.message_class is MessageClass.CRISIS and row.repeats is None and row.live is None
    if not is_first or now - row.queued_at > WORTH_REPEATING or not still_stands(conn, row.about):
        return False
    again = Draft(
        key=kit.fresh(),
        person=row.person,
        address=row.address,
        channel=row.channel,
        message_class=row.message_class,
        lane=row.lane,
        content=_unmarked(row.content),
        workspace=row.workspace,
        expires_at=row.expires_at,
        about=row.about,
        repeats=row.key,
    )
    outbox.put(conn, again, now)
    return True


def repeat_after_a_stop(conn: Connection, kit: Kit, now: datetime) -> int:
    """At start: what a dead process may or may not have sent. How many go out again."""
    uncertain = uncertain_crises(conn, now - WORTH_REPEATING)
    return sum(repeat_uncertain(conn, kit, row, now) for row in uncertain)


def still_stands(conn: Connection, about: str | None) -> bool:
    """Whether what a message belongs to was neither closed nor taken back meanwhile."""
    kind, _, item = (about or "").partition(":")
    if kind == "checkin":
        checkin = load_checkin(conn, item)
        return checkin is not None and checkin.is_open
    if kind == "call":
        call = load_call(conn, item)
        return call is not None and call.waits
    return True


def let_go(conn: Connection, row: Row, now: datetime) -> bool:
    """A crisis message came back unsent, to wait: whether it is taken back instead, for it was called off meanwhile.

    Then its person never heard the beginning, and the end that waits for them goes too.
    """
    if row.message_class is not MessageClass.CRISIS or still_stands(conn, row.about):
        return False
    kind, _, item = (row.about or "").partition(":")
    alarm = alarm_of(conn, item) if kind == "checkin" else None
    if alarm is not None:
        cancel_about_for(conn, row.person, alarm.about, now)
    return True


def _unmarked(content: Mapping[str, Any]) -> dict[str, Any]:
    """What it says, without the number of the first copy."""
    say = say_from(dict(content["say"]))
    lines = tuple(line for line in say.lines if not (isinstance(line, Phrase) and line.key == _NUMBER))
    return {**content, "say": say_json(replace(say, lines=lines))}
