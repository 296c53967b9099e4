"""Before consent next to nothing is kept, and without it that goes too."""

from datetime import timedelta

import pytest

from tests.cast import Someone, World

CANARY = "קנרית-7731"


async def kept_words(world: World) -> dict[str, object]:
    """Everything the tables hold that is about a person, before consent."""
    [(language, form, name, role, consented)] = await world.ask(
        "SELECT language, address_form, display_name, role_hint, consented_at FROM persons"
    )
    return {"language": language, "form": form, "name": name, "role": role, "consented": consented}


async def test_before_consent_only_address_language_and_place_are_kept(world: World, neta: Someone) -> None:
    await neta.say(f"שלום, אני {CANARY}")
    await neta.say(f"{CANARY} שוב")
    await neta.press("choose_language.choice-he")
    await neta.say(f"לפני שאסכים: {CANARY}")
    await neta.send("voice")
    await neta.share_contact(CANARY, "050-1234567")
    await neta.edit(f"{CANARY} שוב", f"{CANARY} תוקן")
    assert await kept_words(world) == {
        "language": "he",
        "form": None,
        "name": None,
        "role": None,
        "consented": None,
    }
    for table in ("answers", "memberships", "consents", "workspaces", "quarantine"):
        assert await world.count(table) == 0, table
    assert await world.count("places") == 1
    assert not world.on_disk(CANARY)
    assert not world.on_disk("1234567")


async def test_the_address_is_never_kept_open(world: World) -> None:
    for _ in range(20):
        phone = world.someone("x", "he")
    await phone.arrives()
    assert phone.phone.id == "t20"
    [(sealed,)] = await world.ask("SELECT sealed FROM addresses")
    assert isinstance(sealed, bytes)
    assert b"t20" not in sealed


async def test_words_that_do_not_fit_before_consent_are_answered_kindly_without_quoting_them(neta: Someone) -> None:
    await neta.start()
    await neta.press("choose_language.choice-he")
    await neta.say("מי אתם בכלל")
    assert neta.saw("no-such-choice")
    assert neta.saw("privacy_consent")
    assert "מי אתם" not in neta.question


@pytest.mark.parametrize("words", ["עברית", "1"])
async def test_language_and_consent_can_be_typed(neta: Someone, words: str) -> None:
    await neta.start()
    await neta.say(words)
    assert neta.saw("privacy_consent")
    await neta.say("1")
    assert neta.saw("address_form")


@pytest.mark.parametrize(
    "word", ["תפריט", "/menu", "דילוג", "הסר", "STOP", "מחיקה", "/mydata", "/forget", "אדם", "עזרה", "חזרה"]
)
async def test_no_word_leads_around_consent(world: World, neta: Someone, word: str) -> None:
    await neta.start()
    await neta.press("choose_language.choice-he")
    await neta.say(word)
    assert neta.saw("privacy_consent") or (word == "חזרה" and neta.saw("choose_language"))
    assert await world.count("consents") == 0


async def test_a_no_is_answered_kindly_and_everything_is_gone_a_minute_later(world: World, neta: Someone) -> None:
    await neta.start()
    await neta.press("choose_language.choice-he")
    await neta.press("privacy_consent.choice-no")
    assert neta.sees() == [neta.words("forgotten-before-consent")]
    await world.move(timedelta(seconds=59))
    assert await world.count("persons") == 1
    await world.move(timedelta(seconds=2))
    for table in ("persons", "addresses", "places", "outbox", "timers WHERE person_id IS NOT NULL"):
        assert await world.count(table) == 0, table


async def test_without_an_answer_everything_is_gone_after_a_day(world: World, neta: Someone) -> None:
    await neta.start()
    await neta.press("choose_language.choice-he")
    await world.move(timedelta(hours=23, minutes=59))
    assert await world.count("persons") == 1
    await world.move(timedelta(minutes=2))
    assert await world.count("persons") == 0
    assert await world.count("outbox") == 0


async def test_whoever_consented_in_time_stays(world: World, neta: Someone) -> None:
    await neta.start()
    await neta.press("choose_language.choice-he")
    await world.move(timedelta(hours=23))
    await neta.press("privacy_consent.choice-yes")
    assert await world.ask("SELECT kind FROM timers") == [("retention",)]
    await world.move(timedelta(hours=48))
    assert await world.count("persons") == 1
    assert await world.ask("SELECT scope, text_version FROM consents") == [("guidance", "2026-11")]


@pytest.mark.parametrize("come_back", ["says", "presses"])
async def test_somebody_who_said_no_and_comes_back_at_once_has_time_to_think_again(
    world: World, neta: Someone, come_back: str
) -> None:
    await neta.start()
    await neta.press("choose_language.choice-he")
    old = neta.button("privacy_consent.choice-yes")
    await neta.press("privacy_consent.choice-no")
    if come_back == "says":
        await neta.say("רגע, בעצם כן")
    else:
        await neta.press_again(old)
    await world.move(timedelta(minutes=5))
    await neta.press("choose_language.choice-he")
    await neta.press("privacy_consent.choice-yes")
    assert neta.saw("address_form")
    assert not neta.saw("stale-button")


async def test_reading_more_comes_back_to_the_question(neta: Someone) -> None:
    await neta.start()
    await neta.press("choose_language.choice-he")
    await neta.press("privacy_consent.choice-more")
    assert neta.saw("privacy_more")
    assert neta.saw("privacy_consent")


@pytest.mark.parametrize(("word", "language"), [("משבר", "he"), ("أزمة", "ar"), ("crisis", "en"), ("CRISIS!", "en")])
async def test_a_crisis_word_as_the_first_message_brings_safety_and_numbers_before_anything_else(
    world: World, word: str, language: str
) -> None:
    shaken = world.someone("מישהי", language)
    await shaken.say(word)
    first, second = shaken.sees()
    assert shaken.times("crisis-safety") == 1
    assert (
        shaken.words("number-line", name={"he": "משטרה", "ar": "الشرطة", "en": "Police"}[language], number="100")
        in first
    )
    assert shaken.words("numbers-unchecked") in first
    assert second.splitlines()[0] == shaken.words("privacy_consent", operator="").splitlines()[0]
    assert await world.count("consents") == 0
    assert await world.count("answers") == 0


async def test_whoever_came_in_crisis_is_in_the_first_question_right_after_consent(neta: Someone) -> None:
    await neta.say("משבר")
    await neta.press("privacy_consent.choice-yes")
    assert neta.sees() == [neta.words("cr_safety")]


async def test_whoever_came_in_crisis_and_says_no_leaves_nothing(world: World, neta: Someone) -> None:
    await neta.say("משבר")
    await neta.press("privacy_consent.choice-no")
    await world.move(timedelta(minutes=2))
    assert await world.count("persons") == 0


async def test_a_crisis_word_before_consent_works_again_and_the_question_stays(neta: Someone) -> None:
    await neta.start()
    await neta.press("choose_language.choice-he")
    await neta.say("משבר")
    assert neta.saw("crisis-safety")
    assert neta.saw("privacy_consent")


async def test_a_crisis_word_in_another_language_is_answered_in_that_language_first(neta: Someone) -> None:
    await neta.arrives()
    await neta.say("أزمة")
    assert neta.saw("crisis-safety")
