"""An action day reaches everybody it should, once, at the right hour, and nobody else."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection

from storage.attendance import Coming, Home, keep_attendance
from storage.workspaces import MEMBER, join_workspace
from tests.cast import Company, Someone, World
from tests.handlers.action_world import MARCH, TITLE, planned, published
from tests.storage.rows import NOW, somebody


def heard(who: Someone, key: str) -> int:
    """How often this person was told this about the action."""
    return who.times(key, title=TITLE)


@pytest.mark.parametrize(
    ("left_out", "said"),
    [("purpose", "purpose"), ("nonviolence", "nonviolence")],
)
async def test_nobody_is_invited_while_something_is_missing(company: Company, left_out: str, said: str) -> None:
    action = await planned(company, **{left_out: None})
    await action.publish()
    assert company.neta.words(f"action-missing-part.{said}") in "\n".join(company.neta.sees())
    assert (await action.fields()).get("status") is None
    assert not heard(company.robin, "action-invite")


async def test_everybody_is_invited_in_their_language_and_the_publisher_hears_how_many(company: Company) -> None:
    await published(company)
    assert company.neta.saw("action-published", count=2)
    for who in (company.neta, company.samir, company.robin):
        assert heard(who, "action-invite") == 1
    company.robin.button("choice-rsvp-bring")
    company.samir.button("choice-rsvp-cannot")


async def test_publishing_twice_invites_once_and_how_many_come_can_be_asked_at_any_time(company: Company) -> None:
    action = await published(company)
    await company.robin.press("choice-rsvp-coming")
    await action.part("publish")
    assert not company.neta.shows("ac_brief.choice-ok")
    await company.neta.press("ac_brief.choice-count")
    assert company.neta.saw("action-counts", title=TITLE, coming=1, guests=0, cannot=0)
    assert heard(company.robin, "action-invite") == 1


async def test_an_answer_is_kept_thanked_and_brings_what_matters_with_the_calendar(company: Company) -> None:
    action = await planned(company)
    await action.name("medic", company.samir)
    await action.publish()
    await company.samir.press("choice-role-yes")
    await company.robin.press("choice-rsvp-coming")
    assert company.robin.saw("rsvp-thanks-coming")
    assert company.robin.saw("action-catch-up", title=TITLE)
    assert any("سمير" in line for line in company.robin.sees())
    names = [m.attachment.file_name for m in company.robin.news if m.attachment]
    assert names == ["brief.pdf", "action.ics"]
    assert (await action.attendance())["Robin"].answer is Coming.COMING


async def test_guests_are_counted_and_a_change_of_mind_is_kept_without_saying_all_again(company: Company) -> None:
    action = await published(company)
    await company.robin.press("choice-rsvp-bring")
    await company.robin.press("3")
    assert company.robin.saw("rsvp-thanks-bring", guests=3)
    await company.robin.press("choice-rsvp-change")
    await company.robin.press("rsvp_answer.choice-cannot")
    await company.robin.press("choice-rsvp-change")
    await company.robin.press("rsvp_answer.choice-coming")
    assert not company.robin.saw("action-catch-up")
    robin = (await action.attendance())["Robin"]
    assert (robin.answer, robin.guests) == (Coming.COMING, 0)


async def test_after_an_answer_people_are_back_at_their_question(company: Company) -> None:
    await published(company)
    await company.robin.say("/menu")
    await company.robin.press("main_menu.choice-settings")
    before = company.robin.question
    await company.robin.press("choice-rsvp-cannot")
    assert company.robin.saw("rsvp-thanks-cannot")
    assert company.robin.question.endswith(before)


async def test_every_rung_rings_once_at_its_local_hour(world: World, company: Company) -> None:
    action = await published(company)
    neta, samir, robin = company.neta, company.samir, company.robin
    await robin.press("choice-rsvp-coming")
    for day, asked in (("2026-12-03", 1), ("2026-12-10", 2), ("2026-12-14", 3)):
        await action.until(f"{day}T10:59")
        assert (heard(samir, "action-ask-again"), heard(robin, "action-reminder")) == (asked - 1, asked - 1)
        await action.until(f"{day}T11:01")
        assert (heard(samir, "action-ask-again"), heard(robin, "action-reminder")) == (asked, asked)
        assert neta.times("action-counts", title=TITLE, coming=1, guests=0, cannot=0) == asked + 1  # and the live one
    assert heard(robin, "action-ask-again") == heard(samir, "action-reminder") == 0
    await action.until("2026-12-16T11:01")
    assert (heard(robin, "action-tomorrow"), heard(neta, "action-go")) == (1, 1)
    await action.until("2026-12-17T15:01")
    assert heard(robin, "action-soon") == 1
    await action.until("2026-12-17T18:01")
    assert heard(neta, "action-begins") == 1
    await action.until("2026-12-17T19:01")
    assert heard(robin, "home-ask") == 1
    await robin.press("choice-home-yes")
    await action.until("2026-12-18T10:01")
    assert (heard(robin, "action-thanks"), heard(neta, "action-review")) == (1, 1)
    await world.move(timedelta(days=10))
    for key in ("action-tomorrow", "action-soon", "home-ask", "home-ask-again", "action-thanks"):
        assert heard(samir, key) == 0
    assert [heard(robin, key) for key in ("action-tomorrow", "action-soon", "home-ask", "action-thanks")] == [1] * 4


async def test_a_reminder_says_ones_own_part_and_what_one_brings(company: Company) -> None:
    action = await planned(company)
    await action.name("docs", company.robin)
    await action.publish()
    await company.robin.press("choice-role-yes")
    await company.robin.press("choice-rsvp-coming")
    await action.until("2026-12-03T11:01")
    assert any("Your part:\nDocumentation" in said for said in company.robin.sees())
    assert any("40 בקבוקי מים" in said for said in company.robin.sees())


async def test_whoever_left_silenced_us_or_cannot_come_hears_nothing_more(company: Company) -> None:
    action = await published(company)
    samir, robin = company.samir, company.robin
    for who in (samir, robin):
        await who.press("choice-rsvp-coming")
    await samir.say("/menu")
    await samir.press("main_menu.choice-people")
    await samir.press("people_menu.choice-leave")
    await samir.press("people_leave.choice-yes")
    assert "سمير" not in await action.attendance()
    await robin.say("STOP")
    before = len(samir.chat), len(robin.chat)
    await action.until("2026-12-25T12:00")
    assert (len(samir.chat), len(robin.chat)) == before


async def test_an_action_that_moves_twice_is_told_once_each_time_to_who_comes_then(
    world: World, company: Company
) -> None:
    action = await published(company)
    samir, robin = company.samir, company.robin
    for who in (samir, robin):
        await who.press("choice-rsvp-coming")
    await action.move("2026-12-22T18:00")
    assert (heard(samir, "action-moved"), heard(robin, "action-moved")) == (1, 1)
    await samir.press("choice-rsvp-cannot")
    late = await _latecomer(world, company)
    assert heard(late, "action-invite") == 1
    await late.press("choice-rsvp-coming")
    await action.write("start_at", "2026-12-28")
    await action.move("2026-12-28T17:00")
    assert [heard(who, "action-moved") for who in (samir, robin, late)] == [1, 2, 1]
    files = [m.attachment.content for m in robin.phone.messages if m.attachment]
    entries = [file.decode() for file in files if file.startswith(b"BEGIN:VCALENDAR")]
    assert [f"SEQUENCE:{number}" in entry for number, entry in enumerate(entries)] == [True] * 3
    assert "DTSTART;TZID=Asia/Jerusalem:20261228T170000" in entries[-1]
    assert len({line for entry in entries for line in entry.splitlines() if line.startswith("UID:")}) == 1
    await action.until("2026-12-21T12:00")
    assert [heard(who, "action-reminder") for who in (samir, robin, late)] == [0, 2, 2]
    await action.until("2026-12-28T16:59")
    assert [heard(who, "action-soon") for who in (samir, robin, late)] == [0, 1, 1]


async def test_a_date_that_moves_back_before_it_settled_is_no_news(company: Company) -> None:
    action = await published(company)
    await company.robin.press("choice-rsvp-coming")
    await action.write("start_at", "2026-12-28T18:00")
    await action.move("2026-12-17T18:00")
    assert heard(company.robin, "action-moved") == 0


async def test_whoever_joins_late_is_invited_once_and_asked_nothing_that_was_missed(
    world: World, company: Company
) -> None:
    action = await published(company)
    await action.until("2026-12-11T12:00")
    late = await _latecomer(world, company)
    assert (heard(late, "action-invite"), heard(late, "action-ask-again")) == (1, 0)
    await late.press("choice-rsvp-coming")
    assert late.saw("action-catch-up", title=TITLE)
    assert heard(late, "action-reminder") == 0


async def test_a_cancelled_action_is_told_to_who_comes_and_rings_no_more(company: Company) -> None:
    action = await published(company)
    neta, samir, robin = company.neta, company.samir, company.robin
    await robin.press("choice-rsvp-coming")
    await samir.press("choice-rsvp-cannot")
    await action.cancel()
    assert neta.saw("action-called-off", count=1)
    assert (heard(robin, "action-cancelled"), heard(samir, "action-cancelled")) == (1, 0)
    entry = robin.phone.messages[-1].attachment
    assert entry is not None
    assert b"METHOD:CANCEL" in entry.content
    await robin.press("choice-rsvp-change")
    assert robin.saw("rsvp_off")
    assert await action.attendance() == {}
    before = [len(who.chat) for who in (neta, samir, robin)]
    await action.until("2026-12-30T12:00")
    assert [len(who.chat) for who in (neta, samir, robin)] == before


async def test_an_action_that_is_put_off_is_silent_until_it_has_a_new_date(company: Company) -> None:
    action = await published(company)
    robin = company.robin
    await robin.press("choice-rsvp-coming")
    await action.until("2026-12-16T12:00")
    await company.neta.press("choice-go-decide")
    await company.neta.press("ac_go.choice-stop")
    assert heard(robin, "action-put-off") == 1
    await action.until("2026-12-18T12:00")
    assert heard(robin, "action-soon") == heard(robin, "home-ask") == 0
    await action.move("2026-12-24T18:00")
    assert heard(robin, "action-moved") == 1
    await action.until("2026-12-24T15:01")
    assert heard(robin, "action-soon") == 1


async def test_a_part_is_asked_and_after_a_no_the_next_one_is(company: Company) -> None:
    action = await planned(company)
    await action.name("care", company.samir, company.robin)
    await action.publish()
    assert company.samir.times("role-ask", title=TITLE) == 1
    await company.samir.press("choice-role-no")
    await company.samir.say("משמרת")
    assert company.neta.times("role-refused", name="سمير", backup="Robin", title=TITLE) == 1
    assert company.robin.times("role-ask-backup", title=TITLE) == 1
    await company.robin.press("choice-role-yes")
    role = await action.fields("role", f"{MARCH}:care")
    assert (role["confirmed"], role["confirmed_person"]) == ("yes", str(await company.robin.number()))
    assert company.robin.saw("role-thanks-yes")


async def test_a_part_refused_by_all_is_said_and_stays_open(company: Company) -> None:
    action = await planned(company)
    await action.name("care", company.samir)
    await action.publish()
    await company.samir.press("choice-role-no")
    await company.samir.say("/skip")
    assert company.neta.times("role-refused-by-all", title=TITLE) == 1
    await action.until("2026-12-03T11:01")
    assert company.neta.words("action-point.role-refused", about=company.neta.words("role-kind.care")) in "\n".join(
        company.neta.chat
    )
    assert company.samir.times("role-ask", title=TITLE) == 1


async def test_the_silent_are_asked_again_twice_and_then_named_to_those_who_look_after_people(
    company: Company,
) -> None:
    action = await planned(company)
    await action.name("care", company.samir)
    await action.publish()
    await company.samir.press("choice-role-yes")
    await company.robin.press("choice-rsvp-coming")
    await action.until("2026-12-17T19:01")
    assert (heard(company.robin, "home-ask"), heard(company.samir, "home-ask")) == (1, 0)
    assert (await action.attendance())["Robin"].home is Home.SILENT
    for moment, times in (("20:01", 1), ("21:01", 2)):
        await action.until(f"2026-12-17T{moment}")
        assert heard(company.robin, "home-ask-again") == times
        assert heard(company.neta, "home-silent") == 0
    await action.until("2026-12-17T21:31")
    assert [heard(who, "home-silent") for who in (company.neta, company.samir, company.robin)] == [1, 1, 0]
    await company.robin.press("choice-home-yes")
    assert (heard(company.neta, "home-after-all"), heard(company.samir, "home-after-all")) == (1, 1)
    assert (await action.attendance())["Robin"].home is Home.HOME


async def test_a_call_for_help_reaches_coordinators_and_care_at_once(company: Company) -> None:
    action = await planned(company)
    await action.name("care", company.samir)
    await action.publish()
    await company.samir.press("choice-role-yes")
    await company.robin.press("choice-rsvp-coming")
    await action.until("2026-12-17T19:01")
    await company.robin.press("choice-home-help")
    assert company.robin.saw("home_help")
    for who in (company.neta, company.samir):
        assert who.times("home-help-called", title=TITLE, name="Robin") == 1
    await action.until("2026-12-17T23:00")
    assert heard(company.robin, "home-ask-again") == heard(company.neta, "home-silent") == 0


async def test_the_publisher_sees_how_many_come_in_one_message_that_edits_itself(
    world: World, company: Company
) -> None:
    action = await published(company)
    messages = len(company.neta.phone.messages)
    assert company.neta.times("action-counts", title=TITLE, coming=0, guests=0, cannot=0) == 1
    await world.run(_crowd, action.workspace, 8)
    await company.samir.press("choice-rsvp-cannot")
    assert company.neta.times("action-counts", title=TITLE, coming=8, guests=0, cannot=1) == 1
    await company.robin.press("choice-rsvp-coming")
    await company.robin.press("choice-rsvp-change")
    await company.robin.press("rsvp_answer.choice-cannot")
    assert company.neta.times("action-counts", title=TITLE, coming=8, guests=0, cannot=2) == 1
    assert len(company.neta.phone.messages) == messages


async def test_what_is_kept_about_a_person_says_that_they_come(company: Company) -> None:
    await published(company)
    await company.robin.press("choice-rsvp-bring")
    await company.robin.press("2")
    await company.robin.say("/menu")
    await company.robin.press("main_menu.choice-settings")
    await company.robin.press("settings_menu.choice-mydata")
    kept = company.robin.words("mydata-action", title=TITLE)
    assert any(kept in said and company.robin.words("mydata-coming.bring") in said for said in company.robin.sees())


async def test_a_part_of_somebody_else_cannot_be_taken(company: Company) -> None:
    action = await planned(company)
    await action.name("care", company.robin)
    await action.publish()
    await action.name("care", company.samir)
    await company.robin.press("choice-role-yes")
    assert company.robin.saw("role-not-yours")
    assert "confirmed" not in await action.fields("role", f"{MARCH}:care")


async def test_who_was_there_is_forgotten_two_weeks_later(world: World, company: Company) -> None:
    action = await published(company)
    await company.robin.press("choice-rsvp-coming")
    await action.until("2026-12-31T17:59")
    assert await action.attendance()
    await action.until("2026-12-31T18:01")
    assert await world.count("attendance") == 0


async def test_whoever_is_forgotten_was_never_there(world: World, company: Company) -> None:
    action = await planned(company)
    await action.name("care", company.robin)
    await action.publish()
    robin = company.robin
    await robin.press("choice-rsvp-coming")
    await robin.press("choice-role-yes")
    await robin.say("/delete")
    await robin.press("delete_what.choice-everything")
    await robin.press("forget_sure.choice-yes")
    assert await world.count("attendance") == 0
    role = await action.fields("role", f"{MARCH}:care")
    assert not {"owner", "owner_person", "confirmed_person"} & role.keys()
    before = len(robin.chat)
    await action.until("2026-12-25T12:00")
    assert len(robin.chat) == before


def _crowd(conn: Connection, workspace: str, size: int) -> None:
    """So many members who come, without phones."""
    for number in range(size):
        person = somebody(conn, 100 + number).person
        join_workspace(conn, workspace, person, MEMBER, NOW)
        keep_attendance(conn, workspace, MARCH, person, Coming.COMING, 0, NOW)


async def _latecomer(world: World, company: Company) -> Someone:
    """Somebody who joins now."""
    late = world.someone("Dana", "en")
    await late.joins(await company.neta.invites())
    return late
