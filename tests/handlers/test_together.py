"""A plan that several people write, and come back to, keeps what each of them said."""

from datetime import timedelta

from tests.cast import Company, Someone, World

PLAYER = "ועד ההורים"


async def mapped(who: Someone) -> None:
    await who.opens("b")
    await who.press("b_groups.choice-media")
    await who.press("choice-done")
    await who.say(PLAYER)
    await who.press("choice-done")
    await who.say("/menu")


async def kept(world: World, field: str) -> list[object]:
    rows = await world.ask("SELECT value FROM answers WHERE field = :field AND current ORDER BY id", field=field)
    return [row[0] for row in rows]


async def test_two_people_at_one_question_are_both_heard(world: World, company: Company) -> None:
    neta, robin = company.neta, company.robin
    await mapped(neta)
    for who in (neta, robin):
        await who.opens("c")
        await who.press(PLAYER)
    await neta.say("ירוויחו שקט")
    await robin.say("they fear the cost")
    assert await kept(world, "interests") == ['"ירוויחו שקט\\nthey fear the cost"']
    assert robin.saw("both-kept", text="ירוויחו שקט")


async def test_a_stage_reopened_after_a_year_stands_where_it_was(world: World, company: Company) -> None:
    neta = company.neta
    await mapped(neta)
    await neta.opens("c")
    await neta.press(PLAYER)
    await neta.say("ירוויחו שקט")
    await world.move(timedelta(days=365))
    await neta.opens("c")
    assert neta.saw("welcome-back")
    assert neta.shows("c_conflict.choice-some")
    await neta.press("c_conflict.choice-some")
    assert neta.shows("choice-date-other")


async def test_the_summary_names_what_another_changed_after_the_approval(world: World, company: Company) -> None:
    neta, robin = company.neta, company.robin
    await mapped(neta)
    await neta.opens("d")
    await neta.press(PLAYER)
    await neta.press("resource-kind.money")
    await neta.press("choice-done")
    await neta.press("gap-kind.legal")
    await neta.press("choice-done")
    await neta.press("choice-enough")
    await neta.press("confirm_summary.choice-ok")
    await world.move(timedelta(days=2))
    await robin.opens("d")
    await robin.press("confirm_summary.choice-edit")
    await robin.press("d_gaps.topic")
    await robin.press("gap-kind.media")
    await robin.press("choice-done")
    await neta.opens("d")
    said = "\n".join(neta.sees())
    assert neta.words("changed-heading") in said
    assert "Robin" in said.split(neta.words("changed-heading"))[1]


async def test_a_member_is_not_led_into_a_stage_of_the_coordinators(company: Company) -> None:
    robin = company.robin
    await mapped(company.neta)
    await robin.opens("d")
    await robin.press(PLAYER)
    await robin.press("choice-done")
    await robin.press("choice-done")
    if robin.shows("choice-enough"):
        await robin.press("choice-enough")
    await robin.press("confirm_summary.choice-ok")
    assert not robin.shows("d_next.choice-e")
    assert robin.shows("d_next.choice-later")
