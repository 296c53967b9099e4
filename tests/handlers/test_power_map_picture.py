"""A map whose names cover each other, or that fails on one emoji, is worse than none: hence every box."""

import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.rules.power_map import Level, Player, PowerMap, Stance, power_map
from handlers.artefacts.power_map import PowerMapWords, draw_power_map, power_map_boxes
from handlers.artefacts.typesetting import Direction, printable, printable_name, reading

KINDS = (
    "ngo",
    "activists",
    "public",
    "state",
    "business",
    "local",
    "cluster",
    "media",
    "expert",
    "community",
)
NOBODY = Player("0", "", None, None, None, None, False, False, False, False)
CROWD = 25
SLACK = 0.01  # points: rounding, not ink


def words(*texts: str) -> PowerMapWords:
    """Every word on the map from a few, longest possible where it hurts."""
    short, long, sentence = texts
    return PowerMapWords(
        title=short,
        coalition=f"{long} (Housing Now) 24/7",
        date="22.11.2026",
        bands=dict.fromkeys(Stance, long),
        levels=dict.fromkeys(Level, short),
        stance_axis=long,
        influence_axis=long,
        hint_strong_allies=long,
        hint_strong_opponents=long,
        hint_weak_allies=long,
        hint_weak_opponents=long,
        kinds=dict.fromkeys(KINDS, long),
        pressure_target=long,
        primary_target=sentence,
        shares_goal=long,
        guess=long,
        not_placed=long,
        next_conversations=long,
        empty=sentence,
    )


WORDS: dict[Direction, list[PowerMapWords]] = {
    "rtl": [
        words("בינונית", "מתנגדים ופועלים נגד", "עדיין אין במפה גורמים. אפשר להוסיף שם ראשון בתפריט."),
        words("متوسط", "معارضون ويعملون ضدنا", "لا توجد جهات على الخريطة بعد. يمكن إضافة اسم أول من القائمة."),
    ],
    "ltr": [words("Moderate", "Working against us", "Nobody is on the map yet. Add a first name from the menu.")],
}
NAMES = (
    "ח״כ דנה לוי־כהן, יו״ר ועדת הפנים",
    "התאחדות הסטודנטיות והסטודנטים הארצית",
    "קרן 2030 (₪ 50,000)",
    "חברת ״בונים 100%״ בע״מ",
    "שָׁלוֹם עכשיו",
    "Ynet עיתון",
    "מוקד 050-123-4567",
    "לג׳",
    "جمعية الجليل للبحوث والخدمات الصحية",
    "خط 050-123-4567 للشكاوى",
    "د. سامي أبو رحمة (حيفا)",
    "اتحاد أرباب العمل 100%",
    "Green Haifa Forum (GHF)",
    "Dr. Ruth O'Neill-Abramowitz [ret.]",
    "Municipal Workers Union of the North",
    "Donaudampfschifffahrtsgesellschaftskapitänsvereinigung",
    "🎉 צוות חגיגות 🎉",
    "#strong[*x*] $y$ \\ `z`",
)
# Every script, mark, control and emoji of the planes people type in.
ANYTHING = "".join(chr(code) for code in (*range(0xD800), *range(0xFB00, 0xFFFF), *range(0x1F000, 0x1FB00)))
names = st.one_of(
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(NAMES), min_size=2, max_size=3).map(" ".join),
    st.text(ANYTHING, max_size=60),
)


def crowds(size: int) -> st.SearchStrategy[list[Player]]:
    """`size` players, each anywhere, or all of them in very few cells."""
    cell = st.tuples(st.sampled_from(Stance), st.sampled_from(Level))
    chosen = st.lists(cell | st.none(), min_size=1, max_size=size)
    return chosen.flatmap(lambda cells: st.lists(_player(cells), min_size=size, max_size=size)).map(_numbered)


def _player(cells: list[tuple[Stance, Level] | None]) -> st.SearchStrategy[Player]:
    marks = st.tuples(st.booleans(), st.booleans(), st.sampled_from([False, False, False, True]), st.booleans())
    return st.builds(
        _marked,
        names,
        st.none() | st.sampled_from((*KINDS, "odd")),
        st.sampled_from(cells),
        marks,
    )


def _marked(
    name: str, kind: str | None, cell: tuple[Stance, Level] | None, marks: tuple[bool, bool, bool, bool]
) -> Player:
    stance, influence = cell or (None, None)
    return Player("", name, kind, stance, influence, None, *marks)


def _numbered(several: list[Player]) -> list[Player]:
    return [replace(player, id=str(number)) for number, player in enumerate(several)]


def at(stance: Stance | None, influence: Level | None, *several: str) -> list[Player]:
    return _numbered([replace(NOBODY, name=name, stance=stance, influence=influence) for name in several])


@dataclass(frozen=True, slots=True)
class Box:
    kind: str
    lines: tuple[str, ...]
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > SLACK and down > SLACK

    def within(self, other: "Box") -> bool:
        across = self.left >= other.left - SLACK and self.right <= other.right + SLACK
        return across and self.top >= other.top - SLACK and self.bottom <= other.bottom + SLACK


@dataclass(frozen=True, slots=True)
class Page:
    canvas: Box
    texts: tuple[Box, ...]
    markers: tuple[Box, ...]
    areas: tuple[Box, ...]

    def of(self, kind: str) -> tuple[Box, ...]:
        return tuple(box for box in self.texts if box.kind == kind)


def page_of(map: PowerMap, language: PowerMapWords, direction: Direction) -> Page:
    found: Any = power_map_boxes(map, language, direction)
    return Page(
        Box("canvas", (), *found["canvas"]),
        *(
            tuple(Box(b["kind"], tuple(b["lines"]), *b["box"]) for b in found[key])
            for key in ("texts", "markers", "areas")
        ),
    )


def faults(page: Page) -> Iterator[str]:
    """Every pair that covers each other, and everything outside the page or its frame."""
    for one, other in combinations(page.texts, 2):
        if one.meets(other):
            yield f"{one} covers {other}"
    for text in page.texts:
        if not text.within(page.canvas):
            yield f"{text} leaves the page"
        yield from (f"{text} covers a point {marker}" for marker in page.markers if text.meets(marker))
    for one, other in combinations(page.areas, 2):
        if one.meets(other):
            yield f"{one} covers {other}"
    for kind, area in (("label", "map"), ("hint", "map"), ("waiting", "strip"), ("next", "next")):
        frame = next((box for box in page.areas if box.kind == area), page.canvas)
        yield from (f"{box} leaves {frame}" for box in page.texts if box.kind == kind and not box.within(frame))


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@settings(max_examples=25, deadline=None)
@given(crowds(CROWD), st.sampled_from([(d, w) for d, several in WORDS.items() for w in several]))
def test_nothing_covers_anything_with_twenty_five_players(
    several: list[Player], page: tuple[Direction, PowerMapWords]
) -> None:
    direction, language = page
    assert list(faults(page_of(power_map(several), language, direction))) == []


@pytest.mark.parametrize("direction", WORDS)
@pytest.mark.parametrize("stance", [Stance.ACTIVE_ALLY, Stance.NEUTRAL, Stance.ACTIVE_OPPONENT])
@pytest.mark.parametrize("influence", [Level.HIGH, Level.LOW])
def test_twenty_five_players_in_one_cell_are_all_named(
    direction: Direction, stance: Stance, influence: Level
) -> None:
    several = at(stance, influence, *(NAMES + NAMES)[:CROWD])
    page = page_of(power_map(several), WORDS[direction][0], direction)
    assert list(faults(page)) == []
    assert len(page.of("label")) == CROWD


@pytest.mark.parametrize("direction", WORDS)
def test_forty_players_everywhere_have_room(direction: Direction) -> None:
    cells = [(stance, influence) for stance in Stance for influence in Level]
    several = [
        replace(NOBODY, id=str(number), name=NAMES[number % len(NAMES)], stance=cell[0], influence=cell[1])
        for number, cell in enumerate((cells * 3)[:40])
    ]
    page = page_of(power_map(several), WORDS[direction][0], direction)
    assert list(faults(page)) == []
    assert len(page.of("label")) == len(several)


@pytest.mark.parametrize("direction", WORDS)
@pytest.mark.parametrize("several", [[], at(None, None, *NAMES), at(Stance.NEUTRAL, Level.HIGH, NAMES[0])])
def test_small_maps_are_whole(direction: Direction, several: list[Player]) -> None:
    page = page_of(power_map(several), WORDS[direction][0], direction)
    assert list(faults(page)) == []
    assert len(page.of("label")) + len(page.of("waiting")) == len(several)
    assert len(page.of("empty")) == (0 if page.of("label") else 1)


@pytest.mark.parametrize("direction", WORDS)
def test_the_picture_is_wide_enough_to_zoom_and_upright(direction: Direction) -> None:
    width, height = size_of(draw_power_map(power_map(at(None, None, *NAMES[:3])), WORDS[direction][0], direction))
    assert width == 1600
    assert 0.6 * width < height < 3 * width


def test_our_side_is_on_the_right_in_hebrew_and_on_the_left_in_english() -> None:
    map = power_map(
        [*at(Stance.ACTIVE_ALLY, Level.HIGH, "a"), *at(Stance.ACTIVE_OPPONENT, Level.HIGH, "b")],
    )
    ally, opponent = page_of(map, WORDS["rtl"][0], "rtl").markers
    assert ally.left > opponent.right
    ally, opponent = page_of(map, WORDS["ltr"][0], "ltr").markers
    assert ally.right < opponent.left


def test_more_influence_is_higher() -> None:
    map = power_map([*at(Stance.NEUTRAL, Level.LOW, "a"), *at(Stance.NEUTRAL, Level.HIGH, "b")])
    high, low = page_of(map, WORDS["rtl"][0], "rtl").markers
    assert high.bottom < low.top


@pytest.mark.parametrize("name", NAMES[:14])
def test_a_name_that_fits_on_two_lines_is_whole(name: str) -> None:
    page = page_of(power_map(at(Stance.NEUTRAL, Level.MID, name)), WORDS["rtl"][0], "rtl")
    (label,) = page.of("label")
    assert len(label.lines) <= 2
    assert " ".join(label.lines) == printable_name(name)


def test_a_name_that_does_not_fit_is_cut_at_a_letter_with_its_vowels() -> None:
    endless = "שָׁ" * 90
    (label,) = page_of(power_map(at(Stance.NEUTRAL, Level.MID, endless)), WORDS["rtl"][0], "rtl").of("label")
    assert len(label.lines) == 2
    assert label.lines[1].endswith("שָׁ…")
    assert endless.startswith("".join(label.lines)[:-1])


def test_markup_in_a_name_is_printed_as_it_was_typed() -> None:
    name = '#panic("x") *b* $y$'
    (label,) = page_of(power_map(at(Stance.NEUTRAL, Level.MID, name)), WORDS["ltr"][0], "ltr").of("label")
    assert " ".join(label.lines) == name


def test_an_emoji_leaves_no_empty_box_behind() -> None:
    with_emoji = power_map(at(Stance.NEUTRAL, Level.MID, "👩🏽‍🎓 צוות 🎉"))
    without = power_map(at(Stance.NEUTRAL, Level.MID, "צוות"))
    language = WORDS["rtl"][0]
    assert draw_power_map(with_emoji, language, "rtl") == draw_power_map(without, language, "rtl")


def test_a_name_of_emoji_alone_is_called_by_its_kind() -> None:
    (player,) = at(Stance.NEUTRAL, Level.MID, "🎉")
    language = replace(WORDS["ltr"][0], kinds={"media": "Media"})
    page = page_of(power_map([replace(player, kind="media")]), language, "ltr")
    assert [label.lines for label in page.of("label")] == [("Media",)]
    page = page_of(power_map([player]), language, "ltr")
    assert [label.lines for label in page.of("label")] == [("…",)]


def test_the_legend_names_only_what_is_on_the_map() -> None:
    (player,) = at(Stance.NEUTRAL, Level.MID, "a")
    language = replace(WORDS["ltr"][0], kinds={"media": "Media", "ngo": "Association"}, guess="A guess")
    page = page_of(power_map([replace(player, kind="ngo", guess=True)]), language, "ltr")
    assert [box.lines for box in page.of("legend")] == [("Association",), ("A guess",)]


def test_the_same_map_gives_the_same_bytes() -> None:
    map = power_map(at(Stance.PASSIVE_ALLY, Level.MID, *NAMES[:5]))
    assert draw_power_map(map, WORDS["rtl"][0], "rtl") == draw_power_map(map, WORDS["rtl"][0], "rtl")


@given(st.text(ANYTHING, max_size=20))
def test_what_was_made_printable_once_stays_as_it_is(text: str) -> None:
    assert printable(printable(text)) == printable(text)


def test_numbers_in_a_name_are_isolated_and_foreign_controls_dropped() -> None:
    assert printable_name("خط 050-123-4567") == "خط \u2066050-123-4567\u2069"
    assert printable_name("\u202eevil\u2066 name\u200f") == "evil name"


def test_what_the_font_lacks_becomes_its_plain_relative_or_nothing() -> None:
    assert printable("①  ㎏\t語") == "1 kg"
    assert printable("\u05b8שלום") == "שלום"


@pytest.mark.parametrize(
    ("text", "page", "direction"),
    [
        ("Ynet עיתון", "rtl", "rtl"),
        ("Ynet עיתון", "ltr", "ltr"),
        ("עיתון Ynet", "ltr", "rtl"),
        ("Green (GHF)!", "rtl", "ltr"),
        ("103", "rtl", "rtl"),
    ],
)
def test_a_name_runs_in_the_direction_a_reader_of_the_page_expects(
    text: str, page: Direction, direction: Direction
) -> None:
    assert reading(text, page) == direction


def test_the_typesetter_is_loaded_only_when_something_is_drawn() -> None:
    program = "import sys, handlers.artefacts.power_map; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
