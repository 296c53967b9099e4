"""Everybody is asked in two taps, answers in one, and whoever asked sees how it stands."""

from datetime import timedelta

from flows.wording import plain
from storage.outbox import MessageClass
from storage.workspaces import set_muted
from tests.cast import Company, Someone, World, refused

ROLLUP = ("head", "ok", "help", "unsure", "silent", "unreached", "asked")
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


async def asks(neta: Someone) -> None:
    """Two taps from the menu."""
    await neta.say("/menu")
    await neta.press("main_menu.choice-care")
    await neta.press("cq_menu.choice-send")


def rollup(who: Someone) -> str:
    """What the message that edits itself says now."""
    together = who.words("rollup", **dict.fromkeys(ROLLUP, "")).splitlines()[-1].split(":")[0]
    closing = who.words("cq_close_sure", state="").strip()[:10]
    said = [plain(m.text) for m in who.phone.messages if not m.mine]
    return next(text for text in reversed(said) if f"\n{together}: " in text and closing not in text)


def numbers(who: Someone) -> list[int]:
    """safe, need help, unclear, no answer, not reached, together."""
    lines = rollup(who).splitlines()
    return [int(line.rpartition(" ")[2]) for line in lines if line.rpartition(" ")[2].isdecimal()][:6]


async def test_a_coordinator_asks_everybody_in_two_taps(world: World, company: Company) -> None:
    await asks(company.neta)
    for who in (company.samir, company.robin):
        assert who.ever_saw("checkin-asks.usual")
        assert who.ever_saw("checkin-from", coalition=company.name)
    assert not company.neta.ever_saw("checkin-from")
    assert company.neta.saw("checkin-sent", count=2)
    assert numbers(company.neta) == [0, 0, 0, 2, 0, 2]
    rows = [row for row in await world.rows() if row.about and row.about.startswith("checkin:")]
    assert {row.message_class for row in rows} == {MessageClass.CRISIS}


async def test_one_tap_answers_and_the_count_changes_in_the_same_message(world: World, company: Company) -> None:
    neta, samir, robin = company.neta, company.samir, company.robin
    await asks(neta)
    count = len(neta.phone.messages)
    await robin.press("ci_ok.choice-ok")
    assert robin.saw("checkin-thanks.ok")
    await samir.press("ci_ok.choice-unsure")
    assert numbers(neta) == [1, 0, 1, 0, 0, 2]
    assert len(neta.phone.messages) == count


async def test_the_follow_ups_are_one_tap_each_and_lead_back_to_the_question_one_was_at(
    world: World, company: Company
) -> None:
    neta, robin = company.neta, company.robin
    await robin.say("/menu")
    await robin.press("main_menu.choice-people")
    await asks(neta)
    await robin.press("ci_ok.choice-ok")
    await robin.press("ci_can_help.choice-translate")
    await robin.press("choice-done")
    await robin.press("ci_when.choice-now")
    await robin.press("ci_seen.choice-no")
    await robin.press("ci_follow.choice-text")
    assert robin.saw("checkin-finished")
    assert robin.saw("people_menu", count=3)


async def test_nobody_without_the_right_can_ask(world: World, company: Company) -> None:
    await company.robin.say("/menu")
    await company.robin.press("main_menu.choice-care")
    assert company.robin.buttons() == [company.robin.words(f"cq_self.choice-{c}") for c in ("help", "back")]
    assert not company.robin.ever_saw("cq_menu.choice-send")


async def test_a_second_press_shows_the_open_one_instead_of_asking_again(world: World, company: Company) -> None:
    await asks(company.neta)
    await company.neta.say("/menu")
    await company.neta.press("main_menu.choice-care")
    assert not company.neta.shows("cq_menu.choice-send")
    await company.neta.press("cq_menu.choice-show")
    assert numbers(company.neta) == [0, 0, 0, 2, 0, 2]
    assert company.robin.times("checkin-asks.usual") == 1


async def test_whoever_cannot_be_reached_is_counted_and_adds_up(world: World, company: Company) -> None:
    [(workspace,)] = await world.ask("SELECT id FROM workspaces")
    await world.run(set_muted, str(workspace), await company.samir.number(), world.clock.now())
    world.lines[company.robin.phone.look].fates[company.robin.phone.id] = [refused(blocked=True)]
    await asks(company.neta)
    assert numbers(company.neta) == [0, 0, 0, 0, 2, 2]
    assert not company.samir.ever_saw("checkin-from")


async def test_the_silent_are_asked_again_after_ten_twenty_and_forty_minutes_and_nobody_else(
    world: World, company: Company
) -> None:
    await asks(company.neta)
    await company.robin.press("ci_ok.choice-ok")
    for minutes, times in ((9, 0), (2, 1), (10, 2), (20, 3), (30, 3)):
        await world.move(minutes * MINUTE)
        assert company.samir.times("checkin-again") == times
    assert not company.robin.ever_saw("checkin-again")


async def test_a_drill_says_so_in_every_message(world: World, company: Company) -> None:
    neta, robin = company.neta, company.robin
    await neta.say("/menu")
    await neta.press("main_menu.choice-care")
    await neta.press("cq_menu.choice-words")
    await neta.press("cq_words.choice-siren")
    await neta.press("cq_real.choice-drill")
    [asked] = [said for said in robin.sees() if robin.words("checkin-asks.siren", hello="").strip()[-20:] in said]
    assert asked.startswith(robin.words("checkin-drill"))
    await robin.press("ci_ok.choice-help")
    assert any(said.startswith(neta.words("care-drill")) for said in neta.chat)
    await world.move(11 * MINUTE)
    assert all(robin.words("checkin-drill") in s for s in company.robin.chat if robin.words("checkin-again") in s)
    assert "תרגול" in rollup(neta)


async def test_own_words_are_sent_and_offered_again(world: World, company: Company) -> None:
    neta = company.neta
    await neta.say("/menu")
    await neta.press("main_menu.choice-care")
    await neta.press("cq_menu.choice-words")
    await neta.press("cq_words.choice-own")
    await neta.say("עברה שריפה ליד הכפר. הכול בסדר אצלך?")
    await neta.press("cq_real.choice-real")
    assert any("עברה שריפה" in said for said in company.robin.sees())
    await neta.press("choice-close-checkin")
    await neta.press("cq_close_sure.choice-yes")
    await neta.say("/menu")
    await neta.press("main_menu.choice-care")
    await neta.press("cq_menu.choice-words")
    await neta.press("cq_words.choice-again")
    await neta.press("עברה שריפה ליד הכפר. הכול בסדר אצלך?")
    await neta.press("cq_real.choice-real")
    assert sum("עברה שריפה" in said for said in company.robin.chat) == 2


async def test_a_closed_check_in_rings_no_more_takes_late_answers_and_keeps_only_counts_after_a_month(
    world: World, company: Company
) -> None:
    neta, robin = company.neta, company.robin
    await asks(neta)
    await robin.press("ci_ok.choice-ok")
    await neta.press("choice-close-checkin")
    await neta.press("cq_close_sure.choice-yes")
    assert neta.saw("checkin-closed")
    await world.move(2 * timedelta(hours=1))
    assert not company.samir.ever_saw("checkin-again")
    await company.samir.press("ci_ok.choice-help")
    assert numbers(neta) == [1, 1, 0, 0, 0, 2]
    await world.move(31 * DAY)
    assert await world.count("checkin_answers") == 0
    [(counts,)] = await world.ask("SELECT counts FROM checkins")
    assert counts == '{"help":1,"ok":1,"silent":0,"unreached":0,"unsure":0}'
