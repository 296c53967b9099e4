"""Holds that a person hears the right words: form of address, number, isolated names, and never silence."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.model import Phrase, Verbatim
from flows.wording import Texts, Voice, WordingFault, load_texts, plain

FSI, PDI = "\u2068", "\u2069"

HE = """\
welcome = { $form ->
        [f] ברוכה הבאה
        [m] ברוך הבא
       *[plural] ברוכים הבאים
    }, { $name }!
joined = { $count ->
        [0] עוד לא הצטרפו
        [one] הצטרפה תשובה אחת
        [two] הצטרפו שתי תשובות
       *[other] הצטרפו { $count } תשובות
    }
goal = המטרה: { $goal }
alone = { $goal }
card =
    הכרטיס:
    { $lines }
    סוף.
line = { $topic }: { $value }
static = שלום
    .help = עזרה
stance = { $stance ->
        [ally] איתנו
       *[other] לא איתנו
    }
fallback-line = חסר כאן משפט.
only-he = רק בעברית
round = { round }
word = מילה{ $form ->
        [f] ת
       *[plural] ים
    } ועוד
"""
AR = """\
joined = { $count ->
        [zero] لا أحد
        [one] واحد
        [two] اثنان
        [few] { $count } ردود قليلة
        [many] { $count } ردًا
       *[other] { $count } رد
    }
static = مرحبا
fallback-line = هنا ينقص نص.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("texts")
    for language, text in (("he", HE), ("ar", AR), ("en", "static = Hello\n")):
        (folder / language).mkdir()
        (folder / language / "common.ftl").write_text(text)
    return folder


@pytest.fixture(scope="module")
def texts(folder: Path) -> Texts:
    return load_texts([folder], ("he", "ar", "en"), strict=True)


@pytest.fixture
def kind_texts(folder: Path) -> Texts:
    """The same as a running bot has them: they never raise."""
    return load_texts([folder], ("he", "ar", "en"))


HEBREW = Voice("he")
ARABIC = Voice("ar")


@pytest.mark.parametrize(("form", "said"), [("f", "ברוכה הבאה"), ("m", "ברוך הבא"), ("plural", "ברוכים הבאים")])
def test_a_person_is_addressed_in_their_form(texts: Texts, form: str, said: str) -> None:
    text = texts.say(Phrase("welcome", {"name": "Dana"}), Voice("he", form))
    assert text == f"{said}, {FSI}Dana{PDI}!"


def test_the_form_is_plural_unless_a_person_chose_another(texts: Texts) -> None:
    assert texts.say(Phrase("welcome", {"name": "Dana"}), Voice("he")).startswith("ברוכים")


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "עוד לא הצטרפו"), (1, "הצטרפה תשובה אחת"), (2, "הצטרפו שתי תשובות"), (11, "הצטרפו 11 תשובות")],
)
def test_hebrew_counts_as_hebrew_does(texts: Texts, count: int, said: str) -> None:
    assert plain(texts.say(Phrase("joined", {"count": count}), HEBREW)) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "لا أحد"), (1, "واحد"), (2, "اثنان"), (3, "3 ردود قليلة"), (11, "11 ردًا"), (100, "100 رد")],
)
def test_arabic_counts_as_arabic_does(texts: Texts, count: int, said: str) -> None:
    assert plain(texts.say(Phrase("joined", {"count": count}), ARABIC)) == said


def test_a_year_has_no_comma(texts: Texts) -> None:
    assert plain(texts.say(Phrase("goal", {"goal": 2026}), HEBREW)) == "המטרה: 2026"


def test_a_value_chooses_a_variant_by_its_text(texts: Texts) -> None:
    assert texts.say(Phrase("stance", {"stance": "ally"}), HEBREW) == "איתנו"
    assert texts.say(Phrase("stance", {"stance": "enemy"}), HEBREW) == "לא איתנו"


def test_our_own_variants_are_not_isolated_from_the_letters_before_them(texts: Texts) -> None:
    assert texts.say(Phrase("word"), Voice("he", "f")) == "מילהת ועוד"


def test_a_value_alone_on_its_line_stands_bare(texts: Texts) -> None:
    assert texts.say(Phrase("alone", {"goal": "Clean air"}), HEBREW) == "Clean air"


def test_several_lines_are_not_isolated_as_a_whole_but_their_own_values_are(texts: Texts) -> None:
    lines = (
        Phrase("line", {"topic": "המטרה", "value": "Clean air"}),
        Verbatim("Bus 5"),
    )
    said = texts.say(Phrase("card", {"lines": lines}), HEBREW)
    assert said == f"הכרטיס:\n{FSI}המטרה{PDI}: {FSI}Clean air{PDI}\nBus 5\nסוף."


def test_a_phrase_inside_a_phrase_is_said_in_the_same_voice(texts: Texts) -> None:
    inner = Phrase("welcome", {"name": Verbatim("Dana")})
    said = texts.say(Phrase("goal", {"goal": inner}), Voice("he", "f"))
    assert said == f"המטרה: {FSI}ברוכה הבאה, {FSI}Dana{PDI}!{PDI}"


def test_words_of_any_length_come_through_whole(texts: Texts) -> None:
    words = "מילה ארוכה " * 1000
    assert plain(texts.say(Phrase("goal", {"goal": words}), HEBREW)) == f"המטרה: {words}"


@settings(deadline=None)
@given(st.text())
def test_nothing_a_person_writes_breaks_out_of_its_isolate_or_gets_lost(texts: Texts, words: str) -> None:
    said = texts.say(Phrase("goal", {"goal": words}), HEBREW)
    kept = "".join(
        letter for letter in words if letter not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )
    assert said == (f"המטרה: {kept}" if "\n" in kept else f"המטרה: {FSI}{kept}{PDI}")


def test_a_persons_own_message_is_shown_as_it_is(texts: Texts) -> None:
    assert texts.say(Verbatim("\u202eabc"), HEBREW) == "\u202eabc"


def test_attributes_are_texts_of_their_own(texts: Texts) -> None:
    assert texts.say(Phrase("static.help"), HEBREW) == "עזרה"
    assert texts.has("static.help", "he")
    assert not texts.has("static.help", "ar")
    assert not texts.has("static", "ru")


def test_a_language_nobody_loaded_is_answered_in_hebrew(texts: Texts) -> None:
    assert texts.say(Phrase("static"), Voice("ru")) == "שלום"


def test_a_missing_text_raises_when_strict(texts: Texts) -> None:
    with pytest.raises(WordingFault, match=r"missing-text: nowhere \(he\)"):
        texts.say(Phrase("nowhere"), HEBREW)


def test_a_missing_argument_raises_when_strict(texts: Texts) -> None:
    with pytest.raises(WordingFault, match=r"missing-argument: goal \(he\)"):
        texts.say(Phrase("goal"), HEBREW)


def test_a_running_bot_falls_back_to_hebrew_and_counts_the_fault(kind_texts: Texts) -> None:
    assert kind_texts.say(Phrase("only-he"), ARABIC) == "רק בעברית"
    assert kind_texts.faults == {("missing-text", "only-he", "ar"): 1}


def test_a_running_bot_says_the_fallback_line_in_the_persons_language(kind_texts: Texts) -> None:
    assert kind_texts.say(Phrase("nowhere"), ARABIC) == "هنا ينقص نص."
    assert kind_texts.say(Phrase("goal", {"other": "secret"}), HEBREW) == "חסר כאן משפט."
    assert kind_texts.faults == {
        ("missing-text", "nowhere", "ar"): 1,
        ("missing-argument", "goal", "he"): 1,
    }
    assert "secret" not in str(kind_texts.faults)


def test_where_even_the_fallback_line_is_missing_hebrew_has_it(kind_texts: Texts) -> None:
    assert kind_texts.say(Phrase("nowhere"), Voice("en")) == "חסר כאן משפט."


def test_a_text_that_refers_to_itself_ends_in_the_fallback_line(kind_texts: Texts) -> None:
    assert kind_texts.say(Phrase("round"), HEBREW) == "חסר כאן משפט."


def test_without_any_text_something_is_said_still(tmp_path: Path) -> None:
    assert load_texts([tmp_path], ("he",)).say(Phrase("nowhere"), HEBREW)


def test_a_text_without_values_is_worded_once_for_each_voice(texts: Texts) -> None:
    first, again = (texts.say(Phrase("static", {"name": name}), HEBREW) for name in ("Dana", "Samir"))
    assert first is again
    assert texts.say(Phrase("static"), ARABIC) == "مرحبا"


def test_a_later_folder_changes_single_texts_and_keeps_the_rest(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "he").mkdir()
    (tmp_path / "he" / "ours.ftl").write_text("static = אהלן\n")
    laid_over = load_texts([folder, tmp_path], ("he",), strict=True)
    assert laid_over.say(Phrase("static"), HEBREW) == "אהלן"
    assert laid_over.say(Phrase("static.help"), HEBREW) == "עזרה"
    assert laid_over.say(Phrase("only-he"), HEBREW) == "רק בעברית"


def test_plain_takes_every_invisible_direction_mark_away() -> None:
    assert plain("\u2066a\u2067b\u2068c\u2069d\u200ee\u200ff") == "abcdef"
