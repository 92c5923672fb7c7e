"""The headings of a supervision note, in the order in which they stand there."""

from __future__ import annotations

from reflect_tui.practice.exercise import Service

_HEADINGS = {
    "present": "Present, by role",
    "brought": "What was brought",
    "since": "Since last time",
    "wellbeing": "Wellbeing and support",
    "noticed": "What we noticed",
    "assumptions": "Assumptions we named",
    "unknown": "What we do not know yet",
    "strengths": "Strengths and worries",
    "expectations": "Where our expectations came from",
    "voice": "The child's own view",
    "decisions": "Decisions and reasons",
    "actions": "Actions",
    "racism": "Racism: named, logged, raised",
    "aftercare": "Support and aftercare",
    "learning": "Learning",
    "comments": "Comments",
}
_FOR_ADULTS = {"voice": "The person's own view"}

SECTIONS: tuple[str, ...] = tuple(_HEADINGS)
"""The ids that `section=` may name, in the note's order."""


def heading(section: str, service: Service) -> str:
    """What a section is headed in a note of this service; raises KeyError for an unknown id."""
    if service is Service.ADULTS and section in _FOR_ADULTS:
        return _FOR_ADULTS[section]
    return _HEADINGS[section]
