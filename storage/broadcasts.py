"""Keeps calls to action: what was approved, what people answered, and how every single message of it ended.

How it ended is counted from the outbox as long as its rows are kept, and stands in one row after that. Each person
is counted once: a message that was sent again counts as its repeat did.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, exists, func, insert, literal_column, or_, select, update

from storage.compiled import Prepared
from storage.deliveries import OPEN
from storage.outbox import ROWS, Row, State, row_from
from storage.tables import broadcasts, memberships, outbox, persons, replies

ASKED, RETURNED, SCHEDULED, SENDING, PAUSED = "asked", "returned", "scheduled", "sending", "paused"
STOPPED, UNDONE = "stopped", "undone"
"""States of a call: waiting for approval, given back, approved for later, going out, held, stopped, taken back."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call to action. `content`: purpose, texts, filters and so on, as `handlers.calls` froze them."""

    id: str
    workspace: str
    item: str
    author: int | None
    approver: int | None
    state: str
    content: Mapping[str, Any]
    asked_at: datetime
    approved_at: datetime | None = None
    starts_at: datetime | None = None
    expires_at: datetime | None = None
    people: int = 0
    ended: Mapping[str, Any] | None = None
    series: str | None = None
    turn: int = 1
    starred: bool = False


@dataclass(frozen=True, slots=True)
class Ends:
    """How the messages of a call stand. `states` and `reasons` (of those refused) count people."""

    states: Mapping[str, int] = field(default_factory=dict)
    reasons: Mapping[str, int] = field(default_factory=dict)

    def of(self, *states: State) -> int:
        return sum(self.states.get(state, 0) for state in states)

    @property
    def open(self) -> int:
        return self.of(*OPEN)

    @property
    def total(self) -> int:
        return sum(self.states.values())


_FIELDS = {
    "id": "id",
    "workspace": "workspace_id",
    "item": "item",
    "author": "author_id",
    "approver": "approver_id",
    "state": "state",
    "content": "content",
    "asked_at": "asked_at",
    "approved_at": "approved_at",
    "starts_at": "starts_at",
    "expires_at": "expires_at",
    "people": "people",
    "ended": "ended",
    "series": "series",
    "turn": "turn",
    "starred": "starred",
}
_CALL = select(*(broadcasts.c[column] for column in _FIELDS.values()))
_BY_ID = Prepared(_CALL.where(broadcasts.c.id == bindparam("call")))
_STILL_OPEN = Prepared(
    select(literal_column("1"))
    .where(
        outbox.c.about == bindparam("about"),
        or_(outbox.c.state == State.QUEUED, outbox.c.state == State.SENDING, outbox.c.state == State.HELD),
    )
    .limit(1)
)
_SAID_AGAIN = select(outbox.c.repeats).where(outbox.c.about == bindparam("about"), outbox.c.repeats.is_not(None))
_LAST_TOLD = Prepared(
    ROWS.where(
        outbox.c.person_id == bindparam("person"),
        or_(outbox.c.state == State.ACCEPTED, outbox.c.state == State.UNKNOWN),
        outbox.c.place_id.is_(None),
        outbox.c.live.is_(None),
        outbox.c.about.is_not(None),
    )
    .order_by(outbox.c.finished_at.desc(), outbox.c.id.desc())
    .limit(1)
)


def about(call: str) -> str:
    """What the messages of a call are filed under."""
    return f"broadcast:{call}"


def calls_since(conn: Connection, workspace: str, since: datetime) -> int:
    """How many calls went out to people of a workspace since an instant."""
    went = (broadcasts.c.workspace_id == workspace, broadcasts.c.starts_at >= since, broadcasts.c.people > 0)
    return conn.execute(select(func.count()).where(*went)).scalar_one()


def add_call(conn: Connection, call: Call) -> None:
    conn.execute(insert(broadcasts).values({column: getattr(call, name) for name, column in _FIELDS.items()}))


def load_call(conn: Connection, call: str | None, workspace: str | None) -> Call | None:
    """The call, only if it is this workspace's."""
    row = _BY_ID.first(conn, call=call) if call else None
    found = Call(*row) if row else None
    return found if found is not None and found.workspace == workspace else None


def calls_of(conn: Connection, workspace: str, limit: int) -> tuple[Call, ...]:
    """The newest calls of a workspace, those that are kept to be sent again before all others."""
    newest = _CALL.where(broadcasts.c.workspace_id == workspace)
    ordered = newest.order_by(broadcasts.c.starred.desc(), broadcasts.c.asked_at.desc(), broadcasts.c.id)
    return tuple(Call(*row) for row in conn.execute(ordered.limit(limit)))


def set_call(conn: Connection, call: str, /, *, only_in: Iterable[str] = (), **fields: object) -> bool:
    """Set fields of a call; False where it is in none of these states any more: somebody was faster."""
    where = [broadcasts.c.id == call]
    states = tuple(only_in)
    if states:
        where.append(broadcasts.c.state.in_(states))
    values = {_FIELDS[name]: value for name, value in fields.items()}
    return conn.execute(update(broadcasts).where(*where).values(values)).rowcount == 1


# -- how its messages stand ------------------------------------------------------------------------------------------


def ends_of(conn: Connection, call: Call) -> Ends:
    """How the messages of a call stand now, or stood when their rows were forgotten."""
    if call.ended is not None and "states" in call.ended:
        return Ends(call.ended["states"], call.ended["reasons"])
    last = and_(outbox.c.about == bindparam("about"), outbox.c.key.not_in(_SAID_AGAIN))
    counted = (
        select(outbox.c.state, outbox.c.reason, func.count()).where(last).group_by(outbox.c.state, outbox.c.reason)
    )
    states: dict[str, int] = {}
    reasons: dict[str, int] = {}
    for state, reason, people in conn.execute(counted, {"about": about(call.id)}):
        states[state] = states.get(state, 0) + people
        if state == State.REFUSED:
            reasons[reason or "other"] = reasons.get(reason or "other", 0) + people
    return Ends(states, reasons)


def goes_on(conn: Connection, filed_under: str) -> bool:
    """Whether any message filed there has not ended yet."""
    return _STILL_OPEN.first(conn, about=filed_under) is not None


def hold(conn: Connection, call: str) -> int:
    """Nothing more of it goes out until it is let go again; how many messages that holds."""
    queued = (outbox.c.about == about(call), outbox.c.state == State.QUEUED)
    return conn.execute(update(outbox).where(*queued).values(state=State.HELD)).rowcount


def held(conn: Connection, call: str) -> tuple[tuple[int, Mapping[str, Any] | None, datetime | None], ...]:
    """(row, what its person chose about quiet times, not before) of everything that is held."""
    of_it = (outbox.c.about == about(call), outbox.c.state == State.HELD)
    columns = select(outbox.c.id, persons.c.quiet, outbox.c.not_before)
    rows = conn.execute(columns.join_from(outbox, persons, persons.c.id == outbox.c.person_id).where(*of_it))
    return tuple((row, quiet, at) for row, quiet, at in rows)


def let_go(conn: Connection, rows: Iterable[tuple[int, datetime | None]]) -> None:
    """Queue held messages again, each not before an instant."""
    released = update(outbox).where(outbox.c.id == bindparam("row"), outbox.c.state == State.HELD)
    values = [{"row": row, "to_not_before": at} for row, at in rows]
    if values:
        conn.execute(released.values(state=State.QUEUED, not_before=bindparam("to_not_before")), values)


def uncertain(conn: Connection, call: str) -> tuple[Row, ...]:
    """Messages of which nobody knows whether they arrived, and that were not sent again."""
    unknown = (outbox.c.about == bindparam("about"), outbox.c.state == State.UNKNOWN)
    rows = conn.execute(ROWS.where(*unknown, outbox.c.key.not_in(_SAID_AGAIN)), {"about": about(call)})
    return tuple(row_from(row) for row in rows)


def to_be_written_down(conn: Connection, before: datetime) -> tuple[Call, ...]:
    """Calls of every workspace that began before an instant and whose ends stand in the outbox alone."""
    wanted = (broadcasts.c.ended.is_(None), broadcasts.c.starts_at < before, broadcasts.c.people > 0)
    return tuple(Call(*row) for row in conn.execute(_CALL.where(*wanted)))


def last_call_told(conn: Connection, person: int) -> Row | None:
    """The newest message with buttons of its own that this person was sent, whatever it belongs to."""
    row = _LAST_TOLD.first(conn, person=person)
    return row_from(row) if row else None


def note_arrived(conn: Connection, call: str, person: int) -> None:
    """Somebody answered: what nobody was sure of has arrived."""
    theirs = (outbox.c.about == about(call), outbox.c.person_id == person, outbox.c.state == State.UNKNOWN)
    conn.execute(update(outbox).where(*theirs).values(state=State.ACCEPTED, reason="answered"))


# -- answers ---------------------------------------------------------------------------------------------------------


def keep_reply(conn: Connection, call: str, person: int, answer: str, now: datetime) -> None:
    """Keep an answer; one given before is replaced."""
    said = {"answer": answer, "answered_at": now}
    where = (replies.c.broadcast_id == call, replies.c.person_id == person)
    if conn.execute(update(replies).where(*where).values(said)).rowcount == 0:
        conn.execute(insert(replies).values({"broadcast_id": call, "person_id": person, **said}))


def note_went_on(conn: Connection, call: str, person: int, rung: str) -> None:
    where = (replies.c.broadcast_id == call, replies.c.person_id == person)
    conn.execute(update(replies).where(*where).values(went_on=rung))


def replies_to(conn: Connection, call: str) -> Mapping[str, int]:
    """How many gave which answer."""
    counted = select(replies.c.answer, func.count()).where(replies.c.broadcast_id == call).group_by(replies.c.answer)
    return {answer: people for answer, people in conn.execute(counted)}


def with_old_replies(conn: Connection, before: datetime) -> tuple[Call, ...]:
    """Calls that began before an instant and of which it is still known who answered what."""
    answered = exists().where(replies.c.broadcast_id == broadcasts.c.id)
    return tuple(Call(*row) for row in conn.execute(_CALL.where(broadcasts.c.starts_at < before, answered)))


def forget_replies(conn: Connection, call: str) -> None:
    """Nobody needs to know any more who answered what."""
    conn.execute(delete(replies).where(replies.c.broadcast_id == call))


def went_on_after(conn: Connection, call: str) -> int:
    where = (replies.c.broadcast_id == call, replies.c.went_on.is_not(None))
    return conn.execute(select(func.count()).where(*where)).scalar_one()


def left_after(conn: Connection, call: Call, until: datetime) -> int:
    """How many of those it was sent to ended all messages of the coalition before an instant."""
    sent = exists().where(outbox.c.about == about(call.id), outbox.c.person_id == memberships.c.person_id)
    between = (memberships.c.muted_at >= call.starts_at, memberships.c.muted_at <= until)
    counted = select(func.count()).where(memberships.c.workspace_id == call.workspace, *between, sent)
    return conn.execute(counted).scalar_one()
