"""Reads files of rules about wording, ours and an organisation's, and tries their examples.

A later file adds to the earlier ones; a rule with an id that was there before takes its place, and
`off: "yes"` puts one out of use. A rule with a mistake in it is not used and told by file and line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reflect_tui import paths as places
from reflect_tui.practice.callings import SUBJECTS
from reflect_tui.practice.clauses import meant_clause
from reflect_tui.practice.exercise import ALL_SERVICES, Service
from reflect_tui.practice.frontmatter import ID, id_from
from reflect_tui.practice.hint_examples import examples_hold
from reflect_tui.practice.hints import EXAMPLES, Hints, Rule, Words, expressions
from reflect_tui.practice.own_ids import own_id
from reflect_tui.practice.phrases import NAME, BadPhrase, forms
from reflect_tui.practice.pieces import words_of
from reflect_tui.practice.problems import Found, Problem, meant, shown
from reflect_tui.practice.schema import Fields, open_table

KEYS = words_of(
    "id off clauses source services level identity listed titles quoted words after before near "
    "unless unless-near about not-about short-for ask hit miss"
)
"""All that may stand in a rule."""
_SILENCES = ("self-description", "family-description", "about-words")
_MOST_EXPRESSIONS = 400
_LONGEST = 200
"""Characters of one expression."""


def load_hints(
    files: Sequence[Path],
    clauses: frozenset[str] | None = None,
    *,
    base: Hints | None = None,
    try_all: bool = False,
) -> Hints:
    """Read files of rules on top of `base`, later ones winning. Never raises.

    With `clauses`, a rule's clauses must be among them. Each rule's examples are tried, and one
    whose examples fail is not used; of the rules that come with the program, whose examples are
    tried before it leaves us, only with `try_all`.
    """
    base = base or Hints()
    rules = {rule.id: rule for rule in base.rules}
    lists: dict[str, Words] = dict(base.lists)
    told, family, talk = base.self_description, base.family, base.talk
    problems: list[Problem] = []
    for file in files:
        fields, found = open_table(file)
        if fields is not None:
            fields.only(("lists", "silences", "rules"))
            lists |= _lists(fields, lists, found)
            silences = fields.table("silences")
            if silences is not None:
                silences.only(_SILENCES)
                more = [_phrases(silences, key, lists, found) for key in _SILENCES]
                told, family, talk = told + more[0], family + more[1], talk + more[2]
            ours = file.resolve().is_relative_to(places.shipped_data().resolve())
            beside = Hints((), lists, told, family, talk)
            for rule, lines in _rules(fields, file, lists, clauses, rules, found):
                if lines is None:
                    rules.pop(rule.id)
                elif (ours and not try_all) or examples_hold(rule, beside, lines, found):
                    rules[rule.id] = rule
        problems += found.sorted()
    return Hints(tuple(rules.values()), lists, told, family, talk, tuple(problems))


def _lists(fields: Fields, before: Mapping[str, Words], found: Found) -> dict[str, Words]:
    table = fields.table("lists")
    made: dict[str, Words] = {}
    for name in table.names() if table is not None else ():
        assert table is not None
        line = table.line_of(name)
        if not ID.fullmatch(name) or name == NAME:
            message = f'"{shown(name)}" can be no name of a list'
            found.add(line, "bad-id", message, f"write {id_from(name)}-words:")
            continue
        kept = []
        for item in table.items(name):
            words = item.text.casefold() if not item.text.isupper() else item.text
            if "{" in words or "..." in words:
                message = f'"{shown(words)}": a list holds words only'
                found.add(item.line, "bad-words", message, "write them out")
            elif _sound(words, {**before, **made}, item.line, found):
                kept.append(words)
        made[name] = tuple(kept)
    return made


def _rules(
    fields: Fields,
    file: Path,
    lists: Mapping[str, Words],
    clauses: frozenset[str] | None,
    before: Mapping[str, Rule],
    found: Found,
) -> Iterator[tuple[Rule, dict[str, int] | None]]:
    """Each sound rule with the lines of its examples; None: it is named to be put out of use."""
    seen: dict[str, int] = {}
    for each in fields.tables("rules"):
        mistakes = _Mistakes(found)
        entry = each.telling(mistakes)
        entry.only(KEYS)
        own = own_id(entry, seen, mistakes)
        if _yes(entry, "off"):
            if own and own not in before:
                message = f'there is no rule "{own}" to put out of use'
                found.add(entry.line_of("id"), "no-rule", message, meant(own, before))
            elif own:
                yield before[own], None
            continue
        rule = _rule(entry, own, file, lists, clauses, mistakes)
        if own and not mistakes.any:
            yield (
                rule,
                {item.text: item.line for key in ("hit", "miss") for item in entry.items(key)},
            )
        elif own:
            stays = "the one before it stays in use" if own in before else "it is not used"
            message = f'the rule "{own}" has a mistake: {stays}'
            found.add(entry.line_of("id"), "not-used", message, "mend it")


class _Mistakes(Found):
    """Passes on what is found, and knows whether there was anything."""

    def __init__(self, found: Found) -> None:
        super().__init__("")
        self._passed_on = found
        self.any = False

    def add(self, line: int, code: str, message: str, mend: str = "") -> None:
        """Note a problem of the file, and that there is one."""
        self.any = True
        self._passed_on.add(line, code, message, mend)


def _rule(
    entry: Fields,
    own: str,
    file: Path,
    lists: Mapping[str, Words],
    clauses: frozenset[str] | None,
    found: Found,
) -> Rule:
    services = entry.some_of("services", tuple(Service))
    some = {key: _phrases(entry, key, lists, found) for key in _EXPRESSIONS}
    rule = Rule(
        id=own,
        clauses=_clauses(entry, clauses, found),
        source=entry.text("source", required=True),
        ask=_ask(entry, found),
        words=some["words"],
        after=some["after"],
        before=some["before"],
        near=some["near"],
        unless=some["unless"],
        unless_near=some["unless-near"],
        about=entry.some_of("about", SUBJECTS),
        not_about=entry.some_of("not-about", SUBJECTS),
        short_for=tuple(_short_for(entry, lists, found)),
        services=frozenset(map(Service, services)) or ALL_SERVICES,
        on=entry.one_of("level", ("on", "off"), "on") == "on",
        identity=_yes(entry, "identity"),
        beside_quotes=entry.one_of("quoted", ("ask", "silent"), "ask") == "ask",
        in_titles=entry.one_of("titles", ("ask", "silent"), "silent") == "ask",
        listed=entry.one_of("listed", ("yes", "no"), "yes") == "yes",
        hit=_examples(entry, "hit", "is asked about", found),
        miss=_examples(entry, "miss", "is not asked about", found),
        file=file,
        line=entry.line,
    )
    if not rule.words and not rule.short_for:
        found.add(entry.line, "missing-key", 'the key "words" is missing', "write words: …")
    if sum(len(phrases) for _, phrases in expressions(rule)) > _MOST_EXPRESSIONS:
        message = f"there are more than {_MOST_EXPRESSIONS} expressions in it"
        found.add(entry.line, "too-many", message, "make two rules of it")
    return rule


_EXPRESSIONS = ("words", "after", "before", "near", "unless", "unless-near")


def _yes(entry: Fields, key: str) -> bool:
    return entry.one_of(key, ("yes", "no"), "no") == "yes"


def _clauses(entry: Fields, known: frozenset[str] | None, found: Found) -> Words:
    items = entry.items("clauses")
    if not items:
        message = 'the key "clauses" is missing'
        found.add(entry.line_of("clauses"), "missing-key", message, 'write clauses: ["2.9"]')
    for item in items:
        if known is not None and item.text not in known:
            message = f'the standards have no clause "{shown(item.text)}"'
            found.add(item.line, "unknown-clause", message, meant_clause(item.text, known))
    return tuple(item.text for item in items)


def _ask(entry: Fields, found: Found) -> str:
    ask = entry.text("ask", required=True)
    if ask and not ask.endswith("?"):
        line = entry.line_of("ask")
        found.add(line, "no-question", "ask must end in a question", "end it with a question mark")
    return ask


def _examples(entry: Fields, key: str, what: str, found: Found) -> Words:
    items = entry.items(key)
    if len(items) < EXAMPLES:
        line = entry.line_of(key)
        message = f"{key} has {len(items)} sentences, and {EXAMPLES} are needed"
        found.add(line, "few-examples", message, f"write sentences in which it {what}")
    return tuple(item.text for item in items)


def _phrases(entry: Fields, key: str, lists: Mapping[str, Words], found: Found) -> Words:
    kept = (item.text for item in entry.items(key) if _sound(item.text, lists, item.line, found))
    return tuple(dict.fromkeys(kept))


def _short_for(
    entry: Fields, lists: Mapping[str, Words], found: Found
) -> Iterator[tuple[str, Words]]:
    table = entry.table("short-for")
    for short in table.names() if table is not None else ():
        assert table is not None
        full = _phrases(table, short, lists, found)
        if " " in short:
            message = f'"{shown(short)}" is more than one word'
            found.add(table.line_of(short), "bad-words", message, "write it without a space")
        elif _sound(short, lists, table.line_of(short), found) and full:
            yield short, full


def _sound(phrase: str, lists: Mapping[str, Words], line: int, found: Found) -> bool:
    """Whether an expression can be looked for; says so when it can't."""
    if len(phrase) > _LONGEST:
        message = f'"{shown(phrase)}" is longer than {_LONGEST} letters'
        found.add(line, "bad-words", message, "write it shorter")
        return False
    try:
        forms(phrase, lists)
    except BadPhrase as bad:
        found.add(line, "bad-words", f'"{shown(phrase)}": {bad.what}', bad.do)
        return False
    return True
