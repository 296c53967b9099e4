"""What is kept about a person can be seen, and goes when they say so: from the rows, and from the disk."""

from datetime import timedelta

from tests.cast import Company, Someone, World, later

CANARY_NAME = "קנרית-שם-88"
CANARY_WORDS = "קנרית-מילים-77"


async def forget(who: Someone) -> None:
    await who.say("/forget")
    await who.press("forget_sure.choice-yes")


# -- seeing --------------------------------------------------------------------------------------------------------


async def test_everything_kept_is_shown_in_words_and_not_in_codes(company: Company) -> None:
    neta = company.neta
    await neta.opens("intro")
    await neta.press("intro_status.choice-some")
    await neta.opens("b")
    await neta.press("b_groups.choice-media")
    await neta.press("choice-done")
    await neta.say("ועד ההורים")
    await neta.press("choice-done")
    await neta.press("ועד ההורים")
    await neta.press("choice-done")
    await neta.say("/mydata")
    said = "\n".join(neta.sees())
    assert "נטע" in said
    assert neta.words("intro_status.choice-some") in said
    assert neta.words("b_groups.choice-media") in said
    assert f"{neta.words('b_shared.topic')}: ועד ההורים" in said
    for code in ("some", "media", "True", "approved", "[]"):
        assert code not in said


async def test_own_data_do_not_show_what_others_answered(company: Company) -> None:
    await company.neta.opens("a")
    await company.neta.say("אין אוטובוס בלילה")
    await company.robin.say("/mydata")
    assert all("אוטובוס בלילה" not in said for said in company.robin.sees())


async def test_own_data_do_not_show_what_was_approved_as_an_answer(company: Company) -> None:
    neta = company.neta
    await neta.opens("a")
    for words in ("אין אוטובוס בלילה", "רק יחד", "קו לילה"):
        await neta.say(words)
    await neta.press("choice-enough")
    await neta.press("confirm_summary.choice-ok")
    await neta.say("/mydata")
    assert not neta.saw("answer-topic")


async def test_days_and_kinds_are_shown_in_words_too(company: Company) -> None:
    neta = company.neta
    await neta.opens("g")
    await neta.press("means.lobby")
    await neta.press("choice-done")
    await neta.say("31.5.2027")
    await neta.press("choice-date-right")
    await neta.press("choice-enough")
    await neta.say("/mydata")
    said = "\n".join(neta.sees())
    assert f"{neta.words('g_means.topic')}: {neta.words('means.lobby')}" in said
    assert "31.5.2027" in said
    assert "2027-05-31" not in said


# -- one answer ----------------------------------------------------------------------------------------------------


async def delete(who: Someone, what: str) -> None:
    await who.say("מחיקה" if who.voice.language == "he" else "delete")
    if who.shows("open-word.delete"):
        await who.press("open-word.delete")
    await who.press(f"delete_what.choice-{what}")


async def test_the_last_answer_goes_from_the_rows_and_from_the_disk_and_the_question_stays(
    world: World, company: Company
) -> None:
    neta = company.neta
    await neta.opens("a")
    await neta.say(f"משפט עם {CANARY_WORDS}")
    await neta.say("back")
    assert CANARY_WORDS in neta.question
    await neta.press("choice-keep")
    await delete(neta, "answer")
    assert neta.saw("deleted-answer", topic=neta.words("a_problem.topic"))
    assert neta.saw("a_why_together")
    assert await world.ask("SELECT * FROM answers WHERE field = 'problem_statement'") == []
    assert not world.on_disk(CANARY_WORDS)


async def test_earlier_values_of_a_deleted_answer_go_too(world: World, company: Company) -> None:
    neta = company.neta
    await neta.opens("a")
    await neta.say(CANARY_WORDS)
    await neta.edit(CANARY_WORDS, "משפט אחר")
    assert world.on_disk(CANARY_WORDS)
    await delete(neta, "answer")
    assert not world.on_disk(CANARY_WORDS)
    assert not world.on_disk("משפט אחר")


async def test_a_list_is_one_answer_and_goes_as_one(world: World, company: Company) -> None:
    neta = company.neta
    await neta.opens("b")
    await neta.press("choice-done")
    await neta.say("ועד ההורים\nמשרד התחבורה\nעיתון השכונה")
    await neta.press("choice-done")
    await delete(neta, "answer")
    assert neta.saw("deleted-answer", topic=neta.words("b_names.topic"))
    assert await world.ask("SELECT * FROM answers WHERE kind = 'actor'") == []


async def test_deleting_an_answer_leaves_what_somebody_else_answered_there(world: World, company: Company) -> None:
    neta, robin = company.neta, company.robin
    for who in (neta, robin):
        await who.opens("b")
    await neta.press("b_groups.choice-media")
    await neta.press("choice-done")
    await robin.press("b_groups.choice-state")
    await robin.press("choice-done")
    await delete(robin, "answer")
    assert await world.ask("SELECT value, current FROM answers WHERE field = 'mapped_kinds'") == [('["media"]', 1)]


async def test_approving_is_not_the_last_answer(world: World, company: Company) -> None:
    neta = company.neta
    await neta.opens("a")
    for words in ("אין אוטובוס בלילה", "רק יחד", "קו לילה"):
        await neta.say(words)
    await neta.press("choice-enough")
    await neta.press("confirm_summary.choice-ok")
    await delete(neta, "answer")
    assert neta.saw("deleted-answer", topic=neta.words("a_first_goal.topic"))
    assert await world.ask("SELECT value FROM answers WHERE field = 'coalition_need_status'") == [('"approved"',)]


async def test_without_an_answer_there_is_nothing_to_delete(neta: Someone) -> None:
    await neta.arrives()
    await neta.say("מחיקה")
    assert not neta.shows("delete_what.choice-answer")
    await neta.press("delete_what.choice-nothing")
    assert neta.saw("main_menu")


# -- one conversation ----------------------------------------------------------------------------------------------


async def test_a_conversation_goes_with_what_one_answered_in_it_and_nothing_else(
    world: World, company: Company
) -> None:
    neta = company.neta
    await neta.opens("b")
    await neta.press("b_groups.choice-media")
    await neta.press("choice-done")
    await company.robin.opens("b")
    await company.robin.say("City council")
    await company.robin.press("choice-done")
    await neta.say(CANARY_WORDS)
    await neta.press("choice-done")
    await delete(neta, "conversation")
    assert neta.saw("deleted-conversation")
    assert not world.on_disk(CANARY_WORDS)
    left = await world.ask("SELECT field FROM answers WHERE author_id = :me", me=await neta.number())
    assert sorted(left) == [("expected_benefits",), ("name",)]
    assert await world.ask("SELECT value FROM answers WHERE kind = 'actor' AND field = 'name'") == [
        ('"City council"',)
    ]
    await neta.opens("b")
    assert neta.saw("b_groups")


# -- everything ----------------------------------------------------------------------------------------------------


async def test_forgetting_removes_every_row_and_every_byte_and_answers_stay_without_a_name(
    world: World, company: Company
) -> None:
    """The name and every word that is no answer must be on the disk no more; answers belong to the coalition."""
    gone = world.someone(CANARY_NAME, "he", "f")
    await gone.joins(await company.neta.invites())
    await gone.opens("b")
    await gone.say(f"{CANARY_WORDS} שלא התאימו")
    await gone.press("choice-done")
    await gone.say("ועד ההורים")
    await gone.press("choice-done")
    await company.neta.say("/menu")
    await company.neta.press("main_menu.choice-people")
    await company.neta.press("people_menu.choice-roles")
    assert CANARY_NAME in company.neta.buttons()
    assert world.on_disk(CANARY_NAME)
    assert world.on_disk(CANARY_WORDS)
    number = await gone.number()

    await forget(gone)

    assert gone.sees() == [gone.words("forgotten")]
    assert not world.on_disk(CANARY_NAME)
    assert not world.on_disk(CANARY_WORDS)
    for table in ("addresses", "consents", "memberships", "places", "outbox", "join_attempts"):
        assert await world.ask(f"SELECT * FROM {table} WHERE person_id = :p", p=number) == [], table  # noqa: S608
    assert await world.ask("SELECT * FROM persons WHERE id = :p", p=number) == []
    assert await world.ask("SELECT value, author_id FROM answers WHERE kind = 'actor'") == [('"ועד ההורים"', None)]
    await world.move(timedelta(minutes=2))
    assert await world.count("persons") == 3


async def test_whoever_is_forgotten_is_a_stranger_again(world: World, company: Company) -> None:
    await forget(company.robin)
    await company.robin.say("Hello?")
    assert company.robin.saw("choose_language")
    assert await world.count("memberships") == 2


async def test_what_was_queued_for_the_forgotten_is_not_sent(world: World, company: Company) -> None:
    robin = company.robin
    line = world.lines[robin.phone.look]
    await robin.say("/forget")
    sure = robin.button("forget_sure.choice-yes")
    line.fates[robin.phone.id] = [later(600)]
    tried = len(line.tried)
    await world.app.receiver.receive(robin.speaks("/menu"))
    await line.has_tried(tried + 1)
    await world.hand.press(robin.phone.id, sure.data, sure.message)
    await world.rest()
    assert robin.chat[-1] == robin.words("forgotten")
    assert not robin.chat[-2].startswith(robin.words("main_menu"))


async def test_old_buttons_of_the_forgotten_do_nothing(world: World, company: Company) -> None:
    await company.robin.say("/menu")
    old = company.robin.button("main_menu.choice-people")
    await forget(company.robin)
    await company.robin.press_again(old)
    assert company.robin.saw("choose_language")
    assert not company.robin.saw("people_menu")


async def test_not_forgetting_after_all_leads_back_to_the_question(company: Company) -> None:
    await company.neta.opens("a")
    await company.neta.say("/forget")
    await company.neta.press("forget_sure.choice-no")
    assert company.neta.saw("a_problem")


async def test_when_the_last_coordinator_is_forgotten_the_longest_member_coordinates_and_is_told(
    world: World, company: Company
) -> None:
    await forget(company.neta)
    assert company.samir.saw("became-coordinator", coalition=company.name)
    assert not company.robin.saw("became-coordinator")
    assert await company.samir.invites()


async def test_when_another_coordinates_nobody_is_made_one(world: World, company: Company) -> None:
    await company.neta.say("/menu")
    await company.neta.press("main_menu.choice-people")
    await company.neta.press("people_menu.choice-roles")
    await company.neta.press("Robin")
    await company.neta.press("people_what.choice-coordinator")
    await forget(company.neta)
    assert await world.ask("SELECT role, count(*) FROM memberships GROUP BY role ORDER BY 1") == [
        ("coordinator", 1),
        ("member", 1),
    ]


async def test_a_coalition_nobody_is_in_any_more_is_erased(world: World, neta: Someone) -> None:
    await neta.arrives()
    await neta.founds(CANARY_WORDS)
    await neta.opens("a")
    await neta.say("אין אוטובוס בלילה")
    await neta.invites()
    await forget(neta)
    for table in ("workspaces", "memberships", "answers", "invitations"):
        assert await world.count(table) == 0, table
    assert not world.on_disk(CANARY_WORDS)


async def test_others_read_a_former_member_where_the_name_stood(world: World, company: Company) -> None:
    await company.robin.opens("b")
    await world.move(timedelta(days=1))
    await company.samir.opens("b")
    await company.samir.press("choice-done")
    await forget(company.samir)
    await company.robin.say("1")
    assert all("سمير" not in said for said in company.robin.sees())
    await company.neta.say("/menu")
    await company.neta.press("main_menu.choice-people")
    assert company.neta.saw("people_menu", coalition=company.name, count=2)


async def test_whoever_is_forgotten_stands_in_nobodys_plan(world: World, company: Company) -> None:
    neta, robin = company.neta, company.robin
    await neta.opens("f")
    for said in ("חזון", "פער"):
        await neta.say(said)
    await neta.press("choice-done")
    await neta.press("choice-done")
    for _ in range(2):
        await neta.say("דילוג")
    await neta.say("להתקשר לוועדה")
    await neta.press("choice-done")
    await neta.press("choice-now")
    await neta.press(robin.name)
    named = "SELECT count(*) FROM answers WHERE value LIKE :name OR field = 'owner_person'"
    assert (await world.ask(named, name=f"%{robin.name}%"))[0][0] == 2
    await forget(robin)
    assert (await world.ask(named, name=f"%{robin.name}%"))[0][0] == 0
