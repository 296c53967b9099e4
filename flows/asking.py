"""Words a question: its progress line, what was answered so far, its choices, and the asides that hang on it."""

from collections.abc import Iterator

from flows.effects import Say
from flows.facts import RECORD_KINDS
from flows.model import Ask, Choice, Depth, Fields, Fill, Phrase, Step, Value, Verbatim, Wording
from flows.rules.dates import moment_from, usual_days
from flows.rules.days import day_said, is_moment, kept_day, short_day
from flows.standing import REMOVED, Standing

DONE, KEEP, NOW, LATER, DROP_LAST = "_done", "_keep", "_now", "_later", "_drop_last"
MINE, GO, ADD, NONE, OTHER = "_mine", "_go", "_add", "_none", "_other"

CHECKIN_WORD = "checkin_"
"""Begins what words were set aside for when they may answer a check-in."""

DAYS_TO_CHOOSE_FROM = 4

YES_NO = ("yes", "no")


def question(at: Standing) -> Say | None:
    """The question of the step the person stands at; None when there is nothing to choose from."""
    if at.step.offer_more:
        return _offer(at)
    choices = choices_of(at, at.step)
    if needs_choices(at.step) and not choices:
        return None
    earlier = at.answer_to(at.step)
    lines = (*progress(at), phrase(at, at.step), *_answered_so_far(at, earlier))
    ticked = _ticked(at, earlier)
    return Say(lines, (*choices, *_controls(at.step, earlier)), True, at.step.ask is Ask.CHOICES, ticked)


def redrawn(at: Standing) -> Say:
    """The waiting question as it stands: the frozen choices, the ticks, what was listed."""
    if at.step.offer_more:
        return Say((_offer_line(at.place.here.offered[-1]),), at.place.choices, True)
    if at.place.listed and at.step.ask is Ask.DATE:
        return Say((*progress(at), _said_back(at)), at.place.choices, True)
    listed = (_said_back(at),) if at.place.listed else ()
    earlier = () if listed else _answered_so_far(at, at.answer_to(at.step))
    lines = (*progress(at), phrase(at, at.step), *earlier, *listed)
    return Say(lines, at.place.choices, True, at.step.ask is Ask.CHOICES, at.place.ticked)


def aside_question(at: Standing) -> Say:
    """Asks what the words set aside were meant for; the question before them stays open."""
    aside = at.place.aside
    assert aside is not None
    key = "was-it-an-answer" if aside.word else "and-this"
    if (aside.word or "").startswith(CHECKIN_WORD):
        key = "was-it-checkin"
    return Say((Phrase(key, {"text": aside.text}),), at.place.choices, True)


def aside_choices(word: str | None) -> tuple[Choice, ...]:
    mine = Choice(MINE, Phrase("choice-my-answer"))
    if (word or "").startswith(CHECKIN_WORD):
        return (Choice(GO, Phrase("open-word.checkin")), mine)
    other = Choice(GO, Phrase(f"open-word.{word}")) if word else Choice(ADD, Phrase("choice-add-to-earlier"))
    return (mine, other)


def opening_step(at: Standing) -> Step:
    """Where to begin a stage: the start, the first question not answered yet, or the summary when all are.

    Other conversations always begin at their start: consent must not be passed because the language is known.
    """
    if not at.flow.stage:
        return at.flow.first
    core = tuple(core_questions(at))
    answered = [at.answer_to(step) is not None for step in core]
    if not any(answered):
        return at.flow.first
    if all(answered) and at.flow.summary:
        return at.flow.steps[at.flow.summary]
    return next((step for step, done in zip(core, answered, strict=True) if not done), at.flow.first)


def core_questions(at: Standing) -> Iterator[Step]:
    """The questions of the short path whose answers are kept and that apply here."""
    for step in at.flow.steps.values():
        kept = step.save is not None and step.save.kind in RECORD_KINDS
        if step.waits and kept and step.depth is Depth.CORE and at.holds(step.when):
            yield step


def next_offer(at: Standing) -> Step | None:
    """The next thing worth adding: not offered in this round, not answered, and with something to choose from."""
    return next(_offers(at), None)


def _offers(at: Standing) -> Iterator[Step]:
    for step in at.flow.steps.values():
        if step.depth is Depth.MORE and step.id not in at.place.here.offered and _is_worth_offering(at, step):
            yield step


def choices_of(at: Standing, step: Step) -> tuple[Choice, ...]:
    if step.source:
        return at.source(step.source)
    if step.ask is Ask.YES_NO:
        return tuple(Choice(value, Phrase(f"answer-{value}")) for value in YES_NO)
    if step.ask is Ask.DATE:
        return _usual_days(at)
    kept = (value for value in step.choices if at.holds(step.only.get(value)))
    return tuple(Choice(value, Phrase(f"{step.id}.choice-{value}")) for value in kept)


def needs_choices(step: Step) -> bool:
    return step.ask in {Ask.CHOICE, Ask.CHOICES, Ask.YES_NO}


def phrase(at: Standing, step: Step) -> Phrase:
    """The step's own text, with what it fills in."""
    fills: dict[str, Fill] = {"name": str(at.facts.tables.get("person", {}).get("", {}).get("display_name") or "")}
    if step.fills:
        fills |= at.readings.fills[step.fills].ask(at.facts, at.here)
    return Phrase(step.id, fills)


def help_for(step: Step) -> Phrase:
    """Why we ask, with one example; an offer explains itself."""
    return Phrase("more-offer-help") if step.offer_more else Phrase(f"{step.id}.help")


def progress(at: Standing) -> tuple[Wording, ...]:
    """ "Stage A, 2 of 3" on the short path; the name of the record a block is about; nothing elsewhere."""
    item = at.place.here.item
    if item and len(at.place.frames) > 1:
        return _about_item(at, item)
    if not at.flow.stage or not (at.step.save or at.step.offer_more):
        return ()
    core = [step.id for step in core_questions(at)]
    title = Phrase(f"{at.flow.id}-title")
    if at.step.id not in core:
        return (Phrase("progress-more", {"stage": title}),)
    return (Phrase("progress", {"stage": title, "number": core.index(at.step.id) + 1, "total": len(core)}),)


def worded(at: Standing, step: Step, value: Value) -> Wording:
    """An answer as people read it: labels for choices, names for records, a dash list for lists."""
    if value in (None, "", []):
        return Phrase("not-clear-yet")
    if step.ask is Ask.DATE:
        return kept_day(value)
    if at.makes_items(step):
        return _records_listed(at, step)
    if isinstance(value, list):
        lines = tuple(Phrase("dash-line", {"text": _worded_one(at, step, one)}) for one in value)
        return Phrase("and-list", {"items": lines})
    return _worded_one(at, step, value)


def listed_so_far(listed: tuple[str, ...]) -> Phrase:
    lines = tuple(Phrase("numbered", {"number": n, "text": text}) for n, text in enumerate(listed, 1))
    return Phrase("listed-so-far", {"items": lines})


def choices_while_listed(at: Standing) -> tuple[Choice, ...]:
    """What can be pressed while words wait to be finished (a list) or agreed to (a day)."""
    if at.step.ask is Ask.DATE:
        return _days_to_confirm(at.place.listed)
    return (Choice(DONE, Phrase("choice-done")), Choice(DROP_LAST, Phrase("choice-drop-last")))


def _worded_one(at: Standing, step: Step, value: Value) -> Wording:
    if step.source and step.ask is not Ask.CONTACT:
        return _label(at, step, str(value))
    if step.ask is Ask.YES_NO:
        return Phrase(f"answer-{value}")
    if isinstance(value, str) and value in step.choices:
        return Phrase(f"{step.id}.choice-{value}")
    return Verbatim(str(value))


def _records_listed(at: Standing, step: Step) -> Phrase:
    """The records a list made, each with whoever leads it and its day where they are known."""
    assert step.save is not None
    standing = (f for f in at.facts.all(step.save.kind).values() if f.get(step.save.field) and not f.get(REMOVED))
    lines = tuple(Phrase("dash-line", {"text": _record(f, str(f[step.save.field]))}) for f in standing)
    return Phrase("and-list", {"items": lines})


def _record(fields: Fields, title: str) -> Wording:
    owner, due = fields.get("owner"), fields.get("due")
    if owner and due:
        return Phrase("owned-dated-item", {"title": title, "owner": str(owner), "day": kept_day(due)})
    if due:
        return Phrase("dated-item", {"title": title, "day": kept_day(due)})
    return Phrase("owned-item", {"title": title, "owner": str(owner)}) if owner else Verbatim(title)


def _about_item(at: Standing, item: str) -> tuple[Wording, ...]:
    named = (at.facts.tables[kind].get(item, {}) for kind in sorted(RECORD_KINDS & at.facts.tables.keys()))
    name = next((fields.get("name") or fields.get("title") for fields in named if fields), None)
    return (Phrase("about-item", {"item": str(name)}),) if name else ()


def _answered_so_far(at: Standing, earlier: Value) -> tuple[Wording, ...]:
    step = at.step
    is_a_record = (at.flow.stage or at.flow.is_block) and step.save is not None and step.save.kind in RECORD_KINDS
    is_no_choice_of_it = step.ask is Ask.CHOICE and not step.source and earlier not in step.choices
    is_no_choice_of_it |= step.ask is Ask.DATE and not is_moment(earlier)  # "another day" was pressed before it
    if earlier is None or step.ask is Ask.CHOICES or not is_a_record or is_no_choice_of_it:
        return ()
    return (Phrase("answered-so-far", {"value": worded(at, at.step, earlier)}),)


def _ticked(at: Standing, earlier: Value) -> frozenset[str]:
    return frozenset(earlier) if at.step.ask is Ask.CHOICES and isinstance(earlier, list) else frozenset()


def _controls(step: Step, earlier: Value) -> tuple[Choice, ...]:
    if step.ask is Ask.CHOICES:
        return (Choice(DONE, Phrase("choice-done")),)
    if step.ask is Ask.CHOICE and step.source and not step.required:
        return (Choice(NONE, Phrase("choice-none-of-these")),)
    other = (Choice(OTHER, Phrase("choice-date-other")),) if step.ask is Ask.DATE else ()
    if earlier is not None and step.ask in {Ask.TEXT, Ask.LIST, Ask.CONTACT, Ask.NUMBER, Ask.DATE}:
        return (*other, Choice(KEEP, Phrase("choice-keep")))
    return other


def _usual_days(at: Standing) -> tuple[Choice, ...]:
    """The days that are pressed; what stands on the button is what is kept, also after midnight."""
    return tuple(
        Choice(moment.iso(), Phrase(f"date-{key}", {"day": short_day(moment)})) for key, moment in usual_days(at.now)
    )


def _days_to_confirm(isos: tuple[str, ...]) -> tuple[Choice, ...]:
    other = Choice(OTHER, Phrase("choice-date-other"))
    if len(isos) == 1:
        return (Choice(isos[0], Phrase("choice-date-right")), other)
    return (*(Choice(iso, day_said(moment_from(iso))) for iso in isos), other)


def _said_back(at: Standing) -> Phrase:
    listed = at.place.listed
    if at.step.ask is not Ask.DATE:
        return listed_so_far(listed)
    return Phrase("date-which") if len(listed) > 1 else Phrase("date-echo", {"date": kept_day(listed[0])})


def _label(at: Standing, step: Step, value: str) -> Wording:
    """What the person saw when it was chosen; the record's own name where it is offered no more."""
    shown = next((choice.label for choice in at.source(step.source or "") if choice.value == value), None)
    if shown is not None or step.save is None:
        return shown or Verbatim(value)
    named = (at.facts.tables[kind].get(value, {}) for kind in sorted(RECORD_KINDS & at.facts.tables.keys()))
    return Verbatim(str(next((fields["name"] for fields in named if fields.get("name")), value)))


def _offer(at: Standing) -> Say | None:
    step = next_offer(at)
    if step is None:
        return None
    now, enough = Choice(NOW, Phrase("choice-now")), Choice(DONE, Phrase("choice-enough"))
    later = (Choice(LATER, Phrase("choice-something-else")),) if len(list(_offers(at))) > 1 else ()
    return Say((_offer_line(step.id),), (now, *later, enough), True)


def _offer_line(step_id: str) -> Phrase:
    return Phrase("more-offer", {"topic": Phrase(f"{step_id}.topic")})


def _is_worth_offering(at: Standing, step: Step) -> bool:
    if not at.holds(step.when):
        return False
    if step.call:
        return not step.for_each or bool(at.source(step.for_each))
    has_choices = not needs_choices(step) or bool(choices_of(at, step))
    return has_choices and at.answer_to(step) is None
