"""A row is claimed once, only its claim may finish it, and the ends always add up."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from storage import deliveries, outbox, questions
from storage.db import Database
from storage.outbox import Lane, MessageClass, State
from storage.people import block_address, delete_person, reach, set_person
from storage.questions import last_question, note_pick
from tests.storage.rows import KEYS, NOW, coalition, named, queued, somebody

LATER = NOW + timedelta(minutes=5)
ATTEMPT = named("attempt")


async def test_a_row_comes_back_as_it_was_written(database: Database) -> None:
    to = await database.run(somebody)
    workspace = await database.run(coalition, to.person)
    content = {"say": {"lines": ["שלום", {"phrase": "x", "fills": {"zz": 1, "b": None}}]}, "a": True}
    courtesies = ({"kind": "settle", "chosen": [2, 1]}, {"kind": "answer_press"})
    written = await database.run(
        queued,
        to,
        workspace=workspace,
        place=named("place"),
        place_version=3,
        content=content,
        courtesies=courtesies,
        expires_at=LATER,
    )
    assert (written.content, written.courtesies, written.place_version) == (content, courtesies, 3)
    assert (written.state, written.lane, written.message_class) == (State.QUEUED, Lane.REPLY, MessageClass.REPLY)
    assert (written.queued_at, written.expires_at, written.picked) == (NOW, LATER, None)
    assert await database.read(outbox.by_key, named("nobody's")) is None


async def test_a_key_is_used_once(database: Database) -> None:
    to = await database.run(somebody)
    await database.run(queued, to)
    with pytest.raises(IntegrityError):
        await database.run(queued, to)


def ready_keys(conn: Connection, now: datetime, at_most: int) -> list[str]:
    found = [outbox.by_id(conn, waiting.row) for waiting in outbox.ready(conn, now, at_most)]
    return [row.key for row in found if row]


async def test_what_may_go_comes_by_lane_then_by_age(database: Database) -> None:
    to = await database.run(somebody)
    lanes = (Lane.BULK, Lane.REPLY, Lane.CRISIS, Lane.REPLY)
    for number, lane in enumerate(lanes):
        await database.run(queued, to, str(number), lane=lane)
    await database.run(queued, to, "later", lane=Lane.CRISIS, not_before=LATER)
    assert await database.read(ready_keys, NOW, 10) == [named(number) for number in "2130"]
    assert await database.read(ready_keys, NOW, 2) == [named("2"), named("1")]
    assert await database.read(ready_keys, LATER, 2) == [named("2"), named("1")]  # crises take half of a look at most
    assert await database.read(ready_keys, LATER, 4) == [named("2"), named("later"), named("1"), named("3")]
    assert await database.read(deliveries.queued_rows, NOW) == 4
    assert await database.read(outbox.next_not_before, NOW) == LATER
    assert await database.read(outbox.next_not_before, LATER) is None


async def test_a_row_is_claimed_once_and_finished_by_its_claim(database: Database) -> None:
    row = await database.run(lambda conn: queued(conn, somebody(conn)))
    assert [await database.run(outbox.claim, row.id, ATTEMPT, NOW) for _ in "12"] == [True, False]
    assert not await database.run(outbox.finish, row.id, named("other"), State.ACCEPTED, NOW)
    assert await database.run(outbox.finish, row.id, ATTEMPT, State.ACCEPTED, NOW, "wamid." + "x" * 200)
    assert not await database.run(outbox.finish, row.id, ATTEMPT, State.REFUSED, NOW)
    (ended,) = await database.read(deliveries.latest, 10)
    assert (ended.state, ended.provider_id) == (State.ACCEPTED, "wamid." + "x" * 200)


async def test_a_row_told_to_wait_is_queued_again(database: Database) -> None:
    row = await database.run(lambda conn: queued(conn, somebody(conn)))
    await database.run(outbox.claim, row.id, ATTEMPT, NOW)
    await database.run(outbox.finish, row.id, ATTEMPT, State.QUEUED, NOW, None, "throttled", LATER)
    assert await database.read(outbox.ready, NOW, 10) == ()
    assert len(await database.read(outbox.ready, LATER, 10)) == 1


async def test_only_a_queued_row_ends_unsent(database: Database) -> None:
    row = await database.run(lambda conn: queued(conn, somebody(conn)))
    await database.run(outbox.end_unsent, row.id, State.EXPIRED, "expired", NOW)
    await database.run(outbox.end_unsent, row.id, State.REFUSED, "blocked", NOW)
    (ended,) = await database.read(deliveries.latest, 10)
    assert (ended.state, ended.reason) == (State.EXPIRED, "expired")


async def test_what_a_dead_process_had_claimed_is_uncertain(database: Database) -> None:
    def settle(conn: Connection) -> None:
        to = somebody(conn)
        set_person(conn, to.person, waiting_place_id=named("place"))
        for key, place in (("question", named("place")), ("older", named("gone")), ("queued", None)):
            row = queued(conn, to, key, place=place, place_version=1)
            if key != "queued":
                outbox.claim(conn, row.id, ATTEMPT, LATER)

    await database.run(settle)
    assert await database.run(outbox.abandon_claimed, LATER) == 2
    ((question, claimed_at),) = await database.read(questions.uncertain_questions)
    assert (question.key, claimed_at) == (named("question"), LATER)
    await database.run(questions.settle_uncertain, question.id, "drawn_again")
    last = await database.read(last_question, question.person, named("place"))
    assert last is not None
    assert (last.state, last.reason) == (State.UNKNOWN, "drawn_again")
    assert await database.read(last_question, question.person, named("nowhere")) is None
    told = sorted(await database.read(deliveries.tally))
    assert told == [("telegram", "c0", "queued", 1), ("telegram", "c0", "unknown", 2)]


async def test_cancelling_takes_what_is_queued_of_one_workspace_or_of_all(database: Database) -> None:
    def settle(conn: Connection) -> int:
        to, other = somebody(conn, 1), somebody(conn, 2)
        for what in ("north", "south"):
            queued(conn, to, what, workspace=coalition(conn, to.person, what))
        queued(conn, other, "other")
        return to.person

    person = await database.run(settle)
    assert await database.run(outbox.cancel_for, person, NOW, named("north")) == 1
    assert await database.run(outbox.cancel_for, person, NOW) == 1
    assert await database.read(ready_keys, NOW, 10) == [named("other")]


async def test_what_was_pressed_is_noted(database: Database) -> None:
    row = await database.run(lambda conn: queued(conn, somebody(conn)))
    await database.run(note_pick, row.id, "12+")
    found = await database.read(outbox.by_key, row.key)
    assert found is not None
    assert found.picked == "12+"


async def test_ended_rows_are_forgotten_but_not_the_question_somebody_waits_at(database: Database) -> None:
    def settle(conn: Connection) -> None:
        to = somebody(conn)
        set_person(conn, to.person, waiting_place_id=named("place"))
        for key, place in (("question", named("place")), ("older", named("gone")), ("plain", None), ("queued", None)):
            row = queued(conn, to, key, place=place)
            if key != "queued":
                outbox.end_unsent(conn, row.id, State.EXPIRED, "expired", NOW)

    await database.run(settle)
    await database.run(deliveries.forget_ended, NOW)
    assert len(await database.read(deliveries.latest, 10)) == 4
    await database.run(deliveries.forget_ended, LATER)
    assert [row.key for row in await database.read(deliveries.latest, 10)] == [named("queued"), named("question")]


async def test_what_matters_until_a_later_day_stays_until_then(database: Database) -> None:
    def settle(conn: Connection) -> None:
        to = somebody(conn)
        for key, until in (("invitation", LATER), ("alert", NOW)):
            row = queued(conn, to, key, expires_at=until)
            outbox.end_unsent(conn, row.id, State.CANCELLED, "outdated", NOW)

    await database.run(settle)
    await database.run(deliveries.forget_ended, LATER)
    assert [row.key for row in await database.read(deliveries.latest, 10)] == [named("invitation")]
    await database.run(deliveries.forget_ended, LATER + timedelta(seconds=1))
    assert await database.read(deliveries.latest, 10) == ()


async def test_what_waits_to_be_said_about_one_thing_is_taken_back(database: Database) -> None:
    def settle(conn: Connection) -> str:
        to = somebody(conn)
        workspace, other = coalition(conn, to.person), coalition(conn, to.person, "other")
        queued(conn, to, "march", workspace=workspace, about="march")
        queued(conn, to, "vigil", workspace=workspace, about="vigil")
        queued(conn, to, "elsewhere", workspace=other, about="march")
        sent = queued(conn, to, "sent", workspace=workspace, about="march")
        outbox.claim(conn, sent.id, "attempt", NOW)
        return workspace

    workspace = await database.run(settle)
    assert await database.run(deliveries.cancel_about, workspace, "march", NOW) == 1
    states = {row.key: row.state for row in await database.read(deliveries.latest, 10)}
    assert states == {
        named("march"): State.CANCELLED,
        named("vigil"): State.QUEUED,
        named("elsewhere"): State.QUEUED,
        named("sent"): State.SENDING,
    }


async def test_erased_words_leave_the_messages_that_quote_them(database: Database) -> None:
    def settle(conn: Connection) -> None:
        member, stranger = somebody(conn, 1), somebody(conn, 2)
        workspace = coalition(conn, member.person)
        quoting = {"say": {"lines": [{"text": "עדן"}]}}
        queued(conn, member, "inside", workspace=workspace, content=quoting)
        queued(conn, member, "alone", content=quoting)
        queued(conn, stranger, "outside", content=quoting)

    await database.run(settle)
    await database.run(deliveries.unsay, [named("coalition")], {"עדן"})
    said = {row.key: row.content["say"]["lines"][0]["text"] for row in await database.read(deliveries.latest, 10)}
    assert said == {named("inside"): "–", named("alone"): "–", named("outside"): "עדן"}


async def test_a_blocked_address_is_asked_for_before_sending(database: Database) -> None:
    to = await database.run(somebody)
    assert not (await database.read(reach, KEYS, to.id)).blocked
    await database.run(block_address, to.id, NOW)
    assert (await database.read(reach, KEYS, to.id)).blocked


async def test_messages_go_with_their_person(database: Database) -> None:
    to = await database.run(somebody)
    await database.run(queued, to)
    await database.run(delete_person, to.person)
    assert await database.read(deliveries.latest, 10) == ()
