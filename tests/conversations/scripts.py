"""The conversations that are written down: a few lines each, the same in every language."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.playground.phones import Look
from tests.conversations.transcript import Player, Transcript
from tests.conversations.words import WORDS

FORMS = {"coordinator": "f", "member": "m", "third": "plural"}


@dataclass(slots=True)
class Play:
    """A script while it is played, in one language."""

    transcript: Transcript
    language: str

    def word(self, name: str) -> str:
        return WORDS[self.language][name]

    def enter(self, part: str, look: Look = Look.TELEGRAM) -> Player:
        return self.transcript.player(self.word(part), self.language, FORMS[part], look)

    async def a_month_passes(self) -> None:
        await self.transcript.world.move(timedelta(days=30))
        self.transcript.note("… a month passes …")


async def welcome(play: Play) -> None:
    """First contact: language, consent, form of address, name."""
    await welcomed(play, play.enter("coordinator"))


async def welcomed(play: Play, who: Player, code: str = "") -> None:
    await who.start(code)
    await who.press(f"choose_language.choice-{play.language}")
    await who.press("privacy_consent.choice-more")
    await who.press("privacy_consent.choice-yes")
    if play.language != "en":
        await who.press(f"address_form.choice-{who.who.voice.form}")
    await who.say(who.who.name)
    if not code:
        await who.press("describe_self.choice-group")


async def introduction(play: Play) -> None:
    """Founding a coalition, and its opening."""
    neta = await at_the_menu(play)
    await neta.press("main_menu.choice-found")
    await neta.press("intro_benefits.choice-pressure")
    await neta.press("intro_benefits.choice-courage")
    await neta.press("choice-done")
    await neta.say(play.word("help"))
    await neta.say(play.word("coalition"))
    await neta.press("intro_status.choice-some")
    await neta.press("choice-enough")
    await neta.press("confirm_summary.choice-ok")
    await neta.press("intro_next.choice-later")


async def stage_a(play: Play) -> None:
    """The need, why together, a first goal; a correction on the way, and sharing with nobody there yet."""
    neta = await at_the_menu(play, founded=True)
    await neta.press("main_menu.choice-coalition")
    await neta.press("stage_jump.choice-a")
    await neta.send("voice")
    await neta.say(play.word("problem"))
    await neta.edit(play.word("problem"), play.word("problem") + ".")
    await neta.say(play.word("why"))
    await neta.say(play.word("goal"))
    await neta.press("choice-something-else")
    await neta.press("choice-enough")
    await neta.press("confirm_summary.choice-edit")
    await neta.press("a_first_goal.topic")
    await neta.say(play.word("goal") + ".")
    await neta.press("confirm_summary.choice-ok")
    await neta.press("a_next.choice-later")


async def stage_b_with_map(play: Play) -> None:
    """Kinds and names, two players placed with two taps each, and the map."""
    neta = await at_the_menu(play, founded=True)
    await neta.press("main_menu.choice-coalition")
    await neta.press("stage_jump.choice-b")
    await neta.press("b_groups.choice-public")
    await neta.press("choice-done")
    await neta.say(play.word("names"))
    await neta.press("choice-done")
    await neta.press(play.word("ally"))
    await neta.press("choice-done")
    await neta.press(play.word("target"))
    await neta.press("choice-done")
    await neta.press("choice-now")
    for stance, influence in (("passive_opp", "high"), ("active_ally", "mid")):
        await neta.press(f"actor_stance.choice-{stance}")
        await neta.press(f"actor_influence.choice-{influence}")
    await neta.say(play.word("menu"))
    await neta.press("main_menu.choice-docs")
    await neta.press("documents_menu.choice-map")
    await neta.press("document_what.choice-approve")
    await neta.press("documents_menu.choice-card")


async def join_and_see(play: Play) -> None:
    """Inviting, joining on the other platform by a code, and reading a shared summary."""
    neta = await at_the_menu(play, founded=True)
    await neta.press("main_menu.choice-people")
    await neta.press("people_menu.choice-invite")
    code = neta.code()
    member = play.enter("member", Look.WHATSAPP)
    await member.say(code)
    await member.press(f"choose_language.choice-{play.language}")
    await member.press("privacy_consent.choice-yes")
    if play.language != "en":
        await member.press("address_form.choice-m")
    await member.say(play.word("member"))
    await member.press("join_confirm.choice-yes")
    await member.press("main_menu.choice-coalition")
    await neta.say(play.word("menu"))
    await neta.press("main_menu.choice-coalition")
    await neta.press("stage_jump.choice-a")
    for said in ("problem", "why", "goal"):
        await neta.say(play.word(said))
    await neta.press("choice-enough")
    await neta.press("confirm_summary.choice-share")
    await neta.press("confirm_share.choice-members")


async def stop_and_return(play: Play) -> None:
    """Stopping in the middle, ending all messages and taking it back, and coming back after a month."""
    neta = await at_the_menu(play, founded=True)
    await neta.press("main_menu.choice-coalition")
    await neta.press("stage_jump.choice-a")
    await neta.say(play.word("stop"))
    await neta.press("open-word.stop")
    await neta.press("stop_what.choice-rest")
    await play.a_month_passes()
    await neta.say(play.word("menu"))
    await neta.press("main_menu.choice-resume")
    await neta.press("coalition_need-title")
    await neta.say(play.word("unsubscribe"))
    await neta.press("stop_muted.choice-undo")
    await neta.say(play.word("problem"))


async def forget(play: Play) -> None:
    """Seeing what is kept, deleting one answer, and being forgotten."""
    neta = await at_the_menu(play, founded=True)
    await neta.press("main_menu.choice-coalition")
    await neta.press("stage_jump.choice-a")
    await neta.say(play.word("problem"))
    await neta.say("/mydata")
    await neta.press("settings_menu.choice-back")
    await neta.press("main_menu.choice-resume")
    await neta.press("coalition_need-title")
    await neta.say(play.word("delete"))
    await neta.press("open-word.delete")
    await neta.press("delete_what.choice-answer")
    await neta.say("/forget")
    await neta.press("forget_sure.choice-yes")
    await neta.say(play.word("menu"))


async def at_the_menu(play: Play, *, founded: bool = False) -> Player:
    """Somebody who has been welcomed (and has founded a coalition): what happened before is not written down."""
    neta = play.enter("coordinator")
    await neta.who.arrives()
    if founded:
        await neta.who.founds(play.word("coalition"))
        await neta.who.say("/menu")
    list(neta.news())
    return neta


SCRIPTS: Mapping[str, Callable[[Play], Awaitable[None]]] = {
    "welcome": welcome,
    "introduction": introduction,
    "stage_a": stage_a,
    "stage_b_with_map": stage_b_with_map,
    "join_and_see": join_and_see,
    "stop_and_return": stop_and_return,
    "forget": forget,
}
