"""One prompt on a page: its title and help, and either its field or what was written as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click, DescendantFocus
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from reflect_tui.practice.exercise import Imagined, Kind, Prompt, Service, Way
from reflect_tui.session.address import Address
from reflect_tui.session.agreed import AgreedAction
from reflect_tui.session.endings import said_of
from reflect_tui.session.model import Action, Ending, Response, Session
from reflect_tui.session.values import Value
from reflect_tui.tui.content import join, prose, said
from reflect_tui.tui.reveal import reveal_from
from reflect_tui.tui.spoken import one_line
from reflect_tui.tui.widgets.closed import Closed
from reflect_tui.tui.widgets.editor import Editor
from reflect_tui.tui.widgets.fields import FIELDS
from reflect_tui.tui.widgets.fields.actions import ActionsField
from reflect_tui.tui.widgets.fields.agreed import AgreedField, agreed_reading
from reflect_tui.tui.widgets.fields.base import Field
from reflect_tui.tui.widgets.fields.contrast import ContrastField
from reflect_tui.tui.widgets.move_line import Below, MoveLine
from reflect_tui.tui.widgets.reading import reading

_FIRST_WORDS = 64
"""Cells of what was written that stand under a question that is folded away."""
INVITATION = {
    Kind.CHOOSE: "Choose here, or leave it blank.",
    Kind.CHOOSE_MANY: "Choose here, or leave it blank.",
    Kind.PLACE: "Place it here, or leave it blank.",
}
"""What a prompt that isn't open says while nothing is written to it."""
LOOKED_AT = (Kind.TEXT, Kind.LINE, Kind.CONTRAST, Kind.DAY)
"""Kinds whose words can be looked at; those of a round are not one person's."""


class PromptBlock(Vertical):
    """A prompt: its title, its help, and its field once one goes there."""

    DEFAULT_CSS = """
    PromptBlock {
        height: auto; margin-bottom: 1;
        .prompt-title { height: auto; text-style: bold; color: $text-main; }
        .prompt-help { height: auto; color: $muted; }
        .prompt-probe { height: auto; color: $muted; padding-left: 2; }
        .prompt-note { height: auto; color: $muted; }
        .answer, .beside { height: auto; }
        &.-folded {
            Closed { border: none; padding: 0 0 0 2; }
            Closed:hover { border: none; background: $surface; }
        }
        &.-folded.-shut { .prompt-title, .prompt-help, .beside { display: none; } }
        &.-folded.-open { margin-bottom: 1; }
    }
    """

    class Opened(Message):
        """This prompt is the one being at."""

        def __init__(self, block: PromptBlock) -> None:
            super().__init__()
            self.block = block

    class Written(Message):
        """Something was written to a prompt."""

        def __init__(self, address: Address, value: Value) -> None:
            super().__init__()
            self.address = address
            self.value = value

    class Moved(Message):
        """A response was moved into the note, or out of it."""

        def __init__(self, block: PromptBlock, *, in_note: bool) -> None:
            super().__init__()
            self.block = block
            self.in_note = in_note

    def __init__(
        self,
        prompt: Prompt,
        address: Address,
        *,
        way: Way,
        service: Service,
        folded: bool = False,
        beside: Callable[[], Widget] | None = None,
        earlier: str = "",
        carried: Sequence[AgreedAction] = (),
    ) -> None:
        """`folded`: it is one line while one is not at it. `beside` stands under its help.

        `earlier` is the sentence of the round before, to say again; `carried` is what earlier
        sessions agreed.
        """
        super().__init__(classes="-folded -shut" if folded else "")
        self._folded = folded
        self._beside = beside
        self._earlier = earlier
        self._carried = carried
        self.prompt = prompt
        self.address = address
        self._way = way
        self._service = service
        self._response: Response | None = None
        self._actions: tuple[Action, ...] = ()
        self._endings: tuple[Ending, ...] = ()
        self.is_open = False
        self.editor: Editor | None = None
        """The editor somebody was in last."""

    def take(self, response: Response | None, session: Session) -> None:
        """What is written to it now; drawn when it is closed or moved."""
        self._response = response
        self._actions, self._endings = session.actions, session.endings
        if not self.is_mounted:
            return
        # Not those of actions, further in: each says where its own action is.
        for line in self.query(".answer > Below > MoveLine").results(MoveLine):
            line.show(in_note=bool(response and response.in_note))
        for field in self.query(ActionsField):
            field.set_actions(self._actions)
        for agreed in self.query(AgreedField):
            agreed.set_endings(self._endings)

    def compose(self) -> ComposeResult:
        """Title and help; the answer comes with `open` or `close`."""
        yield Static(said(self.prompt.title), classes="prompt-title")
        first = {"practitioner": "The practitioner", "supervisor": "The supervisor"}
        if self.prompt.by in first and self._way is not Way.SOLO:
            yield Static(said(f"{first[self.prompt.by]} goes first."), classes="prompt-help")
        if self.prompt.help:
            yield Static(prose(self.prompt.help), classes="prompt-help")
        if self._beside is not None:
            with Vertical(classes="beside"):
                yield self._beside()
        with Vertical(classes="answer"):
            yield self._standing()

    def _line(self) -> Widget:
        """Folded: the question, and the first words of what was written."""
        value = self._response.value if self._response else None
        words = one_line(reading(self.prompt, value).plain, _FIRST_WORDS) if value else ""
        if self.prompt.kind is Kind.PLACE and value:
            words = "placed"
        if self.prompt.kind is Kind.AGREED:
            words = one_line("; ".join(" ".join(said_of(kept)) for kept in self._endings))
        answer = said(f"\n{words}", "$muted") if words else Content("")
        return Closed(join(said(self.prompt.title), answer), blank=not words)

    def _standing(self) -> Widget:
        if self._folded:
            return self._line()
        value = self._response.value if self._response else None
        if self.prompt.kind is Kind.ACTIONS and self._actions:
            words = join(*(said(f"{action.what}\n") for action in self._actions))
            return Closed(Content(words.plain.rstrip()), blank=False)
        if self.prompt.kind is Kind.AGREED:
            return Closed(agreed_reading(self._carried, self._endings), blank=not self._endings)
        if value is None:
            invitation = INVITATION.get(self.prompt.kind, "Write here, or leave it blank.")
            return Closed(Content(invitation), blank=True)
        mark = said("  · in the note", "$accent") if self._response.in_note else Content("")  # type: ignore[union-attr]  # a value comes from a response
        return Closed(join(reading(self.prompt, value), mark), blank=False)

    async def open(self) -> None:
        """Become the prompt one is at: its field, its probes, and where it goes."""
        if self.is_open:
            return
        self.is_open = True
        self.set_class(True, "-open").set_class(False, "-shut")
        field = self._field()
        parts: list[Widget] = [field]
        parts += [
            Static(said(f"· {probe}"), classes="prompt-probe") for probe in self.prompt.probes
        ]
        if self.prompt.kind is Kind.PLACE:
            words = "Where it stands never goes into a note."
            parts.append(Static(Content(words), classes="prompt-note"))
        elif self.prompt.imagined is Imagined.ALL:
            words = "Imagined for reflection; not about this person."
            parts.append(Static(Content(words), classes="prompt-note"))
        elif self.prompt.kind not in (Kind.ACTIONS, Kind.AGREED):
            moving = MoveLine(self._way, in_note=bool(self._response and self._response.in_note))
            looks = self.prompt.kind in LOOKED_AT and not self.prompt.own_words
            parts.append(Below(moving, looks=looks))
        answer = self.query_one(".answer", Vertical)
        async with answer.batch():
            # The focus moves before what had it goes: else it would jump to the next prompt.
            await answer.mount_all(parts)
            field.focus_first()
            await answer.remove_children(Closed)

    async def close(self) -> None:
        """Stand as text again."""
        if not self.is_open:
            return
        self.is_open = False
        self.set_class(False, "-open").set_class(self._folded, "-shut")
        answer = self.query_one(".answer", Vertical)
        async with answer.batch():
            standing = self._standing()
            await answer.mount(standing)
            await answer.remove_children([part for part in answer.children if part is not standing])

    def _field(self) -> Field:
        value = self._response.value if self._response else None
        kind = FIELDS[self.prompt.kind]
        if issubclass(kind, ActionsField):
            return kind(
                self.prompt, None, service=self._service, way=self._way, actions=self._actions
            )
        if issubclass(kind, AgreedField):
            return kind(
                self.prompt,
                None,
                service=self._service,
                way=self._way,
                carried=self._carried,
                endings=self._endings,
            )
        field = kind(self.prompt, value, service=self._service, way=self._way)
        if isinstance(field, ContrastField):
            field.earlier = self._earlier
        return field

    async def on_click(self, event: Click) -> None:
        """A click on the question itself leads to its answer."""
        event.stop()
        if not self.is_open:
            self.post_message(self.Opened(self))
        elif self.screen.focused is None or self not in self.screen.focused.ancestors:
            self.query_one(Field).focus_first()

    @on(DescendantFocus)
    def _gone_to(self, event: DescendantFocus) -> None:
        """Where one writes, the question stands in sight too."""
        if isinstance(event.widget, Editor):
            self.editor = event.widget
        if not isinstance(event.widget, Closed):
            # After Textual's own scrolling, which waits for a refresh itself.
            self.call_after_refresh(self.call_after_refresh, reveal_from, self, event.widget)

    @on(Closed.Wanted)
    def _wanted(self, event: Closed.Wanted) -> None:
        event.stop()
        self.post_message(self.Opened(self))

    @on(Field.Changed)
    def _changed(self, event: Field.Changed) -> None:
        event.stop()
        self.post_message(self.Written(self.address, event.value))

    @on(MoveLine.Moved)
    def _moved(self, event: MoveLine.Moved) -> None:
        event.stop()
        self.post_message(self.Moved(self, in_note=event.in_note))
