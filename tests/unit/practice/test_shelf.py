"""What stands on the shelf: a later place wins, what is broken is told and hides nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from reflect_tui.practice.exercise import Service, Way
from reflect_tui.practice.shelf import Place, Shelf

CLAUSES = """\
sections: [{number: "2", title: "Talking"}]
clauses: [{number: "2.7", title: "Counterfactuals", summary: "Turn it round.", section: "2"}]
"""


def exercise(
    name: str, *, version: int = 1, role: str = "", stage: str = "", more: str = ""
) -> str:
    return (
        f"---\nexercise: {name}\nversion: {version}\ntitle: {name} {version}\nsummary: One.\n"
        + (f"role: {role}\n" if role else "")
        + more
        + f"---\n\n# {name}\n\n## First {{#first{stage}}}\n\n### What? {{#what .text}}\n"
    )


def laid(folder: Path, **texts: str) -> Path:
    """A folder with files; two underscores stand for a folder, and .md is added."""
    for name, text in texts.items():
        path = folder / name.replace("__", "/")
        path = path if path.suffix else path.with_suffix(".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture
def shipped(tmp_path: Path) -> Place:
    folder = laid(
        tmp_path / "shipped",
        prompts__closing=exercise("closing", role="closing"),
        prompts__graces=exercise("graces"),
        prompts__opening=exercise("opening", role="opening"),
        prompts__parenting=exercise("parenting", version=2, more="services: [children]\n"),
        prompts__README="# How to write an exercise\n",
        README="# Not an exercise\n",
        CHANGELOG="# Not one either\n",
    )
    laid(folder / "data", **{"clauses.yaml": CLAUSES, "local.yaml": 'duty-number: ""\n'})
    return Place(folder, "shipped with reflect-tui")


def theirs(tmp_path: Path, **texts: str) -> Place:
    return Place(laid(tmp_path / "theirs", **texts), "your organisation's")


def told(shelf: Shelf) -> list[tuple[str, int, str]]:
    return [(Path(p.file).name, p.line, p.code) for p in shelf.problems]


def test_the_shelf_offers_what_comes_with_the_program(shipped: Place) -> None:
    shelf = Shelf.open([shipped])
    assert shelf.problems == ()
    assert [kept.id for kept in shelf.exercises()] == ["closing", "graces", "opening", "parenting"]
    assert shelf.opening is not None
    assert shelf.opening.id == "opening"
    assert shelf.closing is not None
    assert shelf.closing.id == "closing"
    graces = shelf.get("graces")
    assert graces is not None
    assert (graces.place, graces.file.name) == ("shipped with reflect-tui", "graces.md")
    assert graces.replaced is None
    assert shelf.get("nothing") is None
    assert "2.7" in shelf.clauses


def test_only_what_is_meant_for_a_way_and_service_is_offered(
    shipped: Place, tmp_path: Path
) -> None:
    organisation = theirs(
        tmp_path,
        groups=exercise("groups", stage=" modes=group"),
        solo=exercise("solo", more="modes: [solo]\n"),
    )
    shelf = Shelf.open([shipped, organisation])

    def offered(way: Way, service: Service) -> list[str]:
        return [kept.id for kept in shelf.offered(way, service)]

    assert offered(Way.SOLO, Service.CHILDREN) == ["graces", "parenting", "solo"]
    assert offered(Way.SOLO, Service.ADULTS) == ["graces", "solo"]
    assert offered(Way.GROUP, Service.ADULTS) == ["graces", "groups"]


def test_a_later_place_wins_whatever_its_version_and_says_so(
    shipped: Place, tmp_path: Path
) -> None:
    organisation = theirs(tmp_path, ours=exercise("parenting", version=1))
    own = Place(laid(tmp_path / "own", mine=exercise("graces", version=7)), "your own")
    shelf = Shelf.open([shipped, organisation, own])
    parenting, graces = shelf.get("parenting"), shelf.get("graces")
    assert parenting is not None
    assert graces is not None
    assert (parenting.place, parenting.exercise.version) == ("your organisation's", 1)
    assert parenting.replaced is not None
    assert parenting.replaced.place == "shipped with reflect-tui"
    assert parenting.has_newer_below
    assert (graces.place, graces.has_newer_below) == ("your own", False)
    assert [kept.id for kept in shelf.exercises()] == ["closing", "graces", "opening", "parenting"]


def test_a_broken_override_leaves_the_one_it_would_replace(shipped: Place, tmp_path: Path) -> None:
    organisation = theirs(
        tmp_path, graces=exercise("graces").replace(".text", ".txt"), fine=exercise("fine")
    )
    shelf = Shelf.open([shipped, organisation])
    graces = shelf.get("graces")
    assert graces is not None
    assert graces.place == "shipped with reflect-tui"
    assert shelf.get("fine") is not None
    assert told(shelf) == [("graces.md", 1, "not-offered"), ("graces.md", 12, "unknown-kind")]
    assert "shipped with reflect-tui" in shelf.problems[0].message


def test_a_broken_exercise_of_its_own_is_not_offered(shipped: Place, tmp_path: Path) -> None:
    shelf = Shelf.open([shipped, theirs(tmp_path, new=exercise("new") + "\n<b>x</b>\n")])
    assert shelf.get("new") is None
    assert told(shelf) == [("new.md", 1, "not-offered"), ("new.md", 14, "raw-html")]


def test_a_missing_or_unreadable_place_is_told_and_the_others_are_offered(
    shipped: Place, tmp_path: Path
) -> None:
    (tmp_path / "a-file").write_text("x", "utf-8")
    places = [
        shipped,
        Place(tmp_path / "gone", "your organisation's"),
        Place(tmp_path / "a-file", "your own"),
    ]
    shelf = Shelf.open(places)
    assert shelf.get("graces") is not None
    assert told(shelf) == [("a-file", 1, "cannot-read"), ("gone", 1, "cannot-read")]
    assert "your organisation's" in shelf.problems[1].message


def test_with_no_place_at_all_there_is_still_the_risk_card() -> None:
    shelf = Shelf.open([])
    assert shelf.exercises() == ()
    assert (shelf.opening, shelf.closing) == (None, None)
    assert shelf.risk.road("anyone") is not None


def test_two_files_with_one_id_in_one_folder_are_told(shipped: Place, tmp_path: Path) -> None:
    organisation = theirs(tmp_path, a=exercise("new"), b=exercise("new", version=2))
    shelf = Shelf.open([shipped, organisation])
    kept = shelf.get("new")
    assert kept is not None
    assert kept.file.name == "a.md"
    assert told(shelf) == [("b.md", 1, "repeated-exercise")]


def test_a_broken_file_does_not_hold_an_id_against_a_sound_one(
    shipped: Place, tmp_path: Path
) -> None:
    organisation = theirs(tmp_path, a=exercise("new") + "{\n", b=exercise("new", version=2))
    kept = Shelf.open([shipped, organisation]).get("new")
    assert kept is not None
    assert kept.file.name == "b.md"


def test_an_organisation_can_bring_an_opening_of_its_own(shipped: Place, tmp_path: Path) -> None:
    organisation = theirs(
        tmp_path,
        a=exercise("our-opening", role="opening"),
        b=exercise("another-opening", role="opening"),
    )
    shelf = Shelf.open([shipped, organisation])
    assert shelf.opening is not None
    assert shelf.opening.id == "our-opening"
    assert told(shelf) == [("b.md", 1, "second-frame")]


def test_the_latest_place_has_the_opening_though_an_earlier_one_has_another_id(
    shipped: Place, tmp_path: Path
) -> None:
    organisation = theirs(tmp_path, a=exercise("our-opening", role="opening"))
    own = Place(laid(tmp_path / "own", o=exercise("opening", role="opening", version=9)), "mine")
    shelf = Shelf.open([shipped, organisation, own])
    assert shelf.opening is not None
    assert (shelf.opening.id, shelf.opening.place) == ("opening", "mine")


def test_what_stands_in_for_the_opening_must_be_one(shipped: Place, tmp_path: Path) -> None:
    shelf = Shelf.open([shipped, theirs(tmp_path, opening=exercise("opening"))])
    assert shelf.opening is not None
    assert shelf.opening.place == "shipped with reflect-tui"
    assert told(shelf) == [("opening.md", 1, "other-role")]


def test_an_exercise_may_name_a_clause_its_organisation_added(
    shipped: Place, tmp_path: Path
) -> None:
    named = exercise("new", more='clauses: ["2.7", "L1"]\n')
    added = 'clauses: [{number: L1, title: Ours, summary: Ours., section: "2"}]\n'
    organisation = theirs(tmp_path, new=named)
    assert told(Shelf.open([shipped, organisation])) == [
        ("new.md", 1, "not-offered"),
        ("new.md", 6, "unknown-clause"),
    ]
    laid(organisation.folder, **{"clauses.yaml": added})
    shelf = Shelf.open([shipped, organisation])
    assert shelf.problems == ()
    assert shelf.get("new") is not None


def test_local_lines_of_an_organisation_reach_the_risk_card(shipped: Place, tmp_path: Path) -> None:
    organisation = theirs(tmp_path, **{"local.yaml": 'duty-number: "0100"\n'})
    shelf = Shelf.open([shipped, organisation])
    anyone = shelf.risk.road("anyone")
    assert anyone is not None
    lines = [shelf.risk.line_under(step, shelf.local) for step in anyone.steps]
    assert "0100" in lines


def test_hidden_files_folders_and_other_files_are_no_exercises(tmp_path: Path) -> None:
    folder = laid(
        tmp_path,
        **{"real.MD": exercise("real"), ".draft.md": "x", "~$real.md": "x", "notes.txt": "x"},
    )
    (folder / "folder.md").mkdir()
    shelf = Shelf.open([Place(folder, "your own")])
    assert [kept.id for kept in shelf.exercises()] == ["real"]
    assert shelf.problems == ()
