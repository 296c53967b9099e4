"""Holds that the words that always work are known in three languages, and only as the whole message."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.always_words import AT_ONCE, Word, always_word, language_of_crisis_word

SPOKEN = {
    Word.MENU: ("תפריט", "القائمة", "menu"),
    Word.HELP: ("עזרה", "مساعدة", "help"),
    Word.BACK: ("חזרה", "رجوع", "back"),
    Word.SKIP: ("דילוג", "تخطٍّ", "skip"),
    Word.SAVE: ("שמירה", "حفظ", "save"),
    Word.STOP: ("עצירה", "توقّف", "stop"),
    Word.DELETE: ("מחיקה", "حذف", "delete"),
    Word.PERSON: ("אדם", "شخص", "person"),
    Word.CRISIS: ("משבר", "أزمة", "crisis"),
    Word.UNSUBSCRIBE: ("הסר", "إلغاء الاشتراك", "unsubscribe"),
}
EVERY = [(word, spelling) for word, spellings in SPOKEN.items() for spelling in spellings]


@pytest.mark.parametrize(("word", "spelling"), EVERY)
def test_each_word_is_known_in_three_languages(word: Word, spelling: str) -> None:
    assert always_word(spelling) is word


@pytest.mark.parametrize(("word", "spelling"), EVERY)
def test_blanks_marks_and_points_around_it_do_not_matter(word: Word, spelling: str) -> None:
    assert always_word(f"  {spelling.capitalize()}!\u200f\n") is word


@pytest.mark.parametrize(("word", "spelling"), EVERY)
def test_in_a_sentence_it_is_just_a_word(word: Word, spelling: str) -> None:
    assert always_word(f"{spelling} {spelling}") is None
    assert always_word(f"the {spelling} of it") is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("تخطي", Word.SKIP),
        ("تخط", Word.SKIP),
        ("ازمه", Word.CRISIS),
        ("الغاء الاشتراك", Word.UNSUBSCRIBE),
        ("משבּר", Word.CRISIS),
        ("MENU", Word.MENU),
    ],
)
def test_words_are_known_as_phones_write_them(text: str, word: Word) -> None:
    assert always_word(text) is word


@pytest.mark.parametrize("text", ["STOP", " STOP\n"])
def test_stop_in_capitals_ends_all_messages_at_once(text: str) -> None:
    assert always_word(text) is Word.UNSUBSCRIBE


@pytest.mark.parametrize("text", ["Stop", "stop", "sToP"])
def test_stop_in_any_other_writing_asks_first(text: str) -> None:
    assert always_word(text) is Word.STOP


@pytest.mark.parametrize("text", ["?", "؟", " ? "])
def test_a_question_mark_alone_asks_for_help(text: str) -> None:
    assert always_word(text) is Word.HELP


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("/menu", Word.MENU),
        ("/MENU", Word.MENU),
        ("/menu@rakezet_bot", Word.MENU),
        ("/start", Word.START),
        ("/mydata", Word.MY_DATA),
        ("/forget", Word.FORGET),
        ("/menu@bot now", None),
        ("/menus", None),
        ("menu@home", None),
    ],
)
def test_commands_are_words_too(text: str, word: Word | None) -> None:
    assert always_word(text) is word


@pytest.mark.parametrize("text", ["", " ", "!!!", "...", "🙂", "\u200f"])
def test_a_message_without_letters_is_no_word(text: str) -> None:
    assert always_word(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [("משבר", "he"), ("أزمة", "ar"), ("ازمه", "ar"), ("Crisis", "en"), ("/crisis", None), ("menu", None)],
)
def test_a_crisis_word_tells_its_language(text: str, language: str | None) -> None:
    assert language_of_crisis_word(text) == language


def test_words_that_mean_leaving_or_erasing_are_asked_back_where_own_words_are_wanted() -> None:
    assert AT_ONCE.isdisjoint({Word.SAVE, Word.STOP, Word.UNSUBSCRIBE, Word.DELETE, Word.PERSON})
    assert {Word.MENU, Word.HELP, Word.BACK, Word.SKIP, Word.CRISIS} <= AT_ONCE


@settings(deadline=None)
@given(st.text(max_size=60))
def test_no_text_makes_it_stumble(text: str) -> None:
    assert always_word(text) is None or isinstance(always_word(text), Word)
