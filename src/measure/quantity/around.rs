//! What stands around a number: how exact it claims to be, and what it did.

use super::text::Text;
use super::words::{Words, backwards, forwards};
use super::{Hedge, Movement, Towards};

/// One word before a number.
#[derive(Clone, Copy)]
enum Mark {
    Hedge(Hedge),
    Moved {
        up: bool,
        towards: Towards,
    },
    To,
    By,
    From,
    /// Words that only look like one of the others: `最近`, `节约` is no `约`.
    Stop,
    /// Words that say nothing: 了, 为, `just`.
    Nothing,
}

const fn up(towards: Towards) -> Mark {
    Mark::Moved { up: true, towards }
}

const fn down(towards: Towards) -> Mark {
    Mark::Moved { up: false, towards }
}

const CHINESE: &Words<Mark> = &backwards([
    ("约", Mark::Hedge(Hedge::About)),
    ("约为", Mark::Hedge(Hedge::About)),
    ("大约", Mark::Hedge(Hedge::About)),
    ("约占", Mark::Hedge(Hedge::About)),
    ("大概", Mark::Hedge(Hedge::About)),
    ("近", Mark::Hedge(Hedge::Nearly)),
    ("将近", Mark::Hedge(Hedge::Nearly)),
    ("接近", Mark::Hedge(Hedge::Nearly)),
    ("超过", Mark::Hedge(Hedge::MoreThan)),
    ("超", Mark::Hedge(Hedge::MoreThan)),
    ("逾", Mark::Hedge(Hedge::MoreThan)),
    ("多于", Mark::Hedge(Hedge::MoreThan)),
    ("高于", Mark::Hedge(Hedge::MoreThan)),
    ("大于", Mark::Hedge(Hedge::MoreThan)),
    ("突破", Mark::Hedge(Hedge::MoreThan)),
    ("不低于", Mark::Hedge(Hedge::AtLeast)),
    ("不少于", Mark::Hedge(Hedge::AtLeast)),
    ("不小于", Mark::Hedge(Hedge::AtLeast)),
    ("至少", Mark::Hedge(Hedge::AtLeast)),
    ("不足", Mark::Hedge(Hedge::LessThan)),
    ("不到", Mark::Hedge(Hedge::LessThan)),
    ("低于", Mark::Hedge(Hedge::LessThan)),
    ("少于", Mark::Hedge(Hedge::LessThan)),
    ("小于", Mark::Hedge(Hedge::LessThan)),
    ("未到", Mark::Hedge(Hedge::LessThan)),
    ("不超过", Mark::Hedge(Hedge::AtMost)),
    ("不高于", Mark::Hedge(Hedge::AtMost)),
    ("不多于", Mark::Hedge(Hedge::AtMost)),
    ("不大于", Mark::Hedge(Hedge::AtMost)),
    ("至多", Mark::Hedge(Hedge::AtMost)),
    ("最多", Mark::Hedge(Hedge::AtMost)),
    ("最近", Mark::Stop),
    ("附近", Mark::Stop),
    ("邻近", Mark::Stop),
    ("靠近", Mark::Stop),
    ("临近", Mark::Stop),
    ("预约", Mark::Stop),
    ("合约", Mark::Stop),
    ("签约", Mark::Stop),
    ("条约", Mark::Stop),
    ("集约", Mark::Stop),
    ("反超", Mark::Stop),
    ("提高", up(Towards::By)),
    ("上升", up(Towards::By)),
    ("增长", up(Towards::By)),
    ("增加", up(Towards::By)),
    ("提升", up(Towards::By)),
    ("上涨", up(Towards::By)),
    ("扩大", up(Towards::By)),
    ("回升", up(Towards::By)),
    ("攀升", up(Towards::By)),
    ("增", up(Towards::By)),
    ("升", up(Towards::By)),
    ("涨", up(Towards::By)),
    ("增幅", up(Towards::By)),
    ("增速", up(Towards::By)),
    ("下降", down(Towards::By)),
    ("减少", down(Towards::By)),
    ("降低", down(Towards::By)),
    ("缩小", down(Towards::By)),
    ("下滑", down(Towards::By)),
    ("回落", down(Towards::By)),
    ("下跌", down(Towards::By)),
    ("收窄", down(Towards::By)),
    ("压降", down(Towards::By)),
    ("压缩", down(Towards::By)),
    ("缩短", down(Towards::By)),
    ("节约", down(Towards::By)),
    ("节省", down(Towards::By)),
    ("降", down(Towards::By)),
    ("减", down(Towards::By)),
    ("跌", down(Towards::By)),
    ("降幅", down(Towards::By)),
    ("到", Mark::To),
    ("至", Mark::To),
    ("达到", Mark::To),
    ("为", Mark::Nothing),
    ("达", Mark::Nothing),
    ("了", Mark::Nothing),
    ("由", Mark::From),
    ("从", Mark::From),
]);

const ENGLISH: &Words<Mark> = &backwards([
    ("about", Mark::Hedge(Hedge::About)),
    ("around", Mark::Hedge(Hedge::About)),
    ("roughly", Mark::Hedge(Hedge::About)),
    ("approximately", Mark::Hedge(Hedge::About)),
    ("approx.", Mark::Hedge(Hedge::About)),
    ("circa", Mark::Hedge(Hedge::About)),
    ("some", Mark::Hedge(Hedge::About)),
    ("~", Mark::Hedge(Hedge::About)),
    ("≈", Mark::Hedge(Hedge::About)),
    ("nearly", Mark::Hedge(Hedge::Nearly)),
    ("almost", Mark::Hedge(Hedge::Nearly)),
    ("close to", Mark::Hedge(Hedge::Nearly)),
    ("just under", Mark::Hedge(Hedge::Nearly)),
    ("just below", Mark::Hedge(Hedge::Nearly)),
    ("approaching", Mark::Hedge(Hedge::Nearly)),
    ("more than", Mark::Hedge(Hedge::MoreThan)),
    ("greater than", Mark::Hedge(Hedge::MoreThan)),
    ("higher than", Mark::Hedge(Hedge::MoreThan)),
    ("over", Mark::Hedge(Hedge::MoreThan)),
    ("above", Mark::Hedge(Hedge::MoreThan)),
    ("exceeding", Mark::Hedge(Hedge::MoreThan)),
    ("exceeded", Mark::Hedge(Hedge::MoreThan)),
    ("exceeds", Mark::Hedge(Hedge::MoreThan)),
    ("in excess of", Mark::Hedge(Hedge::MoreThan)),
    ("upwards of", Mark::Hedge(Hedge::MoreThan)),
    (">", Mark::Hedge(Hedge::MoreThan)),
    ("at least", Mark::Hedge(Hedge::AtLeast)),
    ("no less than", Mark::Hedge(Hedge::AtLeast)),
    ("not less than", Mark::Hedge(Hedge::AtLeast)),
    ("no fewer than", Mark::Hedge(Hedge::AtLeast)),
    ("≥", Mark::Hedge(Hedge::AtLeast)),
    ("less than", Mark::Hedge(Hedge::LessThan)),
    ("fewer than", Mark::Hedge(Hedge::LessThan)),
    ("lower than", Mark::Hedge(Hedge::LessThan)),
    ("under", Mark::Hedge(Hedge::LessThan)),
    ("below", Mark::Hedge(Hedge::LessThan)),
    ("<", Mark::Hedge(Hedge::LessThan)),
    ("at most", Mark::Hedge(Hedge::AtMost)),
    ("no more than", Mark::Hedge(Hedge::AtMost)),
    ("not more than", Mark::Hedge(Hedge::AtMost)),
    ("up to", Mark::Hedge(Hedge::AtMost)),
    ("≤", Mark::Hedge(Hedge::AtMost)),
    ("makes up", Mark::Stop),
    ("make up", Mark::Stop),
    ("made up", Mark::Stop),
    ("set up", Mark::Stop),
    ("up", up(Towards::By)),
    ("rose", up(Towards::By)),
    ("risen", up(Towards::By)),
    ("rise", up(Towards::By)),
    ("rises", up(Towards::By)),
    ("rising", up(Towards::By)),
    ("rise of", up(Towards::By)),
    ("grew", up(Towards::By)),
    ("grown", up(Towards::By)),
    ("growth of", up(Towards::By)),
    ("increased", up(Towards::By)),
    ("increase", up(Towards::By)),
    ("increase of", up(Towards::By)),
    ("climbed", up(Towards::By)),
    ("gained", up(Towards::By)),
    ("gain of", up(Towards::By)),
    ("jumped", up(Towards::By)),
    ("raised", up(Towards::By)),
    ("widened", up(Towards::By)),
    ("down", down(Towards::By)),
    ("fell", down(Towards::By)),
    ("fallen", down(Towards::By)),
    ("fall", down(Towards::By)),
    ("fall of", down(Towards::By)),
    ("falling", down(Towards::By)),
    ("declined", down(Towards::By)),
    ("decline of", down(Towards::By)),
    ("decreased", down(Towards::By)),
    ("decrease of", down(Towards::By)),
    ("dropped", down(Towards::By)),
    ("drop of", down(Towards::By)),
    ("reduced", down(Towards::By)),
    ("reduction of", down(Towards::By)),
    ("cut", down(Towards::By)),
    ("lowered", down(Towards::By)),
    ("shrank", down(Towards::By)),
    ("shrunk", down(Towards::By)),
    ("narrowed", down(Towards::By)),
    ("slipped", down(Towards::By)),
    ("lost", down(Towards::By)),
    ("to", Mark::To),
    ("by", Mark::By),
    ("from", Mark::From),
    ("just", Mark::Nothing),
    ("only", Mark::Nothing),
    ("a", Mark::Nothing),
]);

const BEHIND: &Words<Mark> = &forwards([
    ("左右", Mark::Hedge(Hedge::About)),
    ("上下", Mark::Hedge(Hedge::About)),
    ("以上", Mark::Hedge(Hedge::AtLeast)),
    ("以下", Mark::Hedge(Hedge::AtMost)),
    ("以内", Mark::Hedge(Hedge::AtMost)),
    ("多", Mark::Hedge(Hedge::MoreThan)),
    ("余", Mark::Hedge(Hedge::MoreThan)),
    ("-odd", Mark::Hedge(Hedge::About)),
    ("or so", Mark::Hedge(Hedge::About)),
    ("or more", Mark::Hedge(Hedge::AtLeast)),
    ("or less", Mark::Hedge(Hedge::AtMost)),
    ("higher", up(Towards::By)),
    ("more", up(Towards::By)),
    ("up", up(Towards::By)),
    ("increase", up(Towards::By)),
    ("rise", up(Towards::By)),
    ("growth", up(Towards::By)),
    ("gain", up(Towards::By)),
    ("lower", down(Towards::By)),
    ("less", down(Towards::By)),
    ("fewer", down(Towards::By)),
    ("down", down(Towards::By)),
    ("decrease", down(Towards::By)),
    ("decline", down(Towards::By)),
    ("drop", down(Towards::By)),
    ("fall", down(Towards::By)),
    ("reduction", down(Towards::By)),
]);

/// What the words around a number say.
#[derive(Clone, Copy, Default)]
pub(super) struct Around {
    pub(super) hedge: Option<Hedge>,
    pub(super) movement: Option<Movement>,
    /// Where the hedge begins or ends.
    pub(super) hedge_at: Option<usize>,
    /// Where all that was understood begins or ends.
    pub(super) reach: Option<usize>,
}

/// What stands before a place, back to `floor`.
pub(super) fn before(text: Text<'_>, at: usize, floor: usize) -> Around {
    let mut around = Around::default();
    let mut towards = None;
    let mut here = at;
    // A few words: `up by just over`, 提高到了约.
    for _ in 0..5 {
        let near = text.skip_back(here);
        let found = text.longest_back(near, CHINESE).or_else(|| text.longest_back(near, ENGLISH));
        let Some((start, mark)) = found.filter(|(start, _)| *start >= floor) else { break };
        match mark {
            Mark::Stop => break,
            Mark::Nothing => {}
            Mark::To => towards = towards.or(Some(Towards::To)),
            Mark::By => towards = towards.or(Some(Towards::By)),
            Mark::From => towards = towards.or(Some(Towards::From)),
            Mark::Hedge(hedge) => {
                if around.hedge.is_none() {
                    around.hedge = Some(hedge);
                    around.hedge_at = Some(start);
                }
            }
            Mark::Moved { up, towards: own } => {
                let towards = match own {
                    Towards::To => Towards::To,
                    _ => towards.unwrap_or(own),
                };
                around.movement = Some(Movement { up, towards });
                around.reach = Some(start);
                break;
            }
        }
        if !matches!(mark, Mark::From) {
            around.reach = Some(start);
        }
        here = start;
    }
    around
}

/// What stands behind a place.
pub(super) fn behind(text: Text<'_>, at: usize) -> Around {
    let mut around = Around::default();
    let mut here = at;
    for _ in 0..2 {
        let Some((end, mark)) = text.longest(text.skip(here), BEHIND) else { break };
        match mark {
            Mark::Hedge(hedge) => {
                around.hedge = around.hedge.or(Some(hedge));
                around.hedge_at = Some(end);
            }
            Mark::Moved { up, towards } => around.movement = Some(Movement { up, towards }),
            Mark::To | Mark::By | Mark::From | Mark::Stop | Mark::Nothing => {}
        }
        around.reach = Some(end);
        here = end;
    }
    around
}
