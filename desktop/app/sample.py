"""An invented import in the library, so that smoke run and pictures have a review to show."""

from __future__ import annotations

from desktop.store.paths import user_folder

NAME = "sample"
ARTICLE = """澄贷为何停办

澄贷是一款虚构的小额贷款，用来演示导入。它在2019年推出，2023年12月停办。

一、监管收紧

《示例贷款管理办法》2020年7月发布，要求合作方出资不低于30%，单户额度为500-30万元。
- 渠道：改为邀请制
- 额度：上限由20万元降到5万元

二、成本上升

2022年获客成本为每人38元，比上年增长3倍；逾期率由2020年末的1.5%升至4.2%，同比多了约两成。

| 年份 | 获客成本（元） | 逾期率 |
| --- | --- | --- |
| 2020 | 12 | 1.5% |
| 2022 | 38 | 4.2% |

三、竞争加剧

同类产品有三十余家，车桩比为2.3:1，澄贷的市场份额跌到第7位。

四、未来展望

有人预计两三年后会有新的产品。
"""


def shelve_sample() -> None:
    """Import the sample and put it into the library of this home."""
    from desktop.importers.draft import draft
    from desktop.importers.reading import read
    from desktop.store.paths import bundled_data
    from desktop.store.record import load_record
    from desktop.store.writer import write

    record, _notices = load_record(bundled_data())
    write(
        draft(read(f"{NAME}.md", ARTICLE.encode()), record.register), user_folder("data") / "library" / NAME
    )
