"""Sets pictures with typst in one way for all, so that the same data gives the same bytes on every machine.

Fonts are the two vendored Rubik files and nothing else; people's words reach a template only as JSON data,
never as source, so markup in a name prints literally. What the fonts cannot draw is left out before it
becomes an empty box.
"""

import json
import re
import struct
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from flows.direction import RIGHT_TO_LEFT_LANGUAGES

if TYPE_CHECKING:
    from typst import Compiler, Fonts

Direction = Literal["rtl", "ltr"]

_HERE: Final = Path(__file__).parent
_FONTS: Final = _HERE / "fonts"
_FACES: Final = ("Rubik-Regular.ttf", "Rubik-Bold.ttf")
_ISOLATES: Final = "\u2066\u2067\u2068\u2069"
_STRONG_RTL: Final = frozenset({"R", "AL"})
_NUMBER: Final = re.compile(r"[+#]?\d(?:[\d.,:/+–-]|[ ](?=\d))*\d%?|[+#]\d%?|\d%")
_NO_BREAK: Final = "\u00a0"
_SIGN_APART: Final = re.compile(r"(?<=\d) (?=[₪$€%])|(?<=[₪$€]) (?=\d)")
_DASH_APART: Final = re.compile(" (?=[–—] )")
_MARKS_PER_LETTER: Final = 3
_SOFT_HYPHEN: Final = "\u00ad"
_BREAK_HERE: Final = "\u200b"
_SOFTWARE: Final = re.compile(rb"(?<=/Creator\()[^)]*(?=\))|(?<=<xmp:CreatorTool>)[^<]*|(?<= x:xmptk=\")[^\"]*")


def picture(template: str, data: Mapping[str, object], pixels_per_inch: float) -> bytes:
    """PNG bytes of a one-page template from this folder.

    The template finds `data` as `json(bytes(sys.inputs.data))`.
    Takes tens to hundreds of milliseconds and lets other threads run meanwhile: call it in a thread.
    Raises `typst.TypstError` for a faulty template or data it does not understand.
    """
    page = _compiler(template, data).compile(format="png", ppi=pixels_per_inch)
    if not isinstance(page, bytes):
        raise TypeError(f"{template} is not one page")
    return page


def document(template: str, data: Mapping[str, object]) -> bytes:
    """PDF bytes of a template from this folder: tagged (PDF/UA-1), without a date and without naming the software.

    The template sets title and language. Otherwise as `picture`.
    """
    pages = _compiler(template, data).compile(format="pdf", pdf_standards="ua-1")
    if not isinstance(pages, bytes):
        raise TypeError(f"{template} is not one document")
    return _SOFTWARE.sub(lambda name: b" " * len(name[0]), pages)  # as long as before: places in the file stay


def drawing(template: str, data: Mapping[str, object]) -> str:
    """The SVG of a one-page template, letters as outlines: a picture for a document to hold."""
    page = _compiler(template, data).compile(format="svg")
    if not isinstance(page, bytes):
        raise TypeError(f"{template} is not one page")
    return page.decode()


def marked(template: str, data: Mapping[str, object], label: str) -> object:
    """The value of a template's one `#metadata(…) <label>`: what it measured and decided while drawing."""
    found: object = json.loads(_compiler(template, data).query(f"<{label}>", field="value", one=True))
    return found


def all_marked(template: str, data: Mapping[str, object], label: str) -> list[object]:
    """As `marked`, for a label that stands many times: every value in the order of the pages."""
    found: list[object] = json.loads(_compiler(template, data).query(f"<{label}>", field="value"))
    return found


def direction_of(language: str) -> Direction:
    """Where a page in this language starts."""
    return "rtl" if language in RIGHT_TO_LEFT_LANGUAGES else "ltr"


def printable(text: str) -> str:
    """`text` on one line, of characters the fonts have: others become a plain relative (① → 1) or nothing.

    Isolates stay, so that sentences keep theirs; all other invisible controls go.
    """
    return " ".join("".join(_covered(unicodedata.normalize("NFC", text))).split())


def printable_name(text: str) -> str:
    """A name people typed: as `printable`, but without any control that could turn other words round.

    Number-like parts are isolated: a phone number or a date after Arabic letters would swap its groups.
    """
    name = printable("".join(character for character in text if character not in _ISOLATES))
    joined = _SIGN_APART.sub(_NO_BREAK, name)
    return _NUMBER.sub(lambda number: f"\u2066{number[0].replace(' ', _NO_BREAK)}\u2069", joined)


def shortened(text: str, most: int, longest_word: int = 18) -> str:
    """A name people typed, ready for a narrow column: cut after `most` characters, endless words may be broken."""
    whole = " ".join(text.split())
    shown = whole if len(whole) <= most else whole[: most - 1].rstrip() + "…"
    shown = _DASH_APART.sub(_NO_BREAK, shown)
    endless = re.compile(rf"\w{{{longest_word + 1},}}")
    return endless.sub(lambda word: _breakable(word[0], longest_word * 2 // 3), printable_name(shown))


def reading(text: str, page: Direction) -> Direction:
    """The direction in which `text` runs on a page of direction `page`.

    On a right-to-left page one Hebrew or Arabic letter is enough (`Ynet עיתון` is read from the right
    there); on a left-to-right page the first letter decides.
    """
    strong = [kind for kind in map(unicodedata.bidirectional, text) if kind == "L" or kind in _STRONG_RTL]
    if not strong:
        return page
    turned = any(kind in _STRONG_RTL for kind in (strong if page == "rtl" else strong[:1]))
    return "rtl" if turned else "ltr"


def _compiler(template: str, data: Mapping[str, object]) -> "Compiler":
    import typst  # 81 MB on disk: loaded only by a process that draws

    return typst.Compiler(
        _HERE / template,
        root=_HERE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )


def _breakable(word: str, step: int) -> str:
    """With places to break it: at a hyphen, which leaves Arabic letters joined; after a Hebrew letter without one."""
    parts = [word[start : start + step] for start in range(0, len(word), step)]
    ends = [_BREAK_HERE if "א" <= part[-1] <= "ת" else _SOFT_HYPHEN for part in parts[:-1]]
    return "".join(part + end for part, end in zip(parts, [*ends, ""], strict=True))


@cache
def _fonts() -> "Fonts":
    import typst  # see above

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[_FONTS])


def _covered(text: str) -> Iterator[str]:
    marks = _MARKS_PER_LETTER  # a mark before any letter would stand on a dotted circle
    for character in text:
        if unicodedata.category(character) in {"Mn", "Me", "Mc"}:
            marks += 1
            if marks > _MARKS_PER_LETTER:
                continue
        else:
            marks = _MARKS_PER_LETTER if character.isspace() else 0
        yield _drawable(character)


def _drawable(character: str) -> str:
    if character.isspace():
        return " "
    if character in _ISOLATES:
        return character
    if unicodedata.category(character) in {"Cf", "Cc"}:
        return ""
    if character in _glyphs():
        return character
    plain = unicodedata.normalize("NFKD", character)
    return "".join(part for part in plain if part in _glyphs() and not unicodedata.combining(part))


@cache
def _glyphs() -> frozenset[str]:
    """The characters that all faces can draw."""
    first, *others = (frozenset(_mapped((_FONTS / face).read_bytes())) for face in _FACES)
    return first.intersection(*others)


def _mapped(font: bytes) -> Iterator[str]:
    """Characters in the font's segment table (`cmap` format 4, all that these fonts have)."""
    at = _subtable(font)
    (double,) = struct.unpack_from(">H", font, at + 6)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + double)
    for start, end in zip(starts, ends, strict=True):
        yield from (chr(code) for code in range(start, end + 1) if code != 0xFFFF)


def _subtable(font: bytes) -> int:
    (tables,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * index) for index in range(tables))
    cmap = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    (first,) = struct.unpack_from(">I", font, cmap + 8)
    found: int = cmap + first
    if struct.unpack_from(">H", font, found) != (4,):
        raise ValueError("the font's first character table is not of format 4")
    return found
