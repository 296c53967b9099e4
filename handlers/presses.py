"""Takes a pressed button to the place it names; one unknown, outdated or not theirs is answered kindly."""

import re

from flows.events import (
    ChoicePicked,
)
from flows.model import Phrase, Place
from handlers import courtesies
from handlers.messages import Press
from handlers.reading import (
    chosen_at,
    greeting,
)
from handlers.returning import interrupted_by
from handlers.turn import Turn
from handlers.welcoming import welcome
from storage.outbox import by_key
from storage.places import load_place
from storage.questions import Question, note_pick, question_of

_PRESS = re.compile(r"([A-Za-z0-9_-]{22})\.(\d{1,3})([+-]?)")


def pressed(turn: Turn, press: Press) -> None:
    """A button goes to the place it names; one that is unknown, outdated or not theirs is answered kindly."""
    courtesies.answer_press(turn)
    match = _PRESS.fullmatch(press.data)
    row = question_of(turn.conn, match[1]) if match else None
    if match is None or row is None:
        return _stale(turn)
    if row.person != turn.person.id:
        return turn.say(Phrase("not-your-button"))
    position, sign = int(match[2]), match[3]
    if row.picked == match[2]:
        return None  # the same press sent again: one effect
    if row.place is None:
        return through_door(turn, row, position, press.message_id)
    place = load_place(turn.conn, turn.person.id, row.place)
    if place is None or turn.mend(place) is not place or row.place_version != place.version:
        return _stale(turn, place, row)
    _picked(turn, place, row, press, ChoicePicked(position, {"+": True, "-": False}.get(sign)))


def _picked(turn: Turn, place: Place, row: Question, press: Press, event: ChoicePicked) -> None:
    flow = turn.kit.conversations.catalogue[place.flow]
    refusal = turn.refusal(flow, place.workspace)
    if refusal is not None:
        turn.lead.append(refusal)
        return turn.open("menu")
    if event.on is None:
        note_pick(turn.conn, row.id, str(event.position))
        courtesies.settle(turn, row, press.message_id, chosen_at(turn, place, event.position))
    turn.lead += greeting(turn, place)
    if event.on is not None and turn.lead:
        turn.say()  # a tick changes the message itself: what was to open the next one goes alone
    turn.advance(place, event)


def through_door(turn: Turn, row: Question, position: int, message_id: str | None) -> None:
    """A button under an alert opens a conversation in the alert's coalition; the question one was at stays open."""
    alert = by_key(turn.conn, row.key)
    doors = alert.content.get("doors", []) if alert else []
    if alert is None or position >= len(doors) or doors[position]["flow"] not in turn.kit.conversations.catalogue:
        return _stale(turn)
    if alert.workspace and turn.membership_in(alert.workspace) is None:
        turn.lead.append(Phrase("no-longer-member"))
        return turn.open("menu")
    note_pick(turn.conn, row.id, str(position))
    if alert.live is None:  # one that edits itself shows by itself what came of it
        courtesies.settle(turn, row, message_id, (position,))
    turn.stand_in(alert.workspace)
    door = doors[position]
    carried = {**door["carried"], **interrupted_by(turn, door["flow"])}
    turn.open(door["flow"], carried, door.get("step"), alert.workspace)


def _stale(turn: Turn, place: Place | None = None, row: Question | None = None) -> None:
    """The button is out of date: say so, and show the question as it stands now."""
    turn.lead.append(Phrase("stale-button"))
    if place is not None and row is not None:
        press = turn.incoming.press if turn.incoming else None
        courtesies.settle(turn, row, press.message_id if press else None, ())
        return turn.resume(place)
    if not turn.person.has_consented and turn.waiting_place() is None:
        return welcome(turn, None)
    turn.go_on()
