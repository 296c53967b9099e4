"""Whoever was asked is counted from the start, and what they said goes with them or after its time."""

from dataclasses import replace
from datetime import timedelta

from flows.rules.checkins import Rollup, Status
from storage.alarms import (
    State as AlarmState,
)
from storage.alarms import (
    alarm_of,
    alarm_on,
    alarm_proposed,
    end_alarm,
    hold_rows,
    leave_alarm,
    load_alarm,
    propose_alarm,
    release,
    start_alarm,
    started_since,
)
from storage.care import (
    CallKind,
    call_about,
    calls_of,
    carers_of,
    claim_call,
    end_calls,
    load_call,
    note_rung,
    on_duty_in,
    raise_call,
    set_carer,
    set_on_duty,
    unclaim_call,
)
from storage.checkins import (
    Checkin,
    Kind,
    State,
    add_checkin,
    answer_of,
    answers_in,
    asked_in,
    asked_of,
    checkins_answered,
    close_checkin,
    forget_checkin_answers,
    forget_checkins_of,
    keep_counts,
    keep_said,
    latest_checkin,
    load_checkin,
    note_connected,
    open_checkin,
    own_wordings,
    rollup_of,
    silent_in,
)
from storage.db import Connection, Database
from storage.deliveries import cancel_about_for, last_said, reached_by, uncertain_crises, waiting_for
from storage.outbox import Lane, MessageClass, by_key, claim, finish, next_not_before, ready
from storage.outbox import State as RowState
from storage.people import block_address, delete_person
from storage.timers import HELD_UNTIL, due_timers, next_due, postpone, release_held, set_timer, timer_of
from storage.workspaces import MEMBER, join_workspace, set_muted
from tests.storage.rows import NOW, coalition, message, named, queued, somebody

HOUR = timedelta(hours=1)
ASKED = Checkin(
    named("checkin"), named("coalition"), None, Kind.ASKED, False, "usual", None, (10, 20, 40), State.OPEN, NOW
)


def asked(conn: Connection, how_many: int = 3) -> list[int]:
    """A founder who asks, and so many people who are asked."""
    founder = somebody(conn, 99).person
    coalition(conn, founder)
    people = [somebody(conn, n).person for n in range(1, how_many + 1)]
    for person in people:
        join_workspace(conn, ASKED.workspace, person, MEMBER, NOW)
    add_checkin(conn, replace(ASKED, asked_by=founder), people)
    return people


async def test_the_five_counts_add_up_whatever_became_of_people(database: Database) -> None:
    def play(conn: Connection) -> Rollup:
        fine, needy, silent, blocked, muted = asked(conn, 5)
        keep_said(conn, ASKED.id, fine, {"status": Status.OK}, NOW)
        keep_said(conn, ASKED.id, needy, {"status": Status.HELP, "needs": ["ride"]}, NOW)
        block_address(conn, blocked, NOW)  # a person's only address has their number here
        set_muted(conn, ASKED.workspace, muted, NOW)
        assert asked_in(conn, ASKED.id) == {fine, needy, silent, blocked, muted}
        assert [one.person for one in silent_in(conn, ASKED.id) if one.reachable] == [silent]
        return rollup_of(conn, ASKED)

    rollup = await database.run(play)
    assert rollup.asked == 5
    assert (rollup.ok, rollup.help, rollup.unsure) == (1, 1, 0)
    assert rollup.silent + rollup.unreached == 3
    assert rollup.unreached >= 1


async def test_an_answer_is_kept_piece_by_piece_and_never_for_somebody_who_was_not_asked(database: Database) -> None:
    def play(conn: Connection) -> None:
        first, second, _ = asked(conn)
        assert keep_said(conn, ASKED.id, first, {"status": Status.UNSURE}, NOW)
        assert keep_said(conn, ASKED.id, first, {"needs": ["talk", "ride"], "followup": "text"}, NOW + HOUR)
        assert not keep_said(conn, ASKED.id, 12345, {"status": Status.OK}, NOW)
        note_connected(conn, ASKED.id, first, "met", ["ride"])
        answer = answer_of(conn, ASKED.id, first)
        assert answer is not None
        assert (answer.status, answer.needs, answer.met) == (Status.UNSURE, ("talk", "ride"), ("ride",))
        assert [one.person for one in answers_in(conn, ASKED.id)] == [first]
        assert answers_in(conn, ASKED.id, Status.HELP) == ()
        assert checkins_answered(conn, first) == ((ASKED.workspace, NOW, Status.UNSURE),)
        found = asked_of(conn, second, NOW)
        assert found is not None
        assert found[0].id == ASKED.id

    await database.run(play)


async def test_after_the_close_counts_stay_and_answers_go(database: Database) -> None:
    def play(conn: Connection) -> None:
        first, *_ = asked(conn)
        assert open_checkin(conn, ASKED.workspace) == load_checkin(conn, ASKED.id)
        assert close_checkin(conn, ASKED, State.CLOSED, NOW + HOUR)
        assert not close_checkin(conn, ASKED, State.CLOSED, NOW + HOUR)
        assert open_checkin(conn, ASKED.workspace) is None
        assert asked_of(conn, first, NOW) is not None
        assert asked_of(conn, first, NOW + 2 * HOUR) is None
        keep_said(conn, ASKED.id, first, {"status": Status.OK}, NOW + 2 * HOUR)
        closed = latest_checkin(conn, ASKED.workspace)
        assert closed is not None
        keep_counts(conn, closed)
        forget_checkin_answers(conn, ASKED.id)
        kept = load_checkin(conn, ASKED.id)
        assert kept is not None
        assert rollup_of(conn, kept) == Rollup(1, 0, 0, 2, 0)

    await database.run(play)


async def test_whoever_leaves_or_is_forgotten_leaves_no_trace(database: Database) -> None:
    def play(conn: Connection) -> None:
        first, second, third = asked(conn)
        raise_call(conn, named("call"), ASKED.id, second, CallKind.HELP, NOW)
        forget_checkins_of(conn, ASKED.workspace, first)
        delete_person(conn, second)
        assert asked_in(conn, ASKED.id) == {third}
        assert load_call(conn, named("call")) is None

    await database.run(play)


async def test_own_words_are_offered_once_the_newest_first(database: Database) -> None:
    def play(conn: Connection) -> tuple[str, ...]:
        asked(conn)
        for n, words in enumerate(("one", "two", "one")):
            said = replace(ASKED, id=named(f"c{n}"), wording=words, asked_at=NOW + n * HOUR)
            add_checkin(conn, said, ())
        return own_wordings(conn, ASKED.workspace, 5)

    assert await database.run(play) == ("one", "two")


async def test_a_call_is_taken_up_by_one_alone(database: Database) -> None:
    def play(conn: Connection) -> None:
        first, second, third = asked(conn)
        raise_call(conn, named("call"), ASKED.id, third, CallKind.HELP, NOW)
        raise_call(conn, named("silent"), ASKED.id, None, CallKind.SILENT, NOW)
        assert claim_call(conn, named("call"), first, NOW)
        assert not claim_call(conn, named("call"), second, NOW)
        note_rung(conn, named("call"), CallKind.DANGER)
        unclaim_call(conn, named("call"))
        call = call_about(conn, ASKED.id, third)
        assert call is not None
        assert (call.kind, call.rung, call.waits) == (CallKind.DANGER, 1, True)
        silent = call_about(conn, ASKED.id, None)
        assert silent is not None
        assert silent.id == named("silent")
        end_calls(conn, ASKED.id, NOW)
        assert not any(call.waits for call in calls_of(conn, ASKED.id))
        assert not claim_call(conn, named("silent"), first, NOW)

    await database.run(play)


async def test_who_cares_and_who_is_on_duty_is_a_part_of_ones_membership(database: Database) -> None:
    def play(conn: Connection) -> None:
        first, second, _ = asked(conn)
        set_carer(conn, ASKED.workspace, second, NOW)
        set_carer(conn, ASKED.workspace, first, NOW + HOUR)
        set_on_duty(conn, ASKED.workspace, first, NOW)
        assert carers_of(conn, ASKED.workspace) == (second, first)
        assert on_duty_in(conn, ASKED.workspace) == (first,)
        set_carer(conn, ASKED.workspace, second, None)
        assert carers_of(conn, ASKED.workspace) == (first,)

    await database.run(play)


async def test_an_alarm_goes_from_proposed_to_on_to_its_end_and_never_back(database: Database) -> None:
    def play(conn: Connection) -> None:
        first, second, _ = asked(conn)
        propose_alarm(conn, named("alarm"), ASKED.workspace, first, NOW, drill=False)
        assert alarm_proposed(conn, ASKED.workspace, NOW - HOUR) is not None
        assert alarm_proposed(conn, ASKED.workspace, NOW + HOUR) is None
        assert alarm_on(conn, ASKED.workspace) is None
        assert start_alarm(conn, named("alarm"), second, ASKED.id, NOW)
        assert not start_alarm(conn, named("alarm"), second, ASKED.id, NOW)
        assert not leave_alarm(conn, named("alarm"), AlarmState.LAPSED, NOW)
        assert alarm_on(conn, ASKED.workspace) == alarm_of(conn, ASKED.id) == load_alarm(conn, named("alarm"))
        assert started_since(conn, ASKED.workspace, NOW - HOUR, drill=False) == 1
        assert started_since(conn, ASKED.workspace, NOW - HOUR, drill=True) == 0
        assert end_alarm(conn, named("alarm"), AlarmState.FALSE, NOW)
        assert not end_alarm(conn, named("alarm"), AlarmState.ENDED, NOW)
        assert alarm_on(conn, ASKED.workspace) is None

    await database.run(play)


async def test_what_can_wait_waits_for_the_end_of_a_crisis_and_keeps_its_own_time(database: Database) -> None:
    def play(conn: Connection) -> None:
        asked(conn, 0)
        here = {"workspace": ASKED.workspace, "lane": Lane.SCHEDULED}
        to = somebody(conn, 50)
        queued(conn, to, "now", **here)
        queued(conn, to, "later", not_before=NOW + HOUR, **here)
        queued(conn, to, "crisis", **{**here, "lane": Lane.CRISIS})
        queued(conn, to, "elsewhere", lane=Lane.BULK)
        set_timer(conn, "alert", "a", NOW, workspace=ASKED.workspace)
        [timer] = due_timers(conn, NOW, 10)
        assert postpone(conn, timer, HELD_UNTIL)
        assert hold_rows(conn, ASKED.workspace, "alarm:x") == 2
        assert len(ready(conn, NOW + 2 * HOUR, 10)) == 2
        assert next_due(conn) is None
        assert next_not_before(conn, NOW) is None
        release(conn, ASKED.workspace, NOW + HOUR)
        held, later = by_key(conn, named("now")), by_key(conn, named("later"))
        assert held is not None
        assert later is not None
        assert len(ready(conn, NOW, 10)) == 3
        assert len(ready(conn, NOW + HOUR, 10)) == 4
        assert [t.due_at for t in due_timers(conn, NOW + HOUR, 10)] == [NOW + HOUR]
        assert timer_of(conn, "a") is not None
        assert release_held(conn, ASKED.workspace, NOW) == 0

    await database.run(play)


async def test_who_got_a_message_and_whose_still_waits(database: Database) -> None:
    def play(conn: Connection) -> None:
        one, two, three = (somebody(conn, n) for n in (1, 2, 3))
        crisis = {"about": "checkin:x", "message_class": MessageClass.CRISIS}
        rows = [queued(conn, to, f"m{n}", **crisis) for n, to in enumerate((one, two, three))]
        claim(conn, rows[0].id, named("try"), NOW)
        claim(conn, rows[1].id, named("try"), NOW)
        finish(conn, rows[1].id, named("try"), RowState.UNKNOWN, NOW)
        assert reached_by(conn, "checkin:x") == {one.person, two.person}
        assert waiting_for(conn, "checkin:x") == {one.person, three.person}
        assert last_said(conn, one.person, "checkin:x") == rows[0].id
        assert last_said(conn, three.person, "checkin:x") is None
        assert [row.id for row in uncertain_crises(conn, NOW - HOUR)] == [rows[1].id]
        assert uncertain_crises(conn, NOW + HOUR) == ()
        queued(conn, two, "again", repeats=rows[1].key, **crisis)
        assert uncertain_crises(conn, NOW - HOUR) == ()
        assert cancel_about_for(conn, three.person, "checkin:x", NOW) == 1
        assert message(one)

    await database.run(play)


async def test_replies_are_seen_behind_very_many_crises(database: Database) -> None:
    def play(conn: Connection) -> list[int]:
        to = somebody(conn)
        for n in range(12):
            queued(conn, to, f"c{n}", lane=Lane.CRISIS)
        queued(conn, to, "reply")
        return [row.lane for row in ready(conn, NOW, 10)]

    assert await database.run(play) == [0, 0, 0, 0, 0, 1]
