"""Any dossier at all, for hypothesis."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from desktop.core.dossier import Dossier
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
from desktop.store import schema

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
