"""The same session, line by line; and what makes two sessions the same."""

from __future__ import annotations

import json
from typing import Any

from reflect_tui.session.model import Session
from tests.journeys import story
from tests.plain.player import Lines, Player, begin


def swap(player: Player, told: tuple[str, str, str, str]) -> Lines:
    what, as_it_is, changed, different = told
    yield what
    yield from (as_it_is, ".", changed, ".", different, ".", "/in", "/skip", "/skip")


def until_put_down(player: Player) -> Lines:
    yield from begin(player, brought=story.BROUGHT)
    yield from player.next_to("Catch the talk")
    yield from (story.WORDS, ".", "/in")
    yield from player.next_to("What we know")
    yield from (story.KNOWN, ".", story.MEANING, ".")
    yield from player.next_to("Change one thing")
    yield from swap(player, story.FIRST)
    yield player.number("another swap")
    yield from swap(player, story.SECOND)
    yield "/leave"


def going_on(player: Player) -> Lines:
    yield player.number("Go on with")
    yield from player.next_to("I was assuming")
    yield story.ASSUMED.removeprefix("I was assuming ")
    yield "."
    yield from player.next_to("What now")
    for what, who, by, told in story.ACTIONS:
        yield from (what, who, by, told, "1")
    yield "."
    yield "/note"
    for asked in (story.KNOW, story.WAS_ASSUMED):
        yield player.number(asked)
    yield "."
    yield "yes"
    yield "/leave"


def facts(session: Session) -> dict[str, Any]:
    """A session without what differs each time: ids, times, how often it was saved."""
    told = session.model_dump_json()
    named = {entry.id: f"entry {n}" for n, entry in enumerate(session.entries)}
    named |= {action.id: f"action {n}" for n, action in enumerate(session.actions)}
    for made, name in {**named, session.id: "session"}.items():
        told = told.replace(made, name)
    kept = {k: v for k, v in Session.model_fields.items() if k not in ("began", "changed")}
    loaded = json.loads(told)
    loaded["responses"] = sorted(loaded["responses"], key=lambda one: str(one["prompt"]))
    for response in loaded["responses"]:
        response.pop("at", None)
    return {name: loaded[name] for name in kept if name not in ("revision", "left_at")}


def whole(player: Player) -> None:
    """All of it, in two starts of the program."""
    player.play(until_put_down)
    player.play(going_on)
