"""A session over every exercise there is: what one would need a year of supervision for."""

from __future__ import annotations

import re

import pytest

from reflect_tui import paths
from reflect_tui.practice.exercise import Exercise, Service, Way
from reflect_tui.practice.shelf import Place, Shelf
from reflect_tui.session.beginning import begin
from reflect_tui.session.model import Session

SHELF = Shelf.open([Place(paths.shipped_prompts().parent, "shipped")])
PROGRESS = re.compile(r"\d+\s*(?:of\b|/\s*\d|%|done\b|complete)", re.IGNORECASE)
"""What would say how far somebody is, or how much they did."""
COURSES = [
    pytest.param(way, service, short, id=f"{way}, {service}, {'short' if short else 'full'}")
    for way in Way
    for service in Service
    for short in (False, True)
]


def session_over_everything(way: Way, service: Service, *, short: bool) -> Session:
    """A new session with every exercise that this way of working in this service is offered."""
    offered = [SHELF.opening, *SHELF.offered(way, service), SHELF.closing]
    exercises: dict[str, tuple[Exercise, bool]] = {}
    for kept in offered:
        assert kept is not None
        exercises[kept.id] = (kept.exercise, short)
    return begin(way, service, exercises, brought="the blue folder")
