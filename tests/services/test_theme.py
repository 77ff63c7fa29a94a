"""Themes: complete, alike, and replaced by a plain one where they cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services import theme
from desktop.services.theme import contrast, load_theme


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    load_theme.cache_clear()
    yield
    load_theme.cache_clear()


def test_light_and_dark_have_the_same_tokens() -> None:
    light, dark = load_theme("light"), load_theme("dark")
    assert light.tokens.keys() == dark.tokens.keys()
    assert len(light.palette) == len(dark.palette)


@pytest.mark.parametrize(
    "content", [None, "{", "[]", '{"tokens": {}}', '{"tokens": ["text"], "palette": []}']
)
def test_a_theme_that_cannot_be_read_is_plain_and_legible(
    content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "light.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    monkeypatch.setattr(theme, "resource", lambda *_: path)
    plain = load_theme("light")
    assert (plain["text"], plain["surface"]) == ("#000000", "#FFFFFF")
    assert plain.tone("red") == ("#000000", "#FFFFFF")
    assert plain.series(0) != plain.series(1)


def test_lengths_follow_the_zoom() -> None:
    assert load_theme("light", 150).px(10) == 15


@pytest.mark.parametrize("name", ["light", "dark"])
def test_texts_and_marks_stand_out(name: str) -> None:
    look = load_theme(name)
    for token in ("text", "muted", "accent", "link", "red", "amber", "green", "grey"):
        for ground in ("surface", "window", "sunken", "accent_bg"):
            assert contrast(look[token], look[ground]) >= 4.5, (token, ground)
    assert contrast(look["faint"], look["surface"]) >= 4.5
    assert contrast(look["selection_text"], look["selection"]) >= 4.5
    for tone in ("red", "amber", "green", "grey"):
        assert contrast(*look.tone(tone)) >= 4.5
        assert contrast(look[f"{tone}_mark"], look["surface"]) >= 3
    for number in range(len(look.palette)):
        assert contrast(look.edge(number), look["surface"]) >= 3
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
