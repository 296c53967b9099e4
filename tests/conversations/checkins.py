"""A check-in from the first tap to the close, and the crisis switch from its approval to the false alarm."""

from datetime import timedelta

from bot.playground.phones import Look
from tests.conversations.scripts import Play, at_the_menu
from tests.conversations.transcript import Player


async def check_in(play: Play) -> None:
    """Everybody is asked in two taps; one is fine, one is in danger, one is silent until somebody is on it."""
    neta, samir, robin = await three(play)
    await neta.say(play.word("menu"))
    await neta.press("main_menu.choice-care")
    await neta.press("cq_menu.choice-care")
    await neta.press("ce_menu.choice-care")
    await neta.press(samir.who.name)
    await neta.press("ce_menu.choice-back")
    await neta.press("cq_menu.choice-send")
    await samir.say(play.word("fine"))
    await samir.press("ci_can_help.choice-translate")
    await samir.press("choice-done")
    await samir.press("ci_when.choice-now")
    await samir.press("ci_seen.choice-report")
    await samir.say(play.word("saw"))
    await samir.press("ci_source.choice-saw")
    await samir.press("ci_follow.choice-text")
    await play.transcript.world.move(timedelta(minutes=11))
    play.transcript.note("… ten minutes later …")
    await robin.press("ci_ok.choice-help")
    await samir.press("choice-on-it")
    await robin.press("answer-yes")
    await samir.press("choice-on-it")
    await robin.press("ci_need.choice-translate")
    await robin.press("choice-done")
    await robin.press("ci_follow.choice-text")
    await neta.press("choice-connect")
    await neta.press(neta.who.words("match-label", need=neta.who.words("ci_need.choice-translate")))
    await neta.press("choice-close-checkin")
    await neta.press("cq_close_sure.choice-yes")
    await neta.say(play.word("menu"))
    await neta.press("main_menu.choice-care")
    await neta.press("cq_menu.choice-words")
    await neta.press("cq_words.choice-home")
    await neta.press("cq_real.choice-drill")
    await samir.press("ci_ok.choice-ok")
    await play.transcript.world.move(timedelta(minutes=55))
    play.transcript.note("… an hour later …")
    await samir.press("choice-on-it")
    await neta.press("choice-silent-names")


async def crisis_switch(play: Play) -> None:
    """A crisis is proposed, approved and called off; then another, which ends; who needs help says so unasked."""
    neta, samir, robin = await three(play)
    await neta.say(play.word("menu"))
    await neta.press("main_menu.choice-people")
    await neta.press("people_menu.choice-roles")
    await neta.press(samir.who.name)
    await neta.press("people_what.choice-coordinator")
    await neta.say(play.word("menu"))
    await neta.press("main_menu.choice-care")
    await neta.press("cq_menu.choice-alarm")
    await neta.say(play.word("help"))
    await neta.press("sw_sure.choice-start")
    await samir.press("choice-approve-alarm")
    await neta.say(play.word("menu"))
    await neta.press("main_menu.choice-care")
    await neta.press("cq_menu.choice-end")
    await neta.press("se_how.choice-mistaken")
    await robin.press("ci_ok.choice-ok")
    await neta.say(play.word("menu"))
    await neta.press("main_menu.choice-care")
    await neta.press("cq_menu.choice-alarm")
    await neta.press("sw_sure.choice-start")
    await samir.press("choice-approve-alarm")
    await robin.say(play.word("on_the_way"))
    await robin.press("ci_ok.choice-unsure")
    await robin.press("answer-no")
    await neta.say(play.word("menu"))
    await neta.press("main_menu.choice-care")
    await neta.press("cq_menu.choice-end")
    await neta.press("se_how.choice-over")
    await robin.say(play.word("menu"))
    await robin.press("main_menu.choice-care")
    await robin.press("cq_self.choice-help")


async def three(play: Play) -> tuple[Player, Player, Player]:
    """A coordinator and two members, one of them on the other platform; how they came is not written."""
    neta = await at_the_menu(play, founded=True)
    code = await neta.who.invites()
    samir, robin = play.enter("member", Look.WHATSAPP), play.enter("third")
    for one in (samir, robin):
        await one.who.joins(code)
        list(one.news())
    list(neta.news())
    return neta, samir, robin
