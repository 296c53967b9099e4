"""Several coalitions of one person stay apart; several people in one share, and are left in peace when they ask."""

from datetime import timedelta

import pytest

from handlers.messages import Standing
from storage.people import load_person
from storage.workspaces import memberships_of
from tests.cast import Company, Someone, World


async def approve_stage_a(who: Someone) -> None:
    await who.opens("a")
    for words in ("אין אוטובוס בלילה", "רק יחד שומעים אותנו", "קו לילה אחד"):
        await who.say(words)
    await who.press("choice-enough")


async def share_with(who: Someone, audience: str) -> None:
    await who.press("confirm_summary.choice-share")
    await who.press(f"confirm_share.choice-{audience}")


# -- several coalitions --------------------------------------------------------------------------------------------


async def test_the_founder_coordinates_and_the_new_coalition_is_the_active_one(world: World, neta: Someone) -> None:
    await neta.arrives()
    await neta.founds("קו לילה")
    await neta.founds("נחל נקי")
    person = await world.read(load_person, await neta.number())
    memberships = await world.read(memberships_of, person.id)
    assert [(m.name, m.role) for m in memberships] == [("קו לילה", "coordinator"), ("נחל נקי", "coordinator")]
    assert person.active_workspace == memberships[1].workspace


async def test_with_several_coalitions_a_line_at_the_head_names_the_active_one(neta: Someone) -> None:
    await neta.arrives()
    await neta.founds("קו לילה")
    await neta.opens("a")
    assert not neta.saw("head-coalition")
    await neta.founds("נחל נקי")
    await neta.opens("a")
    assert neta.question.startswith(neta.words("head-coalition", coalition="נחל נקי"))
    await neta.say("/menu")
    await neta.press("main_menu.choice-switch")
    await neta.press("קו לילה")
    await neta.opens("a")
    assert neta.question.startswith(neta.words("head-coalition", coalition="קו לילה"))


async def test_answers_of_one_coalition_are_not_seen_in_another(world: World, neta: Someone) -> None:
    await neta.arrives()
    await neta.founds("קו לילה")
    await neta.opens("a")
    await neta.say("סוד של הראשונה")
    await neta.founds("נחל נקי")
    await neta.opens("a")
    assert neta.saw("a_problem")
    assert all("סוד" not in said for said in neta.sees())
    await neta.say("/menu")
    await neta.press("main_menu.choice-docs")
    await neta.press("documents_menu.choice-card")
    assert all("סוד" not in said for said in neta.sees())


async def test_going_on_in_another_coalition_makes_it_the_active_one(world: World, neta: Someone) -> None:
    await neta.arrives()
    await neta.founds("קו לילה")
    await neta.opens("a")
    await neta.founds("נחל נקי")
    await neta.say("/menu")
    await neta.press("main_menu.choice-resume")
    await neta.press(neta.words("conversation-label", title=neta.words("coalition_need-title"), coalition="קו לילה"))
    assert neta.saw("a_problem")
    assert neta.saw("head-coalition", coalition="קו לילה")
    await neta.say("/menu")
    await neta.press("main_menu.choice-people")
    assert neta.saw("people_menu", coalition="קו לילה", count=1)


async def test_a_button_of_the_other_coalition_leads_to_the_other_coalition(world: World, neta: Someone) -> None:
    await neta.arrives()
    await neta.founds("קו לילה")
    await neta.opens("intro")
    old = neta.button("intro_status.choice-some")
    await neta.founds("נחל נקי")
    await neta.press_again(old)
    assert neta.saw("head-coalition", coalition="קו לילה")
    assert await world.ask("SELECT count(*) FROM answers WHERE field = 'stage'") == [(1,)]


# -- together ------------------------------------------------------------------------------------------------------


async def test_two_people_in_the_same_stage_lose_neither_ones_answer(world: World, company: Company) -> None:
    neta, robin = company.neta, company.robin
    for who in (neta, robin):
        await who.opens("b")
    for who in (neta, robin):
        await who.press("choice-done")
    await neta.say("משרד התחבורה")
    await robin.say("City council\nמשרד התחבורה")
    await neta.press("choice-done")
    await robin.press("choice-done")
    names = await world.ask("SELECT value FROM answers WHERE kind = 'actor' AND field = 'name' AND current")
    assert sorted(str(name) for (name,) in names) == ['"City council"', '"משרד התחבורה"']


async def test_ticks_given_at_the_same_time_are_joined_and_the_first_stay_an_earlier_value(
    world: World, company: Company
) -> None:
    neta, robin = company.neta, company.robin
    for who in (neta, robin):
        await who.opens("b")
    await neta.press("b_groups.choice-media")
    await robin.press("b_groups.choice-state")
    await neta.press("choice-done")
    await robin.press("choice-done")
    assert await world.ask(
        "SELECT value, author_id, current FROM answers WHERE field = 'mapped_kinds' ORDER BY id"
    ) == [('["media"]', await neta.number(), 0), ('["media","state"]', await robin.number(), 1)]


async def test_ticks_of_two_people_on_the_same_list_add_up(world: World, company: Company) -> None:
    neta, robin = company.neta, company.robin
    await neta.opens("b")
    await neta.press("choice-done")
    await neta.say("ועד ההורים")
    await neta.press("choice-done")
    await robin.opens("b")
    await robin.say("back")
    await robin.say("City council")
    await robin.press("choice-done")
    await neta.press("ועד ההורים")
    await neta.press("choice-done")
    assert await world.ask(
        "SELECT count(*) FROM answers WHERE field = 'shares_goal' AND current AND value = 'true'"
    ) == [(1,)]


async def test_after_thirty_days_one_line_says_what_changed_and_by_whom_once(world: World, company: Company) -> None:
    neta, robin = company.neta, company.robin
    await robin.opens("b")
    await world.move(timedelta(days=29))
    await neta.opens("b")
    await neta.press("choice-done")
    await neta.say("משרד התחבורה\nועד ההורים")
    await neta.press("choice-done")
    await world.move(timedelta(days=1))
    await robin.press("b_groups.choice-media")
    assert robin.saw("since-you-were-here-by-one", name="נטע", count=3)
    await robin.say("/menu")
    await robin.press("main_menu.choice-resume")
    await robin.press(robin.buttons()[0])
    assert robin.times("since-you-were-here-by-one", name="נטע", count=3) == 1


async def test_coming_back_through_the_menu_says_what_changed(world: World, company: Company) -> None:
    neta, robin = company.neta, company.robin
    await robin.opens("b")
    await world.move(timedelta(days=30))
    await neta.opens("a")
    await neta.say("אין אוטובוס בלילה")
    await robin.say("/menu")
    await robin.press("main_menu.choice-resume")
    assert robin.saw("since-you-were-here-by-one", name="נטע", count=1)
    assert robin.saw("b_groups")


async def test_where_nothing_changed_only_the_return_is_greeted(world: World, company: Company) -> None:
    await company.robin.opens("b")
    await world.move(timedelta(days=30))
    await company.robin.say("1")
    assert company.robin.saw("welcome-back")
    await company.robin.say("2")
    assert not company.robin.saw("welcome-back")


# -- sharing -------------------------------------------------------------------------------------------------------


async def test_a_summary_is_shared_person_by_person_and_in_each_ones_language(company: Company) -> None:
    await approve_stage_a(company.neta)
    company.samir.looked = len(company.samir.phone.messages)
    company.robin.looked = len(company.robin.phone.messages)
    await share_with(company.neta, "members")
    assert company.neta.saw("shared-with", count=2)
    for member in (company.samir, company.robin):
        [said] = member.sees()
        assert member.saw("shared-summary", by="נטע", coalition=company.name)
        assert member.words("a_problem.topic") in said
        assert "אין אוטובוס בלילה" in said
    assert "سمير" not in company.robin.sees()[0]


async def test_a_summary_for_coordinators_goes_to_no_member(company: Company) -> None:
    await approve_stage_a(company.neta)
    await share_with(company.neta, "coordinators")
    assert company.neta.saw("nobody-to-share-with")
    assert not company.samir.saw("shared-summary")


async def test_not_sharing_after_all_leads_back_to_the_summary(company: Company) -> None:
    await approve_stage_a(company.neta)
    await share_with(company.neta, "nobody")
    assert company.neta.saw("confirm_summary")
    assert not company.robin.saw("shared-summary")


async def test_an_alert_for_somebody_in_the_middle_of_a_question_does_not_take_the_turn(company: Company) -> None:
    await company.robin.opens("b")
    await company.robin.press("choice-done")
    await approve_stage_a(company.neta)
    await share_with(company.neta, "members")
    assert company.robin.saw("shared-summary")
    await company.robin.say("City council")
    assert company.robin.saw("listed-so-far")


async def test_an_approved_summary_is_noted(world: World, company: Company) -> None:
    await approve_stage_a(company.neta)
    await company.neta.press("confirm_summary.choice-ok")
    assert company.neta.saw("approved")
    assert await world.ask("SELECT value FROM answers WHERE field = 'coalition_need_status'") == [('"approved"',)]


# -- silence -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("who", "word"), [("neta", "הסר"), ("samir", "إلغاء الاشتراك"), ("robin", "STOP")])
async def test_one_word_ends_all_messages_at_once_and_can_be_taken_back(
    world: World, company: Company, who: str, word: str
) -> None:
    someone: Someone = getattr(company, who)
    await someone.say(word)
    assert someone.sees() == [someone.words("stop_muted", coalition=company.name)]
    [(muted,)] = await world.ask("SELECT muted_at FROM memberships WHERE person_id = :me", me=await someone.number())
    assert muted is not None
    await someone.press("stop_muted.choice-undo")
    assert someone.saw("unmuted", coalition=company.name)
    [(muted,)] = await world.ask("SELECT muted_at FROM memberships WHERE person_id = :me", me=await someone.number())
    assert muted is None


@pytest.mark.parametrize("word", ["הסר", "STOP", "إلغاء الاشتراك"])
async def test_it_ends_them_at_once_in_the_middle_of_a_question_too_and_the_question_stays(
    world: World, company: Company, word: str
) -> None:
    await company.neta.opens("a")
    await company.neta.say(word)
    assert company.neta.saw("stop_muted")
    await company.neta.press("stop_muted.choice-fine")
    assert company.neta.saw("a_problem")
    assert await company.neta.answers() == [("expected_benefits", "[]"), ("name", '"אוטובוס לכולן"')]


async def test_who_muted_is_not_told_and_not_counted(company: Company) -> None:
    await company.robin.say("STOP")
    company.robin.looked = len(company.robin.phone.messages)
    await approve_stage_a(company.neta)
    await share_with(company.neta, "members")
    assert company.neta.saw("shared-with", count=1)
    assert company.robin.sees() == []
    assert company.samir.saw("shared-summary")


async def test_stop_in_small_letters_asks_what_is_meant(company: Company) -> None:
    await company.robin.say("/menu")
    await company.robin.say("stop")
    assert company.robin.saw("stop_what")
    await company.robin.press("stop_what.choice-mute")
    assert company.robin.saw("stop_muted")


async def test_a_rest_keeps_the_question(company: Company) -> None:
    await company.robin.opens("b")
    await company.robin.say("stop")
    await company.robin.press("stop_what.choice-rest")
    assert company.robin.saw("stop_rest")
    await company.robin.say("/menu")
    await company.robin.press("main_menu.choice-resume")
    assert company.robin.saw("b_groups")


async def test_who_is_in_no_coalition_has_nothing_to_end(robin: Someone) -> None:
    await robin.arrives()
    await robin.say("STOP")
    assert robin.saw("nothing-to-mute")


async def test_who_blocked_the_bot_is_not_told_and_is_reached_again_after_coming_back(
    world: World, company: Company
) -> None:
    await world.hand.block(company.robin.phone.id)
    assert world.arrived[-1].standing is Standing.BLOCKED
    await approve_stage_a(company.neta)
    await share_with(company.neta, "members")
    assert company.neta.saw("shared-with", count=1)
    await world.hand.block(company.robin.phone.id, blocked=False)
    await company.neta.press("a_next.choice-later")
    await company.neta.opens("a")
    await share_with(company.neta, "members")
    assert company.robin.saw("shared-summary")
