"""The exercises as rows of a list: under what they are for, each with what is said of it."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from textual.content import Content

from reflect_tui.practice.library import Group, minutes_said, services_said
from reflect_tui.practice.shelf import Shelved
from reflect_tui.tui.content import join, said
from reflect_tui.tui.spoken import one_line
from reflect_tui.tui.widgets.rows import Row

_MARGIN, _MOST, _LEAST = 8, 106, 24
"""Cells round the words, for margins, mark and scroll bar; the most and the fewest for them."""


def library_rows(groups: Iterable[Group], width: int) -> list[Row]:
    """Every group with its exercises, folded for a window so wide."""
    groups = tuple(groups)
    places = {kept.place for group in groups for kept in group.shelved}
    room = max(min(width - _MARGIN, _MOST), _LEAST)
    rows: list[Row] = []
    for group in groups:
        if rows:
            rows.append(Row(Content("")))
        rows.append(Row(said(one_line(group.title, room), "$second")))
        for kept in group.shelved:
            rows += _rows(kept, room, told_place=len(places) > 1)
    return rows


def _rows(kept: Shelved, room: int, *, told_place: bool) -> list[Row]:
    """One exercise: its title, its summary, how long and for whom."""
    exercise = kept.exercise
    rows = [Row(said(one_line(exercise.title, room), "bold"), kept.id)]
    summary = " ".join(exercise.summary.split())
    rows += [Row(join("  ", said(line)), kept.id, more=True) for line in wrap(summary, room - 2)]
    where = kept.place if told_place else ""
    if kept.has_newer_below:
        where += ", and what it stands in for has changed since"
    told = [services_said(exercise), minutes_said(exercise), where]
    about = " · ".join(part for part in told if part)
    rows += [
        Row(join("  ", said(line, "$muted")), kept.id, more=True) for line in wrap(about, room - 2)
    ]
    return rows
