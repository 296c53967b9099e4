"""A call goes to each person once; it can be held, stopped and sent again; every message ends in one of five ways."""

from datetime import timedelta
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import pytest

from handlers.artefacts.broadcast_report import REPORT_WORDS, report_sheet
from handlers.messages import Fate, Outcome
from storage.broadcasts import PAUSED, SENDING, STOPPED
from storage.outbox import State
from tests.cast import Company
from tests.handlers.call_world import GONE, TEXT, Calling, calling

UNSURE = Outcome(Fate.UNKNOWN, reason="timed_out")


async def add_up(them: Calling) -> dict[str, int]:
    """How it ended; always as many as it was for."""
    ends, call = await them.ends(), await them.call()
    assert ends.total == call.people
    assert ends.open == 0
    return dict(ends.states)


async def test_accepted_refused_and_uncertain_add_up_and_say_why(company: Company) -> None:
    them = await calling(company)
    await them.more_people(1)
    await them.compose()
    await them.approve()
    them.world.lines[them.samir.phone.look].fates[them.samir.phone.id] = [UNSURE]
    await them.world.move(GONE)
    assert await add_up(them) == {"accepted": 2, "refused": 1, "unknown": 1}
    said = next(text for text in reversed(them.neta.chat) if them.neta.words("call-end.refused", count=1) in text)
    assert them.neta.words("call-refused.gone", count=1) in said
    assert them.neta.words("call-end.uncertain", count=1) in said


async def test_what_is_uncertain_is_sent_again_on_one_tap_and_says_that_it_is_a_repeat(company: Company) -> None:
    them = await calling(company)
    await them.compose()
    await them.approve()
    them.world.lines[them.samir.phone.look].fates[them.samir.phone.id] = [UNSURE]
    await them.world.move(GONE)
    assert not any(TEXT in said for said in them.samir.chat), "never by itself"
    await them.neta.press(them.neta.words("choice-call-resend", count=1))
    assert them.neta.saw("call-sent-again", count=1)
    assert any(said.startswith(them.samir.words("call-again")) for said in them.samir.chat)
    assert await add_up(them) == {"accepted": 3}
    [(repeats,)] = await them.world.ask("SELECT count(*) FROM outbox WHERE repeats IS NOT NULL AND about IS NOT NULL")
    assert repeats == 1


async def test_somebodys_own_answer_proves_that_it_arrived(company: Company) -> None:
    them = await calling(company)
    await them.send()
    await them.world.run(_as_if_unsure)
    assert (await them.ends()).of(State.UNKNOWN) == 3
    await them.robin.press("choice-rsvp-coming")
    assert (await them.ends()).of(State.UNKNOWN) == 2


async def test_a_call_on_hold_does_not_go_and_goes_on_from_where_it_was(company: Company) -> None:
    them = await calling(company)
    await them.more_people(3)
    await them.compose()
    await them.approve()
    await them.world.run(_hold_queue, (await them.call()).id)
    await them.world.move(GONE)
    await them.neta.press("choice-call-pause")
    assert them.neta.saw("call-held")
    assert (await them.call()).state == PAUSED
    await them.world.run(_free_queue)
    await them.world.move(timedelta(minutes=1))
    assert (await them.ends()).of(State.HELD) == 6
    assert not any(TEXT in said for said in them.samir.chat)
    await them.neta.press("choice-call-resume")
    assert (await them.call()).state == SENDING
    assert (await add_up(them))["accepted"] == 3


async def test_whoever_rests_when_it_goes_on_is_left_to_rest(company: Company) -> None:
    them = await calling(company)
    await them.compose()
    await them.approve()
    await them.world.run(_hold_queue, (await them.call()).id)
    await them.world.move(GONE)
    await them.neta.press("choice-call-pause")
    await them.world.run(_free_queue)
    await them.world.move(timedelta(hours=15))  # eleven in the evening
    await them.neta.press("choice-call-resume")
    assert not any(TEXT in said for said in them.samir.chat)
    await them.world.move(timedelta(hours=9))
    assert any(TEXT in said for said in them.samir.chat)


async def test_what_has_not_left_can_be_stopped_and_is_counted(company: Company) -> None:
    them = await calling(company)
    await them.compose()
    await them.approve()
    await them.world.run(_hold_queue, (await them.call()).id)
    await them.world.move(GONE)
    await them.neta.press("choice-call-cancel")
    await them.neta.press("bs_sure.choice-yes")
    await them.world.run(_free_queue)
    assert (await them.call()).state == STOPPED
    assert await add_up(them) == {"cancelled": 3}


async def test_a_call_that_can_no_longer_be_followed_is_dropped_and_counted(company: Company) -> None:
    them = await calling(company)
    await them.compose()
    await them.approve()
    await them.world.run(_rest_for_days, await them.samir.number())
    await them.world.move(timedelta(days=6))
    assert await add_up(them) == {"accepted": 2, "expired": 1}


async def test_nobody_is_woken_unless_it_is_urgent_and_two_agreed(company: Company) -> None:
    them = await calling(company)
    await them.world.move(timedelta(hours=15))
    await them.compose()
    assert them.neta.saw("reach-resting", count=3)
    await them.approve()
    await them.world.move(GONE)
    assert (await them.ends()).states == {"queued": 3}
    await them.neta.press("choice-call-pause")
    await them.compose("urgent")
    await them.approve()
    assert them.robin.ever_saw("call-breaks-rest")
    await them.world.move(GONE)
    assert (await them.ends()).states == {"accepted": 3}


async def test_whoever_said_stop_gets_none_and_the_word_stands_in_every_call(company: Company) -> None:
    them = await calling(company)
    await them.samir.say("إلغاء الاشتراك")
    await them.compose()
    assert them.neta.saw("reach-muted", count=1)
    await them.approve()
    await them.world.move(GONE)
    assert await add_up(them) == {"accepted": 2}
    assert sum(said.count(them.robin.words("call-footer", coalition=company.name)) for said in them.robin.sees()) == 1
    await them.robin.say("STOP")
    await them.world.move(timedelta(hours=25))
    assert them.neta.ever_saw("call-report-people", answered=0, on=0, left=1)


@pytest.mark.parametrize("who", ["samir"])
async def test_who_is_forgotten_is_told_of_as_gone(company: Company, who: str) -> None:
    them = await calling(company)
    await them.send()
    await them.samir.say("/forget")
    await them.samir.press("forget_sure.choice-yes")
    await them.world.move(timedelta(hours=25))
    assert them.neta.ever_saw("call-end.gone", count=1)


async def test_the_counts_stand_when_the_messages_are_long_forgotten(company: Company) -> None:
    them = await calling(company)
    await them.send()
    await them.robin.press("choice-rsvp-coming")
    await them.world.move(timedelta(days=20))
    [(kept,)] = await them.world.ask("SELECT count(*) FROM outbox WHERE about IS NOT NULL AND live IS NULL")
    assert kept == 0
    assert (await them.ends()).states == {"accepted": 3}
    await them.neta.say("/menu")
    await them.neta.press("main_menu.choice-call")
    await them.neta.press("call-purpose.earlier")
    await them.neta.press(them.neta.buttons()[0])
    assert them.neta.saw("call-end.accepted", count=3)
    assert them.neta.saw("call-report-people", answered=1, on=0, left=0)


async def test_the_report_as_a_sheet_holds_counts_and_nobodys_name(company: Company) -> None:
    them = await calling(company)
    await them.send()
    await them.world.move(timedelta(hours=25))
    await them.neta.press("choice-call-report-more")
    await them.neta.press("bp_what.choice-sheet")
    [message] = [m for m in them.neta.news if m.attachment]
    assert message.attachment is not None
    assert message.attachment.file_name == "report.xlsx"
    assert b"Robin" not in message.attachment.content


def test_what_looks_like_a_formula_is_text_in_the_sheet() -> None:
    words = {word: word for word in REPORT_WORDS}
    risky = "=cmd|' /C calc'!A0"
    content = report_sheet({"people": 3, "accepted": 2}, {risky: 2}, words, "he")
    with ZipFile(BytesIO(content)) as parts:
        shared = parts.read("xl/sharedStrings.xml").decode()
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert f"'{risky}" in unescape(shared)
    assert 'rightToLeft="1"' in sheet
    assert "<f>" not in sheet


def _as_if_unsure(conn):  # type: ignore[no-untyped-def]
    from sqlalchemy import text  # only here: what a lost answer leaves behind

    conn.execute(text("UPDATE outbox SET state = 'unknown' WHERE about LIKE 'broadcast:%'"))


def _hold_queue(conn, call):  # type: ignore[no-untyped-def]
    from sqlalchemy import text  # only here: as if the pace let nothing go

    conn.execute(
        text("UPDATE outbox SET channel = 'slow:' || channel WHERE about = 'broadcast:' || :call"), {"call": call}
    )


def _free_queue(conn):  # type: ignore[no-untyped-def]
    from sqlalchemy import text  # only here: the pace lets them go again

    conn.execute(text("UPDATE outbox SET channel = substr(channel, 6) WHERE channel LIKE 'slow:%'"))


def _rest_for_days(conn, person):  # type: ignore[no-untyped-def]
    from sqlalchemy import text  # only here: a quiet longer than the call matters

    late = (
        "UPDATE outbox SET not_before = not_before + 432000000000 WHERE about LIKE 'broadcast:%' AND person_id = :who"
    )
    conn.execute(text(late), {"who": person})


async def test_after_a_month_only_numbers_are_kept_of_who_answered(company: Company) -> None:
    them = await calling(company)
    await them.send()
    await them.robin.press("choice-rsvp-coming")
    await them.world.move(timedelta(days=32))
    assert await them.answers() == {}
    await them.neta.say("/menu")
    await them.neta.press("main_menu.choice-call")
    await them.neta.press("call-purpose.earlier")
    await them.neta.press(them.neta.buttons()[0])
    assert them.neta.saw("call-report-people", answered=1, on=0, left=0)
    assert them.neta.saw("call-end.accepted", count=3)


async def test_the_word_that_ends_messages_is_meant_for_whoever_called_last(company: Company) -> None:
    them = await calling(company)
    await them.robin.founds("Another house")
    await them.send()
    await them.robin.say("STOP")
    assert them.robin.saw("stop_muted", coalition=company.name)
