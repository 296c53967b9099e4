"""The week as it is lived: the question on Sunday, what is stuck, the summary on Monday, a button on the day."""

from datetime import timedelta

from tests.conversations.scripts import Play, at_the_menu
from tests.conversations.transcript import Player


async def weekly(play: Play) -> None:
    """The weekly check-in with one step that is stuck, the coordinators' summary, news by one press, quiet times."""
    neta = await planned(play)
    await play.transcript.world.move(timedelta(hours=11))
    play.transcript.note("… it is Sunday evening …")
    await neta.press("wk_open.choice-now")
    await neta.press("wk_task.choice-stuck")
    await neta.say(play.word("help"))
    await neta.press("wk_block.choice-unclear")
    await neta.press("wk_hint.choice-rewrite")
    await neta.say(play.word("step_anew"))
    await neta.press("wk_milestone.choice-red")
    await neta.press("wk_milestone.choice-green")
    await neta.say(play.word("skip"))
    await neta.say(play.word("change"))
    await neta.press("wk_moved.choice-closer")
    await neta.press(play.word("target"))
    await neta.say(play.word("win"))
    await neta.say(play.word("steps_next"))
    await neta.press("choice-done")
    await neta.press("wk_mood.choice-ok")
    await play.transcript.world.move(timedelta(hours=16))
    play.transcript.note("… it is Monday morning …")
    await play.transcript.world.move(timedelta(days=3))
    play.transcript.note("… the day before a step is due, and the day itself …")
    await neta.press("choice-work-done")
    await neta.say(play.word("win"))
    await neta.press("main_menu.choice-settings")
    await neta.press("settings_menu.choice-weekly")
    await neta.press("wt_day.choice-thu")
    await neta.press("wt_hour.choice-9")
    await neta.press("settings_menu.choice-quiet")
    await neta.press("quiet_menu.choice-days")
    await neta.press("quiet_days.choice-iftar")
    await neta.press("choice-done")
    await neta.press("quiet_menu.choice-city")
    await neta.say(play.word("city"))


async def planned(play: Play) -> Player:
    """A coordinator with two players on the map, milestones, and a step of their own; how it came is not written."""
    neta = await at_the_menu(play, founded=True)
    who = neta.who
    for label in ("main_menu.choice-coalition", "stage_jump.choice-b", "b_groups.choice-public", "choice-done"):
        await who.press(label)
    await who.say(play.word("names"))
    for label in ("choice-done", play.word("ally"), "choice-done", play.word("target"), "choice-done", "choice-now"):
        await who.press(label)
    for stance in ("passive_opp", "active_ally"):
        await who.press(f"actor_stance.choice-{stance}")
        await who.press("actor_influence.choice-high")
    await who.say("/menu")
    await who.press("main_menu.choice-coalition")
    await who.press("stage_jump.choice-f")
    for _ in range(3):
        await who.say(play.word("skip"))
    await who.say(play.word("milestones"))
    await who.press("choice-done")
    await who.say(play.word("skip"))
    await who.say(play.word("steps"))
    for label in ("choice-done", "choice-now", "choice-me", "choice-keep", "task_deeper.choice-next", "answer-no"):
        await who.press(label)
    await who.say("/menu")
    list(neta.news())
    return neta
