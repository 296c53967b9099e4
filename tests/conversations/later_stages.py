"""Stages C to G as they are lived: talks that are planned and reported, a ledger, a committee, a plan, a launch."""

from datetime import timedelta

from tests.conversations.scripts import Play, at_the_menu
from tests.conversations.transcript import Player


async def stage_c_talks(play: Play) -> None:
    """A talk is planned, led by a member, and reported once its day has passed; a clear conflict changes sides."""
    neta = await mapped(play)
    await neta.press("main_menu.choice-coalition")
    await neta.press("stage_jump.choice-c")
    await neta.press(play.word("ally"))
    await neta.say(play.word("interests"))
    await neta.press("c_conflict.choice-none")
    await neta.say(play.word("talk_day"))
    await neta.press("choice-date-right")
    await neta.press("choice-me")
    await neta.press("answer-yes")
    await neta.press(play.word("rival"))
    await neta.say(play.word("interests"))
    await neta.press("c_conflict.choice-yes")
    await neta.press("answer-no")
    await neta.press("confirm_summary.choice-ok")
    await neta.press("c_next.choice-later")
    await play.transcript.world.move(timedelta(days=10))
    play.transcript.note("… ten days pass …")
    await neta.press("main_menu.choice-coalition")
    await neta.press("stage_jump.choice-c")
    await neta.press("c_held.choice-held")
    await neta.press("c_potential.choice-high")
    await neta.say(play.word("relations"))
    await neta.say(play.word("history"))
    await neta.press("c_deeper.choice-deeper")
    await neta.say(play.word("terms"))
    await neta.press("c_commitment.choice-endorse")


async def stage_d_ledger(play: Play) -> None:
    """What one organisation gives, what is missing, and whom it is asked from."""
    neta = await mapped(play)
    await neta.press("main_menu.choice-coalition")
    await neta.press("stage_jump.choice-d")
    await neta.press(play.word("ally"))
    await neta.press("resource-kind.volunteers")
    await neta.press("resource-kind.money")
    await neta.press("choice-done")
    await neta.press("gap-kind.legal")
    await neta.press("gap-kind.none")
    await neta.press("gap-kind.arabic")
    await neta.press("choice-done")
    await neta.press("choice-now")
    await neta.say(play.word("detail"))
    await neta.say(play.word("tomorrow"))
    await neta.press("choice-date-right")
    await neta.say(play.word("until"))
    await neta.press("choice-date-right")
    await neta.say(play.word("terms"))
    for _ in range(4):
        await neta.say(play.word("skip"))
    await neta.press("choice-now")
    await neta.press(play.word("ally"))
    await neta.press("choice-done")
    await neta.say(play.word("past"))
    await neta.say(play.word("nonsense"))
    await neta.say(play.word("tomorrow"))
    await neta.press("choice-date-right")
    await neta.press("choice-enough")
    await neta.press("confirm_summary.choice-ok")


async def stage_e_committee(play: Play) -> None:
    """Who sits at the table, which voice is still missing, and how we decide."""
    neta = await mapped(play)
    await neta.press("main_menu.choice-coalition")
    await neta.press("stage_jump.choice-e")
    await neta.say(play.word("role"))
    await neta.press("e_voices.choice-affected")
    await neta.press("e_voices.choice-youth")
    await neta.press("choice-done")
    await neta.say(play.word("seats"))
    await neta.press("choice-done")
    await neta.press("e_dialogue.choice-rounds")
    await neta.press("e_dialogue.choice-bilingual")
    await neta.press("choice-done")
    await neta.say(play.word("member"))
    await neta.press("choice-now")
    await neta.press("e_voices.choice-affected")
    await neta.press("choice-done")
    await neta.say(play.word("ally"))
    for _ in range(4):
        await neta.say(play.word("skip"))
    await neta.press("choice-something-else")
    await neta.press("choice-now")
    await neta.press("e_decide.choice-consent")
    await neta.press("choice-enough")
    await neta.press("confirm_summary.choice-ok")


async def stage_f_goals(play: Play) -> None:
    """Vision, gaps, routes, milestones with their days heard in the line, first steps, and a goal that is too far."""
    neta = await mapped(play)
    await neta.press("main_menu.choice-coalition")
    await neta.press("stage_jump.choice-f")
    await neta.say(play.word("vision"))
    await neta.say(play.word("problem"))
    await neta.press("choice-done")
    await neta.press("f_routes.choice-policy")
    await neta.press("choice-done")
    await neta.say(play.word("milestones"))
    await neta.press("choice-done")
    await neta.say(play.word("goal"))
    await neta.press("choice-done")
    await neta.say(play.word("steps"))
    await neta.press("choice-done")
    await neta.press("choice-now")
    await neta.press("choice-me")
    await neta.press("choice-keep")
    await neta.press("task_deeper.choice-next")
    await neta.press("answer-no")
    await neta.press("choice-something-else")
    await neta.press("choice-now")
    await neta.say(play.word("goal"))
    await neta.say(play.word("target"))
    await neta.say(play.word("sign"))
    await neta.say(play.word("until"))
    await neta.press("choice-date-right")
    await neta.press("goal_feasible.choice-no")
    await neta.press("goal_nearer.choice-stay")
    await neta.press("goal_confirm.choice-ok")
    await neta.say(play.word("menu"))


async def stage_g_launch(play: Play) -> None:
    """Means, a day to set out, one means that does not fit, and the card to share."""
    neta = await mapped(play)
    await neta.press("main_menu.choice-coalition")
    await neta.press("stage_jump.choice-g")
    await neta.press("means.lobby")
    await neta.press("means.protest")
    await neta.press("choice-done")
    await neta.press("choice-date-other")
    await neta.say(play.word("until"))
    await neta.press("choice-date-right")
    await neta.press("choice-something-else")
    await neta.press("choice-now")
    await neta.press("g_fit.choice-yes")
    await neta.press("choice-me")
    await neta.say(play.word("tomorrow"))
    await neta.press("choice-date-right")
    await neta.press("g_fit.choice-no")
    await neta.press("choice-enough")
    await neta.press("confirm_summary.choice-ok")
    await neta.press("document_what.choice-approve")
    await neta.press("document_what.choice-back")


async def mapped(play: Play) -> Player:
    """A coordinator with a coalition and three players on its map; how they got there is not written down."""
    neta = await at_the_menu(play, founded=True)
    who = neta.who
    for label in ("main_menu.choice-coalition", "stage_jump.choice-b", "b_groups.choice-public", "choice-done"):
        await who.press(label)
    await who.say(play.word("names"))
    await who.press("choice-done")
    await who.press(play.word("ally"))
    await who.press("choice-done")
    await who.press("choice-done")
    await who.say("/menu")
    list(neta.news())
    return neta
