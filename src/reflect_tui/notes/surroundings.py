"""What stands round a capitalised word and tells a person from a place, a body or a thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reflect_tui.notes.capitals import Word
from reflect_tui.notes.vocabulary import Sort, listed, of_many, plainly, vocabulary

SPEECH = listed("what people do")
"""What people do, and bodies and things seldom."""
_MET = listed("before people rather than deeds")
_DOUBTFUL = listed("of those, what places, deeds and things do too")
"""Of those, what places, deeds and things are said to do as well."""
_AWAY = listed("gone, and what only people go")
_BODIES_DO = listed("what councils do as well")
_BEING = listed("is and has")
_OF_A_PERSON = listed("what people are, after is and has")
_NOUNS_OF_A_PERSON = listed("what people have")
KIN = listed("who is named right after")
_CALLED = listed("called, and what is done to people")
_NAMING_LABELS = listed("labels before a name")
DETERMINERS = listed("words before things")
_THINGS = listed("things that have names")
_THINGS_ALONE = listed("things that have names, without the")
"""Those that make what stands before them a thing even without "the"."""
_IN_PLACES = listed("in places")
_INTO_PEOPLE = listed("before in, and meant of people")
_FROM = listed("from places")
_TO = listed("to places")
_SPEAKS = listed("of languages")
_HOUSEHOLD = listed("of a family by its name")
_HEADED = listed("heads of things with names")
_MODALS = listed("would and did")
_DEEDS = listed("what people alone would do")
_DONE = listed("what people alone have done or are doing")
_BETWEEN = listed("between two parts of a verb")
_COUNTED = listed("what is counted in brackets")
_AGES = listed("ages in words")
_UNITS = listed("what else is counted in them")
_TITLED = listed("before a title")
_THEMES = listed("themes of a list")
_BEFORE_SOMEBODY = listed("before somebody at the beginning")
_BELIEVERS = listed("believers")
_FINITE = re.compile(r"ed$|[^s]s$")


def next_word(words: Sequence[Word], after: int) -> str:
    """The word that follows without a stop between, in small letters; empty when none does."""
    if after < len(words) and not words[after].gap.strip(" \t\u00a0\n") and words[after].gap:
        return plainly(words[after].text)
    return ""


def _word_before(words: Sequence[Word], first: int, gaps: str = " \t\u00a0\n") -> str:
    if first and not words[first].gap.strip(gaps):
        return plainly(words[first - 1].text)
    return ""


def does_what_people_do(words: Sequence[Word], first: int, after: int, *, doubted: bool) -> bool:
    """Whether a person's verb, thing or kin stands by the words from `first` to before `after`."""
    last, following = words[after - 1], next_word(words, after)
    if last.possessive:
        return bool(following) and (not doubted or following in _NOUNS_OF_A_PERSON)
    then = next_word(words, after + 1)
    if following in SPEECH and not (doubted and following in _DOUBTFUL and then not in _AWAY):
        # Councils say and ask as people do: Lambeth told us.
        council = last.sort is Sort.PLACE and last.key not in vocabulary().also_names
        return not (council and following in _BODIES_DO)
    being = following in _BEING and (not doubted or last.sort is Sort.PLACE)
    if being and (then in _OF_A_PERSON or then.isdigit()):
        return True
    return _would_or_has(words, after) or is_introduced(words, first)


def _would_or_has(words: Sequence[Word], after: int) -> bool:
    """Whether what follows would do, or has done, what only people do."""
    auxiliary = next_word(words, after)
    if auxiliary not in _MODALS and auxiliary not in _BEING:
        return False
    behind = after + 1
    while next_word(words, behind) in _BETWEEN:
        behind += 1
    verb = next_word(words, behind)
    if auxiliary in _MODALS and verb in ("stay", "live", "move"):
        return next_word(words, behind + 1) in ("with", "in")
    if auxiliary in _MODALS:
        return verb in _DEEDS
    return verb in _DONE or (verb in _AGES and next_word(words, behind + 1) not in _UNITS)


def is_of_an_age(words: Sequence[Word], after: int) -> bool:
    """Whether ", who", an age or "aged" follows, as behind somebody: Hope (7), Joy, who is ill."""
    word, behind = words[after - 1], words[after] if after < len(words) else None
    if behind is None or word.key in _COUNTED:
        return False
    if behind.gap == " " and not word.opens:
        return behind.text in ("who", "whose") and not of_many(word.text)
    if behind.gap not in (" (", ", "):
        return False
    if behind.text in ("who", "whose", "aged"):
        return not of_many(word.text)
    closed = after + 1 < len(words) and words[after + 1].gap[:1] == (
        "," if behind.gap == ", " else ")"
    )
    return closed and behind.text.isdigit() and len(behind.text) < 3


def acts_after_then(words: Sequence[Word], first: int, after: int) -> bool:
    """Whether what follows a capital behind "Then" is done by people and hardly by lunches."""
    if _word_before(words, first) in _BEFORE_SOMEBODY:  # For Grace, the night is worst.
        return after < len(words) and words[after].gap == ", "
    following = next_word(words, after)
    if following in _BEING or following in _DOUBTFUL:
        return does_what_people_do(words, after - 1, after, doubted=True)
    return goes_on_to_act(words, after)


def is_a_title_or_theme(words: Sequence[Word], first: int, after: int) -> bool:
    """Whether it is named as an exercise, or one of a list of themes: Faith and Class."""
    if _word_before(words, first) in _TITLED:
        return True
    before, behind = words[first - 2] if first > 1 else None, after + 1
    joined = first > 1 and words[first - 1].text in ("and", "or", "with")
    if before is not None and joined and before.capital and before.key in _THEMES:
        return True
    if first and words[first].gap == ", " and words[first - 1].key in _THEMES:
        return words[first - 1].capital
    if after < len(words) and words[after].gap == ", " and words[after].key in _THEMES:
        return words[after].capital
    following = next_word(words, after) in ("and", "or", "with") and behind < len(words)
    return following and words[behind].capital and words[behind].key in _THEMES


def goes_on_to_act(words: Sequence[Word], after: int) -> bool:
    """Whether a verb follows that one would write behind a name in a sentence's middle."""
    following = next_word(words, after)
    return (
        following in SPEECH
        or following in _BEING
        or following in _MODALS
        or _FINITE.search(following) is not None
    )


def is_introduced(words: Sequence[Word], first: int) -> bool:
    """Whether kin, "called" or "Name:" leads up to a word: her sister Chelsea, one named Joy."""
    word = words[first]
    if _word_before(words, first) in _CALLED and not (
        first > 1 and words[first - 1].text == "called" and words[first - 2].text == "so"
    ):
        return True
    if not word.opens and _word_before(words, first, " ,(\t\u00a0\n") in KIN:
        return True
    if _word_before(words, first) in ("is", "was") and first > 1 and words[first - 2].key == "name":
        return True
    label = plainly(words[first - 1].text) if first and word.gap.strip() in (":", "|") else ""
    return label in _NAMING_LABELS


def was_born(words: Sequence[Word], after: int) -> bool:
    """Whether what follows is said of a person alone."""
    return f"{next_word(words, after)} {next_word(words, after + 1)}" in ("was born", "is aged")


def is_met(words: Sequence[Word], first: int) -> bool:
    """Whether somebody was with it, saw it or visited it, as one does people and hardly deeds."""
    return _word_before(words, first) in _MET


def is_named_after(words: Sequence[Word], first: int) -> bool:
    """Whether "the" or another such word stands right before."""
    before = _word_before(words, first)
    if before == "that":  # I said that Dean was
        return not goes_on_to_act(words, first + 1)
    return before in DETERMINERS


def is_a_thing(words: Sequence[Word], first: int, after: int) -> bool:
    """Whether the words name a thing, a body or a language rather than somebody."""
    following = next_word(words, after)
    if words[after - 1].possessive:
        return False
    if following in _THINGS and is_named_after(words, first):
        return True
    if following[:1].isdigit() and following.endswith(("mg", "ml", "mcg")):
        return True
    before = _word_before(words, first)
    alone = after - first == 1 and not words[first].key.endswith("s")
    if before == "the" and alone and following not in _HOUSEHOLD:
        return True  # the Holocaust, but the Okafors and the Adeyemi family
    if following == "of" and after + 1 < len(words) and words[after + 1].capital:
        return True  # Duke of Edinburgh
    if following in _THINGS_ALONE or before in _SPEAKS:
        return True
    return before == "in" and first > 1 and plainly(words[first - 2].text) in _SPEAKS


def is_a_place(words: Sequence[Word], first: int, after: int) -> bool:
    """Whether somebody lives in it, came from it or went there."""
    if words[after - 1].possessive:
        return False
    if after < len(words) and words[after].sort is Sort.PLACE and words[after].gap == ", ":
        return True
    before = _word_before(words, first)
    earlier = plainly(words[first - 2].text) if first > 1 else ""
    if before in _IN_PLACES:
        return earlier not in _INTO_PEOPLE
    if earlier == "back" and first > 2:  # moved back to, but not come back to
        earlier = plainly(words[first - 3].text)
    if before == "from":
        return earlier in _FROM
    if before == "to":
        way = [plainly(word.text) for word in words[max(0, first - 5) : first - 2]]
        return earlier in _TO or (words[first - 2].capital and "from" in way)
    return before == "of" and first > 1 and words[first - 2].capital


def says_which_faith(words: Sequence[Word], after: int) -> bool:
    """Whether believers follow, so that what stands before them says which: Malankara Orthodox."""
    together = after < len(words) and words[after].gap == " " and not words[after - 1].possessive
    return together and words[after].key in _BELIEVERS and words[after].capital


def heads_a_thing(word: Word) -> bool:
    """Whether what follows the word is its name: Operation Kestrel, Team Falcon."""
    return word.key in _HEADED
