"""What people send where a question is open: nothing is lost, nothing is taken for what it was not."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, text

from tests.cast import Company, Someone, World

PROBLEM = ("problem_statement", '"אין אוטובוס בלילה"')


@pytest.fixture
async def neta(company: Company) -> Someone:
    """Neta stands at the first question of stage A."""
    await company.neta.opens("a")
    return company.neta


# -- edited messages -----------------------------------------------------------------------------------------------


async def test_an_edited_message_changes_its_answer_and_says_so(world: World, neta: Someone) -> None:
    await neta.say("אין אוטובוס")
    await neta.edit("אין אוטובוס", "אין אוטובוס בלילה")
    assert neta.sees() == [neta.words("edited-kept", text="אין אוטובוס בלילה")]
    assert PROBLEM in await neta.answers()
    assert await world.ask("SELECT value, current FROM answers WHERE field = 'problem_statement' ORDER BY id") == [
        ('"אין אוטובוס"', 0),
        ('"אין אוטובוס בלילה"', 1),
    ]
    await neta.say("יחד שומעים אותנו")
    assert neta.saw("a_first_goal")


async def test_an_edited_answer_can_be_edited_again(neta: Someone) -> None:
    await neta.say("אחת")
    await neta.edit("אחת", "שתיים")
    await neta.edit("שתיים", "אין אוטובוס בלילה")
    assert neta.saw("edited-kept")
    assert PROBLEM in await neta.answers()


async def test_an_edit_of_anything_that_is_no_answer_is_silent(neta: Someone) -> None:
    await neta.say("עזרה")
    await neta.edit("עזרה", "עזרה בבקשה")
    assert neta.sees() == []
    assert not [field for field, _ in await neta.answers() if field == "problem_statement"]


async def test_an_edit_of_an_answer_that_was_replaced_is_silent(neta: Someone) -> None:
    await neta.say("ראשון")
    await neta.say("back")
    await neta.say("אין אוטובוס בלילה")
    await neta.edit("ראשון", "ראשון מתוקן")
    assert neta.sees() == []
    assert PROBLEM in await neta.answers()


async def test_somebody_elses_answer_is_not_changed_by_an_edit(world: World, company: Company) -> None:
    await company.robin.opens("b")
    await company.robin.say("שלום")
    await company.robin.edit("שלום", "אין כלום")
    assert company.robin.sees() == []


async def test_an_edited_name_stays_a_name(world: World, company: Company) -> None:
    await company.neta.edit(company.name, "א" * 200 + "\nשורה שנייה")
    [(value,)] = await world.ask("SELECT value FROM answers WHERE field = 'name' AND kind = 'coalition' AND current")
    assert value == '"' + "א" * 40 + '"'


async def test_after_leaving_an_edit_changes_nothing(world: World, company: Company) -> None:
    neta = company.neta
    await neta.opens("a")
    await neta.say("אין אוטובוס בלילה")
    await neta.say("/menu")
    await neta.press("main_menu.choice-people")
    await neta.press("people_menu.choice-roles")
    await neta.press("Robin")
    await neta.press("people_what.choice-coordinator")
    await neta.say("/menu")
    await neta.press("main_menu.choice-people")
    await neta.press("people_menu.choice-leave")
    await neta.press("people_leave.choice-yes")
    await neta.edit("אין אוטובוס בלילה", "יש אוטובוס")
    assert neta.sees() == []
    assert PROBLEM in await neta.answers()


# -- two messages in one breath ------------------------------------------------------------------------------------


async def test_of_two_messages_in_one_breath_the_first_answers_and_the_second_is_quoted_back(
    world: World, neta: Someone
) -> None:
    await world.at_once(neta.speaks("אין אוטובוס בלילה"), neta.speaks("וגם לא בשבת"))
    assert neta.saw("and-this", text="וגם לא בשבת")
    assert PROBLEM in await neta.answers()
    await neta.press("choice-add-to-earlier")
    assert neta.saw("added-to-earlier", text="וגם לא בשבת")
    assert neta.saw("a_why_together")
    assert ("problem_statement", '"אין אוטובוס בלילה\\nוגם לא בשבת"') in await neta.answers()


async def test_the_second_message_may_have_been_the_next_answer(world: World, neta: Someone) -> None:
    await world.at_once(neta.speaks("אין אוטובוס בלילה"), neta.speaks("יחד שומעים אותנו"))
    await neta.press("choice-my-answer")
    assert neta.saw("a_first_goal")
    assert ("why_together", '"יחד שומעים אותנו"') in await neta.answers()


async def test_messages_to_a_list_in_one_breath_all_go_into_the_list(world: World, company: Company) -> None:
    robin = company.robin
    await robin.opens("b")
    await robin.press("choice-done")
    await world.at_once(robin.speaks("City council"), robin.speaks("Parents"), robin.speaks("The Ministry"))
    await robin.press("choice-done")
    assert sorted(await world.ask("SELECT value FROM answers WHERE kind = 'actor'")) == [
        ('"City council"',),
        ('"Parents"',),
        ('"The Ministry"',),
    ]


async def test_a_second_message_after_the_question_was_seen_is_its_answer(neta: Someone) -> None:
    await neta.say("אין אוטובוס בלילה")
    await neta.say("יחד שומעים אותנו")
    assert neta.saw("a_first_goal")


# -- words that may be answers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "word"), [("עצירה", "stop"), ("מחיקה", "delete"), ("אדם", "person"), ("שמירה", "save")]
)
async def test_a_word_that_may_be_the_answer_is_asked_back(neta: Someone, words: str, word: str) -> None:
    await neta.say(words)
    assert neta.saw("was-it-an-answer", text=words)
    assert neta.buttons() == [neta.words("choice-my-answer"), neta.words(f"open-word.{word}")]
    await neta.press("choice-my-answer")
    assert ("problem_statement", f'"{words}"') in await neta.answers()
    assert neta.saw("a_why_together")


async def test_a_word_that_was_meant_as_a_word_opens_and_the_question_comes_back(neta: Someone) -> None:
    await neta.say("עצירה")
    await neta.press("open-word.stop")
    assert neta.saw("stop_what")
    await neta.press("stop_what.choice-nothing")
    assert neta.saw("a_problem")


async def test_a_sentence_with_a_word_in_it_is_an_answer(neta: Someone) -> None:
    await neta.say("יש משבר בתחבורה")
    assert not neta.saw("crisis-safety")
    assert ("problem_statement", '"יש משבר בתחבורה"') in await neta.answers()


@pytest.mark.parametrize("name", ["אדם", "עצירה", "שמירה"])
async def test_a_name_may_be_any_word(world: World, name: str) -> None:
    somebody = world.someone(name, "he", "m")
    await somebody.arrives()
    assert await world.ask("SELECT display_name FROM persons WHERE id = :me", me=await somebody.number()) == [(name,)]


@pytest.mark.parametrize("word", ["עזרה", "?", "/help"])
async def test_help_says_why_and_the_question_stays(neta: Someone, word: str) -> None:
    await neta.say(word)
    assert neta.saw("a_problem.help")
    assert neta.saw("a_problem")
    await neta.say("אין אוטובוס בלילה")
    assert PROBLEM in await neta.answers()


# -- what phones send ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["voice", "picture", "sticker", "place", "file"])
async def test_what_is_no_text_gets_one_kind_line_and_the_question_stays(neta: Someone, kind: str) -> None:
    await neta.send(kind)
    [said] = neta.sees()
    assert neta.words(f"unfit.{kind}") in said
    assert neta.words("a_problem") in said
    await neta.say("אין אוטובוס בלילה")
    assert PROBLEM in await neta.answers()


async def test_a_contact_where_words_are_asked_is_not_kept(world: World, neta: Someone) -> None:
    await neta.share_contact("עדה סודית", "050-7654321")
    assert neta.saw("unfit.contact")
    assert not world.on_disk("עדה סודית")
    assert not world.on_disk("7654321")


async def test_of_a_contact_that_is_asked_for_only_the_name_is_kept(world: World, company: Company) -> None:
    robin = company.robin
    await robin.opens("b")
    await robin.press("choice-done")
    await robin.say("City council")
    for _ in range(3):
        await robin.press("choice-done")
    await robin.press("choice-now")
    await robin.press("actor_stance.choice-neutral")
    await robin.press("actor_influence.choice-high")
    await robin.press("answer-no")
    await robin.press("choice-now")
    await robin.press("actor_kind.choice-local")
    await robin.press("actor_interest.choice-mid")
    await robin.press("actor_relation.choice-via")
    await robin.share_contact("Dana", "050-7654321")
    assert robin.saw("kept-name-only")
    assert ("bridge_name", '"Dana"') in await robin.answers()
    assert not world.on_disk("7654321")


# -- coming back ---------------------------------------------------------------------------------------------------


async def test_the_same_question_is_there_after_a_restart_and_a_month(world: World, neta: Someone) -> None:
    await world.move(timedelta(days=30))
    await world.restart()
    await neta.say("אין אוטובוס בלילה")
    assert neta.saw("welcome-back")
    assert PROBLEM in await neta.answers()


async def test_a_question_that_no_longer_exists_goes_back_to_the_last_one_that_does(
    world: World, neta: Someone
) -> None:
    await neta.say("אין אוטובוס בלילה")
    await world.run(_rename_the_step, "a_why_together", "a_step_of_long_ago")
    await neta.say("מילים לשאלה שאיננה")
    assert neta.question.count(neta.words("place-moved")) == 1
    assert neta.saw("did-not-fit", text="מילים לשאלה שאיננה")
    assert neta.saw("a_problem")
    assert PROBLEM in await neta.answers()


def _rename_the_step(conn: Connection, old: str, new: str) -> None:
    conn.execute(text("UPDATE places SET state = replace(state, :old, :new)"), {"old": old, "new": new})


async def test_a_conversation_that_no_longer_exists_leads_to_the_menu(world: World, neta: Someone) -> None:
    await world.run(_rename_the_flow)
    await neta.say("מילים")
    assert neta.saw("place-moved")
    assert neta.saw("main_menu")


def _rename_the_flow(conn: Connection) -> None:
    conn.execute(text("UPDATE places SET flow = 'gone' WHERE flow = 'coalition_need'"))
