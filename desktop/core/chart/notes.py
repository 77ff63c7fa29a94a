"""Labels of marks in pixels: beside lines without overlap, behind bars and inside them."""

from __future__ import annotations

from desktop.core.chart.frame import LINE, TICK, Frame
from desktop.core.chart.ink import Face, Ink, Stroke, Words, elide, spread
from desktop.core.chart.plot import Note, Plot
from desktop.core.verdict import VERDICTS

GAP = 0.8  # between a mark and its label, in sizes of the face


def margins_of(plot: Plot, face: Face) -> tuple[float, float]:
    """Return the room that labels need to the left and right of the axes."""
    start = end = 0.0
    for note in plot.shapes:
        if isinstance(note, Note):
            if note.side == "start":
                start = max(start, _width(note, face) + face.size * (GAP + 0.8))
            elif note.side in ("end", "right"):
                end = max(end, _width(note, face) + face.size * (GAP + 0.8))
    return start, end


def place_notes(plot: Plot, frame: Frame, face: Face, width: float, hidden: frozenset[int]) -> list[Ink]:
    """Return the labels of all series that are shown."""
    notes = [s for s in plot.shapes if isinstance(s, Note) and s.series not in hidden]
    inks = _column([n for n in notes if n.side == "end"], frame, face, width, after=True)
    inks += _column([n for n in notes if n.side == "start"], frame, face, width, after=False)
    for note in notes:
        x, y = frame.x(note.x), frame.y(note.y)
        if note.side == "right" and frame.shows(x, y) and _fits(note, frame, face):
            inks += _words(note, x + face.size * 0.7, y, width - x - face.size * 0.7, face)
        elif note.side == "inside" and frame.shows(x, y) and _fits(note, frame, face):
            room = note.length / (frame.view.x1 - frame.view.x0) * frame.area.width
            if _width(note, face) < room:
                inks.append(Words(x, y, note.text(face.language), note.colour, "middle", TICK))
        elif note.side == "flag" and frame.area.x <= x <= frame.area.right:
            inks += _flag(note, x, frame, face)
    return inks


def _width(note: Note, face: Face) -> float:
    mark = f" {VERDICTS[note.verdict].mark}" if note.verdict else ""
    return face.width(note.text(face.language) + mark) * TICK


def _fits(note: Note, frame: Frame, face: Face) -> bool:
    return frame.height(note.height) >= face.size * TICK * 1.05


def _words(note: Note, x: float, y: float, room: float, face: Face) -> list[Ink]:
    """The text, and behind it the mark of its verdict in the tone of the verdict."""
    verdict = VERDICTS[note.verdict] if note.verdict else None
    badge = face.width(f" {verdict.mark}") * TICK if verdict else 0.0
    text = elide(note.text(face.language), (room - badge - face.size * 0.4) / TICK, face.width)
    inks: list[Ink] = [Words(x, y, text, note.colour, "start", TICK)]
    if verdict and text:
        inks.append(
            Words(x + face.width(text + " ") * TICK, y, verdict.mark, verdict.tone, "start", TICK, bold=True)
        )
    return inks


def _column(notes: list[Note], frame: Frame, face: Face, width: float, *, after: bool) -> list[Ink]:
    """Labels of line ends, moved apart; one that had to move is tied to its point by a thin line."""
    shown = [n for n in notes if frame.shows(frame.x(n.x), frame.y(n.y))]
    wanted = [frame.y(n.y) for n in shown]
    gap = face.size * TICK * 1.3
    most = max(1, int(frame.area.height / gap) + 1)
    if len(shown) > most:  # more labels than lines of text: the outermost and evenly chosen others
        order = sorted(range(len(shown)), key=lambda i: wanted[i])
        keep = (
            {order[round(k * (len(order) - 1) / (most - 1))] for k in range(most)} if most > 1 else {order[0]}
        )
        shown, wanted = (
            [n for i, n in enumerate(shown) if i in keep],
            [w for i, w in enumerate(wanted) if i in keep],
        )
    inks: list[Ink] = []
    for note, middle, y in zip(
        shown, wanted, spread(wanted, gap, frame.area.y, frame.area.bottom), strict=True
    ):
        x = frame.x(note.x)
        if abs(y - middle) > face.size * 0.4:
            near, far = (0.45, GAP - 0.1) if after else (-0.45, 0.1 - GAP)
            tie = ((x + face.size * near, middle), (x + face.size * far, y))
            inks.append(Stroke(tie, "faint", 1.0, clip=False))
        if after:
            inks += _words(note, x + face.size * GAP, y, width - x - face.size * GAP, face)
        else:
            at = x - face.size * GAP
            text = elide(note.text(face.language), at / TICK, face.width)
            inks.append(Words(at, y, text, note.colour, "end", TICK))
    return inks


def _flag(note: Note, x: float, frame: Frame, face: Face) -> list[Ink]:
    """The label of a flag, on the side of its line that has more room."""
    y = frame.area.y + face.size * (0.6 + LINE * note.level)
    left, right = x - frame.area.x - face.size, frame.area.right - x - face.size
    if right >= min(left, _width(note, face)):
        return _words(note, x + face.size * GAP, y, right, face)
    mark = f" {VERDICTS[note.verdict].mark}" if note.verdict else ""
    text = elide(note.text(face.language), left / TICK - face.width(mark), face.width)
    return [Words(x - face.size * GAP, y, text + mark, note.colour, "end", TICK)]
