"""Carries one person's turn inside one transaction: what to load, what to write, and nothing that leaves it.

Rules for later editors: a turn changes the place of its own person only. What it means for others is written as rows.
It may run twice (a batch that failed is run again), so everything it does is rows; what must happen after the commit
is returned in `Taken`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from flows import engine
from flows.effects import Effect, Say
from flows.events import Event, Resumed, SetAside, Started
from flows.model import Aside, Choice, Flow, Frame, Phrase, Place, Verbatim, Wording
from flows.rules.documents import MADE_OF
from flows.rules.stages import is_finished
from flows.wording import Voice, plain
from handlers.drawings import rows_of
from handlers.facts import Asker, load_facts
from handlers.kit import Kit
from handlers.messages import Incoming
from handlers.telling import told
from handlers.welcome_back import what_changed
from storage import outbox
from storage.coding import say_json
from storage.db import Connection
from storage.outbox import Draft, Lane, MessageClass
from storage.people import Address, Person, set_person
from storage.places import add_place, close_place, load_place, move_place, open_places
from storage.versions import Version, version_now
from storage.workspaces import COALITION, Membership, memberships_of


@dataclass(frozen=True, slots=True)
class Taken:
    """What is left to do once the turn is committed.

    `alone` are courtesies that no reply carries; `erased` says that a person's rows are gone and the log on disk is
    to be emptied; `duplicate` that this delivery had been taken before.
    """

    duplicate: bool = False
    alone: tuple[Mapping[str, Any], ...] = ()
    erased: bool = False


@dataclass(slots=True)
class Turn:
    """One person's turn while it is being taken."""

    conn: Connection
    kit: Kit
    now: datetime
    person: Person
    address: Address
    carry_out: Callable[["Turn", Effect, Place], None]
    incoming: Incoming | None = None
    courtesies: list[Mapping[str, Any]] = field(default_factory=list)
    lead: list[Wording] = field(default_factory=list)
    moved: bool = False
    erased: bool = False
    lane: Lane = Lane.REPLY

    # -- who ---------------------------------------------------------------------------------------------------

    def plain_word(self, wording: Wording) -> str:
        """The words of a label, as this person sees them."""
        return plain(self.kit.conversations.texts.say(wording, self.voice))

    @property
    def voice(self) -> Voice:
        return Voice(self.person.language or self.kit.policy.languages[0], self.person.address_form or "plural")

    def set_person(self, **columns: object) -> None:
        self.person = set_person(self.conn, self.person.id, **columns)

    def memberships(self) -> tuple[Membership, ...]:
        """Their coalitions; a crisis is no coalition, and found only where it is asked for."""
        return tuple(m for m in self.parts() if m.kind == COALITION)

    def parts(self) -> tuple[Membership, ...]:
        """Every workspace they are in."""
        return memberships_of(self.conn, self.person.id)

    def membership_in(self, workspace: str | None) -> Membership | None:
        return next((m for m in self.parts() if m.workspace == workspace), None)

    def stand_in(self, workspace: str | None) -> None:
        """Make it the coalition that is talked about, if it is one."""
        membership = self.membership_in(workspace)
        if membership is not None and membership.kind == COALITION and workspace != self.person.active_workspace:
            self.set_person(active_workspace_id=workspace)

    # -- where -------------------------------------------------------------------------------------------------

    def waiting_place(self) -> Place | None:
        """The place asked last, mended if its step is gone; None when nobody waits for this person."""
        place = load_place(self.conn, self.person.id, self.person.waiting_place)
        return self.mend(place) if place else None

    def mend(self, place: Place) -> Place | None:
        mended = engine.mended(self.kit.conversations.catalogue, place)
        if mended is None:
            close_place(self.conn, place.id)
        if mended is not place and not self.moved:
            self.moved = True
            self.lead.append(Phrase("place-moved"))
        return mended

    def open(
        self,
        flow_id: str,
        carried: Mapping[str, str] | None = None,
        step: str | None = None,
        workspace: str | None = None,
    ) -> None:
        """Go on in a conversation, where it was left or at its start; `record` in `carried`: what it is about."""
        flow = self.kit.conversations.catalogue[flow_id]
        self._leave_lost_workspace()
        workspace = (workspace or self.person.active_workspace) if flow.role else None
        if not self._may_open(flow, workspace):
            return
        left = self._left_open(flow_id, workspace)
        if (
            left is not None
            and flow.stage
            and step is None
            and not is_finished(self.kit.conversations.catalogue, left[0])
        ):
            return self.resume(left[0], left[1])
        if left is not None:
            close_place(self.conn, left[0].id)
        frames = (Frame(flow_id, flow.first.id, item=(carried or {}).get("record", "")),)
        place = Place(self.kit.fresh(), flow_id, workspace, frames, carried=dict(carried or {}))
        add_place(self.conn, self.person.id, place, self.now)
        self.advance(place, Started(step))

    def resume(self, place: Place, left_at: datetime | None = None) -> None:
        """Stand at an open conversation again, and say what changed meanwhile."""
        mended = self.mend(place)
        if mended is None:
            return self.open("menu")
        if not self._may_open(self.kit.conversations.catalogue[mended.flow], mended.workspace):
            return close_place(self.conn, mended.id)
        self.stand_in(mended.workspace)
        if left_at is not None:
            self.lead += what_changed(self.conn, self.person.id, mended, left_at, self.now)
        self.advance(mended, Resumed())

    def advance(self, place: Place, event: Event) -> None:
        """Let one event happen at one place, and write what follows from it."""
        conversations = self.kit.conversations
        asker = Asker(self.conn, self.kit, self.person, place, self.now)
        facts = load_facts(asker, conversations.kinds[place.flow])
        lead, self.lead = tuple(self.lead), []
        advanced = engine.advance(
            conversations.catalogue,
            conversations.readings,
            place,
            event,
            facts,
            self.kit.fresh_ids(),
            self.now.astimezone(ZoneInfo(self.kit.policy.timezone)),
            lead,
        )
        self._stand(place, advanced.place)
        for effect in advanced.effects:
            self.carry_out(self, effect, advanced.place or place)

    def go_on(self) -> None:
        """Back to the question that waits, or to the menu where none does."""
        place = self.waiting_place()
        if place is None:
            return self.open("menu" if self.person.has_consented else "welcome")
        self.advance(place, Resumed())

    def set_aside(self, place: Place, aside: Aside) -> None:
        """Keep words apart at the open question, and ask what they were meant for."""
        self.advance(place, SetAside(aside))

    def _stand(self, before: Place, after: Place | None) -> None:
        if after is not None:
            move_place(self.conn, after, self.now)
            if self.person.waiting_place != after.id:
                self.set_person(waiting_place_id=after.id)
        else:
            close_place(self.conn, before.id)
            if self.person.waiting_place == before.id:
                self.set_person(waiting_place_id=None)

    def _leave_lost_workspace(self) -> None:
        """Whoever was taken out of the coalition they talked about goes on in one they are still in."""
        if self.person.active_workspace is None or self.membership_in(self.person.active_workspace):
            return
        remaining = self.memberships()
        self.set_person(active_workspace_id=remaining[0].workspace if remaining else None)

    def _left_open(self, flow: str, workspace: str | None) -> tuple[Place, datetime] | None:
        for place, at in open_places(self.conn, self.person.id):
            if (place.flow, place.workspace) == (flow, workspace):
                return place, at
        return None

    def _may_open(self, flow: Flow, workspace: str | None) -> bool:
        """Rights are checked whenever a conversation is opened, resumed or pressed in."""
        refusal = self.refusal(flow, workspace)
        if refusal is not None:
            self.lead.append(refusal)
            self.open("menu")
        return refusal is None

    def refusal(self, flow: Flow, workspace: str | None) -> Phrase | None:
        if flow.role is None:
            return None
        membership = self.membership_in(workspace)
        if membership is None:
            return Phrase("no-longer-member")
        if flow.role == "coordinator" and membership.role != "coordinator":
            return Phrase("coordinators-only")
        return None

    # -- speaking ----------------------------------------------------------------------------------------------

    def say(
        self,
        *lines: Wording,
        choices: tuple[Choice, ...] = (),
        message_class: MessageClass = MessageClass.REPLY,
    ) -> None:
        """Write one message to this person that is no question."""
        self.put(Say(lines, choices), None, message_class)

    def put(self, say: Say, place: Place | None, message_class: MessageClass = MessageClass.REPLY) -> None:
        """Write one row for this person; `place` when it is the question the person now waits at."""
        head = self._head(place)
        say = replace(say, lines=(*head, *self.lead, *say.lines))
        self.lead.clear()
        content = {"say": say_json(say)}
        self.write(content, place if say.question else None, message_class, place.workspace if place else None)

    def tell(self, person: int, workspace: str, *lines: Wording) -> bool:
        """Write one message for somebody else of a workspace; False if they cannot or do not want to be told."""
        return self.hand(person, workspace, {"say": say_json(Say(lines))})

    def hand(self, person: int, workspace: str, *contents: Mapping[str, Any]) -> bool:
        """As `tell`, for rows of any content."""
        return told(self.conn, self.kit, person, workspace, contents, self.now)

    def draw(self, artefact: str, workspace: str) -> Version:
        """Write rows that name what is to be drawn; it is drawn when it is sent, as what is known at this moment."""
        version = version_now(self.conn, workspace, artefact, MADE_OF[artefact], self.person.id, self.now)
        self.show(version)
        return version

    def show(self, version: Version, *, as_it_was: bool = False) -> None:
        """Write rows that show one version, as a picture or file and in words."""
        for content in rows_of(version, as_it_was=as_it_was):
            self.write(content, workspace=version.workspace)

    def write(
        self,
        content: Mapping[str, Any],
        place: Place | None = None,
        message_class: MessageClass = MessageClass.REPLY,
        workspace: str | None = None,
        expires_at: datetime | None = None,
    ) -> None:
        """Write one row for this person, of any content. Its buttons work until it expires, or for some days."""
        draft = Draft(
            key=self.kit.fresh(),
            person=self.person.id,
            address=self.address.id,
            channel=self.address.channel,
            message_class=message_class,
            lane=self.lane,
            content=content,
            workspace=workspace,
            place=place.id if place else None,
            place_version=place.version if place else None,
            expires_at=expires_at,
            courtesies=tuple(self.courtesies),
        )
        self.courtesies.clear()
        outbox.put(self.conn, draft, self.now)

    def _head(self, place: Place | None) -> tuple[Wording, ...]:
        """The active coalition's name, for people who are in several."""
        if place is None or place.workspace is None or len(self.memberships()) < 2:
            return ()
        membership = self.membership_in(place.workspace)
        if membership is not None and membership.kind != COALITION:
            return ()
        name: Wording = Verbatim(membership.name) if membership and membership.name else Phrase("unnamed-coalition")
        return (Phrase("head-coalition", {"coalition": name}),)

    def taken(self) -> Taken:
        return Taken(alone=tuple(self.courtesies), erased=self.erased)
