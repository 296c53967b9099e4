"""Publishes an action, calls it off, and says who comes: what coordinators do with an action that is planned."""

from flows.effects import Do
from flows.model import Phrase, Place
from flows.rules.action import CANCELLED, PUBLISHED, PUT_OFF
from flows.rules.action_days import missing
from handlers.action_days import ask_parts, forget_later, home_about, ladder_about
from handlers.action_words import (
    Content,
    calendar,
    called_off,
    decided,
    goes_ahead,
    invitation,
    named,
    put_off,
)
from handlers.actions import ActionDay, load_action
from handlers.live import follow
from handlers.turn import Turn
from storage.attendance import forget_attendance
from storage.deliveries import cancel_about
from storage.timers import void_timers
from storage.workspaces import COORDINATOR, lock_workspace

WHO_COMES = "rsvp"
"""The message that shows how many come, and edits itself."""


def publish_action(turn: Turn, do: Do, place: Place) -> None:
    """Invite everybody, once; refused kindly while something is missing that people must know before they say yes."""
    day = _mine_to_lead(turn, do, place)
    if day is None:
        return
    if day.fields.get("said_start"):
        return _already_out(turn, day)
    needed = tuple(
        Phrase("dash-line", {"text": Phrase(f"action-missing-part.{name}")}) for name in missing(day.fields)
    )
    if needed:
        return turn.lead.append(Phrase("action-missing", {"parts": needed}))
    if day.start is None or day.start <= turn.now:
        return turn.lead.append(Phrase("action-over"))
    day.keep("status", PUBLISHED, turn.person.id)
    day.keep("said_start", str(day.fields["start_at"]), turn.person.id)
    day.keep("publisher_person", str(turn.person.id), turn.person.id)
    told = [m.person for m in day.members if day.tell(m.person, invitation(day), until=day.start)]
    ask_parts(day, day.start)
    forget_later(day)
    others = sum(person != turn.person.id for person in told)
    turn.say(Phrase("action-published", {"count": others}) if others else Phrase("action-published-alone"))
    _follow_who_comes(turn, day)


def cancel_action(turn: Turn, do: Do, place: Place) -> None:
    """Called off: everybody who was coming hears it, and nothing of it rings any more."""
    day = _mine_to_lead(turn, do, place)
    if day is None:
        return
    day.keep("status", CANCELLED, turn.person.id)
    for about in (home_about(day), ladder_about(day)):
        void_timers(turn.conn, about)
    cancel_about(turn.conn, day.workspace, day.about, turn.now)
    told = _tell_that_it_is_off(turn, do, place) if day.fields.get("said_start") else 0
    day.keep("said_start", "", turn.person.id)
    forget_attendance(turn.conn, day.workspace, day.item)
    turn.lead.append(Phrase("action-called-off", {"count": told}))


def go_action(turn: Turn, do: Do, place: Place) -> None:
    """What was decided the day before: coordinators hear who decided it; who comes hears a "not now", and its end."""
    day = _mine_to_lead(turn, do, place)
    decision = day.fields.get("go_no_go") if day is not None else None
    if day is None or day.start is None or decision not in ("go", "change", "stop"):
        return
    status = day.fields.get("status")
    if decision == "stop" and status == PUBLISHED:
        _change_for_all(turn, day, PUT_OFF, put_off(day))
        day.keep("was_put_off", "yes", turn.person.id)
    if decision == "go" and status == PUT_OFF:
        _on_again(turn, day)
    for person in day.coordinators:
        if person != turn.person.id:
            content = decided(day, str(decision), named(turn.person.display_name))
            day.tell(person, content, until=day.start, urgent=day.is_soon)


def show_attendance(turn: Turn, do: Do, place: Place) -> None:
    """How many come, whenever a coordinator asks."""
    day = _mine_to_lead(turn, do, place)
    if day is not None:
        _follow_who_comes(turn, day)


def action_of(do: Do) -> str:
    """The action the block is about, or the one a button carried here."""
    return do.item or do.carried.get("action", "")


def _mine_to_lead(turn: Turn, do: Do, place: Place) -> ActionDay | None:
    """The action, for a coordinator alone. Checked again here: the press may be old."""
    mine = turn.membership_in(place.workspace)
    if place.workspace is None or mine is None or mine.role != COORDINATOR:
        turn.lead.append(Phrase("coordinators-only"))
        return None
    lock_workspace(turn.conn, place.workspace)
    day = load_action(turn.conn, turn.kit, place.workspace, action_of(do), turn.now)
    if day is None:
        turn.lead.append(Phrase("action-gone"))
    return day


def _tell_that_it_is_off(turn: Turn, do: Do, place: Place) -> int:
    """How many others were told; whoever has it in a calendar gets an entry that takes it out."""
    day = load_action(turn.conn, turn.kit, place.workspace, action_of(do), turn.now)
    if day is None or day.start is None or day.start <= turn.now:
        return 0
    told = 0
    for one in day.those_who_come():
        contents = (called_off(day), *([calendar(day)] if one.informed is not None else []))
        is_told = day.tell(one.person, *contents, until=day.start, urgent=day.is_soon)
        told += is_told and one.person != turn.person.id
    return told


def _already_out(turn: Turn, day: ActionDay) -> None:
    """Published before; one that was put off meanwhile is on again."""
    if day.fields.get("was_put_off") == "yes":
        _on_again(turn, day)
    turn.say(Phrase("action-published-before"))
    _follow_who_comes(turn, day)


def _on_again(turn: Turn, day: ActionDay) -> None:
    _change_for_all(turn, day, PUBLISHED, goes_ahead(day))
    day.keep("was_put_off", "no", turn.person.id)


def _change_for_all(turn: Turn, day: ActionDay, status: str, content: Content) -> None:
    """Another state, said to everybody who comes; what waits to be said about the old one is taken back."""
    cancel_about(turn.conn, day.workspace, day.about, turn.now)
    day.keep("status", status, turn.person.id)
    for one in day.those_who_come():
        if one.person != turn.person.id:
            day.tell(one.person, content, until=day.start or turn.now, urgent=day.is_soon)


def _follow_who_comes(turn: Turn, day: ActionDay) -> None:
    """The count in one message, which changes as people answer, until the action begins."""
    follow(turn.conn, turn.kit, turn.person.id, day.workspace, WHO_COMES, day.item, turn.now, until=day.start)
