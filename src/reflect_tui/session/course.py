"""What comes next: the pages of a session, in order. Pure: from what is kept, no state.

A page is a stage, with its entry where it belongs to a round. Nothing here knows whether a
prompt was answered, except that something written is never hidden: a prompt whose condition no
longer holds stays on its page while it has a response.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reflect_tui.errors import ReflectError
from reflect_tui.practice.exercise import (
    Condition,
    Exercise,
    Kind,
    Prompt,
    Service,
    Shape,
    Stage,
    Way,
)
from reflect_tui.session.address import Address, Place
from reflect_tui.session.model import Session, Stamped
from reflect_tui.session.values import Choice, Choices


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it stands now: where it is, its stage, and the prompts shown on it."""

    place: Place
    exercise: Exercise
    stage: Stage
    prompts: tuple[Prompt, ...]

    def address(self, prompt: Prompt) -> Address:
        """The address of one of its prompts."""
        return self.place.prompt(prompt.id)


class Course:
    """The exercises of a session, as its way of working and service meet them."""

    def __init__(
        self,
        way: Way,
        service: Service,
        stamped: tuple[Stamped, ...],
        *,
        carries: bool = False,
    ) -> None:
        """`carries`: whether earlier sessions agreed something to come back to in this one."""
        self._carries = carries
        self.exercises: tuple[Exercise, ...] = tuple(
            _read(kept.text, kept.id).played(way, service, short=kept.short) for kept in stamped
        )

    def exercise(self, exercise_id: str) -> Exercise | None:
        """An exercise of the session, or None."""
        return next((found for found in self.exercises if found.id == exercise_id), None)

    def stage(self, place: Place) -> Stage | None:
        """The stage of a place, whether or not it is walked, or None."""
        exercise = self.exercise(place.exercise)
        return exercise.stage(place.stage) if exercise else None

    def prompt(self, address: Address) -> Prompt | None:
        """The prompt at an address, or None."""
        stage = self.stage(address.place)
        return stage.prompt(address.prompt) if stage else None

    def pages(self, session: Session) -> tuple[Page, ...]:
        """Every page that is walked, in order."""
        return tuple(page for page in self.every_page(session) if self._walked(page, session))

    def every_page(self, session: Session) -> tuple[Page, ...]:
        """Every page one can go to: those walked, and cards nobody picked."""
        return tuple(
            self._page(place, exercise, stage, session)
            for exercise in self.exercises
            for place, stage in _places(exercise, session)
            if self._stands(stage, place, session)
        )

    def page(self, place: Place, session: Session) -> Page | None:
        """The page at a place, or None when there is none (or not any more)."""
        exercise, stage = self.exercise(place.exercise), self.stage(place)
        if exercise is None or stage is None or not self.has(place, session):
            return None
        if not self._stands(stage, place, session):
            return None
        return self._page(place, exercise, stage, session)

    def has(self, place: Place, session: Session) -> bool:
        """Whether a place is one of the session's, shown now or not: its entry is the round's."""
        exercise = self.exercise(place.exercise)
        return exercise is not None and any(place == own for own, _ in _places(exercise, session))

    def near(self, place: Place | None, session: Session) -> Page | None:
        """The page to stand on where there is none at a place: the one before, else the next."""
        before = self.before(place, session) if place else None
        return before or self.after(place, session)

    def after(self, place: Place | None, session: Session) -> Page | None:
        """The page that Next leads to; None at the end. From nowhere: the first."""
        pages = self.pages(session)
        if place is None:
            return pages[0] if pages else None
        return self._neighbour(place, session, pages, forward=True)

    def before(self, place: Place, session: Session) -> Page | None:
        """The page that Back leads to; None at the beginning."""
        return self._neighbour(place, session, self.pages(session), forward=False)

    def round_of(self, place: Place) -> Stage | None:
        """The repeating stage a place's round belongs to, or None outside a round."""
        stage = self.stage(place)
        if stage is None or not place.entry:
            return None
        if stage.shape is Shape.REPEAT:
            return stage
        exercise = self.exercise(place.exercise)
        return exercise.stage(stage.for_stage) if exercise else None

    def ends_round(self, place: Place, session: Session) -> bool:
        """Whether a page is the last of its entry's round: here "another" is offered."""
        following = self.after(place, session)
        return bool(place.entry) and (following is None or following.place.entry != place.entry)

    def _neighbour(
        self, place: Place, session: Session, pages: tuple[Page, ...], *, forward: bool
    ) -> Page | None:
        walked = {page.place: page for page in pages}
        # Pages that aren't shown now stand in the order too: one can be on a page as it goes.
        order = [own for exercise in self.exercises for own, _ in _places(exercise, session)]
        if place not in order:
            return pages[0] if pages else None
        at = order.index(place)
        rest = order[at + 1 :] if forward else order[:at][::-1]
        return next((walked[candidate] for candidate in rest if candidate in walked), None)

    def _page(self, place: Place, exercise: Exercise, stage: Stage, session: Session) -> Page:
        shown = tuple(
            prompt
            for prompt in stage.prompts
            if self._comes_back(prompt, session)
            and (
                holds(prompt.when, place, session)
                or session.response(place.prompt(prompt.id)) is not None
            )
        )
        return Page(place, exercise, stage, shown)

    def _stands(self, stage: Stage, place: Place, session: Session) -> bool:
        """Whether one can go to a stage now; one that only comes back to nothing isn't there."""
        if not (holds(stage.when, place, session) or _written_on(place, session)):
            return False
        return not stage.prompts or any(self._comes_back(p, session) for p in stage.prompts)

    def _comes_back(self, prompt: Prompt, session: Session) -> bool:
        """Whether there is something a prompt can be asked of: what was agreed before, or all."""
        return prompt.kind is not Kind.AGREED or self._carries or bool(session.endings)

    def _walked(self, page: Page, session: Session) -> bool:
        """Cards are walked only when picked or written on: the board is never a list to do."""
        if page.stage.shape is not Shape.CARD:
            return True
        if _written_on(page.place, session):
            return True
        return page.stage.id in picked_cards(page.exercise, session)


def holds(condition: Condition | None, place: Place, session: Session) -> bool:
    """Whether a condition holds at a place; inside a round it looks at the same entry first."""
    if condition is None:
        return True
    for entry in dict.fromkeys((place.entry, "")):
        address = Address(place.exercise, condition.stage, condition.prompt, entry)
        response = session.response(address)
        if response is not None:
            return condition.option in _options_of(response.value)
    return False


def picked_cards(exercise: Exercise, session: Session) -> frozenset[str]:
    """The ids of the cards that some prompt of the exercise picked from a board."""
    asking = {
        (exercise.id, stage.id, prompt.id)
        for stage in exercise.stages
        for prompt in stage.prompts
        if prompt.from_board
    }
    return frozenset(
        option
        for kept in session.responses
        if (kept.prompt.exercise, kept.prompt.stage, kept.prompt.prompt) in asking
        for option in _options_of(kept.value)
    )


def first_entries(exercise: Exercise) -> tuple[str, ...]:
    """The repeating stages of an exercise; each begins with one entry."""
    return tuple(stage.id for stage in exercise.stages if stage.shape is Shape.REPEAT)


def entry_name(session: Session, exercise: Exercise, place: Place) -> str:
    """What an entry is called: the response that names it, and what sort of round it is."""
    entry = next((kept for kept in session.entries if kept.id == place.entry), None)
    stage = exercise.stage(entry.stage) if entry and entry.exercise == exercise.id else None
    if entry is None or stage is None:
        return ""
    response = session.response(Address(exercise.id, stage.id, stage.named_by, entry.id))
    name = named(response.value, stage.prompt(stage.named_by)) if response else ""
    return f"{name} ({entry.called})" if name and entry.called else name or entry.called


def page_title(page: Page, session: Session) -> str:
    """What a page is called: its stage, with its entry's name inside a round."""
    name = entry_name(session, page.exercise, page.place) if page.place.entry else ""
    return f"{page.stage.title} · {name}" if name else page.stage.title


def named(value: object, prompt: Prompt | None) -> str:
    """A value as a name: its first line, or the label of what was chosen."""
    if isinstance(value, Choice) and prompt is not None and prompt.kind is Kind.CHOOSE:
        return next((o.label for o in prompt.options if o.id == value.option), "")
    text = str(getattr(value, "text", ""))
    return text.strip().split("\n", 1)[0]


def _options_of(value: object) -> tuple[str, ...]:
    if isinstance(value, Choice):
        return (value.option,)
    if isinstance(value, Choices):
        return value.options
    return ()


def _written_on(place: Place, session: Session) -> bool:
    return any(kept.prompt.place == place for kept in session.responses)


def _places(exercise: Exercise, session: Session) -> Iterator[tuple[Place, Stage]]:
    """Every place of an exercise in file order, each entry's round walked together."""
    stages = exercise.stages
    at = 0
    while at < len(stages):
        stage = stages[at]
        if stage.shape is not Shape.REPEAT:
            yield Place(exercise.id, stage.id), stage
            at += 1
            continue
        end = at + 1
        while end < len(stages) and _same_round(stages[end], stage):
            end += 1
        for entry in session.entries_of(exercise.id, stage.id):
            for part in stages[at:end]:
                yield Place(exercise.id, part.id, entry.id), part
        at = end


def _same_round(stage: Stage, repeat: Stage) -> bool:
    return stage.shape is Shape.PLAIN and stage.for_stage == repeat.id


@lru_cache(maxsize=64)
def _read(text: str, name: str) -> Exercise:
    """The exercise that a stamped text holds; raises ReflectError when it isn't one."""
    from reflect_tui.practice.reading import read_text

    reading = read_text(text, name)
    if reading.exercise is None:
        raise ReflectError(
            "This session's copy of an exercise cannot be read",
            where=str(reading.problems[0]) if reading.problems else name,
            do="The session was not changed; `reflect-tui show ID --json` gives its words.",
        )
    return reading.exercise
