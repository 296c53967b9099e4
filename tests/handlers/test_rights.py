"""Rights are looked at again whenever something is pressed, typed or opened: what was shown before gives none."""

from datetime import timedelta

from storage import outbox
from storage.outbox import Draft, Lane, MessageClass, State
from storage.workspaces import memberships_of
from tests.cast import Company, Someone, World


async def make_coordinator(who: Someone, whom: Someone) -> None:
    await give_role(who, whom, "coordinator")


async def give_role(who: Someone, whom: Someone, role: str) -> None:
    await who.say("/menu")
    await who.press("main_menu.choice-people")
    await who.press("people_menu.choice-roles")
    await who.press(whom.name)
    await who.press(f"people_what.choice-{role}")


async def test_a_new_coordinator_is_told_and_may_invite(world: World, company: Company) -> None:
    await make_coordinator(company.neta, company.robin)
    assert company.neta.saw("role-changed", member=company.robin.name)
    assert company.robin.saw("became-coordinator", coalition=company.name)
    assert await company.robin.invites()


async def test_members_are_not_offered_what_only_coordinators_may(company: Company) -> None:
    await company.robin.say("/menu")
    await company.robin.press("main_menu.choice-people")
    assert company.robin.buttons() == [
        company.robin.words("people_menu.choice-leave"),
        company.robin.words("people_menu.choice-back"),
    ]
    await company.robin.say("/menu")
    await company.robin.press("main_menu.choice-coalition")
    assert company.robin.buttons() == [company.robin.words(f"stage_jump.choice-{stage}") for stage in "bcd"]


async def test_the_invite_button_of_somebody_who_no_longer_coordinates_invites_nobody(
    world: World, company: Company
) -> None:
    await make_coordinator(company.neta, company.robin)
    await company.robin.say("/menu")
    await company.robin.press("main_menu.choice-people")
    await give_role(company.neta, company.robin, "member")
    assert company.robin.saw("became-member", coalition=company.name)
    await company.robin.press("people_menu.choice-invite")
    assert company.robin.saw("coordinators-only")
    assert not company.robin.saw("invite-ready")
    assert await world.count("invitations") == 1


async def test_the_role_button_of_somebody_who_no_longer_coordinates_changes_nothing(company: Company) -> None:
    await make_coordinator(company.neta, company.robin)
    await company.robin.say("/menu")
    await company.robin.press("main_menu.choice-people")
    await company.robin.press("people_menu.choice-roles")
    await company.robin.press(company.samir.name)
    await give_role(company.neta, company.robin, "member")
    await company.robin.press("people_what.choice-remove")
    assert company.robin.saw("coordinators-only")
    assert not company.robin.saw("role-changed")
    await company.samir.say("/menu")
    assert company.samir.shows("main_menu.choice-coalition")


async def former_coordinator_at_stage_a(company: Company, *words: str) -> Someone:
    """Robin coordinated, answered the first question of stage A, said some words, and no longer coordinates."""
    robin = company.robin
    await make_coordinator(company.neta, robin)
    await robin.opens("a")
    for said in ("No bus at night", *words):
        await robin.say(said)
    await give_role(company.neta, robin, "member")
    return robin


async def test_words_of_a_former_coordinator_are_no_answer(company: Company) -> None:
    robin = await former_coordinator_at_stage_a(company)
    before = await robin.answers()
    await robin.say("Together we are heard")
    assert robin.saw("coordinators-only")
    assert robin.saw("main_menu")
    assert await robin.answers() == before


async def test_a_press_of_a_former_coordinator_does_nothing(company: Company) -> None:
    robin = await former_coordinator_at_stage_a(company, "back")
    await robin.press("choice-keep")
    assert robin.saw("coordinators-only")
    assert not robin.saw("a_why_together")


async def test_words_set_aside_by_a_former_coordinator_are_no_answer(company: Company) -> None:
    robin = await former_coordinator_at_stage_a(company, "stop")
    before = await robin.answers()
    await robin.press("choice-my-answer")
    assert robin.saw("coordinators-only")
    assert await robin.answers() == before


async def test_a_former_coordinator_cannot_edit_an_answer_given_as_one(company: Company) -> None:
    robin = await former_coordinator_at_stage_a(company)
    before = await robin.answers()
    await robin.edit("No bus at night", "No bus at all")
    assert robin.sees() == []
    assert await robin.answers() == before


async def test_a_button_to_a_stage_for_coordinators_opens_nothing_for_a_former_one(company: Company) -> None:
    await make_coordinator(company.neta, company.robin)
    await company.robin.say("/menu")
    await company.robin.press("main_menu.choice-coalition")
    await give_role(company.neta, company.robin, "member")
    await company.robin.press("stage_jump.choice-a")
    assert company.robin.saw("coordinators-only")
    assert not company.robin.saw("a_problem")


async def test_a_removed_member_is_told_and_the_open_question_is_closed(world: World, company: Company) -> None:
    await company.robin.opens("b")
    await company.robin.press("b_groups.choice-media")
    await company.robin.press("choice-done")
    await give_role(company.neta, company.robin, "remove")
    assert company.robin.saw("removed-from", coalition=company.name)
    await company.robin.say("The Ministry")
    assert await world.ask("SELECT value FROM answers WHERE kind = 'actor'") == []
    assert not company.robin.saw("b_shared")
    assert company.robin.saw("main_menu")
    assert company.robin.shows("main_menu.choice-found")


async def test_the_old_buttons_of_a_removed_member_lead_nowhere(company: Company) -> None:
    await company.robin.opens("b")
    await company.robin.say("/menu")
    menu = company.robin.button("main_menu.choice-coalition")
    await company.robin.press("main_menu.choice-docs")
    card = company.robin.button("documents_menu.choice-card")
    await company.robin.say("/menu")
    await give_role(company.neta, company.robin, "remove")
    await company.robin.press_again(card)
    assert not company.robin.saw("documents_card")
    await company.robin.press_again(menu)
    assert not company.robin.saw("stage_jump")
    await company.robin.press("main_menu.choice-coalition")
    assert company.robin.saw("no-longer-member")
    assert not any(company.name in said for said in company.robin.sees())


async def test_what_waits_in_the_queue_for_a_removed_member_is_not_sent(world: World, company: Company) -> None:
    [own] = [row for row in await world.rows() if row.person == await company.robin.number()][-1:]
    draft = Draft(
        key="waits-for-tomorrow-22c",
        person=own.person,
        address=own.address,
        channel=own.channel,
        message_class=MessageClass.BULK,
        lane=Lane.BULK,
        content=own.content,
        workspace=(await world.read(memberships_of, own.person))[0].workspace,
        not_before=world.clock.now() + timedelta(days=1),
    )
    await world.run(outbox.put, draft, world.clock.now())
    await give_role(company.neta, company.robin, "remove")
    kept = await world.read(outbox.by_key, draft.key)
    assert kept
    assert kept.state is State.CANCELLED
    assert company.robin.saw("removed-from")


async def test_a_removed_member_goes_on_in_the_other_coalition(company: Company) -> None:
    await company.robin.founds("Clean river")
    await company.robin.say("/menu")
    await company.robin.press("main_menu.choice-switch")
    await company.robin.press(company.name)
    await give_role(company.neta, company.robin, "remove")
    await company.robin.opens("a")
    assert company.robin.saw("a_problem")


async def test_the_answers_of_a_removed_member_stay(world: World, company: Company) -> None:
    await company.robin.opens("b")
    await company.robin.press("choice-done")
    await company.robin.say("The Ministry")
    await company.robin.press("choice-done")
    await give_role(company.neta, company.robin, "remove")
    assert await world.ask("SELECT value FROM answers WHERE kind = 'actor'") == [('"The Ministry"',)]


async def test_a_removed_member_can_still_see_and_erase_what_is_kept(company: Company) -> None:
    await give_role(company.neta, company.robin, "remove")
    await company.robin.say("/mydata")
    assert company.robin.saw("mydata", name=company.robin.name)
    await company.robin.say("/forget")
    await company.robin.press("forget_sure.choice-yes")
    assert company.robin.saw("forgotten")


async def test_the_last_coordinator_cannot_leave(company: Company) -> None:
    await company.neta.say("/menu")
    await company.neta.press("main_menu.choice-people")
    await company.neta.press("people_menu.choice-leave")
    await company.neta.press("people_leave.choice-yes")
    assert company.neta.saw("last-coordinator")
    await company.neta.opens("a")
    assert company.neta.saw("a_problem")


async def test_after_handing_over_a_coordinator_can_leave(world: World, company: Company) -> None:
    await make_coordinator(company.neta, company.samir)
    await company.neta.say("/menu")
    await company.neta.press("main_menu.choice-people")
    await company.neta.press("people_menu.choice-leave")
    await company.neta.press("people_leave.choice-yes")
    assert company.neta.saw("left-coalition", coalition=company.name)
    assert company.neta.shows("main_menu.choice-found")
    assert await company.samir.invites()
    assert await world.ask("SELECT role, count(*) FROM memberships GROUP BY role ORDER BY role") == [
        ("coordinator", 1),
        ("member", 1),
    ]


async def test_a_coordinator_may_step_down_once_there_is_another(company: Company) -> None:
    await make_coordinator(company.neta, company.robin)
    await give_role(company.robin, company.neta, "member")
    assert company.neta.saw("became-member")
    await company.neta.say("/menu")
    await company.neta.press("main_menu.choice-people")
    assert not company.neta.shows("people_menu.choice-invite")


async def test_nobody_to_choose_from_is_said_and_leads_back(neta: Someone) -> None:
    await neta.arrives()
    await neta.founds("קו לילה")
    await neta.say("/menu")
    await neta.press("main_menu.choice-people")
    await neta.press("people_menu.choice-roles")
    assert neta.saw("people_nobody")
    assert neta.saw("people_menu", coalition="קו לילה", count=1)
