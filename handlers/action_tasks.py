"""Does what an action day asks for at once: the steps that come of it, and telling our people that somebody is held.

What is kept goes the way of every answer, so that a step with a day is remembered like any other.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from flows.dating import split_title
from flows.effects import Do, Save
from flows.model import Fields, Phrase, Place, Value, Verbatim, Wording
from flows.rules.action import TOLD_OF_DETENTION, lines_of, part_item, start_of, text_of
from flows.rules.action_asking import LICENCE_STEP
from flows.rules.licence import file_by
from handlers.kit import Kit
from handlers.turn import Turn
from storage.answers import records
from storage.db import Connection


def add_licence_task(turn: Turn, do: Do, place: Place) -> None:
    """The step "hand in the request", due some days before the action; there is one for each action."""
    action, item = _records(turn, place, "action").get(do.item, {}), licence_step(do.item)
    start, today = start_of(action), turn.now.astimezone(_zone(turn)).date()
    title = Phrase("licence-step.title", {"action": text_of(action, "title")})
    kept: dict[str, Value] = {"title": turn.plain_word(title), "source": do.item}
    if start is not None:
        kept["due"] = file_by(start.day, today, turn.kit.conversations.content.licence).isoformat()
    _keep(turn, place, item, kept, "ac_licence")


def licence_day(conn: Connection, kit: Kit, workspace: str, action: str, now: datetime) -> str | None:
    """When the request for this action is to be handed in, where that is an open step; None where it is not."""
    tables = records(conn, workspace, ("action", "task"))
    step, start = tables["task"].get(licence_step(action)), start_of(tables["action"].get(action, {}))
    if not step or start is None or step.get("removed") or step.get("status") == "done":
        return None
    today = now.astimezone(ZoneInfo(kit.policy.timezone)).date()
    return file_by(start.day, today, kit.conversations.content.licence).isoformat()


def licence_step(action: str) -> str:
    """The step "hand in the request" of an action."""
    return part_item(action, LICENCE_STEP)


def add_lesson_tasks(turn: Turn, do: Do, place: Place) -> None:
    """Each thing to do differently becomes a step, with its day where one was written beside it; none twice."""
    known = {f.get("title") for f in _records(turn, place, "task").values() if f.get("source") == do.item}
    for line in lines_of(_records(turn, place, "review").get(do.item, {}), "change"):
        title, due = split_title(line, turn.now.astimezone(_zone(turn)))
        if title and title not in known:
            kept: dict[str, Value] = {"title": title, "source": do.item, **({"due": due} if due else {})}
            _keep(turn, place, turn.kit.fresh(), kept, "aar_change")


def alert_detention(turn: Turn, do: Do, place: Place) -> None:
    """Whoever holds the legal line, care and the lead is told at once: place and hour, never a name."""
    assert place.workspace is not None
    action, _, _ = do.item.rpartition(":")
    kept = records(turn.conn, place.workspace, ("action", "role", "incident"))
    title: Wording = Verbatim(text_of(kept["action"].get(action, {}), "title"))
    said = text_of(kept["incident"].get(do.item, {}), "text")
    line = Phrase("detention-told", {"action": title, "text": said or Phrase("not-clear-yet")})
    people = {
        int(str(role[who]))
        for part in TOLD_OF_DETENTION
        for role in (kept["role"].get(part_item(action, part), {}),)
        for who in ("owner_person", "backup_person")
        if role.get(who)
    }
    told = sum(turn.tell(person, place.workspace, line) for person in sorted(people - {turn.person.id}))
    turn.lead.append(Phrase("detention-tells", {"count": told}))


def _records(turn: Turn, place: Place, kind: str) -> dict[str, Fields]:
    assert place.workspace is not None, "an action day stands in no workspace"
    return dict(records(turn.conn, place.workspace, (kind,))[kind])


def _keep(turn: Turn, place: Place, item: str, fields: dict[str, Value], step: str) -> None:
    for name, value in fields.items():
        turn.carry_out(turn, Save("task", item, name, value, step), place)


def _zone(turn: Turn) -> ZoneInfo:
    return ZoneInfo(turn.kit.policy.timezone)
