"""The line-by-line face: for screen readers, dumb terminals, and whoever likes it better."""

from __future__ import annotations

import signal
from dataclasses import replace
from types import FrameType
from typing import TextIO

from reflect_tui.errors import Locked, ReflectError
from reflect_tui.notebook.summary import Summary
from reflect_tui.notes.read import as_text
from reflect_tui.plain.alone import FIFTEEN, alone
from reflect_tui.plain.at_hand import AtHand
from reflect_tui.plain.beginning import begun, called
from reflect_tui.plain.company import shared_home
from reflect_tui.plain.finding import FIND, Finding
from reflect_tui.plain.library import LIBRARY, looked
from reflect_tui.plain.looking_after import LookingAfter
from reflect_tui.plain.note import say_note_only
from reflect_tui.plain.settings import SETTINGS, PlainSettings
from reflect_tui.plain.sitting import PlainSitting
from reflect_tui.plain.standards import STANDARDS, read_standards
from reflect_tui.plain.talk import Left, Talk
from reflect_tui.plain.world import World
from reflect_tui.session.model import Session
from reflect_tui.welcome import WHAT_IT_IS

__all__ = ["World", "run"]


def run(heard: TextIO, said: TextIO, world: World) -> int:
    """Talk until somebody leaves or the input ends; the program's exit status."""
    talk = Talk(heard, said)
    hand = AtHand(talk, world)
    _leave_on_signals()
    try:
        talk.say("reflect, line by line. /help says what can be typed; /leave leaves.")
        if world.demo:
            talk.say("This notebook is invented, and thrown away when you leave.")
        elif not world.settings.introduced and not world.notebook.key.sealed:
            _welcome(hand)
        hand.locking.open()
        while True:
            session = _home(hand)
            if session is not None:
                _sit(hand, session)
    except (Left, KeyboardInterrupt):
        talk.say("", "Everything is kept. Goodbye." if hand.all_kept else "Goodbye.")
    finally:
        talk.clear()
    return 0 if hand.all_kept else 1


def _sit(hand: AtHand, session: Session) -> None:
    try:
        PlainSitting(hand, session).run()
    except ReflectError as error:
        hand.talk.say(str(error))


def _leave_on_signals() -> None:
    """SIGTERM and SIGHUP end the talk as /leave does, so that everything is kept first."""

    def leave(_number: int, _frame: FrameType | None) -> None:
        raise Left

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        try:
            if number is not None:
                signal.signal(number, leave)
        except ValueError:
            return  # Not in the main thread: whoever runs us there sees to signals.


def _welcome(hand: AtHand) -> None:
    """First start: what this is and is not, a password, and which services."""
    talk, world = hand.talk, hand.world
    talk.say("", "What this is, and what it is not.", *map("".join, WHAT_IT_IS), "")
    try:
        hand.locking.offer()
    except ReflectError as error:
        talk.say(str(error))
    names = ("children's", "adults'", "both")
    talk.say("Which services do you work with?")
    chosen = talk.choose(names, blank="take both")
    services = {0: ("children",), 1: ("adults",)}.get(2 if chosen is None else chosen)
    settings = replace(world.settings, introduced=True)
    if services is not None:
        settings = replace(settings, services=services)
    world.settings = settings
    try:
        world.keep_settings(settings)
    except ReflectError as error:
        talk.say(str(error))


def _may_write(talk: Talk, world: World) -> bool:
    """Whether this window may write; says so where it may not, and when it may again."""
    before = world.notebook.hold.elsewhere
    try:
        may = world.notebook.take_over()
    except ReflectError as error:
        talk.say(str(error))
        return True
    if not may:
        talk.say(f"{world.notebook.hold.why_not}.")
    elif before:
        talk.say("The other window was closed. You can write here now.")
    return may


def _home(hand: AtHand) -> Session | None:
    """What brings you here? A session to sit with, or None to ask again."""
    talk, world = hand.talk, hand.world
    may_write = _may_write(talk, world)
    try:
        summaries = world.notebook.sessions()
    except Locked:
        # The other window gave the notebook a password meanwhile.
        hand.locking.open()
        summaries = world.notebook.sessions()
    if world.company:
        return shared_home(hand, summaries)
    sound = [summary for summary in summaries if summary.trouble is None]
    latest = sorted(sound, key=lambda summary: summary.changed, reverse=True)
    options = ["Begin a session"]
    if latest:
        options += [f"Go on with {latest[0].brought or 'the last session'}", FIND]
    talk.say("", "What brings you here?")
    for summary in summaries:
        if summary.trouble is not None:
            talk.say(str(summary.trouble))
    options += [FIFTEEN, STANDARDS, LIBRARY, "Look after the notebook", SETTINGS]
    chosen = talk.choose([*options, "Leave"], blank="hear this again")
    if chosen is None:
        return None
    if chosen == len(options):
        raise Left
    if options[chosen] == SETTINGS:
        PlainSettings(talk, world, hand.locking).run()
        return None
    if options[chosen] == FIND:
        after = LookingAfter(talk, world, hand.locking)
        return Finding(talk, world, after, may_write=may_write).run()
    if options[chosen] == STANDARDS:
        return read_standards(talk, world, may_write=may_write)
    if options[chosen] == LIBRARY:
        return looked(talk, world, may_write=may_write)
    if not may_write:
        _read_only(talk, world, latest, options[chosen])
        return None
    if chosen == len(options) - 2:
        LookingAfter(talk, world, hand.locking).run()
        return None
    if options[chosen] == FIFTEEN:
        return alone(talk, world)
    try:
        if chosen == 0:
            return begun(talk, world)
        return world.notebook.load(latest[0].id)
    except ReflectError as error:
        talk.say(str(error))
        return None


def _read_only(talk: Talk, world: World, latest: list[Summary], wanted: str) -> None:
    """Beside another window a session and its note can be read, and nothing else."""
    if wanted == FIFTEEN or wanted.startswith(("Begin", "Look")) or not latest:
        talk.say(f"{world.notebook.hold.why_not}.")
        return
    which = talk.choose([called(kept) for kept in latest], blank="go back")
    if which is None:
        return
    try:
        session = world.notebook.load(latest[which].id)
        talk.say("", as_text(session))
        if talk.yes("Its note as well?"):
            say_note_only(talk, session, world)
    except ReflectError as error:
        talk.say(str(error))
