"""A session in which every question of every shipped exercise is answered, in words to look for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from reflect_tui.practice.exercise import Kind, Prompt, Service, Stage, Way
from reflect_tui.session.address import Address
from reflect_tui.session.course import Course, Page
from reflect_tui.session.model import Action, Agreement, Ending, Response, Session
from reflect_tui.session.values import Round
from tests.support.everything import session_over_everything
from tests.unit.notes.sectioned import marked, may_go_out, typed


@dataclass(frozen=True)
class Answered:
    """One question with its answer's words."""

    page: Page
    prompt: Prompt
    address: Address
    word: str
    """What the words typed there begin with."""
    moved: bool

    @property
    def stage(self) -> Stage:
        """The stage it stands on."""
        return self.page.stage

    @property
    def typed(self) -> set[str]:
        """All that was typed there."""
        return typed(self.prompt, self.word)

    @property
    def may_go_out(self) -> set[str]:
        """What of it isn't imagined."""
        return may_go_out(self.prompt, self.word)


@dataclass(frozen=True)
class Filled:
    """A session, and what was written in it."""

    session: Session
    answers: tuple[Answered, ...]

    @property
    def words(self) -> set[str]:
        """Everything typed anywhere in it, but to actions."""
        return set().union(*(answer.typed for answer in self.answers))


ACTIONS = ("zqactiona", "zqactionb")
ENDINGS = ("zqendinga", "zqendingb")
"""What was moved into every note, and what was not."""


@lru_cache(maxsize=12)
def filled(way: Way, service: Service, *, every: bool = False) -> Filled:
    """Every question answered, in full form; each third moved into all notes, or every one.

    The marks are set in the session itself, as in a file that somebody changed by hand: a sitting
    may refuse what stands here.
    """
    session = session_over_everything(way, service, short=False)
    course = Course(way, service, session.exercises)
    answers: list[Answered] = []
    responses: list[Response] = []
    for page, prompt in _prompts(course, session):
        moved = every or not len(answers) % 3
        answer = Answered(page, prompt, page.address(prompt), f"zq{len(answers)}q", moved)
        answers.append(answer)
        responses.append(
            Response(
                prompt=answer.address,
                asked=prompt.title,
                value=marked(prompt, answer.word),
                in_note=moved,
                in_insert=moved,
                in_cpd=moved,
            )
        )
    moves = {
        name: tuple({"in_note": yes, "in_insert": yes, "in_cpd": yes} for yes in (True, every))
        for name in ("action", "ending")
    }
    update = {
        "responses": tuple(responses),
        "actions": tuple(
            Action(id=f"a{n}", what=word, who=f"{word}who", **moves["action"][n])
            for n, word in enumerate(ACTIONS)
        ),
        "endings": tuple(
            Ending(action=f"e{n}", what=word, words=f"{word}said", became="", **moves["ending"][n])
            for n, word in enumerate(ENDINGS)
        ),
        "agreements": ()
        if way is Way.SOLO
        else (Agreement(role="practitioner", said="agreed", on=date(2026, 3, 4)),),
    }
    return Filled(session.model_copy(update=update), tuple(answers))


def unshown(session: Session) -> Session:
    """The same, with every round as it is before it is shown together."""
    return session.model_copy(
        update={
            "responses": tuple(
                kept.model_copy(update={"value": kept.value.model_copy(update={"shown": False})})
                if isinstance(kept.value, Round)
                else kept
                for kept in session.responses
            )
        }
    )


def _prompts(course: Course, session: Session) -> Iterator[tuple[Page, Prompt]]:
    """Every question there is, asked now or not."""
    for exercise in course.exercises:
        for stage in exercise.stages:
            entries = session.entries_of(exercise.id, stage.for_stage or stage.id) or (None,)
            for entry in entries:
                place = Address(exercise.id, stage.id, "any", entry.id if entry else "").place
                page = Page(place, exercise, stage, stage.prompts)
                for prompt in stage.prompts if course.has(place, session) else ():
                    if prompt.kind not in (Kind.ACTIONS, Kind.AGREED):
                        yield page, prompt
