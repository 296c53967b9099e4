"""Does what whoever asks "is everyone all right?" wants done: ask, see how it stands, connect, close.

Everything is for coordinators, and what shows names also for those who look after people. Checked here each time:
the press may be old.
"""

from datetime import datetime

from flows.effects import Do
from flows.model import Phrase, Place, Wording
from flows.rules.checkin_asking import chosen
from flows.rules.checkin_saying import named, need_said
from flows.rules.checkins import MEETS, Match, matches_in, pairs_of
from handlers.action_words import saying
from handlers.care import about_care
from handlers.carers import looks_after, wanting
from handlers.checkin_facts import WORDINGS_OFFERED
from handlers.checkin_words import ROLLUP, on_day, told_silent
from handlers.checkins import ANSWERS_KEPT, Asking, ask, close
from handlers.kit import Kit
from handlers.live import follow
from handlers.returning import return_to_question
from handlers.telling import told_all
from handlers.turn import Turn
from storage.audience import audience_of
from storage.checkins import (
    Answer,
    Checkin,
    Kind,
    State,
    answers_in,
    latest_checkin,
    load_checkin,
    note_connected,
    open_checkin,
    own_wordings,
    silent_in,
)
from storage.db import Connection
from storage.outbox import Lane, MessageClass
from storage.workspaces import COORDINATOR, lock_workspace

LONGEST_WORDING = 600


# -- asking --------------------------------------------------------------------------------------------------------


def ask_everybody(turn: Turn, do: Do, place: Place) -> None:
    """Ask everybody, once: a second press while a check-in is open shows how that one stands."""
    workspace = coordinated(turn, place)
    if workspace is None:
        return turn.say()
    lock_workspace(turn.conn, workspace)
    standing = open_checkin(turn.conn, workspace)
    if standing is not None:
        turn.say(Phrase("checkin-open-already"))
        return show_to(turn.conn, turn.kit, turn.person.id, standing, turn.now)
    template, wording = chosen(do.carried, own_wordings(turn.conn, workspace, WORDINGS_OFFERED))
    asking = Asking(
        workspace,
        Kind.ASKED,
        do.carried.get("real") == "drill",
        template,
        wording[:LONGEST_WORDING] if wording else None,
        turn.person.id,
    )
    checkin, count = ask(turn.conn, turn.kit, asking, turn.now)
    turn.say(Phrase("checkin-sent", {"count": count}))
    show_to(turn.conn, turn.kit, turn.person.id, checkin, turn.now)


def show_to(conn: Connection, kit: Kit, person: int, checkin: Checkin, now: datetime) -> None:
    """The roll-up in one message, which changes as people answer."""
    follow(conn, kit, person, checkin.workspace, ROLLUP, checkin.id, now)


def show_rollup(turn: Turn, do: Do, place: Place) -> None:
    """How the newest check-in stands."""
    checkin = _led(turn, do, place)
    if checkin is not None:
        return show_to(turn.conn, turn.kit, turn.person.id, checkin, turn.now)
    turn.say()


def close_checkin(turn: Turn, do: Do, place: Place) -> None:
    """Nobody is asked any more. Its end is said with the day on which the answers go."""
    workspace = coordinated(turn, place)
    checkin = open_checkin(turn.conn, workspace) if workspace is not None else None
    if workspace is not None and checkin is None:
        turn.lead.append(Phrase("checkin-none-open"))
    elif checkin is not None and close(turn.conn, turn.kit, checkin, State.CLOSED, turn.now):
        turn.lead.append(Phrase("checkin-closed", {"date": on_day(turn.kit, turn.now + ANSWERS_KEPT)}))
    turn.say()


def name_silent(turn: Turn, do: Do, place: Place) -> None:
    """Who has not answered, for whoever leads or looks after people."""
    checkin = _led(turn, do, place)
    if checkin is not None:
        lines = told_silent(silent_in(turn.conn, checkin.id))
        turn.say(*(lines or (Phrase("checkin-everybody-answered"),)))
    return_to_question(turn, do, place)


def coordinated(turn: Turn, place: Place) -> str | None:
    """The workspace, for its coordinators alone; the others hear that it is not theirs."""
    mine = turn.membership_in(place.workspace)
    if mine is None or mine.role != COORDINATOR:
        turn.lead.append(Phrase("coordinators-only"))
        return None
    return place.workspace


def _led(turn: Turn, do: Do, place: Place) -> Checkin | None:
    """The check-in that was carried here, or the newest one, for somebody who may see names."""
    if place.workspace is None or not looks_after(turn.conn, place.workspace, turn.person.id):
        turn.lead.append(Phrase("care-not-yours"))
        return None
    carried = load_checkin(turn.conn, do.carried.get("checkin"))
    checkin = carried or latest_checkin(turn.conn, place.workspace)
    if checkin is None or checkin.workspace != place.workspace:
        turn.lead.append(Phrase("checkin-none-open"))
        return None
    return checkin


# -- connecting ----------------------------------------------------------------------------------------------------


def connect_offers(turn: Turn, do: Do, place: Place) -> None:
    """Who needs it and who offers it both hear that help was found; only whoever leads sees who they are."""
    checkin = _led(turn, do, place)
    if checkin is None:
        return
    lock_workspace(turn.conn, checkin.workspace)
    said = {one.person: one for one in answers_in(turn.conn, checkin.id)}
    found = (match for match in matches_in(wanting(said.values())) if match.need == do.carried.get("need"))
    match = next(found, None)
    if match is None or not match.offering:
        return turn.lead.append(Phrase("match-nobody"))
    _connect(turn, checkin, match, said)


def _connect(turn: Turn, checkin: Checkin, match: Match, said: dict[int, Answer]) -> None:
    need, lead = need_said(match.need), named(turn.person.display_name)
    pairs: list[Wording] = []
    for needing, offering in pairs_of(match):
        met, taken = said[needing].met, said[offering].taken
        given = next(offer for offer in MEETS[match.need] if offer in said[offering].offers and offer not in taken)
        note_connected(turn.conn, checkin.id, needing, "met", {*met, match.need})
        note_connected(turn.conn, checkin.id, offering, "taken", {*taken, given})
        for person, key in ((needing, "match-to-needing"), (offering, "match-to-offering")):
            _tell_one(turn, checkin, person, Phrase(key, {"need": need, "lead": lead}))
        pair = {"needing": named(said[needing].name), "offering": named(said[offering].name)}
        pairs.append(Phrase("dash-line", {"text": Phrase("match-pair", pair)}))
    turn.say(Phrase("match-connected", {"need": need, "pairs": tuple(pairs)}))


def _tell_one(turn: Turn, checkin: Checkin, person: int, line: Wording) -> None:
    whom = [one for one in audience_of(turn.conn, checkin.workspace) if one.person == person]
    told_all(
        turn.conn, turn.kit, checkin.workspace, whom, saying(line), turn.now,
        about=about_care(checkin), lane=Lane.CRISIS, message_class=MessageClass.CRISIS,
    )  # fmt: skip
