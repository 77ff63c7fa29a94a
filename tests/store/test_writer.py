"""What is written is read again, whole; a write that fails or is killed leaves what was there."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from any_text import TEXTS
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.dossier import Dossier
from desktop.core.errors import UserError
from desktop.core.evidence import Event, Point
from desktop.core.factor import Factor
from desktop.core.figure import COMPARATORS, ROLES, Figure
from desktop.core.period import Period
from desktop.core.policy import PolicyMention
from desktop.core.review import Doubt, Leftover, Review
from desktop.core.source import Original, Source, digest_of
from desktop.core.span import Anchor, OriginalRef
from desktop.core.table import Cell, Column, Table
from desktop.core.text import Text, same
from desktop.core.verdict import CHECK_NAMES, VERDICTS, Assessment, PartCheck
from desktop.importers.draft import draft
from desktop.importers.reading import Reading
from desktop.store import schema, writer
from desktop.store.aside import ASIDE, restore
from desktop.store.codec import load
from desktop.store.library import bundled, entries
from desktop.store.paths import bundled_data
from desktop.store.record import load_record
from desktop.store.validate import validate
from desktop.store.writer import files_of, write

REGISTER = load_record(bundled_data())[0].register


@pytest.mark.parametrize("name", bundled())
def test_bundled_dossiers_are_written_as_they_are(name: str, tmp_path: Path) -> None:
    dossier = load(bundled_data(name)).dossier
    write(dossier, tmp_path / name)
    again = load(tmp_path / name)
    assert again.notices == ()
    assert replace(again.dossier, location=dossier.location) == dossier
    for path, data in files_of(dossier).items():
        if path.endswith(".csv"):
            assert data == (bundled_data(name) / path).read_bytes()
    assert validate(tmp_path / name, bundled_data("register")) == []


WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
ANY = st.one_of(st.just(""), WORDS)
PAIRS = st.one_of(st.just(same("")), st.builds(Text, WORDS, WORDS))
COUNTS = st.integers(0, 2**31 - 1)
MAYBE = st.one_of(st.none(), COUNTS)
DAYS = st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
NUMBERS = st.one_of(
    st.none(), st.decimals(allow_nan=False, allow_infinity=False).filter(lambda d: abs(d.adjusted()) <= 300)
)
PERIODS = st.one_of(st.none(), st.builds(Period, WORDS, DAYS, DAYS))
ANCHORS = st.builds(Anchor, st.just("src"), COUNTS, COUNTS, ANY, ANY, ANY)
REFS = st.one_of(st.none(), st.builds(OriginalRef, WORDS, MAYBE, MAYBE, ANY))
SCORES = st.integers(0, 100).map(lambda n: n / 100)
CODES = st.text("abcdefgh", max_size=6)
IDS = st.lists(st.text("abcdefgh", min_size=1, max_size=6), max_size=3).map(tuple)
CELL_TEXTS = st.one_of(st.none(), WORDS.filter(lambda w: w not in ("n/a", "illegible")))


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A dossier of all kinds of items with fields of any content."""
    number = iter(range(1000))

    def ident() -> str:
        return f"i{next(number)}"

    def some(make: object, most: int = 2) -> tuple[object, ...]:
        return tuple(make() for _ in range(draw(st.integers(0, most))))  # type: ignore[operator]

    def factor(order: int) -> Factor:
        kind = draw(st.sampled_from(("factor", "outlook", "introduction", "conclusion", "section")))
        theme = draw(st.sampled_from(("", *schema.THEMES)))
        return Factor(ident(), kind, order, draw(MAYBE), theme, draw(PAIRS), draw(PAIRS), draw(PAIRS),
                      draw(ANCHORS), (draw(COUNTS), draw(COUNTS)), draw(IDS), draw(CODES), draw(REFS))  # fmt: skip

    def line(table: str, row: int) -> tuple[Cell, ...]:
        return tuple(
            Cell(ident(), table, row, col, draw(CELL_TEXTS), draw(ANY), draw(ANCHORS), draw(REFS))
            for col in range(draw(st.integers(1, 3)))
        )

    def table(order: int) -> Table:
        name = ident()
        columns = tuple(
            Column(
                ident(),
                col,
                draw(PAIRS),
                draw(st.sampled_from(("label", "quantity", "date", "text"))),
                draw(ANY),
            )
            for col in range(draw(st.integers(0, 3)))
        )
        rows = tuple(line(name, row) for row in range(1, draw(st.integers(1, 3))))
        return Table(
            name, draw(CODES), order, draw(PAIRS), columns, line(name, 0), rows, draw(ANCHORS), draw(REFS)
        )

    def figure() -> Figure:
        role = draw(st.sampled_from(tuple(ROLES)))
        low, high = draw(NUMBERS), draw(NUMBERS)
        if low is None and high is None and role != "date":
            low = Decimal(1)
        return Figure(ident(), draw(CODES), draw(PAIRS), draw(PAIRS), role, draw(PERIODS),
                      draw(st.sampled_from(tuple(COMPARATORS))), low, high, draw(ANY),
                      draw(st.sampled_from(("", "up", "down"))), draw(ANY), draw(ANY), draw(ANCHORS), draw(CODES),
                      draw(MAYBE), draw(MAYBE), draw(CODES), draw(st.booleans()), draw(REFS))  # fmt: skip

    def policy() -> PolicyMention:
        return PolicyMention(ident(), draw(CODES), "specific", draw(PAIRS), draw(ANY), draw(PERIODS), draw(ANY),
                             draw(PAIRS), draw(PAIRS), draw(ANCHORS), draw(REFS), draw(CODES),
                             draw(st.sampled_from(("", "number", "exact", "near"))), draw(SCORES),
                             draw(PAIRS))  # fmt: skip

    def event() -> Event:
        period = Period(draw(WORDS), date(2021, 1, 1), date(2021, 3, 1))
        return Event(
            ident(), draw(CODES), draw(ANY), draw(PAIRS), period, draw(IDS), draw(ANCHORS), draw(REFS)
        )

    def point() -> Point:
        return Point(
            ident(), draw(CODES), draw(COUNTS), draw(ANY), draw(PAIRS), draw(ANY), draw(ANCHORS), draw(REFS)
        )

    def assessment() -> Assessment:
        parts = tuple(PartCheck(p, draw(st.sampled_from(schema.CHECKS)), draw(PAIRS)) for p in CHECK_NAMES)
        return Assessment(ident(), draw(ANY), draw(CODES), VERDICTS[draw(st.sampled_from(schema.VERDICTS))],
                          draw(PAIRS), draw(PAIRS), draw(IDS), draw(PAIRS), "low", draw(CODES), draw(st.booleans()),
                          draw(CODES), draw(IDS), parts, draw(IDS), draw(REFS))  # fmt: skip

    text = draw(
        st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\ufeff\r"), max_size=40)
    )
    original = draw(st.one_of(st.none(), st.builds(Original, WORDS, WORDS, COUNTS)))
    status = st.sampled_from(schema.REVIEW_STATUSES)
    return Dossier(
        id="made",
        title=draw(st.builds(Text, WORDS, WORDS)),
        product=draw(st.builds(Text, WORDS, WORDS)),
        summary=draw(st.builds(Text, WORDS, WORDS)),
        sources=(
            Source(
                "src", "article", draw(PAIRS), "sources/a.txt", digest_of(text), text, draw(ANY), original
            ),
        ),
        factors=tuple(factor(order) for order in range(draw(st.integers(1, 3)))),
        tables=tuple(table(order) for order in range(draw(st.integers(0, 2)))),
        figures=some(figure),  # type: ignore[arg-type]
        policies=some(policy),  # type: ignore[arg-type]
        events=some(event),  # type: ignore[arg-type]
        points=some(point),  # type: ignore[arg-type]
        assessments=some(assessment, 1),  # type: ignore[arg-type]
        doubts=tuple(draw(st.lists(st.builds(Doubt, WORDS, WORDS, SCORES, PAIRS), max_size=2))),
        leftovers=tuple(draw(st.lists(st.builds(Leftover, ANCHORS, PAIRS), max_size=2))),
        reviews=tuple(draw(st.lists(st.builds(Review, WORDS, status, ANY, ANY, ANY), max_size=2))),
        deleted=tuple(draw(st.lists(WORDS, max_size=2))),
    )


@given(dossiers())
@settings(max_examples=60, deadline=None)
def test_any_dossier_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, made: Dossier) -> None:
    folder = tmp_path_factory.mktemp("any") / "made"
    write(made, folder)
    assert replace(load(folder).dossier, location="") == made
    shutil.rmtree(folder.parent)


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_the_draft_of_any_text_is_valid_and_comes_back(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.mktemp("draft") / "made"
    made = draft(Reading("a.txt", "txt", "utf-8", text), REGISTER)
    write(made, folder)
    loaded = load(folder)
    assert loaded.notices == ()
    assert replace(loaded.dossier, location="") == made
    assert validate(folder, bundled_data("register")) == []
    shutil.rmtree(folder.parent)


@pytest.fixture
def made() -> Dossier:
    return replace(load(bundled_data("lilidai")).dossier, id="lilidai-copy", location="")


def _names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_a_write_that_fails_leaves_the_old_one(
    made: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "档案"
    write(made, folder)
    old = (folder / "figures.csv").read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writer.os, "fsync", full)
    with pytest.raises(UserError, match="No space left"):
        write(replace(made, figures=()), folder)
    assert (folder / "figures.csv").read_bytes() == old
    assert _names(tmp_path) == ["档案"]


def test_what_a_kill_set_aside_comes_back(
    made: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIYIN_HOME", str(tmp_path))
    library = tmp_path / "data" / "library"
    write(made, library / "a")
    (library / "a").rename(library / f"{ASIDE}a")
    restore(library)
    assert _names(library) == ["a"]
    (library / "a").rename(library / f"{ASIDE}a")
    assert [e.id for e in entries()] == [*bundled(), "lilidai-copy"]
    write(replace(made, id="newer"), library / "a")
    (library / f"{ASIDE}a").mkdir()  # left over from a kill after the second rename
    assert [e.id for e in entries()] == [*bundled(), "newer"]


def test_a_folder_that_cannot_be_written_gets_a_sentence(made: Dossier, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match=r"file"):
        write(made, tmp_path / "file" / "a")


def test_what_an_import_adds_is_described(tmp_path: Path) -> None:
    text = "题目\n一、监管\n2021年的《个人信息保护法》要求单独同意，额度为20万。\n"
    write(draft(Reading("a.txt", "txt", "utf-8", text), REGISTER), tmp_path / "a")
    described = json.loads((tmp_path / "a" / "datapackage.json").read_text("utf-8"))
    names = {
        r["name"]: [f["name"] for f in r.get("schema", {}).get("fields", ())] for r in described["resources"]
    }
    assert "register_id" in names["policies"]
    assert "doubts" in names
    assert "reviews" not in names, "a file without records is left out where it may be"
