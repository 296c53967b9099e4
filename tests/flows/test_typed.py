"""Holds that typed words are cleaned without losing what could be seen, and read as they were meant."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.typed import (
    ANSWER_CHARACTERS,
    NAME_GRAPHEMES,
    cleaned,
    cleaned_name,
    folded,
    graphemes,
    items_of,
    number_of,
    positions_of,
    western_digits,
)

HOSTILE = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from(
            "\u202e\u2066\u2067\u2068\u2069\u200f\u200e\u061c\u200b\ufeff\u200d\u0301\u0489\ufe0f🏽👩‍🚀🇮🇱אبע٣; \n\t"
        ),
    ),
    max_size=200,
)


# -- cleaning --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sign", "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff\x00\x07\ue000"
)
def test_signs_that_hide_or_turn_sentences_are_taken_out(sign: str) -> None:
    assert cleaned(f"של{sign}ום") == "שלום"


@pytest.mark.parametrize("text", ["می‌خواهم", "👩‍🚀", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👍🏽", "❤️", "🇮🇱", "שָׁלוֹם", "🫨 \U0001fae9", "\U0001f6d8"])
def test_what_a_reader_sees_is_kept_even_when_it_is_newer_than_our_tables(text: str) -> None:
    assert cleaned(text) == unicodedata.normalize("NFC", text)


def test_line_breaks_are_kept_and_edges_are_not() -> None:
    assert cleaned("  one\r\n two\t \n\n three \n ") == "one\n two\n\n three"


@pytest.mark.parametrize(
    "text", ["", "  \n\t", "\u200d\u200c", "\u3164", "\u2800\u2800", "\ufe0f", "\u0301\u0301", "\u202e"]
)
def test_what_nobody_can_see_is_nothing(text: str) -> None:
    assert cleaned(text) == ""


def test_the_same_letters_written_in_two_ways_are_the_same() -> None:
    assert cleaned("e\u0301") == cleaned("\u00e9") == cleaned("e\u200f\u0301")


def test_an_answer_is_bounded() -> None:
    assert len(cleaned("א" * 99_999)) == ANSWER_CHARACTERS


@settings(deadline=None)
@given(HOSTILE)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@settings(deadline=None)
@given(st.text(st.characters(categories=("L", "N", "P", "S"), codec="utf-8"), max_size=50))
def test_no_visible_letter_is_lost(text: str) -> None:
    blank = set("\u115f\u1160\u3164\uffa0\u2800")
    seen = [c for c in unicodedata.normalize("NFC", text) if c not in blank]
    assert [c for c in cleaned(text) if not c.isspace()] == seen


# -- names -----------------------------------------------------------------------------------------------------------


def test_a_name_is_on_one_line_and_at_most_forty_letters_long() -> None:
    assert cleaned_name("Bus\n\n line\t5 ") == "Bus line 5"
    assert len(graphemes(cleaned_name("👩‍🚀" * 60))) == NAME_GRAPHEMES


def test_at_most_two_marks_stay_on_a_letter_of_a_name() -> None:
    assert cleaned_name("Q" + "\u0335" * 9 + "x") == "Q\u0335\u0335x"
    assert cleaned_name("שָׁלוֹם") == unicodedata.normalize("NFC", "שָׁלוֹם")


@settings(deadline=None)
@given(HOSTILE)
def test_a_name_never_breaks_a_line(text: str) -> None:
    name = cleaned_name(text)
    assert name == " ".join(name.split())
    assert len(graphemes(name)) <= NAME_GRAPHEMES


# -- lists, numbers, positions ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("drivers\nparents", ("drivers", "parents")),
        ("- drivers\n* parents\n– teachers\n• students", ("drivers", "parents", "teachers", "students")),
        ("1. drivers\n2) parents\n12. teachers", ("drivers", "parents", "teachers")),
        ("נהגים; הורים · מורים", ("נהגים", "הורים", "מורים")),
        ("سائقون؛ أهل", ("سائقون", "أهل")),
        ("one\none\n\n", ("one",)),
        ("the mayor, two of whom are with us", ("the mayor, two of whom are with us",)),
        ("2024 budget\nline 5.", ("2024 budget", "line 5.")),
        (" \n;", ()),
    ],
)
def test_a_list_is_read_however_it_is_set_apart(text: str, items: tuple[str, ...]) -> None:
    assert items_of(text) == items


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("١٢", 12), ("۱۲", 12), ("1,200", 1200), ("١٬٢٠٠", 1200), (" 0 ", 0), ("\u200f7", 7)]
    + [(wrong, None) for wrong in ("", "twelve", "-3", "1.5", "12 people", "9999999999", "²")],
)
def test_a_number_is_a_whole_number_in_the_digits_of_any_script(text: str, number: int | None) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("2", (1,)),
        ("2,5,7", (1, 4, 6)),
        ("2, 5 7", (1, 4, 6)),
        ("٢،٥", (1, 4)),
        ("2;2", (1,)),
        ("0", (-1,)),
        ("2 of them", ()),
        ("", ()),
        ("2-5", ()),
        ("1234", ()),
    ],
)
def test_numbers_name_positions(text: str, positions: tuple[int, ...]) -> None:
    assert positions_of(text) == positions


def test_digits_of_every_script_become_western_and_all_else_stays() -> None:
    assert western_digits("٣ קווים ² v۴") == "3 קווים ² v4"


# -- comparing -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("שלום", "שָׁלוֹם"),
        ("ארגוני נשימ", "ארגוני נשים"),
        ("קצ הדרכ", "קץ הדרך"),
        ("ارفع الصوت", "أرفع الصوت"),
        ("المدرسه", "المدرسة"),
        ("مستشفي", "مستشفى"),
        ("محمّد", "محمد"),
        ("مـحـمد", "محمد"),
        ("YES,  go on", "Yes, go on"),
        ("בג״ץ", 'בג"ץ'),
        ("קו־5", "קו 5"),
        ("✓ Drivers", "drivers"),
        ("STRASSE", "straße"),
    ],
)
def test_marks_case_and_ways_of_writing_a_letter_do_not_matter(typed: str, shown: str) -> None:
    assert folded(typed) == folded(shown)


@pytest.mark.parametrize(("one", "other"), [("כן", "לא"), ("line 5", "line 6"), ("نعم", "لا")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@settings(deadline=None)
@given(HOSTILE)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


# -- graphemes -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "count"),
    [("שָׁלוֹם", 4), ("👩‍🚀👍🏽", 2), ("🇮🇱🇪🇺", 2), ("🇮🇱🇪", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 1), ("e\u0301a", 2), ("❤️", 1), ("", 0)],
)
def test_what_a_reader_sees_as_one_stays_in_one_piece(text: str, count: int) -> None:
    assert len(graphemes(text)) == count


@settings(deadline=None)
@given(HOSTILE)
def test_pieces_put_together_are_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text
