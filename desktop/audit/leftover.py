"""What the words before a number name beyond its row and its column: 周末 of 东湖店周末客流3,100人."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.interval import value_of
from desktop.audit.labels_of import label_of
from desktop.audit.sheet import Sheet
from desktop.audit.telling import told
from desktop.core.figure import Figure

_SAYS: Final = re.compile(
    r"(?:19|20)\d\d\s*(?:年度?|财年)?[末底初]?|年[末底]|全年|当年|那年|这一?年|同期|高达|多达|录得"
    r"|总共|一共|合计|做到|拿到|"
    r"最[\u4e00-\u9fff]{1,2}|居首|垫底|打头|领先|排名?第?[一二三四五六首末]?位?|[表账][中里内上]|按表"
    r"|显示|可见|其中|一[栏项行列]|如[上下]表|"
    r"[一二三四五六七八九]者|[两三四五六七八九]家[里中]?|各[家项行]?|平均|均|每[年月天日周]|[年月日人]均|占比|占|合|"
    r"虽然?|却|则|而|但|也|就|都|还|又|已经?|才|只|仅|有|是|为|达|约|近|超过?|到|至|的|了|在|里|中|上|共|收|报|录|卖|"
    r"[高低多少大小长短快慢贵重轻差好]|、|“|”|：|:|\s"
)
_LIMITS: Final = re.compile(
    r"之?[前后初]|去|上[年月半周个]|下半|季|旬|周末|早|晚|旺|淡|节|目标|计划|预计|拟|若|如果|假如|新增"
    r"|净增|曾|一度|原|老|部分|一半|"
    r"以[外内上下]|里有|里面?的|中有|不含|除|扣|线[上下]|同行|对手|竞争|行业|头[一两三年月]|首[期年月]|刚|将|时|借|满|用户|客户|员工"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d\s*(?:年度?|财年)?[末底初]?")
_MEAN: Final = re.compile(r"均|每|单[店户车件]|各")
_OF_OTHER: Final = re.compile(r"占(?:到|了)?[^比，。\d]{2,}的")
OF_IT: Final = re.compile(r"占|份额|比重|贡献")


def leftover(sheet: Sheet, cell: Figure, clause: str) -> str | None:
    """The words of a clause that neither name the cell nor merely say that a number follows.

    None where they tell of a part, a time or a case that the table need not be of.
    """
    row, head = sheet.label(cell.row or 0), sheet.head(cell.col or 0)
    words = clause
    for label in (label_of(row), label_of(head)):
        for part in (label.plain, label.name):
            words = words.replace(part, "") if len(part) > 1 else words
    for own in (label_of(head).name, label_of(row).name):
        words = _without(words, own)
    if limits(_YEAR.sub("", words)):
        return None
    kind = label_of(sheet.head(0)).name  # 渠道, of which the row is one
    words = words.replace(kind, "") if len(kind) > 1 else words
    left = told(_SAYS.sub("", words))
    return "".join(left.others)


def limits(clause: str) -> bool:
    """Whether words tell of a part, a time or a case that a table need not be of."""
    return _LIMITS.search(clause) is not None


def _without(words: str, name: str) -> str:
    """Words without the parts of a name, two characters or more, the longest first."""
    for size in range(min(len(name), 6), 1, -1):
        for i in range(len(name) - size + 1):
            words = words.replace(name[i : i + size], "")
    return words


def names_head(sheet: Sheet, cell: Figure, clause: str) -> bool:
    """Whether a clause says two characters of a cell's column, or the year that it is."""
    label = label_of(sheet.head(cell.col or 0))
    name = label.name
    if label.year and label.year in clause:
        return True
    return any(name[i : i + 2] in clause for i in range(len(name) - 1))


def is_slip(figure: Figure, cell: Figure) -> bool:
    """Whether a number has the digits of a cell changed about, or one other digit."""
    one, other = value_of(figure), value_of(cell)
    if not one or not other or not 0.1 < one / other < 10:
        return False
    left, right = (f"{v:.8e}".partition("e")[0].rstrip("0") for v in (one, other))
    if len(left) != len(right) or left == right or len(left) <= 2:
        return False
    return sorted(left) == sorted(right) or sum(a != b for a, b in zip(left, right, strict=True)) == 1


def of_one_size(figure: Figure, cell: Figure) -> bool:
    """Whether two numbers are of one order, or have the same digits: 20名 is none of 52万人."""
    one, other = value_of(figure), value_of(cell)
    if not one or not other:
        return True
    return 0.1 < abs(one / other) < 10 or f"{one:.3e}"[:5] == f"{other:.3e}"[:5]


def can_only_be(sheet: Sheet, figure: Figure, cell: Figure, clause: str, opening: str) -> bool:
    """Whether a number that differs from a cell can only be meant for it; ``opening`` are the words before its clause.

    The words name nothing but its row and its column; or they name the column, and the digits are those of the cell
    with a slip.
    """
    named, left = names_head(sheet, cell, clause), leftover(sheet, cell, clause)
    if left is None or limits(opening[-12:]):
        return False
    slip = is_slip(figure, cell)
    if not slip and not of_one_size(figure, cell):
        return False
    return (named or slip) if not left else named and slip


def may_stand(head: str, figure: Figure, clause: str) -> bool:
    """Whether the only cell of a unit may be meant although its header is not named."""
    if _MEAN.search(head) and not _MEAN.search(clause):
        return False
    if figure.unit != "%":
        return True
    share = OF_IT.search(clause)
    return share is None or not _OF_OTHER.search(clause)
