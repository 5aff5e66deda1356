//! Data for tests: numbers, names and labels as they come together, and as nobody would expect them.

/// Numbers that look random and are the same every time (Marsaglia's xorshift, 2003).
pub(in crate::chart) struct Random(u64);

impl Random {
    pub(in crate::chart) fn new(seed: u64) -> Self {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(in crate::chart) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % end as u64) as usize
    }

    pub(in crate::chart) fn chance(&mut self, one_in: usize) -> bool {
        self.below(one_in) == 0
    }

    /// From 0 to 1.
    pub(in crate::chart) fn share(&mut self) -> f64 {
        self.below(1_000_001) as f64 / 1_000_000.0
    }

    /// Of any size and sign.
    pub(in crate::chart) fn number(&mut self) -> f64 {
        let size = 10_f64.powf(self.below(27) as f64 - 10.0);
        (self.share() * 2.0 - 1.0) * size
    }

    /// Values as they come together in one chart: alike, equal, far apart, or with some that are no numbers.
    pub(in crate::chart) fn values(&mut self, count: usize) -> Vec<f64> {
        let (middle, spread) = match self.below(9) {
            0 => (self.number(), 0.0),
            1 => (0.0, 1.0),
            2 => (9.0, 6.0),
            3 => (8500.0, 11500.0),
            4 => (self.number(), self.number()),
            5 => (1e12, 1e10),
            6 => (0.0, 1e15),
            7 => (0.0, 1e-9),
            _ => (-40.0, 30.0),
        };
        let broken = self.chance(4);
        (0..count)
            .map(|_| match if broken { self.below(12) } else { 99 } {
                0 => f64::NAN,
                1 => f64::INFINITY,
                2 => f64::NEG_INFINITY,
                3 => 1e300,
                _ => middle + spread * (self.share() * 2.0 - 1.0),
            })
            .collect()
    }

    pub(in crate::chart) fn name(&mut self) -> &'static str {
        [
            "",
            "华岚",
            "华岚钢铁",
            "世界一流钢铁企业平均水平",
            "华岚钢铁集团股份有限公司冷轧薄板事业部（第二分厂）",
            "Hualan Steel",
            "World-class steel benchmark",
            "The average of the five best integrated steel enterprises of the world",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
            "R&D <\"intensity\">",
            "华岚钢铁集团股份有限公司冷轧薄板事业部第二分厂连续退火机组智能排程与能源协同优化系统建设项目第三阶段验收指标综合评价得分结果",
            "The weighted average of the return on net assets of the five best integrated steel enterprises of the \
             world, without extraordinary items, as they were first reported",
            "Pneumonoultramicroscopicsilicovolcanoconiosispneumonoultramicroscopicsilicovolcanoconiosis\
             pneumonoultramicroscopicsilicovolcanoconiosispneumonoultramic",
            "ROE（净资产收益率，World-class 标杆 Top 5）2024 年度调整后口径",
        ][self.below(14)]
    }

    /// Something that happened, told in 4 to 120 Han characters or 10 to 200 letters.
    pub(in crate::chart) fn words(&mut self) -> String {
        const HAN: &str =
            "排程软件第一次上线，三周后被夜班停用；推翻理由卡片（共1,204张）整理完毕，急单开始计价。";
        const LATIN: &str =
            "Scheduling software goes live, and is switched off by the night shift three weeks later; ";
        let (sentence, most, least) = if self.chance(2) { (HAN, 117, 4) } else { (LATIN, 191, 10) };
        let from = self.below(20);
        sentence.chars().cycle().skip(from).take(least + self.below(most)).collect()
    }

    pub(in crate::chart) fn label(&mut self, value: f64) -> String {
        match self.below(6) {
            0 => String::new(),
            1 => format!("{value:.2}亿元"),
            2 => format!("CNY {:.0} million", value / 1e6),
            3 => format!("{value:.1}%（预计）"),
            _ => format!("{value:.1}%"),
        }
    }
}
