"""Opens a crisis space, and says at once that somebody is in danger: what happens before anybody has to think.

A space is a workspace of its own kind. Whoever is not in it finds it nowhere and reads nothing of it; for a
coalition's crisis its coordinators are in it from the start.
"""

from collections.abc import Collection, Iterable, Mapping

from flows.effects import Do, Say
from flows.events import TextReceived
from flows.model import Phrase, Place, Value, Verbatim, Wording
from flows.rules.crisis import CLOSED, NOW
from flows.rules.crisis_asking import ASK_ALL, CHECK_IN, NEW, ROOM
from flows.rules.emergency import as_facts, number_lines
from handlers.action_words import saying
from handlers.answering import answer
from handlers.coalition import name_of
from handlers.crisis_facts import crises_of
from handlers.doors import Door
from handlers.returning import return_to_question
from handlers.telling import Content, told_all
from handlers.turn import Turn
from storage.answers import keep_answer
from storage.audience import audience_of
from storage.coding import say_json
from storage.outbox import Lane, MessageClass
from storage.places import load_place
from storage.workspaces import COORDINATOR, CRISIS, found_workspace, join_workspace, members_of

ENTRY, THINK, JOIN, WORD = "crisis", "crisis_think", "crisis_join", "crisis_word"


# -- the word --------------------------------------------------------------------------------------------------------


def open_crisis(turn: Turn, language: str, text: str, question: Place | None) -> None:
    """The numbers at once, then the first question; `question` wanted words, and the word may be its answer."""
    turn.lane = Lane.CRISIS
    show_safety(turn, language, text, question)
    turn.open(ENTRY, _interrupted(turn), step="cr_safety")


def show_safety(turn: Turn, language: str, text: str = "", question: Place | None = None) -> None:
    """Danger first: whom to call, at once, before anything else is asked."""
    turn.lane = Lane.CRISIS
    content = turn.kit.conversations.content
    house = {**as_facts(content, language), "contact": content.contact.get(language)}
    lines = (*turn.lead, Phrase("crisis-safety", {"numbers": number_lines(house)}))
    turn.lead.clear()
    if question is None:
        return turn.write({"say": say_json(Say(lines))})
    carried = {"place": question.id, "version": str(question.version), "text": text}
    door = Door(Phrase("choice-word-answer"), WORD, carried)
    turn.write(saying(*lines, doors=(door,)))


def _interrupted(turn: Turn) -> dict[str, str]:
    """The question to come back to: not the crisis' own first one, typed at twice."""
    place = turn.waiting_place()
    if place is None:
        return {}
    if place.flow == ENTRY:
        earlier = place.carried.get("interrupted")
        return {"interrupted": earlier} if earlier else {}
    return {"interrupted": place.id}


def take_word_as_answer(turn: Turn, do: Do, place: Place) -> None:
    """The word was meant as an answer: the question before it gets it, if it still stands as it did."""
    question = load_place(turn.conn, turn.person.id, do.carried.get("place"))
    same = question is not None and str(question.version) == do.carried.get("version")
    if question is None or not same or turn.mend(question) is not question:
        return return_to_question(turn, do, place)
    answer(turn, TextReceived(do.carried.get("text", "")), question)


# -- going in --------------------------------------------------------------------------------------------------------


def enter(turn: Turn, carried: Mapping[str, str]) -> None:
    """Where the first questions lead: a space that is open, a new one, or how everybody is."""
    room = carried.get("room", "")
    if room in (CHECK_IN, ASK_ALL):
        return turn.open(room)
    if room.startswith(ROOM):
        return go_in(turn, room.removeprefix(ROOM), carried)
    begin(turn, room.removeprefix(NEW) if room.startswith(NEW) else None, carried)


def go_in(turn: Turn, workspace: str, carried: Mapping[str, str]) -> None:
    """Into one space, for whoever belongs there."""
    if turn.membership_in(workspace) is None:
        turn.lead.append(Phrase("crisis-only-for-its-team"))
        return turn.open("menu")
    way_back = {name: value for name, value in carried.items() if name == "interrupted"}
    turn.open(THINK, way_back, workspace=workspace)


def begin(turn: Turn, coalition: str | None, carried: Mapping[str, str]) -> None:
    """A new space, led by whoever opens it. For a coalition its coordinators are in it, and told."""
    workspace = turn.kit.fresh()
    found_workspace(turn.conn, workspace, CRISIS, turn.person.id, turn.now)
    kept: dict[str, Value] = {
        "opened_at": turn.now.isoformat(),
        "safety_status": carried.get("safety"),
        "lead": turn.person.display_name,
        "lead_person": str(turn.person.id),
        "coalition": coalition if turn.membership_in(coalition) is not None else None,
    }
    for field, value in kept.items():
        if value is not None:
            keep_answer(turn.conn, workspace, "crisis", NOW, field, value, turn.person.id, turn.now)
    if kept["coalition"] is not None:
        _tell_coordinators(turn, str(coalition), workspace)
    go_in(turn, workspace, carried)


def _tell_coordinators(turn: Turn, coalition: str, workspace: str) -> None:
    mine = turn.membership_in(coalition)
    line = Phrase("crisis-opened-told", {"name": my_name(turn), "coalition": name_of(mine.name if mine else None)})
    door = Door(Phrase("choice-crisis-open"), THINK, {})
    coordinators = _coordinators(turn, coalition)
    for person in coordinators:
        join_workspace(turn.conn, workspace, person, COORDINATOR, turn.now)
    told_at_once(turn, workspace, coordinators, saying(line, doors=(door,)))


def my_name(turn: Turn) -> Wording:
    return Verbatim(turn.person.display_name) if turn.person.display_name else Phrase("nameless-member")


# -- danger ----------------------------------------------------------------------------------------------------------


def alert_danger(turn: Turn, do: Do, place: Place) -> None:
    """Whoever leads an open crisis this person is in is told at once."""
    rooms = (room for room, fields in crises_of(turn.conn, turn.person.id).items() if fields.get("status") != CLOSED)
    told = _told_of_danger(turn, rooms)
    if told:
        turn.lead.append(Phrase("crisis-called", {"count": told}))


def call_coordinators(turn: Turn, do: Do, place: Place) -> None:
    """The coordinators of this person's coalitions, because they asked for it."""
    told = _told_of_danger(turn, (membership.workspace for membership in turn.memberships()))
    turn.lead.append(Phrase("crisis-called", {"count": told}) if told else Phrase("crisis-nobody-to-call"))


def _told_of_danger(turn: Turn, workspaces: Iterable[str]) -> int:
    """Everybody once, ahead of all else; not even silence about a coalition holds this back."""
    content = saying(Phrase("crisis-danger-told", {"name": my_name(turn)}))
    heard: set[int] = set()
    for workspace in workspaces:
        coordinators = set(_coordinators(turn, workspace)) - heard
        told_at_once(turn, workspace, coordinators, content, even_muted=True)
        heard |= coordinators
    return len(heard)


def told_at_once(
    turn: Turn, workspace: str, people: Collection[int], content: Content, *, even_muted: bool = False
) -> int:
    """One message to some of a workspace, in the lane of a crisis; how many are told."""
    wanted = [one for one in audience_of(turn.conn, workspace) if one.person in people]
    return told_all(
        turn.conn,
        turn.kit,
        workspace,
        wanted,
        content,
        turn.now,
        lane=Lane.CRISIS,
        message_class=MessageClass.CRISIS,
        even_muted=even_muted,
    )


def _coordinators(turn: Turn, workspace: str) -> tuple[int, ...]:
    everyone = members_of(turn.conn, workspace)
    return tuple(m.person for m in everyone if m.role == COORDINATOR and m.person != turn.person.id)
