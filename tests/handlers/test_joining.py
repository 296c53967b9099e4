"""People come in by a code or a link; nobody learns a coalition's name before consenting, or anything by guessing."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from handlers.kit import Policy
from handlers.people import INVITATION_USES
from storage.workspaces import COORDINATOR, add_invitation
from tests.cast import Someone, World, world_in


async def founding_code(world: World, code: str = "9ABC-DEFG") -> str:
    """A code by which an operator lets one person found a coalition."""
    lookup = world.plan.keys.lookup("invitation", code.replace("-", ""))
    now = world.clock.now()
    await world.run(add_invitation, lookup, None, COORDINATOR, 1, now + timedelta(days=7), now)
    return code


@pytest.fixture
async def code(neta: Someone) -> str:
    await neta.arrives()
    await neta.founds("אוטובוס לכולן")
    return await neta.invites()


@pytest.mark.parametrize("way", ["link", "code", "code in lower case", "code without the dash"])
async def test_the_name_is_in_no_message_before_consent(world: World, code: str, samir: Someone, way: str) -> None:
    if way == "link":
        await samir.start(f"j_{code.replace('-', '')}")
    else:
        await samir.say({"code": code, "code in lower case": code.lower()}.get(way, code.replace("-", "")))
    await samir.press("choose_language.choice-ar")
    await samir.press("privacy_consent.choice-more")
    assert all("אוטובוס" not in said for said in samir.chat)
    await samir.press("privacy_consent.choice-yes")
    await samir.press("address_form.choice-m")
    assert all("אוטובוס" not in said for said in samir.chat)
    await samir.say("سمير")
    assert samir.saw("join_confirm", coalition="אוטובוס לכולן")
    await samir.press("join_confirm.choice-yes")
    assert samir.saw("joined-welcome", coalition="אוטובוס לכולן")
    assert await world.ask("SELECT role FROM memberships ORDER BY joined_at") == [("coordinator",), ("member",)]


async def test_a_code_typed_while_language_is_being_chosen_is_carried_through(code: str, robin: Someone) -> None:
    await robin.start()
    await robin.say(code)
    assert robin.saw("choose_language")
    await robin.press("choose_language.choice-en")
    await robin.press("privacy_consent.choice-yes")
    await robin.say("Robin")
    assert robin.saw("join_confirm")


async def test_joining_tells_the_coordinators(code: str, neta: Someone, robin: Someone) -> None:
    await robin.joins(code)
    assert neta.saw("somebody-joined", name="Robin", coalition="אוטובוס לכולן")


async def test_joining_shows_the_map_as_a_picture_and_in_words_once_there_is_one(
    code: str, neta: Someone, samir: Someone, robin: Someone
) -> None:
    await robin.joins(code)
    assert not any(message.attachment for message in robin.news)
    assert not robin.saw("map-empty")
    await neta.opens("b")
    await neta.press("choice-done")
    await neta.say("ועד ההורים")
    await neta.press("choice-done")
    await samir.joins(code)
    assert any(message.attachment and message.attachment.is_picture for message in samir.news)
    assert samir.saw("map-in-words", coalition="אוטובוס לכולן")


async def test_saying_no_to_an_invitation_joins_nothing(world: World, code: str, robin: Someone) -> None:
    await robin.arrives(code)
    await robin.press("join_confirm.choice-no")
    assert robin.saw("main_menu")
    assert await world.count("memberships") == 1


async def test_a_member_who_uses_a_code_again_is_told_so(world: World, code: str, robin: Someone) -> None:
    await robin.joins(code)
    await robin.say(code)
    assert robin.saw("join_already", coalition="אוטובוס לכולן")
    assert await world.count("memberships") == 2


async def test_wrong_expired_and_used_up_codes_sound_the_same(
    world: World, code: str, neta: Someone, robin: Someone
) -> None:
    await robin.arrives()
    await robin.say("7777-7777")
    wrong = robin.sees()
    second = await neta.invites()
    await world.run(_use_up, world.plan.keys.lookup("invitation", second.replace("-", "")))
    await robin.say(second)
    used_up = robin.sees()
    await world.move(timedelta(hours=72))
    await robin.say(code)
    expired = robin.sees()
    await robin.start("j_no-such-thing")
    malformed = robin.sees()
    assert wrong == used_up == expired == malformed
    assert robin.saw("code-unknown")


async def test_before_consent_a_wrong_and_an_expired_code_sound_the_same(world: World, code: str) -> None:
    heard = []
    await world.move(timedelta(hours=73))
    for tried in (code, "7777-7777"):
        stranger = world.someone("Robin", "en")
        await stranger.arrives(tried)
        heard.append(stranger.chat)
        assert stranger.saw("join_failed")
    assert heard[0] == heard[1]


async def test_an_invitation_serves_as_many_as_it_says(world: World, code: str, robin: Someone) -> None:
    await robin.arrives(code)
    lookup = world.plan.keys.lookup("invitation", code.replace("-", ""))
    assert await world.ask("SELECT uses_left FROM invitations") == [(INVITATION_USES,)]
    await world.run(_use_up, lookup)
    await robin.press("join_confirm.choice-yes")
    assert robin.saw("code-unknown")
    assert await world.count("memberships") == 1


def _use_up(conn: Connection, lookup: bytes) -> None:
    conn.execute(text("UPDATE invitations SET uses_left = 0 WHERE lookup = :lookup"), {"lookup": lookup})


async def test_after_five_wrong_codes_in_an_hour_there_is_silence_even_for_the_right_one(
    world: World, code: str, robin: Someone
) -> None:
    await robin.arrives()
    for _ in range(5):
        await robin.say("7777-7777")
        assert robin.saw("code-unknown")
    for silent in ("7777-7778", code):
        await robin.say(silent)
        assert robin.sees() == []
    await world.move(timedelta(minutes=61))
    await robin.say(code)
    assert robin.saw("join_confirm")


async def test_a_code_works_in_the_middle_of_a_question_which_stays_open(
    world: World, code: str, robin: Someone
) -> None:
    await robin.arrives()
    await robin.founds("Clean river")
    await robin.opens("a")
    await robin.say(code)
    assert robin.saw("join_confirm", coalition="אוטובוס לכולן")
    await robin.press("join_confirm.choice-yes")
    await robin.say("/menu")
    await robin.press("main_menu.choice-resume")
    await robin.press(robin.buttons()[0])
    assert robin.saw("a_problem")
    assert robin.saw("head-coalition", coalition="Clean river")


@pytest.mark.parametrize(
    "word", ["politics", "hospital", "children", "BETHLEHE", "national", "coaliton", "1 2 3 4 5 6 7 8"]
)
async def test_a_plain_word_of_eight_letters_is_an_answer_and_never_a_code(
    world: World, robin: Someone, word: str
) -> None:
    await robin.arrives()
    await robin.founds("Clean river")
    await robin.opens("a")
    await robin.say(word)
    assert robin.saw("a_why_together")
    assert await world.count("join_attempts") == 0


async def test_the_letters_a_hand_confuses_are_understood(world: World, robin: Someone) -> None:
    await robin.arrives()
    await founding_code(world, "9A1C-0EFG")
    await robin.say("9alc-oefg")
    assert robin.saw("intro_what")


async def test_the_invitation_is_shown_once_with_code_link_and_limits(world: World, neta: Someone) -> None:
    await neta.arrives()
    await neta.founds("קו לילה")
    code = await neta.invites()
    assert neta.saw("invite-ready", code=code, hours=72, uses=INVITATION_USES)
    assert neta.saw("invite-link", link=f"https://t.me/rakezet_bot?start=j_{code.replace('-', '')}")
    classes = {row.message_class for row in await world.rows() if "invite-ready" in str(row.content)}
    assert [one.value for one in classes] == ["c3"]
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", code)


async def test_an_expired_invitation_is_removed(world: World, code: str) -> None:
    await world.move(timedelta(days=5))
    assert await world.count("invitations") == 0


async def test_where_founding_is_by_invitation_a_newcomer_with_a_code_founds_a_coalition(tmp_path: Path) -> None:
    async with world_in(tmp_path, Policy(founding="invited", version="1", updated="11.2026")) as world:
        neta = world.someone("נטע", "he", "f")
        await neta.arrives(await founding_code(world))
        assert neta.saw("intro_what")
        assert not neta.ever_saw("join_failed")
        assert await world.ask("SELECT role FROM memberships") == [("coordinator",)]


async def test_where_founding_is_by_invitation_nobody_founds_without(tmp_path: Path) -> None:
    async with world_in(tmp_path, Policy(founding="invited", version="1", updated="11.2026")) as world:
        neta = world.someone("נטע", "he", "f")
        await neta.arrives()
        await neta.press("main_menu.choice-found")
        assert neta.saw("found_closed")
        assert await world.count("workspaces") == 0
        code = await founding_code(world)
        await neta.say(code)
        assert neta.saw("intro_what")
        robin = world.someone("Robin", "en")
        await robin.arrives()
        await robin.say(code)
        assert robin.saw("code-unknown")
