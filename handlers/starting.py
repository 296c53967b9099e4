"""Puts things right after a stop: claimed rows of a dead process are uncertain, waiting questions are drawn again."""

from datetime import datetime, timedelta

from flows.events import Resumed
from flows.model import Phrase
from handlers.effects import carry_out
from handlers.kit import Kit
from handlers.repeating import repeat_after_a_stop
from handlers.turn import Turn
from storage import outbox
from storage.db import Connection
from storage.outbox import Row
from storage.people import addresses_of, lock_person
from storage.places import load_place
from storage.questions import DRAWN_AGAIN, last_question, settle_uncertain, uncertain_questions

FRESH = timedelta(minutes=15)
"""A question younger than this is drawn once more at once; for an older one we apologise at the next word."""


def put_right(conn: Connection, kit: Kit, now: datetime) -> int:
    """Run once at start, before anything is sent. Returns how many questions are drawn again."""
    outbox.abandon_claimed(conn, now)
    repeat_after_a_stop(conn, kit, now)
    drawn = 0
    for row, claimed_at in uncertain_questions(conn):
        if row.reason != DRAWN_AGAIN and now - claimed_at < FRESH:
            drawn += _draw_again(conn, kit, row, now)
    return drawn


def _draw_again(conn: Connection, kit: Kit, row: Row, now: datetime) -> bool:
    """The question may be on the screen already: the second one says so."""
    settle_uncertain(conn, row.id, DRAWN_AGAIN)
    person = lock_person(conn, row.person)
    place = load_place(conn, row.person, row.place)
    address = next((a for a in addresses_of(conn, row.person) if a.id == row.address), None)
    if place is None or address is None or place.version != row.place_version:
        return False
    turn = Turn(conn, kit, now, person, address, carry_out)
    turn.lead.append(Phrase("we-stopped"))
    turn.advance(place, Resumed())
    again = last_question(conn, row.person, place.id)
    if again is not None:  # an answer that comes before this copy does was meant for the first one
        settle_uncertain(conn, again.id, DRAWN_AGAIN)
    return True
