"""All the steps, as they are listed: of a round only the entry one is at is unfolded. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from reflect_tui.practice.exercise import Kind, Prompt
from reflect_tui.session.course import Page
from reflect_tui.session.model import Session


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the list: a page, or a whole entry one is not at."""

    page: Page
    """The page, or the entry's first."""
    written: bool
    """Whether something is written there; nothing says what is empty."""
    folded: bool = False
    """Whether it stands for all pages of its entry."""
    entry: str = ""
    """The id of its entry, where there are several to tell apart."""


def steps(pages: tuple[Page, ...], session: Session) -> tuple[Step, ...]:
    """The steps of some pages, in their order.

    The entry one is at is unfolded, and so is one that is the only one of its round.
    """
    here = session.left_at.entry if session.left_at else ""
    entries: dict[tuple[str, str], set[str]] = {}
    for kept in session.entries:
        entries.setdefault((kept.exercise, kept.stage), set()).add(kept.id)
    only = {next(iter(ids)) for ids in entries.values() if len(ids) == 1}
    places = {response.prompt.place for response in session.responses}
    if session.endings:
        places |= {page.place for page in pages if any(_comes_back(p) for p in page.prompts)}
    begun = {place.entry for place in places if place.entry}
    found: list[Step] = []
    folded: set[str] = set()
    for page in pages:
        entry = page.place.entry
        several = entry if entry not in only else ""
        if not several or entry == here:
            found.append(Step(page, page.place in places, entry=several))
        elif entry not in folded:
            folded.add(entry)
            found.append(Step(page, entry in begun, folded=True, entry=several))
    return tuple(found)


def _comes_back(prompt: Prompt) -> bool:
    return prompt.kind is Kind.AGREED
