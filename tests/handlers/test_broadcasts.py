"""A call to action is composed in a few taps, seen before it goes, approved by somebody else, can be taken back."""

from datetime import timedelta

from bot.playground.phones import Kind
from storage.broadcasts import RETURNED, SCHEDULED, SENDING, STOPPED, UNDONE
from tests.cast import COALITION, Company
from tests.handlers.action_world import TITLE, published
from tests.handlers.call_world import GONE, TEXT, calling


async def test_from_the_menu_to_a_sent_call_it_takes_a_few_taps(company: Company) -> None:
    them = await calling(company)
    before = sum(message.mine for message in them.neta.phone.messages)
    await them.compose()
    assert them.neta.shows("bc_preview.choice-ask")
    await them.approve()
    await them.world.move(GONE)
    for who in (them.neta, them.samir, them.robin):
        assert TEXT in "\n".join(who.chat[-4:])
    assert (await them.ends()).states == {"accepted": 3}
    typed = sum(message.mine for message in them.neta.phone.messages) - before
    assert typed == 2, "the menu's word and the text; all else is a tap"


async def test_the_preview_shows_the_call_as_it_will_look_and_whom_it_reaches(company: Company) -> None:
    them = await calling(company)
    await them.compose()
    seen = them.neta.sees()
    assert seen[0].startswith(TEXT)
    assert them.neta.words("call-footer", coalition=COALITION) in seen[0]
    assert them.neta.saw("call-on-whatsapp")
    assert them.neta.words("reach-people", count=3) in seen[-1]
    assert "Telegram: 2" in seen[-1]
    assert "WhatsApp: 1" in seen[-1]


async def test_a_button_of_the_preview_answers_nothing(company: Company) -> None:
    them = await calling(company)
    await them.compose()
    await them.neta.press("choice-rsvp-coming")
    assert them.neta.saw("call-only-a-preview")
    assert them.neta.shows("bc_preview.choice-ask"), "and the question is still there"


async def test_what_must_be_mended_is_asked_again_and_the_rest_is_only_noticed(company: Company) -> None:
    them = await calling(company)
    await them.neta.say("/menu")
    await them.neta.press("main_menu.choice-call")
    await them.neta.press("call-purpose.update")
    await them.neta.press(them.neta.words("audience-all", count=3))
    await them.neta.say("לחתום כאן https://bit.ly/abc")
    assert them.neta.saw("message-check.hidden_link", found="bit.ly")
    assert them.neta.saw("bc_text", count=3)
    await them.neta.say("אתה מגיע מחר?")
    assert them.neta.saw("message-check.one_gender", found="אתה")
    assert them.neta.saw("bc_text_ar")


async def test_an_answer_that_was_edited_into_something_harmful_does_not_go(company: Company) -> None:
    them = await calling(company)
    await them.compose()
    await them.neta.edit(TEXT, "שלחו סיסמה אל https://bit.ly/abc")
    await them.neta.press("bc_preview.choice-ask")
    assert them.neta.saw("message-check-blocked")
    assert await them.world.count("broadcasts") == 0


async def test_nobody_approves_what_they_wrote(company: Company) -> None:
    them = await calling(company)
    await them.compose()
    assert not them.neta.shows("bc_preview.choice-alone")
    await them.neta.press("bc_preview.choice-ask")
    assert them.robin.saw("call-request", name="נטע", count=3)
    assert not any(TEXT in said for said in them.samir.chat)
    call = await them.call()
    assert call.author == await them.neta.number()


async def test_where_nobody_else_coordinates_one_member_is_asked_to_read(company: Company) -> None:
    them = await calling(company, second=False)
    await them.compose()
    await them.neta.press("bc_preview.choice-reader")
    await them.neta.press("Robin")
    assert them.neta.saw("call-asked", count=1)
    await them.robin.press("choice-call-approve")
    await them.world.move(GONE)
    assert (await them.ends()).states == {"accepted": 3}


async def test_where_nobody_else_could_approve_the_name_is_typed_and_the_report_says_so(company: Company) -> None:
    them = await calling(company, second=False)
    await them.compose("urgent")
    await them.neta.press("bc_preview.choice-alone")
    assert them.neta.saw("bc_alone_name", short="אוטובוס")
    await them.neta.say("רכבת")
    assert them.neta.saw("bc_alone_wrong")
    await them.neta.say("אוטובוס")
    await them.world.move(GONE)
    assert (await them.ends()).states == {"accepted": 3}
    await them.world.move(timedelta(hours=25))
    assert them.neta.ever_saw("call-report-alone")


async def test_more_than_fifty_people_want_the_coalitions_short_name(company: Company) -> None:
    them = await calling(company)
    await them.more_people(60)
    await them.compose()
    await them.neta.press("bc_preview.choice-ask")
    await them.robin.press("choice-call-approve")
    assert them.robin.saw("br_name", count=63, short="אוטובוס")
    await them.robin.say("something else")
    assert them.robin.saw("br_wrong")
    assert (await them.ends()).total == 0
    await them.robin.say("אוטובוס לכולן")
    assert (await them.ends()).total == 63


async def test_what_is_given_back_comes_with_the_reason_and_can_be_mended(company: Company) -> None:
    them = await calling(company)
    await them.compose()
    await them.neta.press("bc_preview.choice-ask")
    await them.robin.press("choice-call-return")
    await them.robin.say("השעה לא נכונה")
    assert them.neta.saw("call-given-back-because", note="השעה לא נכונה")
    assert (await them.call()).state == RETURNED
    await them.neta.press("choice-call-mend")
    await them.neta.press("bc_preview.choice-fix")
    await them.neta.press("call-part.text")
    await them.neta.say("מחר ב־10:00 הוועדה מצביעה.")
    assert them.neta.shows("bc_preview.choice-ask"), "and straight back to the preview"
    await them.approve()
    await them.world.move(GONE)
    assert any("10:00" in said for said in them.samir.chat)


async def test_the_first_of_two_who_may_approve_decides(company: Company) -> None:
    them = await calling(company)
    await them.compose()
    await them.neta.press("bc_preview.choice-ask")
    again = them.robin.button("choice-call-approve")
    await them.robin.press("choice-call-approve")
    assert (await them.ends()).total == 3
    await them.robin.say("/menu")
    await them.robin.press_again(again)
    assert (await them.ends()).total == 3, "the same press is one approval"


async def test_within_twenty_seconds_it_is_as_if_it_had_never_been(company: Company) -> None:
    them = await calling(company)
    await them.compose()
    await them.approve()
    assert them.neta.ever_saw("call-stands.soon", count=3)
    await them.neta.press("choice-call-undo")
    assert them.neta.saw("call-undone")
    await them.world.move(GONE)
    assert (await them.call()).state == UNDONE
    assert not any(TEXT in said for said in them.samir.chat)
    assert (await them.ends()).states == {"cancelled": 3}


async def test_after_twenty_seconds_it_is_too_late_to_take_it_back(company: Company) -> None:
    them = await calling(company)
    await them.compose()
    await them.approve()
    undo = them.neta.button("choice-call-undo")
    await them.world.move(GONE)
    await them.neta.press_again(undo)
    assert (await them.call()).state == SENDING
    assert (await them.ends()).states == {"accepted": 3}


async def test_a_call_for_later_goes_to_whoever_is_there_then(company: Company) -> None:
    them = await calling(company)
    await them.compose(when="tonight")
    await them.approve()
    assert (await them.call()).state == SCHEDULED
    assert await them.world.count("outbox") > 0
    assert (await them.ends()).total == 0
    await them.samir.say("הסר")
    await them.world.move(timedelta(hours=11))
    assert (await them.ends()).states == {"accepted": 2}


async def test_a_call_for_later_can_be_stopped_before(company: Company) -> None:
    them = await calling(company)
    await them.compose(when="tonight")
    await them.approve()
    await them.neta.press("choice-call-cancel")
    await them.neta.press("bs_sure.choice-yes")
    await them.world.move(timedelta(hours=11))
    assert (await them.call()).state == STOPPED
    assert not any(TEXT in said for said in them.samir.chat)


async def test_what_repeats_goes_again_a_week_later_and_can_be_stopped(company: Company) -> None:
    them = await calling(company)
    await them.compose("update")
    await them.neta.press("bc_preview.choice-fix")
    await them.neta.press("call-part.repeat")
    await them.neta.press("bc_repeat.choice-weekly")
    await them.approve()
    await them.world.move(timedelta(days=7, minutes=1))
    got = sum(TEXT in said for said in them.samir.chat)
    assert got == 2
    [(waiting,)] = await them.world.ask("SELECT count(*) FROM broadcasts WHERE state = 'scheduled'")
    assert waiting == 1


async def test_a_draft_is_kept_and_gone_on_with(company: Company) -> None:
    them = await calling(company)
    await them.compose()
    await them.neta.press("bc_preview.choice-keep")
    await them.neta.press("main_menu.choice-call")
    await them.neta.press("call-purpose.earlier")
    await them.neta.press(next(label for label in them.neta.buttons() if label.startswith("טיוטה")))
    assert them.neta.shows("bc_preview.choice-ask")


async def test_the_same_as_last_time_is_two_taps_from_the_menus_row(company: Company) -> None:
    them = await calling(company)
    await them.send()
    await them.neta.say("/menu")
    await them.neta.press("main_menu.choice-call")
    await them.neta.press("call-purpose.earlier")
    await them.neta.press(them.neta.buttons()[0])
    await them.neta.press("bp_what.choice-again")
    assert them.neta.sees()[0].startswith(TEXT)
    assert them.neta.shows("bc_preview.choice-ask")


async def test_a_picture_comes_with_its_words_and_its_description(company: Company) -> None:
    them = await calling(company)
    await them.neta.say("/menu")
    await them.neta.press("main_menu.choice-call")
    await them.neta.press("call-purpose.invite")
    await them.neta.press(them.neta.words("audience-all", count=3))
    await them.world.hand.send(them.neta.phone.id, "picture", TEXT)
    await them.world.rest()
    await them.neta.press("bc_text_ar.choice-without")
    assert them.neta.saw("bc_alt"), "the picture came with the text; only its description is missing"
    await them.neta.say("כרזה: יום ד׳ 18:00")
    await them.neta.press("call-time.now")
    await them.approve()
    await them.world.move(GONE)
    shown = next(m for m in reversed(them.samir.phone.messages) if TEXT in m.text)
    assert shown.kind is Kind.PICTURE
    assert "כרזה: יום ד׳ 18:00" in shown.text


async def test_a_narrower_audience_gets_it_and_nobody_else(company: Company) -> None:
    them = await calling(company)
    await them.neta.say("/menu")
    await them.neta.press("main_menu.choice-call")
    await them.neta.press("call-purpose.update")
    await them.neta.press("audience-kind.language")
    arabic = them.neta.words("audience-language.ar")
    await them.neta.press(them.neta.words("audience-label", name=arabic, count=1))
    await them.neta.say("نلتقي غدًا في التاسعة")
    await them.neta.press("bc_picture.choice-without")
    await them.neta.press("call-time.now")
    await them.approve()
    await them.world.move(GONE)
    assert (await them.ends()).states == {"accepted": 1}
    assert any("نلتقي" in said for said in them.samir.chat)


async def test_members_see_no_such_row_in_their_menu(company: Company) -> None:
    them = await calling(company)
    await them.samir.say("/menu")
    assert not them.samir.shows("main_menu.choice-call")


async def test_asking_for_donations_says_what_the_law_says(company: Company) -> None:
    them = await calling(company)
    await them.compose("donate")
    assert them.neta.ever_saw("bc_donate")
    assert them.neta.saw("call-donation-law")
    await them.neta.press("bc_preview.choice-ask")
    assert them.robin.saw("call-donation-law")


async def test_the_message_is_built_from_what_people_hold_dear(company: Company) -> None:
    them = await calling(company)
    await them.neta.say("/menu")
    await them.neta.press("main_menu.choice-call")
    await them.neta.press("call-purpose.action")
    await them.neta.press(them.neta.buttons()[0])
    await them.neta.press("bc_text.choice-box")
    for said in ("הורים ברובע", "בטיחות של ילדים", "שלושה נפגעו בצומת", "מעבר חציה מרומזר", "לבוא למועצה ביום ג׳"):
        await them.neta.say(said)
    for _ in range(3):
        await them.neta.say("דילוג")
    assert "שלושה נפגעו בצומת\nמעבר חציה מרומזר\nלבוא למועצה ביום ג׳" in them.neta.question
    await them.neta.press("message-draft-taken")
    await them.neta.press("bc_text_ar.choice-without")
    await them.neta.press("bc_picture.choice-without")
    await them.neta.press("call-time.now")
    assert "בטיחות של ילדים\nשלושה נפגעו" in them.neta.sees()[0]


async def test_the_day_after_an_action_thanks_are_ready_to_be_sent(company: Company) -> None:
    planned = await published(company)
    them = await calling(company)
    await them.samir.press("choice-rsvp-coming")
    await them.world.move(timedelta(days=26, hours=4))  # Friday noon
    await them.neta.press("choice-thank-them")
    assert them.neta.saw("call-thanks-text", title=TITLE)
    assert them.neta.saw("reach-people", count=1)
    await them.approve()
    await them.world.move(GONE)
    assert any(them.samir.words("call-thanks-text", title=TITLE) in said for said in them.samir.chat)
    assert not any(them.robin.words("call-thanks-text", title=TITLE) in said for said in them.robin.chat[-2:])
    assert planned.workspace == them.workspace


async def test_who_waits_at_a_step_or_is_silent_can_be_chosen(company: Company) -> None:
    them = await calling(company)
    await them.robin.opens("a")
    await them.world.move(timedelta(days=8))
    await them.neta.say("/menu")
    await them.neta.press("main_menu.choice-call")
    await them.neta.press("call-purpose.update")
    await them.neta.press("audience-kind.silent")
    assert them.neta.words("audience-label", name=them.neta.words("audience-silent", days=7), count=2) in (
        them.neta.buttons()
    )
    await them.neta.say("חזרה")
    await them.neta.press("audience-kind.step")
    waiting = them.neta.words("audience-step-at", flow="", topic=them.neta.words("a_problem.topic"))
    assert them.neta.words("audience-label", name=waiting, count=1) in them.neta.buttons()
