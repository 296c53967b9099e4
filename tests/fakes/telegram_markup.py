"""Telegram reads markup before it shows anything; the fake has to refuse what the real one refuses.

Texts come out as the person sees them (control and direction-embedding characters gone, ends trimmed) with
entities in UTF-16 units. Errors name byte offsets of the UTF-8 source, as the real server's do.
"""

import html
import re
from dataclasses import dataclass, field

from tests.fakes.telegram_rules import (
    CAPTION_UNITS,
    SOURCE_BYTES,
    TEXT_UNITS,
    Json,
    Refusal,
    bad,
)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean(text: str) -> str:
    """Control characters become spaces, \\r and U+2028..U+202E vanish, isolates (U+2066..) stay."""
    text = re.sub("[\r\u2028-\u202e]", "", text)
    return re.sub("[\x00-\x09\x0b\x0c\x0e-\x1f]", " ", text)


def _cannot_parse(reason: str) -> Refusal:
    return bad(f"can't parse entities: {reason}")


# --- texts ------------------------------------------------------------------------------------------------


def read_text(text: str, parse_mode: str, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """The text of a message or an edit, 1 to 4096 units after parsing."""
    if not text:
        raise bad("message text is empty")
    if len(text.encode()) > SOURCE_BYTES:
        raise bad("text is too long")
    shown, found = _read(text, parse_mode, entities)
    if not shown:
        raise bad("text must be non-empty")
    if utf16(shown) > TEXT_UNITS:
        raise bad("message is too long")
    return shown, found


def read_caption(text: str, parse_mode: str, entities: list[Json] | None) -> tuple[str, list[Json]]:
    """A caption may be empty and has 1024 units at most."""
    shown, found = _read(text, parse_mode, entities)
    if utf16(shown) > CAPTION_UNITS:
        raise bad("message caption is too long")
    return shown, found


def _read(text: str, parse_mode: str, entities: list[Json] | None) -> tuple[str, list[Json]]:
    mode = parse_mode.lower()
    if mode not in PARSERS:
        raise bad("unsupported parse_mode")
    parsed = PARSERS[mode](clean(text))
    found = list(entities or []) if mode == "" else parsed.entities
    _check_entities(parsed.text, found)
    return _trimmed(parsed.text, found)


def _check_entities(text: str, entities: list[Json]) -> None:
    for entity in entities:
        offset, length = entity.get("offset"), entity.get("length")
        if not isinstance(offset, int) or not isinstance(length, int) or not isinstance(entity.get("type"), str):
            raise bad("can't parse MessageEntity")
        if offset < 0 or length <= 0 or offset + length > utf16(text):
            raise bad(f"entity beginning at UTF-16 offset {offset} ends after the end of the text")


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    shown = text.strip()
    lead = utf16(text) - utf16(text.lstrip())
    moved = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, utf16(shown))
        if end > start:
            moved.append({**entity, "offset": start, "length": end - start})
    return shown, sorted(moved, key=lambda entity: (entity["offset"], -entity["length"]))


def found_by_telegram(text: str) -> list[Json]:
    """The entities Telegram itself finds in what a person writes: commands, mentions, hashtags, links."""
    return [
        {"offset": utf16(text[: match.start()]), "length": utf16(match[0]), "type": kind}
        for kind, pattern in _FOUND.items()
        for match in re.finditer(pattern, text)
    ]


_FOUND = {
    "bot_command": r"(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@\w+)?",
    "mention": r"(?<!\w)@[A-Za-z]\w{3,31}",
    "hashtag": r"(?<!\w)#\w+",
    "url": r"https?://[^\s]+",
}


@dataclass(slots=True)
class _Open:
    """A tag or mark that still waits for its end."""

    name: str
    at: int
    start: int
    extra: Json


@dataclass(slots=True)
class Parsed:
    text: str = ""
    entities: list[Json] = field(default_factory=list)

    def put(self, text: str) -> None:
        self.text += text

    def close(self, kind: str, start: int, extra: Json) -> None:
        if (length := utf16(self.text) - start) > 0:
            self.entities.append({"type": kind, "offset": start, "length": length, **extra})


def _plain(source: str) -> Parsed:
    return Parsed(source)


# --- HTML -------------------------------------------------------------------------------------------------

HTML_TAGS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("tg-spoiler", "span"), "spoiler"),
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")


def _html(source: str) -> Parsed:
    parsed, open_tags, at = Parsed(), list[_Open](), 0
    while at < len(source):
        if source[at] == "<":
            at = _html_tag(source, at, parsed, open_tags)
        elif match := _ENTITY.match(source, at):
            parsed.put(html.unescape(match[0]))
            at = match.end()
        else:
            parsed.put(source[at])
            at += 1
    if open_tags:
        raise _cannot_parse(f'Can\'t find end tag corresponding to start tag "{open_tags[-1].name}"')
    return parsed


def _html_tag(source: str, at: int, parsed: Parsed, open_tags: list[_Open]) -> int:
    offset, end = len(source[:at].encode()), source.find(">", at)
    ending = source.startswith("</", at)
    if end < 0:
        raise _cannot_parse(f"Unclosed {'end' if ending else 'start'} tag at byte offset {offset}")
    if ending:
        _html_end(source[at + 2 : end].strip().lower(), offset, parsed, open_tags)
    else:
        _html_start(source[at + 1 : end], offset, parsed, open_tags)
    return end + 1


def _html_start(inside: str, offset: int, parsed: Parsed, open_tags: list[_Open]) -> None:
    name = re.split(r"\s", inside, maxsplit=1)[0].lower()
    if name not in HTML_TAGS:
        raise _cannot_parse(f'Unsupported start tag "{name}" at byte offset {offset}')
    attributes = dict(re.findall(r"([\w-]+)\s*=\s*[\"']?([^\"']*)[\"']?", inside))
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise _cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {offset}')
    extra = {"url": html.unescape(attributes.get("href", ""))} if name == "a" else {}
    open_tags.append(_Open(name, offset, utf16(parsed.text), extra))


def _html_end(name: str, offset: int, parsed: Parsed, open_tags: list[_Open]) -> None:
    if not open_tags:
        raise _cannot_parse(f"Unexpected end tag at byte offset {offset}")
    tag = open_tags.pop()
    if name not in ("", tag.name):
        raise _cannot_parse(f'Unmatched end tag at byte offset {offset}, expected "</{tag.name}>", found "</{name}>"')
    if tag.name != "a" or tag.extra["url"]:
        parsed.close(HTML_TAGS[tag.name], tag.start, tag.extra)


# --- Markdown ---------------------------------------------------------------------------------------------

_OLD_MARKS = {"*": "bold", "_": "italic", "`": "code", "```": "pre"}


def _markdown(source: str) -> Parsed:
    """The old Markdown: nothing nests, a mark runs to the next of its kind."""
    parsed, at = Parsed(), 0
    while at < len(source):
        if source[at] == "\\" and source[at + 1 : at + 2] in ("_", "*", "`", "["):
            parsed.put(source[at + 1])
            at += 2
        elif source[at] in "*_`[":
            at = _markdown_entity(source, at, parsed)
        else:
            parsed.put(source[at])
            at += 1
    return parsed


def _markdown_entity(source: str, at: int, parsed: Parsed) -> int:
    if source[at] == "[":
        return _markdown_link(source, at, parsed)
    mark = "```" if source.startswith("```", at) else source[at]
    end = source.find(mark, at + len(mark))
    if end < 0:
        raise _cannot_parse(f"Can't find end of the entity starting at byte offset {len(source[:at].encode())}")
    start = utf16(parsed.text)
    parsed.put(source[at + len(mark) : end])
    parsed.close(_OLD_MARKS[mark], start, {})
    return end + len(mark)


def _markdown_link(source: str, at: int, parsed: Parsed) -> int:
    end = source.find("]", at)
    if end < 0:
        raise _cannot_parse(f"Can't find end of the entity starting at byte offset {len(source[:at].encode())}")
    start, address = utf16(parsed.text), re.compile(r"\(([^)]*)\)").match(source, end + 1)
    parsed.put(source[at + 1 : end])
    if address is None:
        return end + 1
    parsed.close("text_link", start, {"url": address[1]})
    return address.end()


_MARKS = {
    "*": "bold",
    "_": "italic",
    "__": "underline",
    "~": "strikethrough",
    "||": "spoiler",
    "`": "code",
    "```": "pre",
    "[": "text_link",
}
_MARK_NAMES = {
    "*": "Bold",
    "_": "Italic",
    "__": "Underline",
    "~": "Strikethrough",
    "||": "Spoiler",
    "`": "Code",
    "```": "Pre",
    "[": "TextUrl",
}
_RESERVED = "_*[]()~`>#+-=|{}.!"


def _markdown_v2(source: str) -> Parsed:
    parsed, open_marks, at = Parsed(), list[_Open](), 0
    while at < len(source):
        verbatim = bool(open_marks) and open_marks[-1].name.startswith("`")
        mark = next((m for m in ("```", "`", "__", "_", "||", "*", "~", "[") if source.startswith(m, at)), "")
        if source[at] == "\\" and 0 < ord(source[at + 1 : at + 2] or "\x00") < 127:
            parsed.put(source[at + 1])
            at += 2
        elif open_marks and open_marks[-1].name == "[" and source[at] == "]":
            at = _markdown_v2_link(source, at, parsed, open_marks.pop())
        elif mark and (not verbatim or mark == open_marks[-1].name):
            _toggle(mark, len(source[:at].encode()), parsed, open_marks)
            at += len(mark)
        else:
            quote = source[at] == ">" and source[at - 1 : at] in ("", "\n")
            if source[at] in _RESERVED and not verbatim and not quote:
                raise _reserved(source[at])
            parsed.put("" if quote else source[at])
            at += 1
    if open_marks:
        left = open_marks[-1]
        raise _cannot_parse(f"Can't find end of {_MARK_NAMES[left.name]} entity at byte offset {left.at}")
    return parsed


def _reserved(letter: str) -> Refusal:
    return _cannot_parse(f"Character '{letter}' is reserved and must be escaped with the preceding '\\'")


def _toggle(mark: str, offset: int, parsed: Parsed, open_marks: list[_Open]) -> None:
    if open_marks and open_marks[-1].name == mark:
        parsed.close(_MARKS[mark], open_marks.pop().start, {})
    else:
        open_marks.append(_Open(mark, offset, utf16(parsed.text), {}))


def _markdown_v2_link(source: str, at: int, parsed: Parsed, opened: _Open) -> int:
    address = re.compile(r"\(((?:\\.|[^)\\])*)\)").match(source, at + 1)
    if address is None:
        return at + 1
    parsed.close("text_link", opened.start, {"url": re.sub(r"\\(.)", r"\1", address[1])})
    return address.end()


PARSERS = {"": _plain, "html": _html, "markdown": _markdown, "markdownv2": _markdown_v2}
