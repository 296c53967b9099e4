"""Takes what people answer to a check-in, word by word: who broke off half-way was still heard.

Danger comes first: the numbers to call stand on the screen before anything else is asked, and those who look after
people know it in the same moment.
"""

from collections.abc import Mapping

from flows.effects import Do
from flows.model import Phrase, Place
from flows.rules.checkin_asking import listed
from flows.rules.checkin_saying import named
from flows.rules.checkins import Status
from handlers.care import about_care, answered_after_call, call_for, tell_carers, tell_whoever_has
from handlers.checkin_words import ROLLUP, more_is_known, report
from handlers.checkins import open_for_one
from handlers.crisis import show_safety
from handlers.live import refresh
from handlers.returning import interrupted_by, return_to_question
from handlers.turn import Turn
from storage.care import CallKind
from storage.checkins import Answer, Checkin, State, answer_of, asked_of, keep_said, load_checkin
from storage.outbox import Lane

_WORDS = ("available", "report", "source", "followup")
LONGEST_REPORT = 1000


def keep_status(turn: Turn, do: Do, place: Place) -> None:
    """The one answer that counts. Who needs help is heard by those who care before anything else is asked."""
    checkin = _asked(turn, do, place)
    status = do.carried.get("status", "")
    if checkin is not None and status in set(Status):
        take_status(turn, checkin, Status(status))


def take_status(turn: Turn, checkin: Checkin, status: Status) -> None:
    """Keep how somebody is, and say what follows from it."""
    before = answer_of(turn.conn, checkin.id, turn.person.id)
    if before is None:
        return
    keep_said(turn.conn, checkin.id, turn.person.id, {"status": status}, turn.now)
    if status is Status.HELP:
        _call(turn, checkin, CallKind.HELP)
    else:
        turn.lead.append(Phrase(f"checkin-thanks.{status}"))
    _yield_to_others(turn, status)
    if before.status is not status:
        name = turn.person.display_name
        answered_after_call(turn.conn, turn.kit, checkin, turn.person.id, name, status, turn.now)
    _show(turn, checkin)


def keep_danger(turn: Turn, do: Do, place: Place) -> None:
    """Immediate danger: the numbers at once, and an urgent call. Otherwise only that there is none."""
    checkin = _asked(turn, do, place)
    danger = do.carried.get("danger")
    if checkin is None or danger not in ("yes", "no"):
        return
    keep_said(turn.conn, checkin.id, turn.person.id, {"danger": danger}, turn.now)
    if danger == "yes":
        show_safety(turn, turn.voice.language)
        _call(turn, checkin, CallKind.DANGER)
    _show(turn, checkin)


def keep_said_so_far(turn: Turn, do: Do, place: Place) -> None:
    """What is known by now; the rest may never come."""
    checkin = _asked(turn, do, place)
    _yield_to_others(turn, do.carried.get("status"))
    if checkin is not None:
        keep_said(turn.conn, checkin.id, turn.person.id, _said(do.carried), turn.now)
        _show(turn, checkin)


def finish_checkin(turn: Turn, do: Do, place: Place) -> None:
    """Everything was asked: whoever looks after them learns what helps, and they are back where they were."""
    checkin = _asked(turn, do, place)
    _yield_to_others(turn, do.carried.get("status"))
    if checkin is not None:
        keep_said(turn.conn, checkin.id, turn.person.id, _said(do.carried), turn.now)
        answer = answer_of(turn.conn, checkin.id, turn.person.id)
        if answer is not None:
            _pass_on(turn, checkin, answer)
        _show(turn, checkin)
        turn.say(Phrase("checkin-finished"))
    return_to_question(turn, do, place)


def call_for_help(turn: Turn, do: Do, place: Place) -> None:
    """Somebody asks for help without being asked. A drill that is open does not make theirs one."""
    if place.workspace is None:
        return turn.open("menu")
    asked = asked_of(turn.conn, turn.person.id, turn.now)
    standing = asked[0] if asked is not None and not asked[0].drill else None
    if standing is None or not standing.is_open or standing.workspace != place.workspace:
        standing = open_for_one(turn.conn, turn.kit, place.workspace, turn.person.id, turn.now)
    carried = {name: value for name, value in do.carried.items() if name == "interrupted"}
    turn.open("crisis_checkin", {"checkin": standing.id, "status": Status.HELP, **carried})


def answer_by_word(turn: Turn, checkin: Checkin, status: Status | None) -> None:
    """Open the check-in for somebody who typed their answer (None: who is asked again); the open question waits."""
    if turn.person.active_workspace != checkin.workspace:
        turn.set_person(active_workspace_id=checkin.workspace)
    answered = {"status": str(status)} if status is not None else {}
    turn.open("crisis_checkin", {"checkin": checkin.id, **answered, **interrupted_by(turn, "crisis_checkin")})


def _yield_to_others(turn: Turn, status: str | None) -> None:
    """Hundreds say at once that they are fine: the thanks may come a little later than somebody else's reply."""
    if status == Status.OK:
        turn.lane = Lane.HANDOVER


def _asked(turn: Turn, do: Do, place: Place) -> Checkin | None:
    """The check-in one stands in, if it was one's own and is no false alarm."""
    checkin = load_checkin(turn.conn, do.carried.get("checkin"))
    is_here = checkin is not None and checkin.workspace == place.workspace
    return checkin if is_here and checkin is not None and checkin.state is not State.CANCELLED else None


def _call(turn: Turn, checkin: Checkin, kind: CallKind) -> None:
    told = call_for(turn.conn, turn.kit, checkin, turn.person.id, kind, turn.now)
    line = Phrase("checkin-told-before") if told is None else Phrase("checkin-told", {"count": told})
    turn.lead.append(line)


def _pass_on(turn: Turn, checkin: Checkin, answer: Answer) -> None:
    if answer.status is Status.HELP and (answer.needs or answer.followup):
        content = more_is_known(checkin, named(turn.person.display_name), answer)
        tell_whoever_has(turn.conn, turn.kit, checkin, turn.person.id, content, turn.now)
    if answer.report:
        content = report(checkin, answer)
        tell_carers(turn.conn, turn.kit, checkin, content, turn.now, about_care(checkin), but=turn.person.id)


def _said(carried: Mapping[str, str]) -> dict[str, object]:
    """What was carried so far, by the names of the columns."""
    ticked = {name: list(listed(carried[name])) for name in ("needs", "offers") if name in carried}
    words = {name: carried[name][:LONGEST_REPORT] for name in _WORDS if carried.get(name)}
    return {**ticked, **words}


def _show(turn: Turn, checkin: Checkin) -> None:
    refresh(turn.conn, turn.kit, checkin.workspace, ROLLUP, checkin.id, turn.now)
