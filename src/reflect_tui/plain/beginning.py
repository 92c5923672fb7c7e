"""Beginning a session, a line at a time: the same questions as on the screen."""

from __future__ import annotations

from reflect_tui.errors import ReflectError
from reflect_tui.notebook.summary import Summary
from reflect_tui.plain.talk import Talk
from reflect_tui.plain.world import World
from reflect_tui.practice.exercise import Exercise, Service, Way
from reflect_tui.session.beginning import PEOPLE, begin
from reflect_tui.session.model import Session

WAYS = (
    ("one-to-one", Way.ONE_TO_ONE),
    ("in a group", Way.GROUP),
    ("on your own", Way.SOLO),
)
WHOSE = {
    Way.ONE_TO_ONE: (
        ("practitioner", "the practitioner's"),
        ("supervisor", "the supervisor's"),
    ),
    Way.GROUP: (("practitioner", "the presenter's"), ("facilitator", "the facilitator's")),
}


def begun(talk: Talk, world: World) -> Session | None:
    """A new session, or None when somebody would rather not."""
    talk.say("", "How are you working?")
    chosen = talk.choose([words for words, _ in WAYS], blank="go back")
    if chosen is None:
        return None
    way = WAYS[chosen][1]
    whose = "practitioner"
    if way is not Way.SOLO:
        talk.say("Whose notebook keeps this? A full stop takes the first.")
        which = talk.choose([words for _, words in WHOSE[way]], blank="take the first")
        whose = WHOSE[way][which or 0][0]
    service = _service(talk, world)
    talk.say("A name for what you bring, not a person's name: the blue folder. Or a full stop.")
    brought = talk.line().strip()
    follows = _follows(talk, world)
    exercises = _exercises(talk, world, way, service)
    if exercises is None:
        return None
    return begin(
        way,
        service,
        exercises,
        brought="" if brought == "." else brought,
        whose=whose,
        people=PEOPLE[way],
        follows=follows,
    )


def called(kept: Summary) -> str:
    """A session as a list names it."""
    when = kept.began.astimezone()
    copy = ", another copy" if kept.other_of else ""
    return f"{kept.brought or 'a session'}, {when.day} {when:%B %Y}{copy}"


def _service(talk: Talk, world: World) -> Service:
    services = [Service(name) for name in world.settings.services]
    if len(services) == 1:
        return services[0]
    talk.say("Which service? A full stop takes the first.")
    chosen = talk.choose([f"{service.value}'s".replace("s's", "s'") for service in services])
    return services[chosen or 0]


def _follows(talk: Talk, world: World) -> Session | None:
    """What it follows on from; earlier sessions are only named when somebody asks for them."""
    if not talk.yes("Does it follow on from an earlier session?"):
        return None
    sound = [summary for summary in world.notebook.sessions() if summary.trouble is None]
    if not sound:
        talk.say("There is no earlier session.")
        return None
    chosen = talk.choose([called(kept) for kept in sound], blank="follow on from nothing")
    if chosen is None:
        return None
    try:
        return world.notebook.load(sound[chosen].id)
    except ReflectError as error:
        talk.say(str(error))
        return None


def _exercises(
    talk: Talk, world: World, way: Way, service: Service
) -> dict[str, tuple[Exercise, bool]] | None:
    offered = [shelved.exercise for shelved in world.shelf.offered(way, service)]
    talk.say("Which exercises?")
    chosen = talk.choose_some([_named(exercise, way) for exercise in offered], blank="go back")
    if not chosen:
        return None
    short = any(offered[index].has_short_form() for index in chosen) and talk.yes("The short form?")
    opening, closing = world.shelf.opening, world.shelf.closing
    walked = [shelved.exercise for shelved in (opening,) if shelved]
    walked += [offered[index] for index in chosen]
    walked += [shelved.exercise for shelved in (closing,) if shelved]
    return {exercise.id: (exercise, short) for exercise in walked}


def _named(exercise: Exercise, way: Way) -> str:
    minutes = exercise.minutes.for_way(way)
    return f"{exercise.title}{f', {minutes} minutes' if minutes else ''}: {exercise.summary}"
