"""Looking through the exercises without a screen, and choosing among many."""

from __future__ import annotations

from pathlib import Path

from reflect_tui import paths
from reflect_tui.practice.shelf import Place, Shelf
from tests.plain.player import Lines, Player, begin

BROKEN = "---\nexercise: mine\nversion: 1\ntitle: Mine\nsummary: x\n---\n\n# Mine\n\n## Look\n"
LOOK = "Look through the exercises"


def _flat(said: str) -> str:
    return " ".join(said.split())


def test_one_is_looked_at_read_through_and_begun_with(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield player.number(LOOK)
        yield player.number("What if they were someone else?: Change one part")
        yield player.number("Hear its questions")
        yield player.number("on your own")
        yield player.number("children's")
        yield "no"
        yield player.number("Begin with this")
        yield player.number("on your own")
        yield player.number("adults'")
        yield "the tall house"
        yield "no"
        yield "yes"
        yield "/leave"

    said = _flat(player.play(lines))
    assert said.index("Working with people:") < said.index("Talking about racism: Open")
    assert "in a group 35 · short form 10 min." in said
    assert "Standard 2.7: What if they were someone else?" in said
    assert str(paths.shipped_prompts() / "counterfactual.md") in said
    assert "Step: Catch the talk" in said
    assert "Question: Whose words are they? As many as are true. - Ours" in said
    session = player.session
    assert (session.way, session.service) == ("solo", "adults")
    assert [kept.id for kept in session.exercises] == ["opening", "counterfactual", "closing"]
    assert all(kept.short for kept in session.exercises)


def test_what_has_to_be_mended_is_said_and_read_again(tmp_path: Path) -> None:
    own = tmp_path / "team"
    own.mkdir()
    (own / "mine.md").write_text(BROKEN, encoding="utf-8")
    places = [Place(paths.shipped_prompts().parent, "shipped"), Place(own, "our team's")]
    player = Player(tmp_path, shelf=Shelf.open(places), make_shelf=lambda: Shelf.open(places))

    def lines(player: Player) -> Lines:
        # Whoever begins a session is told of it too, and where to read what it is.
        yield "1"
        yield player.number("on your own")
        yield player.number("children's")
        yield from ("x", "no")
        assert f"Left out, because something in it has to be mended: {own / 'mine.md'}." in _flat(
            player.text
        )
        yield "."
        yield player.number(LOOK)
        assert "mended" in player.text
        (own / "mine.md").write_text(
            BROKEN.replace("## Look", "## Look {#look}\n\n### What? {#what .text}"),
            encoding="utf-8",
        )
        yield player.number("Read the folder again")
        yield "."
        yield "/leave"

    before, _, after = player.play(lines).partition("Read again.")
    assert "line 10: the brace with its id is missing (write ## Look {#look})" in _flat(before)
    assert "mended" not in after
    assert "Beside the standards:" in after


def test_among_many_each_is_named_shortly_and_says_more_when_asked(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        for line in begin(player, way="on your own"):
            if "Which exercises?" in player.text and "/about" not in typed:
                assert "Fifteen parts of who we are" not in player.text
                typed.append("/about")
                yield f"/about {player.number('Social GGRRAAACCEEESSS')}"
                assert "Fifteen parts of who we are" in player.text
            yield line
        yield "/leave"

    typed: list[str] = []
    player.play(lines)
    assert typed
    assert [kept.id for kept in player.session.exercises][1] == "counterfactual"


def test_the_standard_says_which_exercises_meet_it(tmp_path: Path) -> None:
    player = Player(tmp_path)

    def lines(player: Player) -> Lines:
        yield from begin(player)
        yield from player.next_to("Catch the talk")
        yield "/standard"
        yield "/leave"

    said = _flat(player.play(lines))
    assert "Standard 2.8, Words build stories:" in said
    assert "Also met in: " in said
    assert "Behind the whole exercise: Standard 2.7" in said
    assert "The number finds the original in the standards themselves." in said
