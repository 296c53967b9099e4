"""A team thinks in its own chats, in two languages; whoever is not in it reads nothing of it."""

from datetime import timedelta

import pytest

from storage.outbox import Lane, MessageClass
from tests.cast import Company, Someone, World
from tests.handlers.test_crisis import goes_through, lists

TITLE = "כתבה בערב טענה שהסתרנו תרומה"


async def opens_for_the_coalition(neta: Someone) -> None:
    await neta.say("משבר")
    await neta.press("cr_safety.choice-no")
    await neta.press(neta.words("crisis-for-coalition", coalition="אוטובוס לכולן"))
    await neta.say(TITLE)
    await neta.press("cr_trigger.choice-media")
    await goes_through(neta)


async def joins_the_coalition(world: World, neta: Someone, name: str, language: str) -> Someone:
    one = world.someone(name, language)
    await one.joins(await neta.invites())
    return one


async def is_asked_in(neta: Someone, *people: Someone) -> None:
    await neta.press("cr_hub.choice-team")
    await neta.press("cr_team.choice-invite")
    for one in people:
        await neta.press(one.name)
    for one in people:
        one.looked = len(one.phone.messages)
    await neta.press("choice-done")
    await neta.press("cr_team.choice-back")


async def thinks_along(who: Someone, fact: str, option: str, action: str) -> None:
    await who.press("choice-crisis-join")
    await lists(who, fact)
    await skips(who, 2)
    await lists(who, option)
    await lists(who, action)
    await skips(who, 2)


async def skips(who: Someone, count: int) -> None:
    word = {"he": "דילוג", "ar": "تخطي", "en": "skip"}[who.voice.language]
    for _ in range(count):
        await who.say(word)


@pytest.fixture
async def team(world: World, company: Company) -> tuple[Someone, ...]:
    """Neta leads; four think along, two of them in Arabic."""
    neta, samir, robin = company.neta, company.samir, company.robin
    lina = await joins_the_coalition(world, neta, "لينا", "ar")
    omer = await joins_the_coalition(world, neta, "עומר", "he")
    await opens_for_the_coalition(neta)
    await is_asked_in(neta, samir, robin, lina, omer)
    return neta, samir, robin, lina, omer


async def test_a_team_of_five_thinks_in_two_languages_and_the_lead_sees_the_picture_grow(
    world: World, team: tuple[Someone, ...]
) -> None:
    neta, samir, robin, lina, omer = team
    assert lina.saw("crisis-invite")
    await thinks_along(lina, "وصلت رسالة من الوزارة", "لقاء مع المحرّرة", "اتّصال بالشركاء")
    assert lina.saw("crisis-thank-you")
    picture = neta.chat[-1]
    assert "وصلت رسالة من الوزارة" in picture
    assert neta.words("crisis-thinking", count=2, total=2) in picture
    await thinks_along(omer, "הדוח פורסם ב־2025", "פרסום הדוח", "לצלם את העמוד")
    await thinks_along(samir, "المموّل اتّصل", "انتظار", "رسالة إلى المموّل")
    await thinks_along(robin, "Two partners called", "A joint letter", "Call the two partners")
    assert neta.words("crisis-thinking", count=5, total=5) in neta.chat[-1]
    await neta.say("משבר")
    await neta.press("cr_safety.choice-no")
    await neta.press(f"להמשיך: {TITLE}")
    await neta.press("cr_hub.choice-choose")
    await neta.press("choice-keep")
    assert neta.shows("لقاء مع المحرّرة")
    await neta.press("לقاء" if neta.shows("לقاء") else "لقاء مع المحرّرة")
    await neta.say("אפשר לחזור ממנה")
    assert neta.saw("cr_hub")


async def test_names_stand_beside_lines_only_where_the_team_wants_it(team: tuple[Someone, ...]) -> None:
    neta, *_, omer = team
    await thinks_along(omer, "הדוח פורסם", "פרסום הדוח", "לצלם")
    assert "(עומר" not in neta.chat[-1]
    await neta.press("cr_hub.choice-team")
    await neta.press("cr_team.choice-names")
    await neta.press("cr_names.choice-names")
    await omer.press("cr_hub.choice-known")
    await lists(omer, "הדוח נשלח לעורך")
    assert any("הדוח נשלח לעורך" in said and "עומר" in said for said in neta.chat)


async def test_a_proposal_becomes_a_step_with_one_owner_who_is_reminded(
    world: World, team: tuple[Someone, ...]
) -> None:
    neta, *_, omer = team
    await thinks_along(omer, "הדוח פורסם", "פרסום הדוח", "לצלם את העמוד")
    await neta.press("cr_hub.choice-actions")
    for _ in range(2):
        await neta.press("choice-keep")
    await neta.say("דילוג")
    await neta.press("לצלם את העמוד")
    await neta.press("choice-done")
    await neta.press("cr_share.choice-now")
    while neta.saw("cr_owner"):
        await neta.press("עומר")
    omer.looked = len(omer.phone.messages)
    await world.move(timedelta(hours=1, minutes=2))
    assert omer.saw("alert-crisis_task.now", title="לצלם את העמוד")


async def test_somebody_approves_the_statement_in_their_own_chat_or_sends_it_back(team: tuple[Someone, ...]) -> None:
    neta, *_, omer = team
    await omer.press("choice-crisis-join")
    await neta.press("cr_hub.choice-voice")
    await neta.press("cr_statement.choice-write")
    for part in ("קשה לנו", "הדוח פורסם", "המקור נבדק", "מדברים עם השותפים", "מחר 10:00", "הדוברות"):
        await neta.say(part)
    await neta.press("cr_statement.choice-approve")
    await neta.press("עומר")
    assert neta.saw("statement-asked")
    await omer.press("choice-statement-read")
    assert any("קשה לנו" in said for said in omer.sees())
    await omer.press("sv_answer.choice-return")
    await omer.say("חסרה מילה לתורמת")
    assert neta.ever_saw("statement-returned-told", remark="חסרה מילה לתורמת")
    await neta.press("cr_statement.choice-approve")
    await neta.press("עומר")
    await omer.press("choice-statement-read")
    await omer.press("sv_answer.choice-ok")
    assert neta.ever_saw("statement-approved-told")
    await neta.press("cr_statement.choice-release")
    await neta.press("cr_release.choice-public")
    assert neta.saw("statement-ready")
    assert not neta.saw("statement-not-approved")


async def test_whoever_was_not_asked_in_reads_nothing(world: World, company: Company) -> None:
    neta, samir, robin = company.neta, company.samir, company.robin
    await opens_for_the_coalition(neta)
    await is_asked_in(neta, samir)
    await robin.say("crisis")
    await robin.press("cr_safety.choice-no")
    assert not any(TITLE in said for said in robin.chat)
    assert not any("תורמת" in said for said in robin.chat)


async def test_an_invitation_that_was_taken_back_lets_nobody_in(company: Company) -> None:
    neta, samir = company.neta, company.samir
    await opens_for_the_coalition(neta)
    await is_asked_in(neta, samir)
    await neta.press("cr_hub.choice-team")
    await neta.press("cr_team.choice-invite")
    await neta.press(samir.name)
    await neta.press("choice-done")
    await samir.press("choice-crisis-join")
    assert samir.saw("crisis-join-over")


async def test_whoever_leaves_the_team_reads_nothing_more(team: tuple[Someone, ...]) -> None:
    omer = team[-1]
    await thinks_along(omer, "הדוח פורסם", "פרסום הדוח", "לצלם")
    await omer.press("cr_hub.choice-team")
    await omer.press("cr_team.choice-leave")
    await omer.press("cr_leave.choice-yes")
    assert omer.saw("crisis-left")
    await omer.say("משבר")
    await omer.press("cr_safety.choice-no")
    assert not any(TITLE in said for said in omer.sees())


async def test_a_code_brings_in_somebody_who_is_in_no_coalition(world: World, neta: Someone) -> None:
    await neta.say("משבר")
    await neta.press("privacy_consent.choice-yes")
    await neta.press("cr_safety.choice-no")
    await neta.say(TITLE)
    await neta.press("cr_trigger.choice-media")
    await goes_through(neta)
    await neta.press("cr_hub.choice-team")
    await neta.say("רותי")
    await neta.press("cr_team.choice-link")
    lina = world.someone("لينا", "ar")
    await lina.joins(neta.code())
    assert lina.saw("cr_facts")
    assert neta.ever_saw("crisis-somebody-joined", name="لينا")


async def test_partners_are_offered_from_the_coalitions_own_map(company: Company) -> None:
    neta = company.neta
    await neta.opens("b")
    await neta.press("choice-done")
    await lists(neta, "ועד ההורים", "חברת האוטובוסים")
    await neta.press("ועד ההורים")
    await neta.press("choice-done")
    await neta.say("משבר")
    await neta.press("cr_safety.choice-no")
    await neta.press(neta.words("crisis-for-coalition", coalition="אוטובוס לכולן"))
    await neta.say(TITLE)
    await neta.press("cr_trigger.choice-media")
    for _ in range(20):
        if neta.saw("cr_allies"):
            break
        await neta.say("דילוג")
    assert neta.shows("ועד ההורים")
    assert not neta.shows("חברת האוטובוסים")


async def test_the_lead_is_handed_over_to_one_of_the_team_who_may_then_decide(team: tuple[Someone, ...]) -> None:
    neta, *_, omer = team
    await thinks_along(omer, "הדוח פורסם", "פרסום הדוח", "לצלם")
    assert not omer.shows("cr_hub.choice-round")
    await neta.press("cr_hub.choice-team")
    await neta.press("cr_team.choice-lead")
    await neta.press("עומר")
    assert omer.ever_saw("crisis-leads-now")
    await omer.press("choice-crisis-open")
    assert omer.shows("cr_hub.choice-round")


async def test_danger_and_invitations_go_ahead_of_all_else(world: World, team: tuple[Someone, ...]) -> None:
    neta, _samir, robin, _lina, omer = team
    await omer.press("choice-crisis-join")
    for who in (robin, omer):
        await who.say("crisis")
        await who.press("cr_safety.choice-yes")
    assert neta.times("crisis-danger-told", name="עומר") == 1
    assert neta.times("crisis-danger-told", name=robin.name) == 0, "robin is in no crisis: nobody is told unasked"
    await robin.press("cr_danger.choice-tell")
    assert neta.times("crisis-danger-told", name=robin.name) == 1
    rows = [row for row in await world.rows() if "crisis-danger-told" in str(row.content)]
    assert {(row.lane, row.message_class) for row in rows} == {(Lane.CRISIS, MessageClass.CRISIS)}


async def test_whoever_asks_what_is_kept_sees_a_crisis_by_no_name(team: tuple[Someone, ...]) -> None:
    omer = team[-1]
    await thinks_along(omer, "הדוח פורסם", "פרסום הדוח", "לצלם")
    await omer.say("/mydata")
    assert any(omer.words("crisis-room") in said and "הדוח פורסם" in said for said in omer.sees())


async def test_a_crisis_that_is_forgotten_by_its_only_person_leaves_nothing(world: World, neta: Someone) -> None:
    await neta.arrives()
    await neta.say("משבר")
    await neta.press("cr_safety.choice-no")
    await neta.say(TITLE)
    await neta.press("cr_trigger.choice-media")
    await goes_through(neta)
    await neta.say("/forget")
    await neta.press("forget_sure.choice-yes")
    assert await world.count("workspaces") == 0
    assert not world.on_disk("תורמת")
