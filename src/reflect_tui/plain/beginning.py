"""Beginning a session, a line at a time: the same questions as on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reflect_tui.errors import ReflectError
from reflect_tui.notebook.summary import Summary
from reflect_tui.plain.talk import Talk
from reflect_tui.plain.world import World
from reflect_tui.practice.exercise import Exercise, Service, Way
from reflect_tui.practice.library import Group, grouped, left_out
from reflect_tui.practice.shelf import Shelved
from reflect_tui.session.beginning import PEOPLE, begin
from reflect_tui.session.model import Session

_WHERE = "What and where is said under “Look through the exercises” on the first page."
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


def begun(talk: Talk, world: World, *, only: Exercise | None = None) -> Session | None:
    """A new session, or None when somebody would rather not; `only` is its exercise already."""
    talk.say("", "How are you working?")
    ways = [(words, way) for words, way in WAYS if only is None or way in only.meets.ways]
    chosen = talk.choose([words for words, _ in ways], blank="go back")
    if chosen is None:
        return None
    way = ways[chosen][1]
    whose = "practitioner"
    if way is not Way.SOLO:
        talk.say("Whose notebook keeps this? A full stop takes the first.")
        which = talk.choose([words for _, words in WHOSE[way]], blank="take the first")
        whose = WHOSE[way][which or 0][0]
    service = service_of(talk, world, only)
    talk.say("A name for what you bring, not a person's name: the blue folder. Or a full stop.")
    brought = talk.line().strip()
    follows = _follows(talk, world, way)
    exercises = _exercises(talk, world, way, service, only)
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


def service_of(talk: Talk, world: World, only: Exercise | None = None) -> Service:
    """The service, asked where there is more than one; of an exercise, one that it is for."""
    services = [Service(name) for name in world.settings.services]
    if only is not None:
        meant = [service for service in Service if service in only.meets.services]
        services = [service for service in services if service in meant] or meant
    if len(services) == 1:
        return services[0]
    talk.say("Which service? A full stop takes the first.")
    chosen = talk.choose([f"{service.value}'s".replace("s's", "s'") for service in services])
    return services[chosen or 0]


def _follows(talk: Talk, world: World, way: Way) -> Session | None:
    """What it follows on from; earlier sessions are only named when somebody asks for them."""
    if not talk.yes("Does it follow on from an earlier session?"):
        return None
    # Together, what somebody did alone is nobody else's to hear.
    sound = [
        summary
        for summary in world.notebook.sessions()
        if summary.trouble is None and (way is Way.SOLO or summary.way == way)
    ]
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
    talk: Talk, world: World, way: Way, service: Service, only: Exercise | None
) -> dict[str, tuple[Exercise, bool]] | None:
    chosen = [only] if only is not None else _chosen(talk, world, way, service)
    if not chosen:
        return None
    short = any(kept.has_short_form() for kept in chosen) and talk.yes("The short form?")
    opening, closing = world.shelf.opening, world.shelf.closing
    walked = [shelved.exercise for shelved in (opening,) if shelved]
    walked += chosen
    walked += [shelved.exercise for shelved in (closing,) if shelved]
    return {exercise.id: (exercise, short) for exercise in walked}


def _chosen(talk: Talk, world: World, way: Way, service: Service) -> list[Exercise]:
    """Which exercises; each is only named, and says more when it is asked about."""
    talk.say("Which exercises? /about with a number, such as /about 2, says what one is for.")
    groups = grouped(world.shelf.offered(way, service), world.shelf.clauses)
    shelved = say_grouped(talk, groups, lambda kept: _named(kept.exercise, way))
    for file in left_out(world.shelf.problems):
        talk.say(f"Left out, because something in it has to be mended: {file}. {_WHERE}")

    def about(number: str) -> None:
        if number.isdecimal() and 0 < int(number) <= len(shelved):
            exercise = shelved[int(number) - 1].exercise
            talk.say(f"{exercise.title}: {exercise.summary}")
        else:
            talk.say("Type /about and the number of an exercise.")

    with talk.also("about", about):
        titles = [kept.exercise.title for kept in shelved]
        chosen = talk.choose_some(titles, blank="go back", listed=False)
    return [shelved[index].exercise for index in chosen]


def say_grouped(
    talk: Talk, groups: Iterable[Group], named: Callable[[Shelved], str]
) -> list[Shelved]:
    """Say exercises with their numbers, under what they are for; in the order of the numbers."""
    said: list[Shelved] = []
    for group in groups:
        talk.say("", f"{group.title}:")
        for kept in group.shelved:
            said.append(kept)
            talk.say(f"{len(said)}. {named(kept)}")
    return said


def _named(exercise: Exercise, way: Way) -> str:
    minutes = exercise.minutes.for_way(way)
    return f"{exercise.title}{f', {minutes} minutes' if minutes else ''}"
