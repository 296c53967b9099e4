"""An answer to a call is counted, pressed or typed; it opens the next step, and an action day knows of it."""

from datetime import timedelta

from storage.answers import keep_answer
from storage.attendance import Coming, attendances
from tests.cast import Company
from tests.handlers.action_world import MARCH, Planned, published
from tests.handlers.call_world import GONE, TEXT, Calling, calling


async def test_answers_are_counted_live_in_one_message(company: Company) -> None:
    them = await calling(company)
    await them.send()
    await them.robin.press("choice-rsvp-coming")
    assert them.robin.saw("call-thanks.coming")
    await them.samir.press("choice-rsvp-cannot")
    assert await them.answers() == {"coming": 1, "cannot": 1}
    said = [text for text in them.neta.chat if them.neta.words("call-answers", lines="").split("\n")[0] in text]
    assert len(said) == 1, "one message that is edited"
    assert them.neta.words("call-answer-line", answer="מגיעים", count=1) in said[0]
    assert them.neta.words("call-answer-line", answer="לא מגיעים", count=1) in said[0]


async def test_a_typed_word_is_an_answer_when_nothing_else_waits(company: Company) -> None:
    them = await calling(company)
    await them.send()
    await them.samir.say("جاية")
    assert them.samir.saw("call-thanks.coming")
    await them.robin.say("can't")
    assert await them.answers() == {"coming": 1, "cannot": 1}


async def test_a_typed_number_or_label_is_an_answer_to_the_last_call(company: Company) -> None:
    them = await calling(company)
    await them.send()
    await them.samir.say("2")
    assert await them.answers() == {"cannot": 1}
    await them.robin.say("i’ll say later")
    assert await them.answers() == {"cannot": 1, "later": 1}


async def test_a_number_means_the_menu_when_the_menu_came_last(company: Company) -> None:
    them = await calling(company)
    await them.send()
    await them.robin.say("/menu")
    await them.robin.say("1")
    assert await them.answers() == {}


async def test_words_that_answer_an_open_question_are_no_answer_to_the_call(company: Company) -> None:
    them = await calling(company)
    await them.robin.opens("a")
    await them.send()
    await them.robin.say("coming")
    assert await them.answers() == {}
    assert ("problem_statement", '"coming"') in await them.robin.answers()


async def test_an_answer_can_be_changed_and_counts_once(company: Company) -> None:
    them = await calling(company)
    await them.send()
    await them.robin.press("choice-rsvp-coming")
    await them.robin.press("choice-rsvp-change")
    await them.robin.press("choice-rsvp-cannot")
    assert await them.answers() == {"cannot": 1}


async def test_a_short_question_has_its_own_answers(company: Company) -> None:
    them = await calling(company)
    await them.neta.say("/menu")
    await them.neta.press("main_menu.choice-call")
    await them.neta.press("call-purpose.poll")
    await them.neta.press(them.neta.words("audience-all", count=3))
    await them.neta.say("מתי נוח להיפגש?")
    await them.neta.say("רק אחת")
    assert them.neta.saw("bc_options_wrong")
    await them.neta.say("ראשון בערב\nשלישי בערב")
    await them.neta.press("bc_text_ar.choice-without")
    await them.neta.press("call-time.now")
    await them.approve()
    await them.world.move(GONE)
    await them.samir.say("שלישי בערב")
    await them.robin.press("ראשון בערב")
    assert await them.answers() == {"option1": 1, "option2": 1}


async def test_members_see_no_count_that_tells_on_anybody(company: Company) -> None:
    them = await calling(company)
    await them.more_people(20)
    call = await _sent_to_many(them)
    await them.robin.press("choice-rsvp-coming")
    assert not them.robin.saw("call-answers")
    await them.world.run(_answered, call, 12)
    await them.samir.press("choice-rsvp-coming")
    coming = them.samir.words("audience-answer.coming")
    many = them.samir.words("call-answer-line", answer=coming, count=14)
    assert any(many in said for said in them.samir.sees())
    few = them.samir.words("call-answer-few", answer=them.samir.words("audience-answer.cannot"), count=10)
    assert any(few in said for said in them.samir.sees())


async def test_after_the_time_has_passed_no_answer_is_kept(company: Company) -> None:
    them = await calling(company)
    await them.send()
    await them.world.move(timedelta(days=4))
    await them.robin.press("choice-rsvp-coming")
    assert them.robin.saw("call-is-over")
    assert await them.answers() == {}


async def test_an_answer_opens_the_next_step_and_the_report_counts_it(company: Company) -> None:
    them = await calling(company)
    step, author = await _an_open_step(them), await them.neta.number()
    assert author
    await them.send()
    await them.robin.press("choice-rsvp-coming")
    await them.robin.press("choice-call-next-task")
    await them.robin.press(step)
    assert them.robin.saw("rung-taken", what=step)
    assert them.neta.saw("rung-taken-by", name="Robin", what=step)
    await them.world.move(timedelta(hours=25))
    assert them.neta.ever_saw("call-report-people", answered=1, on=1, left=0)


async def test_an_answer_to_a_call_for_an_action_is_an_answer_to_the_action(company: Company) -> None:
    planned: Planned = await published(company)
    them = await calling(company)
    await them.neta.say("/menu")
    await them.neta.press("main_menu.choice-call")
    await them.neta.press(next(label for label in them.neta.buttons() if label.startswith("לבוא אל")))
    await them.neta.press(them.neta.words("audience-all", count=3))
    await them.neta.say(TEXT)
    await them.neta.press("bc_text_ar.choice-without")
    await them.neta.press("bc_picture.choice-without")
    await them.neta.press("call-time.now")
    await them.approve()
    await them.world.move(GONE)
    await them.robin.press("choice-rsvp-coming")
    come = await them.world.read(attendances, planned.workspace, MARCH)
    assert [(one.person, one.answer) for one in come] == [(await them.robin.number(), Coming.COMING)]
    await them.robin.press("choice-call-next-bring")
    assert them.robin.saw("rsvp_count")


async def test_an_invitation_to_an_action_can_be_answered_in_a_word_too(company: Company) -> None:
    planned: Planned = await published(company)
    await company.samir.say("جاي")
    [one] = await company.world.read(attendances, planned.workspace, MARCH)
    assert (one.person, one.answer) == (await company.samir.number(), Coming.COMING)
    await company.robin.say("No")
    assert len(await company.world.read(attendances, planned.workspace, MARCH)) == 2


async def test_those_of_one_organisation_can_be_called_alone(company: Company) -> None:
    them = await calling(company)
    author, now = await them.neta.number(), them.world.clock.now()
    for field, value in (("name", "Robin"), ("organisation", "House of Wheels")):
        await them.world.run(keep_answer, them.workspace, "seat", "seat", field, value, author, now)
    await them.neta.say("/menu")
    await them.neta.press("main_menu.choice-call")
    await them.neta.press("call-purpose.update")
    await them.neta.press("audience-kind.organisation")
    await them.neta.press(them.neta.words("audience-label", name="House of Wheels", count=1))
    assert them.neta.saw("bc_text", count=1)


async def test_who_answered_a_call_is_an_audience_of_the_next(company: Company) -> None:
    them = await calling(company)
    await them.send()
    await them.robin.press("choice-rsvp-coming")
    await them.neta.say("/menu")
    await them.neta.press("main_menu.choice-call")
    await them.neta.press("call-purpose.thanks")
    await them.neta.press("audience-kind.reply")
    label = next(label for label in them.neta.buttons() if "מגיעים" in label)
    await them.neta.press(label)
    assert them.neta.saw("bc_text", count=1)


async def _sent_to_many(them: Calling) -> str:
    await them.compose()
    await them.approve()
    await them.world.move(GONE)
    return (await them.call()).id


def _answered(conn, call, count):  # type: ignore[no-untyped-def]
    from sqlalchemy import text  # only here: people without phones who said that they come

    someone = "SELECT id FROM persons ORDER BY id DESC LIMIT :count"
    kept = f"INSERT INTO replies SELECT :call, id, 'coming', 0, NULL FROM ({someone})"  # noqa: S608
    conn.execute(text(kept), {"call": call, "count": count})


async def _an_open_step(them: Calling) -> str:
    title, author = "להתקשר לוועדה", await them.neta.number()
    await them.world.run(keep_answer, them.workspace, "task", "step", "title", title, author, them.world.clock.now())
    return title
