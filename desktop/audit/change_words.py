"""The words of change, as plain data: what says that a number rose or fell, and what says neither.

``UP`` and ``DOWN`` tell the direction of the number for certain; ``SOFT_UP`` and ``SOFT_DOWN`` mostly do (a price that
is 让利 falls, a time that is 快 falls although things go faster), so that a contradiction is never built on them.
"""

from __future__ import annotations

from typing import Final

_UP: Final = """
多 多了 高 高了 多出 增长 增加 增多 增至 增到 上升 上涨 上调 上扬 上浮 上行 提高 提升 攀升 爬升 飙升 激增 猛增
剧增 大增 骤增 暴增 陡增 倍增 净增 递增 增幅 涨幅 升幅 升高 走高 冲高 抬高 抬升 抬头 拉升 推高 调高 调升 回升
反弹 跃升 跃增 暴涨 大涨 猛涨 疯涨 飞涨 高涨 看涨 上蹿 蹿升 窜升 扩大 扩张 扩充 扩增 增厚 增配 增 涨 升 翻涨
攀高 走强 走阔 走宽 高出 超出 加码 追加 加大 放大 拉长 延长 拉高 新高 升值 膨胀 壮大 长高 涨了 提 抬 多收 多付 多花 多交
多卖 多产 多出来
"""
_SOFT_UP: Final = """
新添 多 高 长 大 贵 爬 蹿 窜 冲 冲上 蹦 跳 跳涨 跳升 迈 跨 攀 登 扩 拓展 扩展 拓宽 加 加收 加高 加长 加宽 加厚
加深 加密 加快 加速 改善 好转 回暖 修复 恢复 回补 补回 收复 复苏 长了 胖了 厚了 肥了 热了 火了 变多 变高 变长
变大 变贵 贵出 高过 多过 长过 强 强过 反超 领先 跑赢 溢价 放宽 放松 宽 松 提成 叫涨 叫高 蓄 攒 积 囤 添 增添
增补 添置 累积 积累 抢回 拉回 拔高 翻 滚 滚到 顶到
"""
_DOWN: Final = """
少 低 低了 少了 下降 下滑 下跌 下调 下挫 下行 下浮 下探 下移 减少 减低 减小 降低 降幅 跌幅 减幅 降了 缩减 缩水
缩短 缩小 缩量 收缩 收窄 压缩 压减 压降 压低 削减 裁减 裁撤 精简 回落 回撤 回吐 回调 滑落 滑坡 走低 走弱 萎缩
骤降 骤减 锐减 大跌 大降 暴跌 暴降 急跌 急降 猛跌 猛降 陡降 直降 跳水 重挫 跌落 跌去 跌掉 蒸发 砍掉 砍去 砍 削
削掉 削去 减掉 减去 减半 腰斩 折半 流失 衰退 衰减 递减 贬值 贬 瘦身 去化 抹去 抹掉 抹平 腾退 清退 掉了 丢了 丢掉
丢失 失去 损失 折损 折掉 拉低 拖低 调低 调降 压到 跌破 跌 降 减 掉 缩 挤掉 挤出 挤干 滑 滑下 塌 塌缩 崩跌 少花
少付 少收 少交 少卖 少产 少计 净减
"""
_SOFT_DOWN: Final = """
少 低 短 小 便宜 便宜了 省 省下 省掉 省出 省去 节省 节约 节支 让利 让出 让掉 让 优惠 减免 减亏 打折 折让 折扣 贱
贱卖 矮 矮了 低了 短了 小了 瘦 瘦了 薄 薄了 轻 轻了 慢 快 早 收紧 收 收缩了 退 退到 退坡 倒退 后退 压 吐 吐出
吐掉 吃掉 吞掉 吞噬 侵蚀 蚕食 稀释 摊薄 冲抵 没了 不见 不见了 消失 消失了 没 丢 扔 扔掉 甩掉 甩卖 卸 卸下 卸掉
撤 撤下 撤掉 裁 裁掉 关 剔除 剔掉 砸 跌没 亏掉 亏 亏去 赔掉 抽走 分走 带走 拿走 抢走 夺走 流走 出走 逃离 放缓
落后 变少 变低 变短 变小 变便宜 下来 落 落下 垮 垮掉 崩 崩塌 坍缩 断崖 下坠 坠 沉 凉 凉了 冷 冷了 淡 淡了 清空
出清 消化 消化掉 去掉 缩窄 缩紧 减慢 减缓 减轻 轻装 砍下 砍到 打掉 打下 压下 压掉
"""
_EITHER: Final = """
增速 增长率 多跌 多降 多涨 多减 多增 少跌 少降 少涨 少减 少增 多升 少升 变化 变动 变了 调整 改变 波动 相差 差
差了 浮动 变幅 幅度 差距 差额 差值 变 动 优化 恶化 改 调 错 拉开 落差 走 转
"""
_FILL: Final = """
出 等于再 相当于再 等于又 相当于又 力度 做 跑 来到 的 了 地 得 是 为 到 至 达 达到 达成 约 近 超 逾 共 则 即 就 也
都 均 才 便 只 仅 仅仅 已 已经 曾 正 正好 恰 恰好 恰恰 刚好 刚 整整 整 足足 足 近乎 几乎 几近 将近 接近 大约
大概 约莫 差不多 大致 大体 上下 左右 超过 不足 不到 不止 有余 出头 以上 以下 之多 高达 多达 一口气 一下 一下子
一举 一度 一路 一路走来 直接 径直 硬生生 生生 活活 白白 凭空 陡然 骤然 突然 忽然 迅速 快速 急速 迅猛 急剧 大幅
小幅 大大 大举 明显 显著 略 略微 略有 稍 稍微 微 微微 轻微 平缓 缓慢 进一步 逐步 逐年 逐月 逐季 逐渐 渐渐 慢慢
持续 继续 连续 接连 一连 不断 稳步 稳定 平稳 累计 累积 合计 总共 一共 共计 总计 总体 整体 全部 总的 加起来
算下来 算起来 折算 折算下来 折合 折成 折合成 合 合计下来 换算 换算下来 换算成 相当于 相当 等于 等同于 意味着
也就是 也就是说 就是 便是 即是 正是 算是 可谓 说白了 换句话说 换言之 简单说 确切说 确切地说 准确说 准确地说
具体说 具体 细算 粗算 粗略 粗略算 粗略估算 算 计算 测算 估算 按比例算 按比例 按 按此 按此计算 据此 据此计算 由此
以此 以此计算 照此 如此 这 这样 这一 此 之间 期间 其间 时间 间 里 内 来 下来 以来 之内 之后 前后 工夫 功夫 光景
当中 短短 仅用 只用 用了 历时 经过 历经 同比 环比 同期 相比 相较 较 比 与 同 去 上年 去年 上一年 前一年 往年
财年 上财年 上一财年 前一财年
年初 上月 上季 上季度 上赛季 本赛季 上学期 本学期 上学年 本学年 上届 本届 上轮 本轮 上一赛季 上一学期
上年同期 去年同期 此前 之前 以前 从前 过去 原来 原先 原本 原 当初 最初 起初 初期 期初 基期
早先 先前 起点 开始 开局 前 前期 原有 旧 本来 峰值 高点 高峰 高峰期 顶峰 低点 低谷 谷底 巅峰 那时 当时 彼时 幅
幅度 比例 比率 百分比 结果 最终 最后 终于 因此 因而 所以 于是 从而 进而 随之 相应 相对 相对值 绝对值 绝对 净
名义 名义上 实际 实际上 事实上 其实 居然 竟 竟然 甚至 又是 有 还 能 可 可以 得以 不过 不过是 反 反而 却 倒 倒是
反倒 依然 仍 仍然 而 且 并 并且 同时 以 把 被 将 给 让人 一年 两年 三年 四年 五年 六年 七年 八年 九年 十年 一个
年 月 季度 周 日 天 年间 年来 年里 年内 年末 年底 末 底 初 年头 载 年度 全年 半年 每 年均 月均 日均 平均 复合
年复合 年化 单看 光看 只看 看 单 从 由 自 在 于 打 剩 剩下 剩余 余 余下 只剩 仅剩 留下 只留下 仅留下 只余 仅存
只有 仅有 各 自此 看似 看上去 看起来 看着 听起来 听着 对照 对比 对照着 不多 不少 不算 原价 说起来 论起来 也不过 才算
至此 迄今 至今 后 上 下 中 过 起 起步 一来 一去 一进一出 这一来 说 讲 了个
"""
# Words that name what rises or falls by their last character: 减员 is of people, 扩产 of output.
_UP_OF: Final = """
提价 涨价 加价 抬价 增持 增收 增产 增资 增员 加息 扩容 提额 扩编 扩招 扩产 增编 加薪 涨薪 提薪 涨租 加仓 增仓
提速 提费 增负 加班
"""
_DOWN_OF: Final = """
减产 减收 减持 降价 降息 减员 缩员 缩编 裁员 缩表 减负 减重 砍价 减薪 降薪 减租 降租 减仓 降本 减编 限产 降费
减费 降耗 去库存 降速 降噪 降负 降杠杆
"""
_EN_UP: Final = """
increase increased increases increasing rise rises rose risen rising gain gains gained growth grew grow grows
grown jump jumped jumps surge surged surges climb climbed climbs soar soared spike spiked leap leapt swell
swelled expand expanded expansion advance advanced boost boosted balloon ballooned rocket rocketed skyrocket
skyrocketed up higher more added rebound rebounded uptick upturn hike hiked raise raised lift lifted widen
widened accelerate accelerated edge inched mushroomed snowballed multiplied escalated strengthened improved
recovered picked bumped topped
"""
_EN_DOWN: Final = """
drop dropped drops fall fell falls fallen falling decline declined declines decrease decreased decreases
reduction reduced reduce reduces cut cuts loss lost lose shrank shrink shrunk slid slide slides slip slipped
plunge plunged plummet plummeted tumble tumbled sink sank sunk slump slumped crash crashed dip dipped dive dived
dove contract contracted contraction erode eroded ease eased trim trimmed slash slashed shed sheds down lower
less fewer weaker narrow narrowed retreat retreated recede receded dwindle dwindled wane waned halved collapse
collapsed tank tanked tighten tightened weaken weakened pared curtailed discount discounted saving saved cheaper
"""
_EN_FILL: Final = """
year years month months quarter quarters week day days period time times overall total cumulative cumulatively
net some about around nearly almost roughly approximately over under exactly fully good still down up
representing equal equivalent amounting amounts meaning equals translating works working out per cent percent
percentage point points relative terms annual annualised annualized yearly compound average cagr basis single
one two three four five six seven eight nine ten half third fifth whole already again further then now earlier
later since ago same previous prior last next massive huge sharp steep slight modest small big large dramatic
remarkable full mere staggering marked
"""
EN_FILL: Final = frozenset(_EN_FILL.split())
UP: Final = frozenset(_UP.split())
DOWN: Final = frozenset(_DOWN.split())
SOFT_UP: Final = frozenset(_SOFT_UP.split()) - UP - DOWN
SOFT_DOWN: Final = frozenset(_SOFT_DOWN.split()) - UP - DOWN
EITHER: Final = frozenset(_EITHER.split())
FILL: Final = frozenset(_FILL.split()) - UP - DOWN
UP_OF: Final = frozenset(_UP_OF.split())
DOWN_OF: Final = frozenset(_DOWN_OF.split())
EN_UP: Final = frozenset(_EN_UP.split())
EN_DOWN: Final = frozenset(_EN_DOWN.split())
# Nouns that hold a word of change or a particle: they name something that changes.
_NOUNS: Final = """
收入 收益 收成 收支 收费 收视 收盘 回报 利润 利息 利率 出口 进口 出货 出生 出勤 成本 成交 价格 售价 均价 单价
房价 油价 股价 客流 人数 人均 户均 店均 增值 增值税 增加值 增量 减值 减排 降水 降雨 涨停 跌停 缩量 升级 升学
上市 上线 上座 上海 下单 下载 下线 多数 少数 少儿 少年 大学 大盘 大众 小学 小微 小店 高管 高铁 高中 高端 低端
中端 长途 长租 短途 短剧 短视频 快递 快餐 快充 慢充 退货 退款 退网 退休 退出 让渡 省份 省内 省外 省级 关税 落地
冷链 冷饮 轻资产 轻食 重疾 开支 支出 开店 关店 新店 门店 新增 存量 流量 流水 销量 产量 库存 净利 净利润 净利率
净息差 毛利 毛利率 同业 同行 同城 同店 合同 合作 合资 总部 总量 总额 平均数 平台 日活 月活 周活 年费 月费 月薪
年薪 年租 日租 时长 时间成本 其余 其他 其它 其中 后者 另一 另外 行业 全国 全球 市场 业务 用户 客户 会员 员工
商户 订单 投诉 营收 营业收入 费用 税费 租金 薪酬 工资 人工 原料 能耗 负债 资产 股本 份额 占比 不良 逾期 坏账
拨备 评分 排名 转化率 复购率 渗透率 留存率 满意度 退货率 动销 周转 毛坯 单产 单量 件量 票房 票价 票款 退单 保单
罚单 差价 早高峰 晚高峰 平峰 高峰段 转让 退费 退税 出勤率 贵宾 轻轨 慢病 低保 低碳 高考 中考 大修 小区 长假 短信
底薪 底价 底层 冷库 热线 收治 收购 收储 压舱石 退保 减税 增资扩股 多肉 缩微 降解 升学率 涨价潮
"""
NOUNS: Final = frozenset(_NOUNS.split())
