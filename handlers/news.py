"""Keeps what somebody tells about their work: done on which day, who moved on the map, which steps come next."""

from datetime import date
from zoneinfo import ZoneInfo

from flows.contacts import WHO
from flows.dating import heard, split_title
from flows.effects import Do
from flows.facts import Facts
from flows.model import Phrase, Place, Value
from flows.rules.goals import tasks as standing_tasks
from flows.rules.weekly import checkin_item, stance_moved, week_of
from handlers.alerts import answer_kept
from handlers.turn import Turn
from storage.answers import keep_answer, records
from storage.workspaces import COORDINATOR, members_of

STEPS_AT_ONCE = 10


def note_status(turn: Turn, do: Do, place: Place) -> None:
    """A status that was pressed under an alert is an answer; what is done is done today."""
    if place.workspace is None:
        return
    for kind, table in records(turn.conn, place.workspace, ("task", "milestone")).items():
        if do.item not in table:
            continue
        status = do.carried.get("status") or table[do.item].get("status")
        _keep(turn, place.workspace, kind, do.item, "status", status, _ASKED_AT[kind])
        if status == "done":
            _keep(turn, place.workspace, kind, do.item, "done_at", _today(turn).isoformat())


def note_health(turn: Turn, do: Do, place: Place) -> None:
    """In which week a milestone got its colour: red counts as twice only in two weeks."""
    if place.workspace is not None:
        _keep(turn, place.workspace, "milestone", do.item, "health_week", week_of(_today(turn)))


def move_player(turn: Turn, do: Do, place: Place) -> None:
    """One band on the spectrum, towards us or away; the map is drawn from it from now on."""
    if place.workspace is None:
        return
    actor, direction = do.carried["actor"], do.carried["moved"]
    fields = records(turn.conn, place.workspace, ("actor",))["actor"].get(actor, {})
    stance = stance_moved(fields.get("stance"), direction)
    if stance is None:
        return
    moved = _keep(turn, place.workspace, "actor", actor, "stance", stance, "actor_stance")
    key = "player-moved" if moved else "player-at-edge"
    turn.lead.append(Phrase(key, {"name": str(fields.get("name")), "stance": Phrase(f"power-map.stance-{stance}")}))


def take_on_steps(turn: Turn, do: Do, place: Place) -> None:
    """The steps somebody named for next week become their own; one that stands already is not written twice."""
    if place.workspace is None:
        return
    tables = records(turn.conn, place.workspace, ("task", "checkin"))
    named = tables["checkin"].get(checkin_item(_today(turn), turn.person.id), {}).get("next")
    known = {str(f["title"]) for f in standing_tasks(Facts(tables)).values()}
    said = []
    for line in (named if isinstance(named, list) else [])[:STEPS_AT_ONCE]:
        title, due = split_title(line, turn.now.astimezone(ZoneInfo(turn.kit.policy.timezone)))
        if title and title not in known:
            known.add(title)
            _take_on(turn, place.workspace, title, due)
            said += [heard(title, due)] if due else []
    if said:
        turn.lead.append(Phrase("dates-heard", {"items": tuple(said)}))


def ask_for_help(turn: Turn, do: Do, place: Place) -> None:
    """Tell whoever coordinates that a step is stuck, and at what; nobody is blamed by it."""
    if place.workspace is None:
        return
    tables = records(turn.conn, place.workspace, ("task", "milestone"))
    fields = tables["task"].get(do.item) or tables["milestone"].get(do.item) or {}
    line = Phrase(
        "help-is-wanted",
        {
            "name": turn.person.display_name or Phrase("nameless-member"),
            "title": str(fields.get("title") or "–"),
            "blocker": Phrase(f"wk_block.choice-{fields.get('blocker_kind')}"),
        },
    )
    coordinators = [m for m in members_of(turn.conn, place.workspace) if m.role == COORDINATOR]
    reached = [m for m in coordinators if m.person != turn.person.id and turn.tell(m.person, place.workspace, line)]
    turn.lead.append(Phrase("help-was-asked" if reached else "help-reached-nobody"))


_ASKED_AT = {"task": "wk_task", "milestone": "wk_station"}


def _take_on(turn: Turn, workspace: str, title: str, due: str | None) -> None:
    item = turn.kit.fresh()
    _keep(turn, workspace, "task", item, "title", title, "wk_next")
    _keep(turn, workspace, "task", item, "owner", turn.person.display_name or "–", "wk_next")
    _keep(turn, workspace, "task", item, f"owner{WHO}", str(turn.person.id), "wk_next")
    if due is not None:
        _keep(turn, workspace, "task", item, "due", due, "wk_next")


def _keep(
    turn: Turn, workspace: str, kind: str, item: str, field: str, value: Value, step: str | None = None
) -> bool:
    """As an answer of a step is kept, with what hangs on it; False when it stood there already."""
    kept = keep_answer(turn.conn, workspace, kind, item, field, value, turn.person.id, turn.now, step)
    if kept:
        answer_kept(turn.conn, turn.kit, workspace, kind, item, field, turn.now)
    return kept


def _today(turn: Turn) -> date:
    return turn.now.astimezone(ZoneInfo(turn.kit.policy.timezone)).date()
