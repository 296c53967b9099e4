"""Carries one decision from step to step: the moving parts of the engine, alive for a single `advance`."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from flows import asking
from flows.effects import Do, Draw, Effect, End, Open, Save, Say
from flows.model import END, Ask, Depth, Frame, Step, Value, Wording
from flows.standing import Standing

STEPS_IN_ONE_WALK = 200
NEW_ITEM = "new_item"
CARRIED_KIND = "answer"
"""Answers that only steer the conversation they were given in; they are carried in the place and never kept."""
PICKED = "picked"


@dataclass(slots=True)
class Walk(Standing):
    """The state of one decision; everything it holds is itself frozen."""

    fresh: Iterator[str]
    lead: list[Wording] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)

    # -- going on ------------------------------------------------------------------------------------------------

    def run_from(self, step: Step | None) -> None:
        """Pass steps until one waits or the conversation is over."""
        for _ in range(STEPS_IN_ONE_WALK):
            if step is None:
                return self.end()
            self._stand_at(step)
            if not self.holds(step.when):
                step = self._passed_over(step)
            elif step.waits:
                if self.ask():
                    return
                step = self.following(self.step)
            elif step.opens and not step.call:
                return self.open(step.opens[""])
            else:
                step = self._pass(step)
        raise RecursionError(f"flow {self.place.flow} passes more than {STEPS_IN_ONE_WALK} steps without asking")

    def leave(self, picked: str | None = None) -> None:
        """The step is answered or skipped: put it on the trail and go on."""
        step = self.step
        if not step.offer_more:
            self.place = replace(self.place, trail=(*self.place.trail[-49:], self.place.frames))
        self.place = replace(self.place, choices=(), ticked=frozenset(), listed=(), aside=None)
        if picked is not None and picked in step.opens:
            return self.open(step.opens[picked])
        self.run_from(self.following(step, picked))

    def following(self, step: Step, picked: str | None = None) -> Step | None:
        """The step after this one; leaves a block when it is at its end, for the next item or the caller."""
        target = step.branches.get(picked or "", step.goto)
        if step.depth is Depth.FIX and step.waits and step.goto:
            return self.flow.steps[step.goto]  # the record that was picked is corrected in its block
        if target == PICKED:
            return self._corrected(picked or "")
        if target is None or self._is_corrected:
            return self._onward(step)
        return self._popped() if target == END else self.flow.steps[target]

    def open(self, flow: str) -> None:
        self.flush()
        self.effects.append(Open(flow, self.place.carried))
        self.end()

    def end(self) -> None:
        self.flush()
        self.effects.append(End())

    # -- speaking ------------------------------------------------------------------------------------------------

    def ask(self) -> bool:
        """Ask the step the person stands at; False when there is nothing to choose from."""
        self._forget_carried()
        offer = asking.next_offer(self) if self.step.offer_more else None
        question = asking.question(self)
        if question is None:
            return False
        if offer is not None:
            self._set_here(offered=(*self.place.here.offered, offer.id))
        self.place = replace(
            self.place,
            version=self.place.version + 1,
            choices=question.choices,
            ticked=question.ticked,
            listed=(),
            aside=None,
            seen=None if self.makes_items(self.step) else self.answer_to(self.step),
        )
        self.say(question)
        return True

    def redraw(self) -> None:
        """Show the waiting question again as it stands: same choices, same ticks, what was listed so far."""
        if self.place.aside is not None:
            return self.say(asking.aside_question(self))
        if not self.place.choices and not self.place.listed:
            if not self.ask():
                self.run_from(self.following(self.step))
            return
        self.say(asking.redrawn(self))

    def ask_again(self, line: Wording) -> None:
        """Say why the answer does not fit, and show the question as it stands."""
        self.lead.append(line)
        self.redraw()

    def say(self, message: Say) -> None:
        self.effects.append(replace(message, lines=(*self.lead, *message.lines)))
        self.lead.clear()

    def save(self, item: str, name: str, value: Value, said_in: str | None = None) -> None:
        target = self.step.save
        assert target is not None
        if target.kind == CARRIED_KIND:
            carried = ",".join(value) if isinstance(value, list) else str(value)
            self.place = replace(self.place, carried={**self.place.carried, name: carried})
        else:
            self.effects.append(Save(target.kind, item, name, value, self.step.id, said_in))
        self.facts = self.facts.laid_over(target.kind, item, name, value)

    # -- inner steps ---------------------------------------------------------------------------------------------

    def _stand_at(self, step: Step) -> None:
        frames = (*self.place.frames[:-1], replace(self.place.here, step=step.id))
        self.place = replace(self.place, frames=frames)

    def _pass(self, step: Step) -> Step | None:
        if step.ask is Ask.MESSAGE:
            self.say(Say((asking.phrase(self, step),)))
        elif step.draw is not None:
            self.flush()
            self.effects.append(Draw(step.draw))
        elif step.do == NEW_ITEM:
            self._set_here(item=next(self.fresh))
        elif step.do is not None:
            self.flush()
            frames = self.place.frames
            calling = frames[-2].flow if len(frames) > 1 else self.flow.id
            self.effects.append(Do(step.do, calling, dict(self.place.carried), self.place.here.item))
        elif step.call is not None:
            return self._called(step, step.call)
        elif step.save is not None:
            self.save(self.item_of(step), step.save.field, step.save.mark)
        return self.following(step)

    def _passed_over(self, step: Step) -> Step | None:
        """As if it were not written: the next step of the file, wherever its own `goto` would have led."""
        return self._onward(step)

    def _called(self, step: Step, block: str) -> Step | None:
        items = tuple(choice.value for choice in self.source(step.for_each)) if step.for_each else ("",)
        if not items:
            return self.following(step)
        first = self.catalogue[block].first
        frame = Frame(block, first.id, item=items[0], queue=items[1:])
        self.place = replace(self.place, frames=(*self.place.frames, frame))
        return first

    @property
    def _is_corrected(self) -> bool:
        return self.place.correcting and len(self.place.frames) == 1 and self.flow.summary is not None

    def _onward(self, step: Step) -> Step | None:
        """Where the order of the file leads; from a correction to the summary, from what was offered to the offer."""
        if self._is_corrected:
            self.place = replace(self.place, correcting=False)
            return self.flow.steps[self.flow.summary or ""]
        offering = self._offering_step() if step.depth is Depth.MORE else None
        return offering or self._inline_after(step)

    def _inline_after(self, step: Step) -> Step | None:
        """The next step of the file that is on the short path."""
        following = self.flow.after(step.id)
        while following is not None and following.depth is not Depth.CORE:
            following = self.flow.after(following.id)
        return following or self._popped()

    def _popped(self) -> Step | None:
        frame = self.place.here
        if frame.queue:
            first = self.catalogue[frame.flow].first
            self._set_here(step=first.id, item=frame.queue[0], queue=frame.queue[1:])
            return first
        if len(self.place.frames) == 1:
            return None
        self.place = replace(self.place, frames=self.place.frames[:-1])
        return self.following(self.step)

    def _corrected(self, step_id: str) -> Step:
        """Leave the block that asked what to correct, for that question; nothing picked: for the block's own call."""
        self.place = replace(self.place, frames=self.place.frames[:-1])
        self.place = replace(self.place, correcting=step_id in self.flow.steps)
        return self.flow.steps.get(step_id, self.step)

    def _offering_step(self) -> Step | None:
        return next((step for step in self.flow.steps.values() if step.offer_more), None)

    def _forget_carried(self) -> None:
        """A steering question asked again starts anew."""
        target = self.step.save
        if target is not None and target.kind == CARRIED_KIND:
            carried = {name: value for name, value in self.place.carried.items() if name != target.field}
            self.place = replace(self.place, carried=carried)

    def _set_here(self, **changes: object) -> None:
        here = replace(self.place.here, **changes)  # type: ignore[arg-type]
        self.place = replace(self.place, frames=(*self.place.frames[:-1], here))

    def flush(self) -> None:
        """Say what was going to open the next message, when no next message comes."""
        if self.lead:
            self.say(Say(()))
