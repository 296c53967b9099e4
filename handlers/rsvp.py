"""Takes what people answer about an action: whether they come, take their part, and got home; then lets them go on.

Each answer comes through a button under a message, which may be old: everything is looked at again here. Afterwards
people are back at the question they were at.
"""

from flows.effects import Do
from flows.model import Phrase, Place
from flows.rules.action_days import OWNER, State, is_published, parts_of, seat_of
from flows.rules.timeline import written
from handlers.action_days import HOME_MATTERS, NAMED_AFTER
from handlers.action_words import (
    Content,
    answer_kept,
    catching_up,
    files,
    named,
    part_question,
    part_refused,
    somebody_is_home,
    somebody_needs_help,
)
from handlers.actions import ActionDay, load_action
from handlers.live import refresh
from handlers.publishing import WHO_COMES, action_of
from handlers.returning import return_to_question
from handlers.turn import Turn
from storage.answers import keep_answer
from storage.attendance import (
    Attendance,
    Coming,
    Home,
    attendance_of,
    keep_attendance,
    keep_home,
    note_informed,
)

MOST_GUESTS = 50


def answer_rsvp(turn: Turn, do: Do, place: Place) -> None:
    """Keep whether somebody comes. The first yes, and one after a move, gets what still matters, and the calendar."""
    day = load_action(turn.conn, turn.kit, place.workspace, action_of(do), turn.now)
    said = do.carried.get("answer", "")
    if day is None or not day.is_ahead or turn.membership_in(day.workspace) is None:
        turn.lead.append(Phrase("action-gone"))
    elif said in set(Coming):
        keep_coming(turn, day, Coming(said), _guests(do.carried.get("count")))
    return_to_question(turn, do, place)


def confirm_role(turn: Turn, do: Do, place: Place) -> None:
    """Keep whether somebody takes the part they were named for; after a no the next one is asked."""
    item, said = do.carried.get("role", ""), do.carried.get("answer")
    day = load_action(turn.conn, turn.kit, place.workspace, item.partition(":")[0], turn.now)
    role = day.roles.get(item) if day is not None else None
    if day is None or role is None or not is_published(day.fields) or seat_of(role, turn.person.id) is None:
        turn.lead.append(Phrase("role-not-yours"))
    elif said in ("yes", "no"):
        _keep_part(turn, day, item, said, do.carried.get("reason", ""))
    return_to_question(turn, do, place)


def answer_home(turn: Turn, do: Do, place: Place) -> None:
    """Keep how somebody got home. A call for help reaches those who look after people at once, whoever rests."""
    day = load_action(turn.conn, turn.kit, place.workspace, action_of(do), turn.now)
    said = {"yes": Home.HOME, "help": Home.HELP}.get(do.carried.get("answer", ""))
    before = attendance_of(turn.conn, day.workspace, day.item, turn.person.id) if day is not None else None
    if day is None or before is None or said is None:
        turn.lead.append(Phrase("action-gone"))
        return return_to_question(turn, do, place)
    keep_home(turn.conn, day.workspace, day.item, turn.person.id, said)
    if said is Home.HOME:
        turn.say(Phrase("home-thanks"))
    if said is Home.HELP:
        _to_those_who_look_after(turn, day, somebody_needs_help(day, named(turn.person.display_name)))
    elif _was_named(before, turn):
        _to_those_who_look_after(turn, day, somebody_is_home(day, named(turn.person.display_name)))
    return_to_question(turn, do, place)


def keep_coming(turn: Turn, day: ActionDay, answer: Coming, guests: int) -> None:
    """Keep the answer, thank for it, and send what still matters to whoever comes."""
    before = attendance_of(turn.conn, day.workspace, day.item, turn.person.id)
    keep_attendance(turn.conn, day.workspace, day.item, turn.person.id, answer, guests, turn.now)
    turn.write(answer_kept(day, answer, guests), workspace=day.workspace, expires_at=day.start)
    if answer is not Coming.CANNOT and (before is None or before.informed != day.moves):
        turn.say(*catching_up(day))
        for content in files(day):
            turn.write(content, workspace=day.workspace)
        note_informed(turn.conn, day.workspace, day.item, turn.person.id, day.moves)
    refresh(turn.conn, turn.kit, day.workspace, WHO_COMES, day.item, turn.now)


def _guests(said: str | None) -> int:
    """How many come along; one where nobody said."""
    return min(int(said), MOST_GUESTS) if said is not None and said.isdecimal() else 1


def _keep_part(turn: Turn, day: ActionDay, item: str, said: str, reason: str) -> None:
    me = str(turn.person.id)
    before = next(part for part in parts_of(day.roles) if part.item == item)
    for field, value in (("confirmed", said), ("confirmed_person", me)):
        keep_answer(turn.conn, day.workspace, "role", item, field, value, turn.person.id, turn.now)
    turn.say(Phrase(f"role-thanks-{said}"))
    fresh = load_action(turn.conn, turn.kit, day.workspace, day.item, turn.now)
    if said == "no" and fresh is not None and before.state is not State.REFUSED:
        _pass_on(turn, fresh, item, reason)


def _pass_on(turn: Turn, day: ActionDay, item: str, reason: str) -> None:
    """Coordinators hear who cannot and who is next; the next one is asked."""
    part = next(part for part in parts_of(day.roles) if part.item == item)
    backup = written(day.roles[item], "backup") if seat_of(day.roles[item], turn.person.id) == OWNER else ""
    refused = part_refused(day, part.role, named(turn.person.display_name), backup, reason)
    until = day.start or day.now
    for person in day.coordinators:
        if person != turn.person.id:
            day.tell(person, refused, until=until, urgent=day.is_soon)
    if part.state is State.ASKED and part.whom is not None:
        day.tell(part.whom, part_question(day, part), until=until, urgent=day.is_soon)


def _was_named(before: Attendance, turn: Turn) -> bool:
    """Whether somebody worries about them by now."""
    was_silent = before.home is Home.SILENT and before.home_asked_at is not None
    too_long = was_silent and before.home_asked_at is not None and turn.now >= before.home_asked_at + NAMED_AFTER
    return before.home is Home.HELP or too_long


def _to_those_who_look_after(turn: Turn, day: ActionDay, content: Content) -> None:
    for person in day.those_who_look_after:
        if person != turn.person.id:
            day.tell(person, content, until=turn.now + HOME_MATTERS, urgent=True)
