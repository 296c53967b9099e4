"""Reads Fluent files alike for saying and for checking: what stands where, what it needs, how long it gets.

The only module that knows Fluent's syntax; elsewhere a `Pattern` is handed on, never looked into.

A text is named by its key: `message` for a message's value, `message.attribute` for one of its attributes,
`-term` for a term. An operator's folder is laid over ours text by text; what it does not write stays.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

FORMS = ("plural", "f", "m")
"""Forms of address, as `$form` is given to every text; the first is the one nobody has to ask for."""

_FILLED = re.compile("\u2068[^\u2069]*\u2069")
_BEGINNING = re.compile(r"^(-?[A-Za-z][\w-]*)[ \t]*=", re.MULTILINE)
_DEEPEST = 5

Pattern = ast.Pattern
Patterns = Mapping[str, Pattern]
Entry = ast.Message | ast.Term


def text_files(folders: Sequence[Path], language: str) -> Iterator[Path]:
    """The files of one language, in the order in which they are laid over each other."""
    for folder in folders:
        yield from sorted((folder / language).glob("*.ftl"))


@dataclass(frozen=True, slots=True)
class Place:
    """One text where it is written. Lines count from 1."""

    key: str
    pattern: Pattern
    line: int


@dataclass(frozen=True, slots=True)
class Broken:
    """What could not be read: the line, Fluent's code and words for it, the texts that were lost with it."""

    line: int
    code: str
    why: str
    lost: frozenset[str]


def entries(source: str) -> list[Entry]:
    """The messages and terms of one file; what cannot be read is left out."""
    body = FluentParser(with_spans=False).parse(source).body
    return [entry for entry in body if isinstance(entry, ast.Message | ast.Term)]


def places(source: str) -> tuple[list[list[Place]], list[Broken]]:
    """The texts of one file, message by message, and what cannot be read."""
    body = FluentParser().parse(source).body
    messages = [_places(e, source) for e in body if isinstance(e, ast.Message | ast.Term)]
    return messages, [_broken(entry, source) for entry in body if isinstance(entry, ast.Junk)]


def _places(entry: Entry, source: str) -> list[Place]:
    return [Place(key, pattern, _line(source, name)) for key, pattern, name in _patterns(entry)]


def _broken(junk: ast.Junk, source: str) -> Broken:
    note = junk.annotations[0]
    lost = frozenset(_BEGINNING.findall(junk.content or ""))
    return Broken(_line(source, note), note.code or "", note.message or "", lost)


def _line(source: str, node: ast.SyntaxNode) -> int:
    return source.count("\n", 0, node.span.start if node.span else 0) + 1


def key_of(entry: Entry) -> str:
    return f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name


def patterns_of(entry: Entry) -> dict[str, Pattern]:
    """Each text of a message or term by its key."""
    return {key: pattern for key, pattern, _ in _patterns(entry)}


def _patterns(entry: Entry) -> Iterator[tuple[str, Pattern, ast.Identifier]]:
    if entry.value is not None:
        yield key_of(entry), entry.value, entry.id
    for attribute in entry.attributes:
        yield f"{key_of(entry)}.{attribute.id.name}", attribute.value, attribute.id


def entries_of(patterns: Patterns) -> list[Entry]:
    """The messages and terms that hold these texts."""
    made: dict[str, Entry] = {}
    for key, pattern in patterns.items():
        name, _, attribute = key.partition(".")
        entry = made.setdefault(name, _entry(name))
        if attribute:
            entry.attributes.append(ast.Attribute(ast.Identifier(attribute), pattern))
        else:
            entry.value = pattern
    return list(made.values())


def _entry(name: str) -> Entry:
    if name.startswith("-"):
        return ast.Term(ast.Identifier(name[1:]), ast.Pattern([]))
    return ast.Message(ast.Identifier(name))


@dataclass(slots=True)
class Uses(Visitor):
    """What one pattern refers to."""

    variables: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    functions: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.texts.add(node.id.name + (f".{node.attribute.name}" if node.attribute else ""))

    def visit_TermReference(self, node: ast.TermReference) -> None:
        self.texts.add(f"-{node.id.name}" + (f".{node.attribute.name}" if node.attribute else ""))
        self.generic_visit(node)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:
        self.functions.add(node.id.name)
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        selector = node.selector
        if isinstance(selector, ast.VariableReference) and selector.id.name == "form":
            self.forms |= {v.key.name for v in node.variants if isinstance(v.key, ast.Identifier)}
        self.generic_visit(node)


def uses(pattern: ast.Pattern) -> Uses:
    found = Uses()
    if not all(isinstance(element, ast.TextElement) for element in pattern.elements):  # most are words and no more
        found.visit(pattern)
    return found


def arguments(key: str, patterns: Patterns) -> frozenset[str]:
    """The variables a text needs, with those of the messages it refers to, without `$form`.

    A term gets only what is written beside it, so its variables are its own affair.
    """
    needed: set[str] = set()
    ahead, seen = [key], set()
    while ahead:
        text = ahead.pop()
        if text in patterns and text not in seen:
            seen.add(text)
            found = uses(patterns[text])
            needed |= found.variables
            ahead += (other for other in found.texts if not other.startswith("-"))
    return frozenset(needed - {"form"})


def said(pattern: ast.Pattern, patterns: Patterns, form: str, depth: int = 0) -> str:
    """The longest this text can get in one form of address, each filled-in value as `⁨name⁩`."""
    return "".join(_part(element, patterns, form, depth) for element in pattern.elements)


def bare(pattern: ast.Pattern, patterns: Patterns, form: str) -> str:
    """The same without the filled-in values."""
    return _FILLED.sub("", said(pattern, patterns, form))


def longest(pattern: ast.Pattern, patterns: Patterns) -> int:
    """Characters of the longest variant; what is filled in counts nothing."""
    return max(len(bare(pattern, patterns, form)) for form in FORMS)


def _part(element: ast.BaseNode, patterns: Patterns, form: str, depth: int) -> str:
    if isinstance(element, ast.TextElement):
        return element.value
    if isinstance(element, ast.Placeable):
        return _part(element.expression, patterns, form, depth)
    if isinstance(element, ast.StringLiteral):
        return element.parse()["value"]
    if isinstance(element, ast.VariableReference):
        return f"\u2068{element.id.name}\u2069"
    if isinstance(element, ast.SelectExpression):
        chosen = _chosen(element, form)
        return max((said(variant.value, patterns, form, depth) for variant in chosen), key=len)
    if isinstance(element, ast.MessageReference | ast.TermReference) and depth < _DEEPEST:
        referred = [patterns[text] for text in _referred(element) if text in patterns]
        return "".join(said(pattern, patterns, form, depth + 1) for pattern in referred)
    return ""


def _chosen(select: ast.SelectExpression, form: str) -> list[ast.Variant]:
    """The variants that can be said: the one of this form of address, or all when something else decides."""
    if not (isinstance(select.selector, ast.VariableReference) and select.selector.id.name == "form"):
        return list(select.variants)
    fitting = [v for v in select.variants if isinstance(v.key, ast.Identifier) and v.key.name == form]
    return fitting or [variant for variant in select.variants if variant.default]


def _referred(reference: ast.MessageReference | ast.TermReference) -> list[str]:
    found = Uses()
    found.visit(reference)
    return sorted(found.texts)
