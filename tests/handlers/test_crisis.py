"""Whoever writes "crisis", wherever they are, is met at once: numbers, one question, and a space to think."""

from datetime import timedelta

from storage.outbox import Lane
from tests.cast import Company, Someone, World

WORDS = {"he": "משבר", "ar": "أزمة", "en": "crisis"}


async def begins(who: Someone, trigger: str = "media") -> None:
    """From the word to what happened and what kind it is."""
    await who.say(WORDS[who.voice.language])
    await who.press("cr_safety.choice-no")
    if who.saw("cr_where"):
        await who.press("crisis-for-me")
    await who.say("כתבה בערב טענה שהסתרנו תרומה")
    await who.press(f"cr_trigger.choice-{trigger}")


async def lists(who: Someone, *lines: str) -> None:
    await who.say("\n".join(lines))
    await who.press("choice-done")


async def thinks_alone(who: Someone) -> None:
    """The whole first round of one person, up to the parts."""
    await begins(who)
    await goes_through(who)


async def goes_through(who: Someone) -> None:
    """From how grave it is to the parts."""
    await who.press("cr_severity.choice-mid")
    await who.press("cr_hold.choice-save")
    await who.press("choice-done")
    await lists(who, "הכתבה עלתה ב־20:15 (האתר)", "התרומה רשומה בדוח")
    await lists(who, "מי העביר – אני בודקת")
    await lists(who, "חייב: לשמור על השותפים")
    await lists(who, "מכתב פרטי", "פרסום הדוח", "לחכות ליום ראשון")
    await who.press("מכתב פרטי")
    await who.say("אפשר לפרסם גם מחר")
    await lists(who, "להתקשר לתורמת")
    await lists(who, "לשלוח את הדוח – סמיר")
    await lists(who, "ארגון אחות: שיחה")
    await who.press(who.words("crisis-next.tomorrow", hour="09:00"))


async def test_the_word_opens_it_in_the_middle_of_a_question_and_the_place_is_kept(company: Company) -> None:
    await company.neta.opens("a")
    await company.neta.say("משבר")
    safety, question = company.neta.sees()
    assert "100" in safety
    assert question == company.neta.words("cr_safety")
    await company.neta.press("choice-word-answer")
    assert ("problem_statement", '"משבר"') in await company.neta.answers()
    assert company.neta.saw("a_why_together")


async def test_the_button_of_an_answer_that_was_given_meanwhile_goes_back_to_the_question(company: Company) -> None:
    await company.neta.opens("a")
    await company.neta.say("משבר")
    old = company.neta.button("choice-word-answer")
    await company.neta.opens("a")
    await company.neta.say("אין אוטובוס בלילה")
    await company.neta.press_again(old)
    assert ("problem_statement", '"משבר"') not in await company.neta.answers()


async def test_at_buttons_the_word_is_no_answer_and_nothing_is_offered_back(company: Company) -> None:
    await company.neta.say("/menu")
    await company.neta.say("משבר!")
    assert company.neta.saw("crisis-safety")
    assert company.neta.saw("cr_safety")
    assert not any(company.neta.words("choice-word-answer") in str(m.keyboard) for m in company.neta.news)


async def test_leaving_the_space_leads_back_to_the_question_that_was_interrupted(neta: Someone) -> None:
    await neta.arrives()
    await neta.founds("צפון")
    await neta.opens("a")
    await thinks_alone(neta)
    await neta.press("cr_hub.choice-back")
    assert neta.saw("a_problem")


async def test_one_person_without_a_coalition_walks_from_the_word_to_the_card(world: World, neta: Someone) -> None:
    await neta.say("משבר")
    await neta.press("privacy_consent.choice-yes")
    await neta.press("cr_safety.choice-no")
    assert neta.saw("cr_what")
    await neta.say("כתבה בערב טענה שהסתרנו תרומה")
    await neta.press("cr_trigger.choice-media")
    await goes_through(neta)
    card = next(m.attachment for m in neta.news if m.attachment)
    assert card.content.startswith(b"\x89PNG")
    assert any("מכתב פרטי" in said and "להתקשר לתורמת" in said for said in neta.sees())
    assert neta.shows("cr_hub.choice-papers")


async def test_the_menu_opens_it_too(company: Company) -> None:
    await company.samir.say("/menu")
    await company.samir.press("main_menu.choice-crisis")
    assert company.samir.saw("cr_numbers")
    assert company.samir.saw("cr_safety")


async def test_in_danger_the_numbers_come_again_and_the_conversation_waits(company: Company) -> None:
    samir, neta = company.samir, company.neta
    await samir.say("أزمة" if samir.voice.language == "ar" else "משבר")
    await samir.press("cr_safety.choice-yes")
    assert "100" in samir.question
    neta.looked = len(neta.phone.messages)
    await samir.press("cr_danger.choice-tell")
    assert samir.saw("crisis-called", count=1)
    assert neta.saw("crisis-danger-told", name=samir.name)
    await samir.press("cr_danger.choice-safe")
    assert samir.saw("cr_where")


async def test_the_word_of_somebody_who_floods_goes_before_everything_else_of_theirs(
    world: World, company: Company
) -> None:
    await company.neta.say("משבר")
    rows = [row for row in await world.rows() if row.person == await company.neta.number()]
    assert {row.lane for row in rows[-2:]} == {Lane.CRISIS}


async def test_a_dead_end_goes_straight_to_goals_circles_and_another_arena(neta: Someone) -> None:
    await neta.arrives()
    await begins(neta, "dead_end")
    assert neta.saw("cr_goals")
    await lists(neta, "לא לאבד את הקבוצה")
    assert neta.saw("cr_control")
    await lists(neta, "עם מי נדבר")
    await lists(neta, "מה ייכתב בפרוטוקול")
    await lists(neta, "הכותרת")
    assert neta.saw("cr_arena")
    await neta.press("cr_arena.choice-council")
    await neta.press("choice-done")
    await lists(neta, "מכתב פתוח")
    assert neta.shows("crisis-way.council")
    await neta.press("crisis-way.council")
    await neta.say("הוועדה נסגרה, העירייה עוד לא")
    for _ in range(3):
        await neta.say("דילוג")
    await neta.press("crisis-next.never")
    assert neta.saw("cr_hub")
    assert not neta.shows("cr_hub.choice-voice")
    assert any(neta.words("crisis-way.council") in said for said in neta.sees())


async def test_steps_ring_at_their_hour_and_the_next_look_is_kept_by_the_clock(world: World, neta: Someone) -> None:
    await neta.arrives()
    await thinks_alone(neta)
    neta.looked = len(neta.phone.messages)
    await world.move(timedelta(hours=1, minutes=1))
    assert neta.saw("alert-crisis_task.now", title="להתקשר לתורמת")
    await neta.press("choice-work-done")
    await neta.say("דילוג")
    await world.move(timedelta(days=1, hours=1))
    assert neta.ever_saw("crisis-update-due")
    assert neta.times("crisis-update-again") == 1
    await neta.press("choice-crisis-round")
    assert neta.saw("cr_close")


async def test_a_new_moment_takes_the_place_of_the_old_one(world: World, neta: Someone) -> None:
    await neta.arrives()
    await thinks_alone(neta)
    await neta.press("cr_hub.choice-round")
    await neta.press("cr_close.choice-calmer")
    for _ in range(7):
        if neta.shows("crisis-next.never"):
            break
        await neta.say("דילוג")
    await neta.press("crisis-next.never")
    await world.move(timedelta(days=2))
    assert not neta.ever_saw("crisis-update-due")


async def test_after_the_end_the_review_comes_within_the_week_and_its_lessons_become_steps(
    world: World, neta: Someone
) -> None:
    await neta.arrives()
    await thinks_alone(neta)
    await neta.press("cr_hub.choice-round")
    await neta.press("cr_close.choice-closed")
    assert neta.saw("crisis-closed")
    await neta.press("cr_review.choice-later")
    await world.move(timedelta(days=3))
    assert neta.times("crisis-review-due") == 1
    await neta.press("choice-crisis-review")
    await neta.say("לענות תוך שעה")
    await neta.say("ענינו תוך ארבע")
    await neta.say("לא ידענו מי מאשר")
    await lists(neta, "קול אחד")
    await lists(neta, "לקבוע מי מאשר מראש, 3.3.2027")
    await neta.press("answer-no")
    titles = await world.ask("SELECT value FROM answers WHERE kind = 'task' AND field = 'title'")
    assert any("לקבוע מי מאשר מראש" in str(title) for (title,) in titles)
    await world.move(timedelta(days=7))
    assert neta.times("crisis-review-due") == 1


async def test_nothing_of_a_crisis_stands_in_the_lists_of_a_coalition(company: Company) -> None:
    await thinks_alone(company.neta)
    await company.neta.say("/menu")
    assert not company.neta.shows("main_menu.choice-switch")
    await company.neta.press("main_menu.choice-docs")
    assert not any("תרומה" in said for said in company.neta.sees())


async def test_a_crisis_can_be_gone_on_with_from_the_word(world: World, neta: Someone) -> None:
    await neta.arrives()
    await thinks_alone(neta)
    await neta.press("cr_hub.choice-back")
    await neta.say("משבר")
    await neta.press("cr_safety.choice-no")
    assert neta.saw("cr_where")
    await neta.press("להמשיך: כתבה בערב טענה שהסתרנו תרומה")
    assert neta.saw("cr_hub")
