"""Whoever needs help is heard at once, by people with a name, until one of them says "I am on it"."""

from datetime import timedelta

from storage.care import set_carer
from tests.cast import Company, Someone, World
from tests.handlers.test_checkins import asks, numbers, rollup

MINUTE = timedelta(minutes=1)


async def cares(world: World, who: Someone) -> None:
    """Put somebody on the list of those who look after people."""
    [(workspace,)] = await world.ask("SELECT id FROM workspaces")
    await world.run(set_carer, str(workspace), await who.number(), world.clock.now())


async def test_help_and_danger_are_heard_at_once_and_the_numbers_stand_first(world: World, company: Company) -> None:
    neta, robin = company.neta, company.robin
    await asks(neta)
    await robin.press("ci_ok.choice-help")
    assert robin.saw("checkin-told", count=1)
    assert neta.ever_saw("care-call.help", name="Robin")
    assert robin.question == robin.chat[-1]
    await robin.press("answer-yes")
    said = robin.sees()
    numbers_at = next(n for n, line in enumerate(said) if robin.words("crisis-safety", numbers="")[:20] in line)
    assert numbers_at == 0
    assert robin.saw("ci_need")
    assert neta.ever_saw("care-call.danger", name="Robin")
    assert "Robin" in rollup(neta)


async def test_danger_may_not_be_skipped(world: World, company: Company) -> None:
    await asks(company.neta)
    await company.robin.press("ci_ok.choice-unsure")
    await company.robin.say("skip")
    assert company.robin.saw("cannot-skip")


async def test_whoever_is_on_it_ends_the_ringing_and_the_others_see_who_it_is(world: World, company: Company) -> None:
    neta, samir, robin = company.neta, company.samir, company.robin
    await cares(world, neta)
    await cares(world, samir)
    await asks(neta)
    await robin.press("ci_ok.choice-help")
    assert samir.ever_saw("care-call.help", name="Robin")
    await samir.press("choice-on-it")
    assert samir.saw("care-taken-by-you")
    assert neta.ever_saw("care-taken", name="سمير")
    await neta.press("choice-on-it")
    assert neta.saw("care-taken-already", name="سمير")
    before = neta.times("care-call.help")
    await world.move(90 * MINUTE)
    assert neta.times("care-call.help") == before
    assert "سمير" in rollup(neta)


async def test_a_call_nobody_takes_up_rings_again_every_ten_minutes(world: World, company: Company) -> None:
    await asks(company.neta)
    await company.robin.press("ci_ok.choice-help")
    await company.samir.press("ci_ok.choice-ok")
    await world.move(35 * MINUTE)
    assert company.neta.times("care-call.help", name="Robin") == 4
    assert company.neta.ever_saw("care-again")


async def test_the_silent_are_named_to_those_who_care_after_the_last_asking(world: World, company: Company) -> None:
    neta, robin, samir = company.neta, company.robin, company.samir
    await asks(neta)
    await robin.press("ci_ok.choice-ok")
    await world.move(49 * MINUTE)
    assert not neta.ever_saw("care-call-silent")
    await world.move(2 * MINUTE)
    assert neta.ever_saw("care-call-silent", count=1)
    assert not robin.ever_saw("care-call-silent")
    assert all("سمير" not in said for said in robin.chat)
    await neta.press("choice-on-it")
    await world.move(60 * MINUTE)
    assert neta.times("care-call-silent", count=1) == 1
    await samir.press("ci_ok.choice-ok")
    assert neta.ever_saw("care-answered.ok", name="سمير")
    assert numbers(neta) == [2, 0, 0, 0, 0, 2]


async def test_members_never_see_the_names_of_others(world: World, company: Company) -> None:
    neta, samir, robin = company.neta, company.samir, company.robin
    await asks(neta)
    await robin.press("ci_ok.choice-help")
    await robin.press("answer-no")
    await robin.press("ci_need.choice-translate")
    await robin.press("choice-done")
    await samir.press("ci_ok.choice-ok")
    await samir.press("ci_can_help.choice-translate")
    await samir.press("choice-done")
    assert all("Robin" not in said for said in samir.chat)
    await neta.press("choice-connect")
    await neta.press(neta.words("match-label", need=neta.words("ci_need.choice-translate")))
    assert neta.saw("match-connected")
    assert any("Robin" in said and "سمير" in said for said in neta.sees())
    assert robin.ever_saw("match-to-needing", lead="נטע")
    assert samir.ever_saw("match-to-offering", lead="נטע")
    assert all("Robin" not in said for said in samir.chat)
    assert all("سمير" not in said for said in robin.chat)


async def test_what_would_help_reaches_whoever_is_on_it(world: World, company: Company) -> None:
    neta, robin = company.neta, company.robin
    await asks(neta)
    await robin.press("ci_ok.choice-help")
    await neta.press("choice-on-it")
    await robin.press("answer-no")
    await robin.press("ci_need.choice-ride")
    await robin.press("choice-done")
    await robin.press("ci_can_help.choice-none")
    await robin.press("choice-done")
    await robin.press("ci_seen.choice-report")
    await robin.say("North gate closed")
    await robin.press("ci_source.choice-saw")
    await robin.press("ci_follow.choice-text")
    assert neta.ever_saw("care-update", name="Robin")
    assert any(neta.words("ci_need.choice-ride") in said and "Robin" in said for said in neta.chat)
    assert any("North gate closed" in said and "Robin" not in said for said in neta.chat)


async def test_somebody_asks_for_help_without_being_asked(world: World, company: Company) -> None:
    robin, neta = company.robin, company.neta
    await robin.say("/menu")
    await robin.press("main_menu.choice-care")
    await robin.press("cq_self.choice-help")
    assert robin.saw("checkin-told", count=1)
    assert robin.saw("ci_danger")
    assert neta.ever_saw("care-call.help", name="Robin")
    await neta.press("choice-on-it")
    assert neta.saw("care-taken-by-you")


async def test_a_carer_is_named_hears_of_it_and_is_taken_off_again(world: World, company: Company) -> None:
    neta, robin = company.neta, company.robin
    await neta.say("/menu")
    await neta.press("main_menu.choice-care")
    await neta.press("cq_menu.choice-care")
    await neta.press("ce_menu.choice-care")
    await neta.say("robin")
    assert neta.saw("care-now", name="Robin")
    assert neta.saw("ce_menu", care="Robin")
    assert robin.ever_saw("care-you-are")
    await neta.press("ce_menu.choice-care")
    await neta.press("Robin")
    assert neta.saw("care-no-more", name="Robin")
    await neta.press("ce_menu.choice-minutes")
    await neta.press("ce_minutes.choice-m5_10_20")
    await neta.press("ce_menu.choice-back")
    await neta.press("cq_menu.choice-send")
    await world.move(6 * MINUTE)
    assert robin.ever_saw("checkin-again")


async def test_a_change_from_help_to_fine_ends_the_call_and_is_told(world: World, company: Company) -> None:
    neta, robin = company.neta, company.robin
    await asks(neta)
    await robin.press("ci_ok.choice-help")
    await robin.say("/menu")
    await robin.say("I'm safe")
    assert robin.saw("checkin-thanks.ok")
    assert neta.ever_saw("care-answered.ok", name="Robin")
    await world.move(31 * MINUTE)
    assert neta.times("care-call.help", name="Robin") == 1


async def test_who_is_forgotten_leaves_no_answer_behind(world: World, company: Company) -> None:
    await asks(company.neta)
    await company.robin.press("ci_ok.choice-help")
    await company.robin.say("/mydata")
    assert company.robin.saw("mydata-checkin")
    await company.robin.say("/forget")
    await company.robin.press("forget_sure.choice-yes")
    assert await world.count("checkin_answers") == 1
    assert await world.ask("SELECT person_id FROM checkin_calls WHERE person_id IS NOT NULL") == []
    assert not world.on_disk("Robin")
