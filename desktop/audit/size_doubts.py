"""Whether a size in open words is told of the two values before it, and of nothing else."""

from __future__ import annotations

import itertools
import re
from typing import Final

from desktop.audit.any_reading import POINTS
from desktop.audit.belongs import of_whole
from desktop.audit.lines import behind_last, sentence_start
from desktop.audit.move import is_share, months_of, years_between
from desktop.audit.pairs import SUMMED
from desktop.audit.reading import TIMES
from desktop.audit.size_order import FROM, UNTIL
from desktop.audit.size_told import SizeTold
from desktop.audit.size_words import APART, BREAK, LEVEL, OBJECT, THEN, only_known
from desktop.audit.telling import told
from desktop.audit.times_apart import day
from desktop.core.figure import Figure

OTHER: Final = re.compile(  # makes a size one of something else than the two values before it
    r"占|其中|[年月日周季]均|均价|每[年月季周天日]|按|折[成合算]|年化|复合|合计|目标|计划|预[计期]|如果|假如|若|分别|各|名义"
    r"|扣除|另|至少|最多|增速|累计|共|因此|减员|裁员|扩招|降薪|涨薪|加薪|不等|可能|恐怕|或许|也许"
    r"|[涨升补追]回|回到|恢复到?原"
)
STEP: Final = re.compile(r"同比|环比|上年|去年|前一年|上月|上季|较[年月]初")
_DATED: Final = re.compile(r"[\d年月日]")
_NAME: Final = 2  # characters
FAR: Final = 44  # characters from the later value to the size
_CLAUSES: Final = re.compile(r"[，,；;：:。]")
_PACKED: Final = re.compile(  # how many of the one are in the other is not said
    r"[年季月周日次]卡|单程|往返|[套联通]票|[单双多]人|半年|全年|包[年月季周]|整[箱盒]|打包|一次付|分期"
)
_BASE: Final = re.compile(
    r"(.*?)[比较](?![例重率])[^，,。]*的$"
)  # 整体上架率比一年前的71%提高: of what is not told
_AGAIN: Final = re.compile(r"随后|其后|后来|之后|接着|然后|此后|再|又")
_THEN_ONLY: Final = re.compile(
    r"(?:而|但)?(?:去年|上年|前年|往年|同期|当时|此前|[\d一二两三四五六七八九十]+年前)(?![的末底初])"
)
_AT_ORDINAL: Final = re.compile(r"^(?:到了?|至|直到)?第[\d一二三四五六七八九十]+个?(?:[年月周天日轮届期季])")
_MEAN: Final = re.compile(r"[日月年周季人户店]均|平均每")
_OF_THOSE: Final = re.compile(r"的[\u4e00-\u9fff]?比")
_AFTER: Final = re.compile(
    r"^[\u4e00-\u9fff]{2,4}(?:之|以)?后(?=[还只仅剩就便则又再，是有]|$)"
)  # 清理后还剩18个
_AGO: Final = re.compile(r"年|月|季|此前|之前|以前|过去|同期|[高低]点")
_LINE: Final = re.compile(r"[线限标规]|要求|[原先前去上][来先年期月季]|[前后]者|[它其此]")
_LIMIT: Final = re.compile(r"[线限标规]|要求|门槛|不得|不[高低超少多][于过]|至[多少]|应")
_PACE: Final = re.compile(r"[快慢]")
_PRICE: Final = re.compile(r"贵|便宜")


def of_another(here: SizeTold, one: Figure, other: Figure, clause: str) -> bool:
    """Whether a size is told of another time, of a part, or of a value that is not told at all."""
    between = here.piece.between(other.anchor.end, here.size.anchor.start)
    until = one.period is None and UNTIL.search(here.words_from(other)) is not None
    if not until and any(
        f.is_date and f.period not in (one.period, other.period) and day(f)[:4] != day(other)[:4]
        for f in between
    ):
        return True  # 2020年3.2亿元，2021年6.4亿元；2022年再增25%
    if STEP.search(clause) and years_between(one, other) not in (None, 1, -1):
        return True
    if _THEN_ONLY.match(clause):
        return True  # 利差2.5个百分点；去年利差3.3个百分点
    at = _AT_ORDINAL.match(clause)
    if at is not None and at[0] not in here.clause(one) + here.clause(other):
        return True  # 从12%升到35%，第49周才回落5个百分点
    if "前年" in clause and "前年" not in here.clause(one) + here.clause(other):
        return True  # 今年520人，比去年的500人多4.0%，比前年少8.1%
    if _narrower(first := here.clause(one), here.clause(other), clause):
        return True  # 2021年门诊量4.0万人次，2024年门诊量5.2万人次，儿科门诊量增长12%
    if _OF_THOSE.search(clause) and not here.inside(other):
        return True  # 走掉的人比留下的还多一半
    first, second = here.clause(one), here.clause(other)
    if "占" in first + second and any(
        of_whole(f"{c.rstrip('的')}的", told(clause).others) for c in (first, second)
    ):
        return True
    if _MEAN.search(second) and not _MEAN.search(first):
        return True  # 7天15.4万人次，日均2.2万人次，比平日多18%
    if FROM.search(first) and _AGAIN.search(clause):
        return True  # 从100元涨到130元，随后回落10%
    if clause.endswith("的") and not (THEN.search(clause) or "者" in clause or APART.search(clause)):
        return True  # 西南由6.0亿元长到7.8亿元，拿走新增收入的46.2%
    if here.size.unit in ("%", "permille") and LEVEL.search(clause):
        return True
    if SUMMED.search(first) and not SUMMED.search(second):
        return True
    subject = _BASE.match(second)
    return subject is not None and not only_known(subject[1], first)


def _narrower(first: str, second: str, clause: str) -> bool:
    """Whether a size is told of a part of what two values are: the name that they end with, and more before it."""
    same = sum(
        1
        for _ in itertools.takewhile(
            lambda two: two[0] == two[1], zip(first[::-1], second[::-1], strict=False)
        )
    )
    name = behind_last(_DATED, first[len(first) - same :])
    at = clause.find(name) if len(name) >= _NAME else -1
    return at >= _NAME and clause[:at] not in first + second and bool(told(clause[:at]).others)


def reached(here: SizeTold, other: Figure) -> bool:
    """Whether the size is told right behind the later value."""
    words = here.words_from(other)
    if here.inside(other):
        return len(words) < FAR and len(_CLAUSES.findall(words)) <= 3
    return len(words) < FAR and only_known(APART.sub("", words), here.text[here.since : here.end(other)])


def of_one_length(one: Figure, other: Figure) -> bool:
    """Whether two values count over equally long times, as far as that is known."""
    first, second = months_of(one), months_of(other)
    unknown = is_share(one) or first is None or second is None
    return unknown or abs((first or 0) - (second or 0)) <= 0.1 * max(first or 0, second or 0)


def is_sure(here: SizeTold, one: Figure, other: Figure, way: int, clause: str) -> bool:
    """Whether neither the later value nor the size is told of anything new."""
    first, second = here.clause(one), _AFTER.sub("", here.clause(other))
    if not here.inside(one) and not told(second.replace("占", "")).others:
        second = here.text[
            here.own : here.at(other)
        ]  # 信用贷款余额486亿元，占三成: what it is of stands before
    end = here.end(one)
    since = sentence_start(here.text, here.at(one))
    known = here.text[since:end] + BREAK.split(here.text[end : end + 4])[0]
    against = OBJECT.search(clause)
    apart = APART.search(clause) is not None and not (against is not None and _AGO.search(against[1]))
    then = THEN.search(second) is not None and here.inside(one)
    if not apart and not then and not only_known(second, known, "", other.unit):
        return False
    if STEP.search(clause) and way > 0 and one.period is None and not THEN.search(first):
        return False
    if one.unit in TIMES and not apart and not way:
        return False
    if (_PACE.search(clause) and not (one.unit in TIMES or one.unit.startswith("count:"))) or (
        _PRICE.search(clause) and not one.unit.startswith(("CNY", "%"))
    ):
        return False  # 占用420兆，快了30%
    if against is not None and not _is_told(against[1], known + second):
        return False  # 成本率3.05%，高于活期2.8个百分点
    if (apart and here.size.unit in POINTS) or here.size.unit == "count:折":
        return True  # points are always of two rates, 打了六折 of two prices
    if _PACKED.search(first + second) and not way:
        return False
    known += second + here.text[here.own : here.end(other)]
    return only_known(APART.sub("", clause), known, first + second, other.unit)


def _is_told(name: str, known: str) -> bool:
    """Whether what a value is held against has been told of, or is a limit or an earlier time."""
    line = _LINE.search(name)
    if line is not None and line[0] in "线限标规":  # 拨备覆盖率180%，比监管线高三十个点: which is not told
        return _LIMIT.search(known) is not None
    return line is not None or all(o in known for o in told(APART.sub("", name)).others)
