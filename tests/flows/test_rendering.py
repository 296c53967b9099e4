"""Holds that every message fits its channel, whatever people typed, and that what was shown can be typed back."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.effects import Say
from flows.loader import OUR_TEXTS
from flows.model import Choice, Phrase, Verbatim, Wording
from flows.rendering import (
    MARK_ROOM,
    TELEGRAM,
    TICK,
    WHATSAPP,
    Layout,
    Limits,
    Rendered,
    cut,
    layout_of,
    length,
    parts_of,
    positions_named,
    render,
)
from flows.typed import cleaned, cleaned_name, graphemes
from flows.wording import Voice, load_texts, plain
from tests.flows.worlds import balanced, misfits, plainly

TEXTS = load_texts([OUR_TEXTS], ("he", "ar", "en"), strict=True)
CHANNELS = {"telegram": TELEGRAM, "whatsapp": WHATSAPP}
BITS = st.sampled_from(
    [
        "a",
        "ש",
        "ض",
        "👩‍🚀",
        "🏽",
        "🇮🇱",
        "\u0301",
        "\u0489",
        "\u200d",
        "\u202e",
        "\u2068",
        "\u2069",
        " ",
        "\n",
        "\n\n",
        "1",
        "״",
    ]
)
HOSTILE = st.one_of(
    st.lists(st.one_of(BITS, st.characters(codec="utf-8")), max_size=60).map("".join),
    st.tuples(st.lists(BITS, min_size=1, max_size=8).map("".join), st.integers(1, 4096)).map(
        lambda pair: (pair[0] * pair[1])[:4096]
    ),
)


def choices(*labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(str(n), Verbatim(label)) for n, label in enumerate(labels))


def rendered(say: Say, limits: Limits, language: str = "en") -> Rendered:
    voice = Voice(language)
    return render(say, lambda w: TEXTS.say(w, voice), lambda w: plain(TEXTS.say(w, voice)), limits)


def shown(*labels: str, limits: Limits = WHATSAPP, multiple: bool = False) -> list[str]:
    say = Say((Verbatim("?"),), choices(*labels), True, multiple)
    return [choice.label for choice in rendered(say, limits).choices]


# -- layouts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("limits", "count", "layout"),
    [
        (TELEGRAM, 0, Layout.NONE),
        (TELEGRAM, 60, Layout.BUTTONS),
        (TELEGRAM, 61, Layout.NUMBERED),
        (WHATSAPP, 0, Layout.NONE),
        (WHATSAPP, 3, Layout.BUTTONS),
        (WHATSAPP, 4, Layout.LIST),
        (WHATSAPP, 10, Layout.LIST),
        (WHATSAPP, 11, Layout.NUMBERED),
    ],
)
def test_choices_are_buttons_a_list_or_numbers_as_the_channel_has_room(
    limits: Limits, count: int, layout: Layout
) -> None:
    assert layout_of(choices(*map(str, range(count))), limits) is layout


def test_numbered_choices_stand_in_the_text_with_how_to_answer() -> None:
    names = [f"name {n}" for n in range(11)]
    one = rendered(Say((Verbatim("Who?"),), choices(*names), True), WHATSAPP)
    assert plain(one.parts[0]).endswith("11. name 10\n\nWrite the number of your answer.")
    several = rendered(Say((Verbatim("Who?"),), choices(*names), True, True, frozenset({"1"})), WHATSAPP)
    assert "2. name 1 ✓\n" in plain(several.parts[0])
    assert "such as 2,5,7" in several.parts[0]


def test_buttons_need_no_words_while_their_labels_are_whole() -> None:
    assert rendered(Say((Verbatim("Who?"),), choices("a", "b")), WHATSAPP).parts == ("Who?",)


def test_lines_are_set_apart_and_empty_ones_left_out() -> None:
    assert rendered(Say((Verbatim("a"), Verbatim(""), Verbatim("b"))), TELEGRAM).parts == ("a\n\nb",)


# -- labels ----------------------------------------------------------------------------------------------------------


def test_a_label_too_long_is_cut_and_the_whole_stands_numbered_in_the_message() -> None:
    long = "The association of bus drivers"
    message = rendered(Say((Verbatim("Who?"),), choices(long, "Parents")), WHATSAPP)
    assert message.choices[0].label == "The association of…"
    assert message.choices[0].full == long
    assert plain(message.parts[0]) == f"Who?\n\n1. {long}\n2. Parents"


@pytest.mark.parametrize(
    ("text", "room", "label"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdefg", 6, "abcde…"),
        ("ab cdefg", 4, "ab…"),
        ("שָׁלוֹם לכולם", 4, "שָׁ…"),
        ("👩‍🚀👩‍🚀👩‍🚀", 7, "👩‍🚀👩‍🚀…"),
        ("x" + "\u0301" * 30, 6, "…"),
    ],
)
def test_a_label_is_cut_between_letters_never_inside_one(text: str, room: int, label: str) -> None:
    assert cut(text, room) == label


def test_labels_that_become_the_same_are_told_apart_by_a_number() -> None:
    assert shown("Neighbourhood committee north", "Neighbourhood committee south") == [
        "Neighbourhood commi…",
        "Neighbourhood c… (2)",
    ]
    assert shown("Dana", "Dana", "Dana (2)") == ["Dana", "Dana (2)", "Dana (2) (2)"]


def test_a_tick_stands_before_the_label_and_finds_room() -> None:
    say = Say((Verbatim("?"),), choices("Regional authorities", "b"), True, True, frozenset({"0"}))
    first, second = rendered(say, WHATSAPP).choices
    assert (first.label, first.ticked) == ("✓ Regional authorit…", True)
    assert (second.label, second.ticked) == ("b", False)


def test_a_ticked_label_keeps_its_words_when_the_tick_goes() -> None:
    on = Say((Verbatim("?"),), choices("Regional authorities"), True, True, frozenset({"0"}))
    off = replace(on, ticked=frozenset())
    assert rendered(on, WHATSAPP).choices[0].label == TICK + rendered(off, WHATSAPP).choices[0].label


# -- splitting -------------------------------------------------------------------------------------------------------


def word(wording: Wording) -> str:
    return TEXTS.say(wording, Voice("en"))


def test_length_is_counted_as_the_platform_counts() -> None:
    assert [length(text) for text in ("abc", "שלום", "👍", "👩‍🚀", "")] == [3, 4, 2, 5, 0]


def test_a_message_that_fits_is_one_part_without_a_mark() -> None:
    assert parts_of("x" * 4096, 4096, 4096, word) == ("x" * 4096,)


def test_parts_are_numbered_and_cut_between_paragraphs_lines_or_words() -> None:
    paragraph, line, sentence = "p" * 3000, "l" * 1500, "w" * 2500
    parts = parts_of(f"{paragraph}\n\n{line}\n{sentence} {sentence}", 4096, 4096, word)
    assert [plain(part).rpartition("\n")[::2] for part in parts] == [
        (paragraph, "Part 1 of 4"),
        (line, "Part 2 of 4"),
        (sentence, "Part 3 of 4"),
        (sentence, "Part 4 of 4"),
    ]


def test_the_last_part_leaves_room_for_buttons() -> None:
    parts = parts_of("word " * 1500, 4096, 1024, word)
    assert length(parts[-1]) <= 1024
    assert length(parts[0]) > 1024


def test_a_word_longer_than_a_part_is_cut_between_letters() -> None:
    parts = parts_of("👩‍🚀" * 2000, 4096, 4096, word)
    assert all(set(graphemes(part.rpartition("\n")[0])) == {"👩‍🚀"} for part in parts)
    assert len(parts) == 3


@pytest.mark.parametrize("heap", ["x" + "\u0301" * 4095, "a\u200d" * 2048, "\u0489" * 4096, "🏽" * 2048])
def test_a_heap_of_marks_on_one_letter_makes_few_parts(heap: str) -> None:
    parts = parts_of(heap, 1024, 1024, word)
    assert len(parts) <= 10
    assert all(0 < length(part) <= 1024 for part in parts)


def test_isolates_are_closed_at_a_cut_and_opened_again_behind_it() -> None:
    parts = parts_of(f"\u2068{'x ' * 3000}\u2069 and \u2068{'y ' * 1000}\u2069", 4096, 4096, word)
    assert len(parts) == 2
    assert all(balanced(part) for part in parts)
    assert parts[1].startswith("\u2068x")


@settings(deadline=None)
@given(HOSTILE, st.sampled_from([(4096, 4096), (4096, 1024), (1024, 1024), (200, 100)]))
def test_whatever_is_split_fits_and_loses_no_letter(text: str, rooms: tuple[int, int]) -> None:
    body, last = rooms
    text = cleaned(text) or "x"
    parts = parts_of(text, body, last, word)
    assert all(0 < length(part) <= body for part in parts)
    assert length(parts[-1]) <= last
    whole = parts if len(parts) == 1 else [part.rpartition("\n")[0] for part in parts]
    assert "".join("".join(whole).split()) == "".join(text.split())


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_the_mark_of_a_part_finds_its_room_in_every_language(language: str) -> None:
    mark = TEXTS.say(Phrase("part", {"number": 999, "total": 999}), Voice(language))
    assert 1 + length(mark) + 1 <= MARK_ROOM - 6


@settings(deadline=None)
@given(
    st.lists(HOSTILE, min_size=1, max_size=3),
    st.lists(HOSTILE.map(cleaned_name).filter(bool), max_size=12),
    st.booleans(),
    st.sets(st.integers(0, 11)),
    st.sampled_from(sorted(CHANNELS)),
    st.sampled_from(["he", "ar", "en"]),
)
def test_every_message_fits_its_channel(
    texts: list[str], labels: list[str], multiple: bool, ticks: set[int], channel: str, language: str
) -> None:
    limits = CHANNELS[channel]
    quoted = Phrase("did-not-fit", {"text": cleaned(texts[0])})
    ticked = frozenset(map(str, ticks)) if multiple else frozenset()
    say = Say((quoted, *map(Verbatim, map(cleaned, texts))), choices(*labels), True, multiple, ticked)
    assert misfits(rendered(say, limits, language), limits) == []


# -- typed back ------------------------------------------------------------------------------------------------------


def named(text: str, *labels: str) -> tuple[int, ...]:
    return positions_named(text, choices(*labels), plainly)


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("כן להמשיך", "כן, להמשיך"),
        ("שלום", "שָׁלוֹם"),
        ("ארגוני נשימ", "ארגוני נשים"),
        ("احزاب", "أحزاب"),
        ("المدرسه", "المدرسة"),
        ("YES, GO ON", "Yes, go on"),
        ("✓ Drivers", "Drivers"),
        ("  drivers. ", "Drivers"),
    ],
)
def test_a_label_can_be_typed_as_people_type(typed: str, label: str) -> None:
    assert named(typed, "other", label) == (1,)


def test_a_cut_or_numbered_label_can_be_typed_as_it_was_shown() -> None:
    labels = ("Neighbourhood committee north", "Neighbourhood committee south")
    for limits in CHANNELS.values():
        for multiple in (False, True):
            seen = shown(*labels, limits=limits, multiple=multiple)
            assert [named(label, *labels) for label in seen] == [(0,), (1,)]


def test_two_labels_that_read_the_same_are_not_guessed_between() -> None:
    assert named("dana", "Dana", "dana") == ()
    assert named("Dana (2)", "Dana", "Dana") == (1,)


def test_a_label_of_signs_alone_can_be_typed() -> None:
    assert named("🌻", "🌻", "🌹") == (0,)


@pytest.mark.parametrize("text", ["", "…", "!", "\u200f", "driver", "drivers and parents"])
def test_anything_else_names_nothing(text: str) -> None:
    assert named(text, "Drivers", "Parents") == ()


@settings(deadline=None)
@given(st.lists(HOSTILE.map(cleaned_name).filter(bool), min_size=1, max_size=12), st.data())
def test_a_label_typed_back_never_names_another(labels: list[str], data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(labels) - 1))
    assert named(labels[position], *labels) in {(), (position,)}
    assert named(labels[position], *labels) == (position,) or len(labels) > 1
