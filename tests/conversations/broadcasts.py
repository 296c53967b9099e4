"""A call to action, from the menu to the report: composed, approved by another person, answered, told a day later."""

from datetime import timedelta

from bot.playground.phones import Look
from storage.workspaces import COORDINATOR, set_role
from tests.conversations.scripts import Play, at_the_menu
from tests.conversations.transcript import Player


async def broadcast(play: Play) -> None:
    """A call to action is composed, looked over, approved by somebody else, answered in a word, and reported."""
    neta = await at_the_menu(play, founded=True)
    member = await a_second_coordinator(play, neta)
    await neta.press("main_menu.choice-call")
    await neta.press("call-purpose.action")
    await neta.press(neta.who.buttons()[0])
    await neta.say(play.word("call_blocked"))
    await neta.say(play.word("call"))
    await neta.press("bc_picture.choice-without")
    await neta.say(play.word("help"))
    await neta.press("call-time.now")
    await neta.press("bc_preview.choice-fix")
    await neta.press("call-part.repeat")
    await neta.press("bc_repeat.choice-weekly")
    await neta.press("bc_preview.choice-ask")
    await member.press("choice-call-approve")
    await time_passes(play, "half a minute", timedelta(seconds=30))
    await member.say(play.word("answer_typed"))
    await time_passes(play, "a day", timedelta(hours=25))
    await neta.press("choice-call-report-more")
    await neta.press("bp_what.choice-again")
    await neta.press("bc_preview.choice-keep")


async def a_second_coordinator(play: Play, neta: Player) -> Player:
    """Somebody on the other platform who coordinates too: what happened before is not written down."""
    code = await neta.who.invites()
    member = play.enter("member", Look.WHATSAPP)
    await member.who.joins(code)
    world = play.transcript.world
    [(workspace,)] = await world.ask("SELECT id FROM workspaces")
    await world.run(set_role, str(workspace), await member.who.number(), COORDINATOR)
    await neta.who.say("/menu")
    list(neta.news()), list(member.news())
    return member


async def time_passes(play: Play, how_long: str, by: timedelta) -> None:
    await play.transcript.world.move(by)
    play.transcript.note(f"… {how_long} passes …")
