"""Does what comes of thinking in a crisis: the picture that grows, decisions in their log, actions with one owner."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from flows.effects import Do, Save
from flows.model import Fields, Phrase, Place, Value, Wording
from flows.rules.crisis import (
    CRISIS,
    HORIZONS,
    NOW,
    SOURCE,
    Tables,
    decisions_of,
    due_of,
    is_taken_on,
    listed,
    split_owner,
    texts,
)
from flows.rules.crisis_saying import picture
from flows.rules.dates import Moment
from flows.typed import folded
from handlers.action_words import saying
from handlers.crisis import THINK
from handlers.doors import Door
from handlers.kit import Kit
from handlers.live import follow, refresh
from handlers.telling import Content
from handlers.turn import Turn
from storage.answers import keep_answer, records
from storage.db import Connection
from storage.workspaces import COORDINATOR, Member, members_of, memberships_of

PICTURE = "crisis_picture"


# -- the picture -----------------------------------------------------------------------------------------------------


def picture_now(conn: Connection, kit: Kit, workspace: str, item: str, person: int, now: datetime) -> Content | None:
    """What the space knows at this moment, for somebody who is in it."""
    if not any(m.workspace == workspace for m in memberships_of(conn, person)):
        return None
    members: dict[str, Fields] = {str(m.person): {"name": m.name or "–"} for m in members_of(conn, workspace)}
    lines = picture(records(conn, workspace, CRISIS), members)
    door = Door(Phrase("choice-crisis-open"), THINK, {})
    return saying(Phrase("crisis-live", {"picture": lines}), doors=(door,))


def show_picture(turn: Turn, workspace: str) -> None:
    """Whoever leads sees the picture afresh; from then on that message grows by itself."""
    for member in members_of(turn.conn, workspace):
        if member.role == COORDINATOR and member.person != turn.person.id:
            follow(turn.conn, turn.kit, member.person, workspace, PICTURE, NOW, turn.now)


def voice_kept(turn: Turn, workspace: str) -> None:
    refresh(turn.conn, turn.kit, workspace, PICTURE, NOW, turn.now)


def add_to_picture(turn: Turn, do: Do, place: Place) -> None:
    """One person's first thinking is done: whoever leads sees it; a lead's own ends the first round."""
    workspace = _workspace(place)
    mine = turn.membership_in(workspace)
    if mine is not None and mine.role == COORDINATOR:
        keep_answer(turn.conn, workspace, "crisis", NOW, "round", 1, turn.person.id, turn.now)
    else:
        turn.lead.append(Phrase("crisis-thank-you"))
    show_picture(turn, workspace)


# -- decisions -------------------------------------------------------------------------------------------------------


def log_decision(turn: Turn, do: Do, place: Place) -> None:
    """Give the decision its number and moment; who decided and what was weighed, where nobody said otherwise."""
    tables = _tables(turn, place)
    decision = tables["decision"].get(do.item, {})
    if not decision.get("text"):
        return
    if not decision.get("number"):
        number_decision(turn, place, do.item, tables)
    number = str(records(turn.conn, _workspace(place), ("decision",))["decision"][do.item]["number"])
    turn.lead.append(Phrase("decision-logged", {"number": number}))


def number_decision(turn: Turn, place: Place, item: str, tables: Tables) -> None:
    decision = tables["decision"].get(item, {})
    weighed = [option for option in texts(tables, "options") if option != decision.get("text")]
    kept: dict[str, Value] = {
        "number": sum(bool(d.get("number")) for d in decisions_of(tables)) + 1,
        "at": _moment(turn).iso(),
    }
    if not decision.get("by") and turn.person.display_name:
        kept |= {"by": turn.person.display_name, "by_person": str(turn.person.id)}
    if not decision.get("options") and weighed:
        kept["options"] = weighed
    _keep(turn, place, "decision", item, kept, "dec_text")


# -- actions ---------------------------------------------------------------------------------------------------------


def take_on_actions(turn: Turn, do: Do, place: Place) -> None:
    """Lines become steps with a due time and, where a name stood beside them, an owner; none twice."""
    count = 0
    for horizon, line in _lines(turn, place):
        tables = _tables(turn, place)
        if not is_taken_on(tables, line):
            _take_on(turn, place, horizon, line)
            count += 1
    if count:
        turn.lead.append(Phrase("crisis-steps-kept", {"count": count}))


def _lines(turn: Turn, place: Place) -> Iterator[tuple[str, str]]:
    """What this person wrote themselves, and what of the others' lines they took on."""
    mine = _tables(turn, place)["voice"].get(str(turn.person.id), {})
    for horizon in HORIZONS:
        yield from ((horizon, line) for line in listed(mine, horizon))
    for chosen in listed(mine, "adopted"):
        horizon, _, line = chosen.partition("|")
        if horizon in HORIZONS:
            yield horizon, line


def _take_on(turn: Turn, place: Place, horizon: str, line: str) -> None:
    title, owner = split_owner(line)
    local = turn.now.astimezone(ZoneInfo(turn.kit.policy.timezone))
    kept: dict[str, Value] = {"title": title, "source": SOURCE, "horizon": horizon, **_owner(turn, place, owner)}
    step = f"cr_actions_{horizon}"
    _keep(turn, place, "task", turn.kit.fresh(), {**kept, "due": due_of(horizon, local)}, step)


def _owner(turn: Turn, place: Place, name: str) -> dict[str, Value]:
    """The member of this name; whoever is alone here leads everything that names nobody else."""
    members = members_of(turn.conn, _workspace(place))
    same = [member for member in members if member.name and folded(member.name) == folded(name)]
    if len(same) == 1:
        return _as_owner(same[0])
    if name:
        return {"owner": name}
    if len(members) > 1:
        return {}
    return {"owner_person": str(turn.person.id), "owner": members[0].name or turn.plain_word(Phrase("choice-me"))}


def _as_owner(member: Member) -> dict[str, Value]:
    return {"owner": member.name, "owner_person": str(member.person)}


# -- partners --------------------------------------------------------------------------------------------------------


def ask_for_connection(turn: Turn, do: Do, place: Place) -> None:
    """Keep the request; say honestly that nobody in the bot answers it yet, and whom to ask."""
    workspace = _workspace(place)
    urgency = records(turn.conn, workspace, ("crisis",))["crisis"].get(NOW, {}).get("connect")
    if urgency not in ("now", "soon"):
        return
    asked: dict[str, Value] = {"kind": "introduction", "urgency": urgency, "asked_at": turn.now.isoformat()}
    for field, value in asked.items():
        keep_answer(turn.conn, workspace, "consultation", NOW, field, value, turn.person.id, turn.now)
    contact = turn.kit.conversations.content.contact.get(turn.voice.language)
    whom: Wording = Phrase("person-contact", {"contact": contact}) if contact else Phrase("crisis-connect-nobody")
    turn.lead.append(Phrase("crisis-connect-kept", {"contact": whom}))


# -- rows ------------------------------------------------------------------------------------------------------------


def _tables(turn: Turn, place: Place) -> Tables:
    return records(turn.conn, _workspace(place), CRISIS)


def _workspace(place: Place) -> str:
    assert place.workspace is not None, "a crisis stands in a space of its own"
    return place.workspace


def _moment(turn: Turn) -> Moment:
    local = turn.now.astimezone(ZoneInfo(turn.kit.policy.timezone))
    return Moment(local.date(), local.time().replace(second=0, microsecond=0))


def _keep(turn: Turn, place: Place, kind: str, item: str, fields: dict[str, Value], step: str) -> None:
    for name, value in fields.items():
        turn.carry_out(turn, Save(kind, item, name, value, step), place)
