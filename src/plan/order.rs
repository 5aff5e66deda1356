//! The order in which a language lists names, and the letter each stands under.
//!
//! Chinese names follow their reading in pinyin, by ICU's collation (CLDR's `zh` tailoring). A character that is read
//! otherwise than most of the time is mended by a small table; what the table cannot know, `sort_as` says.

use std::cmp::Ordering;

use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};
use icu::locale::Locale;

use crate::base::Lang;
use crate::read::markdown::is_han;

/// Sorts the names of one language.
pub struct Order {
    collator: CollatorBorrowed<'static>,
    chinese: bool,
}

/// A name as it is sorted: by its reading, where that differs from how it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortName(String);

impl Order {
    /// The order of `lang`; that of the root locale if ICU knows no other.
    pub fn of(lang: Lang) -> Self {
        let locale: Locale = lang.as_str().parse().unwrap_or(Locale::UNKNOWN);
        let collator = Collator::try_new(locale.into(), CollatorOptions::default())
            .expect("ICU's compiled data have a root collation");
        Self { collator, chinese: lang.is_chinese() }
    }

    /// How `name` is sorted; `sort_as` is its reading in Latin letters, if the author gave one.
    pub fn sort_name(&self, name: &str, sort_as: Option<&str>) -> SortName {
        match sort_as {
            Some(reading) if self.chinese => SortName(reading.split_whitespace().map(character_of).collect()),
            Some(reading) => SortName(reading.to_owned()),
            None if self.chinese => SortName(mended(name)),
            // Articles do not count: The Great River stands under G.
            None => SortName(name.strip_prefix("The ").unwrap_or(name).to_owned()),
        }
    }

    /// Which of two names comes first.
    pub fn compare(&self, a: &SortName, b: &SortName) -> Ordering {
        self.collator.compare(&a.0, &b.0)
    }

    /// The letter that a name stands under: A to Z, or `#` for everything else.
    pub fn letter(&self, name: &SortName) -> char {
        let Some(first) = name.0.chars().find(|c| c.is_alphanumeric()) else { return '#' };
        if first.is_ascii_alphabetic() {
            return first.to_ascii_uppercase();
        }
        if self.chinese && is_han(first) {
            return self.pinyin_initial(first);
        }
        // Letters with marks stand with their base letter: É under E.
        let mut buffer = [0; 4];
        let text = first.encode_utf8(&mut buffer);
        ('A'..='Z')
            .rev()
            .find(|letter| self.collator.compare(text, letter.encode_utf8(&mut [0; 4])) != Ordering::Less)
            .filter(|_| first.is_alphabetic() && (first as u32) < 0x250)
            .unwrap_or('#')
    }

    fn pinyin_initial(&self, character: char) -> char {
        let mut buffer = [0; 4];
        let text = character.encode_utf8(&mut buffer);
        FIRST_OF_LETTER
            .iter()
            .rev()
            .find(|(_, first)| self.collator.compare(text, first) != Ordering::Less)
            .map_or('#', |(letter, _)| *letter)
    }
}

/// The first character in pinyin order under each letter that begins a syllable.
const FIRST_OF_LETTER: [(char, &str); 23] = [
    ('A', "阿"),
    ('B', "八"),
    ('C', "嚓"),
    ('D', "哒"),
    ('E', "妸"),
    ('F', "发"),
    ('G', "旮"),
    ('H', "哈"),
    ('J', "丌"),
    ('K', "咔"),
    ('L', "垃"),
    ('M', "妈"),
    ('N', "拏"),
    ('O', "噢"),
    ('P', "趴"),
    ('Q', "七"),
    ('R', "呥"),
    ('S', "仨"),
    ('T', "他"),
    ('W', "屲"),
    ('X', "夕"),
    ('Y', "丫"),
    ('Z', "帀"),
];

/// Words whose first character is read otherwise than the collation assumes, with a character of the right reading.
/// Longer words stand before the shorter ones they begin with.
const READ_OTHERWISE: &[(&str, char)] = &[
    // Places
    ("重庆", '虫'),
    ("长", '常'),
    ("厦门", '下'),
    ("六安", '路'),
    ("六合", '路'),
    ("蚌埠", '棒'),
    ("台州", '胎'),
    ("乐清", '月'),
    ("乐亭", '烙'),
    ("番禺", '潘'),
    ("铅山", '沿'),
    ("丽水", '离'),
    ("大城", '代'),
    ("阿城", '阿'),
    ("洪洞", '红'),
    ("会稽", '快'),
    ("单县", '善'),
    ("燕山", '烟'),
    ("华山", '化'),
    // Not surnames, though they begin like one
    ("单晶", '丹'),
    ("单元", '丹'),
    ("单体", '丹'),
    ("单一", '丹'),
    // Surnames
    ("单", '善'),
    ("曾", '增'),
    ("仇", '求'),
    ("翟", '宅'),
    ("覃", '秦'),
    ("尉迟", '玉'),
    ("万俟", '莫'),
    ("查氏", '渣'),
    ("解氏", '谢'),
    ("区氏", '欧'),
    ("朴氏", '瓢'),
    ("盖氏", '葛'),
];

/// `name` with a first character that is read as the word demands.
fn mended(name: &str) -> String {
    for (word, reading) in READ_OTHERWISE {
        if name.starts_with(word) {
            let rest = name.char_indices().nth(1).map_or("", |(i, _)| &name[i..]);
            return format!("{reading}{rest}");
        }
    }
    name.to_owned()
}

/// A character that is read like a syllable of pinyin, so that readings and names sort together.
/// What is no syllable stays as it is.
fn character_of(syllable: &str) -> String {
    let plain: String = syllable.to_lowercase();
    let exact = SYLLABLES.split_ascii_whitespace().find_map(|entry| {
        let at = entry.find(|c: char| !c.is_ascii())?;
        (entry[..at] == plain).then(|| entry[at..].to_owned())
    });
    exact.unwrap_or_else(|| syllable.to_owned())
}

/// Every syllable of standard Chinese with one character that has no other reading.
const SYLLABLES: &str = "a阿 ai哀 an安 ang肮 ao熬 ba巴 bai白 ban班 bang帮 bao包 bei悲 ben奔 beng崩 bi逼 bian边 biao标 \
    bie憋 bin宾 bing冰 bo波 bu布 ca擦 cai猜 can餐 cang仓 cao操 ce册 cen岑 ceng层 cha插 chai拆 chan搀 chang昌 chao超 che车 \
    chen尘 cheng城 chi吃 chong充 chou抽 chu初 chuai揣 chuan川 chuang窗 chui吹 chun春 chuo戳 ci词 cong匆 cou凑 cu粗 cuan窜 \
    cui催 cun村 cuo搓 da搭 dai呆 dan丹 dang当 dao刀 de德 deng登 di低 dian颠 diao雕 die爹 ding丁 diu丢 dong东 dou兜 du督 \
    duan端 dui堆 dun吨 duo多 e鹅 en恩 er儿 fa发 fan帆 fang方 fei飞 fen分 feng风 fo佛 fou否 fu夫 gai该 gan甘 gang刚 gao高 \
    ge哥 gei给 gen根 geng耕 gong工 gou沟 gu姑 gua瓜 guai乖 guan关 guang光 gui归 gun滚 guo锅 ha哈 hai海 han含 hang杭 hao豪 \
    he河 hei黑 hen痕 heng恒 hong红 hou侯 hu湖 hua花 huai怀 huan欢 huang荒 hui灰 hun昏 huo活 ji基 jia家 jian尖 jiang江 jiao交 \
    jie阶 jin今 jing京 jiong窘 jiu究 ju居 juan捐 jue决 jun军 ka咖 kai开 kan刊 kang康 kao考 ke科 ken肯 keng坑 kong空 kou口 ku枯 \
    kua夸 kuai快 kuan宽 kuang狂 kui亏 kun昆 kuo阔 la拉 lai来 lan兰 lang郎 lao劳 le勒 lei雷 leng冷 li离 lian连 liang良 liao聊 \
    lie列 lin林 ling灵 liu刘 long龙 lou楼 lu卢 luan乱 lue略 lun伦 luo罗 lv驴 ma妈 mai买 man满 mang忙 mao猫 mei梅 men门 meng盟 \
    mi米 mian棉 miao苗 mie灭 min民 ming明 miu谬 mo摸 mou谋 mu木 na拿 nai奶 nan南 nang囊 nao闹 ne讷 nei内 nen嫩 neng能 ni泥 \
    nian年 niang娘 niao鸟 nie捏 nin您 ning凝 niu牛 nong农 nu奴 nuan暖 nue虐 nuo挪 nv女 o噢 ou欧 pa爬 pai拍 pan潘 pang旁 pao抛 \
    pei培 pen喷 peng朋 pi批 pian偏 piao飘 pie撇 pin拼 ping平 po坡 pou剖 pu铺 qi七 qia掐 qian千 qiang枪 qiao敲 qie切 qin亲 qing青 \
    qiong穷 qiu秋 qu区 quan全 que缺 qun群 ran然 rang让 rao饶 re热 ren人 reng扔 ri日 rong荣 rou柔 ru如 ruan软 rui锐 run润 ruo弱 \
    sa撒 sai赛 san三 sang桑 sao扫 se色 sen森 seng僧 sha沙 shai筛 shan山 shang商 shao烧 she社 shen身 sheng生 shi诗 shou收 shu书 \
    shua刷 shuai摔 shuan拴 shuang双 shui水 shun顺 shuo说 si司 song松 sou搜 su苏 suan酸 sui虽 sun孙 suo缩 ta他 tai太 tan贪 tang汤 \
    tao涛 te特 teng腾 ti梯 tian天 tiao挑 tie贴 ting听 tong通 tou偷 tu图 tuan团 tui推 tun吞 tuo拖 wa挖 wai歪 wan弯 wang汪 wei威 \
    wen温 weng翁 wo窝 wu屋 xi西 xia虾 xian先 xiang香 xiao消 xie些 xin新 xing星 xiong兄 xiu修 xu需 xuan宣 xue学 xun勋 ya鸭 yan烟 \
    yang央 yao腰 ye爷 yi一 yin因 ying英 yong庸 you优 yu鱼 yuan冤 yue约 yun云 za杂 zai栽 zan赞 zang脏 zao遭 ze责 zei贼 zen怎 \
    zeng增 zha渣 zhai斋 zhan沾 zhang张 zhao招 zhe遮 zhen真 zheng争 zhi之 zhong中 zhou州 zhu朱 zhua抓 zhuai拽 zhuan专 zhuang庄 \
    zhui追 zhun准 zhuo桌 zi资 zong宗 zou走 zu租 zuan钻 zui最 zun尊 zuo左";

#[cfg(test)]
mod tests {
    use super::Order;
    use crate::base::Lang;

    fn letter(lang: Lang, name: &str) -> char {
        let order = Order::of(lang);
        order.letter(&order.sort_name(name, None))
    }

    #[test]
    fn chinese_names_stand_under_the_letter_of_their_reading() {
        for (name, expected) in [
            ("阿城港口", 'A'),
            ("宝岭矿业", 'B'),
            ("重庆江峡装备", 'C'),
            ("长安重工", 'C'),
            ("长宁钢铁", 'C'),
            ("重型装备", 'Z'),
            ("单氏食品", 'S'),
            ("单晶材料", 'D'),
            ("曾氏医药", 'Z'),
            ("华岚钢铁", 'H'),
            ("江海航运", 'J'),
            ("厦门港", 'X'),
            ("泽川水务", 'Z'),
            ("安澜", 'A'),
            ("鄂西电力", 'E'),
            ("欧亚", 'O'),
            ("温州", 'W'),
            ("云岭", 'Y'),
            ("Beta钢铁", 'B'),
            ("3号矿", '#'),
        ] {
            assert_eq!(letter(Lang::ZH, name), expected, "{name}");
        }
    }

    #[test]
    fn every_syllable_stands_under_its_own_letter() {
        let order = Order::of(Lang::ZH);
        for entry in super::SYLLABLES.split_ascii_whitespace() {
            let expected = entry.chars().next().unwrap().to_ascii_uppercase();
            let character: String = entry.chars().filter(|c| !c.is_ascii()).collect();
            let name = order.sort_name(&character, None);
            assert_eq!(order.letter(&name), expected, "{entry}");
        }
    }

    #[test]
    fn names_sort_by_pinyin_and_a_given_reading_counts() {
        let order = Order::of(Lang::ZH);
        let mut names = [
            ("中原", None),
            ("重庆", None),
            ("安澜", None),
            ("乐山", Some("le shan")),
            ("华岚", None),
            ("李氏", None),
        ]
        .map(|(name, reading)| (order.sort_name(name, reading), name));
        names.sort_by(|a, b| order.compare(&a.0, &b.0));
        assert_eq!(names.map(|(_, n)| n).join(" "), "安澜 重庆 华岚 乐山 李氏 中原");
    }

    #[test]
    fn english_names_sort_without_their_article_or_their_accents() {
        assert_eq!(letter(Lang::EN, "The Great River Group"), 'G');
        assert_eq!(letter(Lang::EN, "Énergie du Nord"), 'E');
        assert_eq!(letter(Lang::EN, "华岚钢铁"), '#');
        assert_eq!(letter(Lang::EN, "—"), '#');
    }
}
