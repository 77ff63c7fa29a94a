"""Files and folders into a library: every file is answered for, whatever it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.core.errors import Cancelled
from desktop.core.progress import NoProgress
from desktop.services.import_run import Report, files_of, import_all, tasks_of
from desktop.services.import_work import Imported, Refused, Task, counts, import_one
from desktop.store.codec import load

ARTICLE = """# 折扣店为何关门

## 一、租金上涨

2023年，门店租金上涨18%，单店月租达到4.2万元。

| 年份 | 门店（家） |
| --- | --- |
| 2022年 | 130 |
| 2023年 | 96 |

## 二、客流下降

客流量较上年减少约三成。
"""


def _one(path: Path, library: Path) -> tuple[Imported | Refused, ...]:
    return import_one(Task(path.name, str(library), str(path)))


def test_an_article_becomes_a_dossier_that_can_be_read_again(tmp_path: Path) -> None:
    file = tmp_path / "shop.md"
    file.write_text(ARTICLE, encoding="utf-8")
    (made,) = _one(file, tmp_path / "library")
    assert isinstance(made, Imported)
    dossier = load(Path(made.folder)).dossier
    assert dossier.id == made.dossier
    assert made.title.zh == "折扣店为何关门"
    assert made.counts == counts(dossier)
    assert made.counts["reasons"] == 2
    assert made.counts["tables"] == 1
    assert made.counts["figures"] == 5
    assert dossier.sources[0].text == ARTICLE


def test_the_same_article_again_updates_its_dossier(tmp_path: Path) -> None:
    file = tmp_path / "shop.md"
    file.write_text(ARTICLE, encoding="utf-8")
    (first,), (second,) = _one(file, tmp_path / "library"), _one(file, tmp_path / "library")
    assert isinstance(first, Imported)
    assert isinstance(second, Imported)
    assert (first.updated, second.updated) == (False, True)
    assert first.folder == second.folder
    assert len(list((tmp_path / "library").glob("[!.]*"))) == 1


def test_what_cannot_be_read_is_refused_with_a_sentence(tmp_path: Path) -> None:
    empty, rubbish = tmp_path / "empty.txt", tmp_path / "rubbish.txt"
    empty.write_bytes(b"")
    rubbish.write_bytes(bytes(range(256)) * 50)
    for path in (empty, rubbish, tmp_path / "missing.txt"):
        (refused,) = _one(path, tmp_path / "library")
        assert isinstance(refused, Refused)
        assert path.name in refused.problem.zh
        assert path.name in refused.problem.en
    assert not (tmp_path / "library").exists()


def test_a_missing_file_and_a_folder_are_called_articles_and_not_dossiers(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.txt", tmp_path):
        (refused,) = _one(path, tmp_path / "library")
        assert isinstance(refused, Refused)
        assert "请" in refused.problem.zh
        assert "档案" not in refused.problem.zh
        assert "dossier" not in refused.problem.en


def test_a_text_of_many_books_is_refused_at_once(tmp_path: Path) -> None:
    (refused,) = import_one(Task("书架", str(tmp_path / "library"), text="字" * 6_000_000))
    assert isinstance(refused, Refused)
    assert "600 万字" in refused.problem.zh
    assert "6.0 million" in refused.problem.en


def test_a_text_from_the_clipboard_is_an_article_too(tmp_path: Path) -> None:
    (made,) = import_one(Task("剪贴板", str(tmp_path), text=ARTICLE))
    assert isinstance(made, Imported)
    assert made.counts["reasons"] == 2


def test_a_folder_gives_its_articles_and_no_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.html", ".hidden.txt", "~$open.docx", ".git/d.txt", "e.exe"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    names = [name.replace("\\", "/") for name, _ in files_of([tmp_path])]
    assert names == ["a.md", "b.txt", "sub/c.html"]
    asked = [name for name, _ in files_of([tmp_path / "e.exe"])]
    assert asked == ["e.exe"]  # what was named is tried, whatever it is called


def test_processes_share_a_folder_and_the_report_is_in_its_order(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for n in range(7):
        (folder / f"{n}.txt").write_text(ARTICLE.replace("折扣店", f"折扣店{n}"), encoding="utf-8")
    (folder / "5.txt").write_bytes(b"")
    steps: list[tuple[int, int]] = []

    class Steps:
        def step(self, done: int, total: int) -> None:
            steps.append((done, total))

    report = import_all(tasks_of([folder], tmp_path / "library"), Steps(), workers=2)
    assert [r.name for r in report.results] == [f"{n}.txt" for n in range(7)]
    assert len(report.imported) == 6
    assert [r.name for r in report.refused] == ["5.txt"]
    assert steps[0] == (0, 7)
    assert steps[-1] == (7, 7)
    assert len(list((tmp_path / "library").glob("[!.]*"))) == 6


def test_nothing_to_do_is_an_empty_report(tmp_path: Path) -> None:
    assert import_all(tasks_of([tmp_path], tmp_path), NoProgress()) == Report(())


def test_a_cancelled_import_keeps_what_it_has_done(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for n in range(20):
        (folder / f"{n:02}.txt").write_text(ARTICLE.replace("折扣店", f"折扣店{n}"), encoding="utf-8")

    class Impatient:
        def step(self, done: int, total: int) -> None:
            if done >= 3:
                raise Cancelled

    with pytest.raises(Cancelled):
        import_all(tasks_of([folder], tmp_path / "library"), Impatient(), workers=1)
    made = [p for p in (tmp_path / "library").iterdir() if not p.name.startswith(".")]
    assert 3 <= len(made) < 20
    assert all(load(folder).dossier.figures for folder in made)
