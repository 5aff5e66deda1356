//! What is in the data, for programs: a Data Package (datapackage.org, version 2.0).

use super::figures::Group;
use super::tables::Table;
use super::{Column, column};
use crate::base::json::{self, List, Object};
use crate::base::{Id, Localized, SitePath};
use crate::model::Casebook;

/// What a reader of the data should know. Markdown, as the standard has it.
const README: &str = "All public figures of this site, one row for each enterprise, indicator and period. \
Values are exact and not rounded; percentages are written as 9.4 for 9.4 %, money in whole units of its currency. \
Figures that are not disclosed have no value here either. Every figure names its source; see `sources.csv`. \
The `.json` file beside each table of figures says the same. Tables are UTF-8 with a byte order mark.\n\n\
本站的全部公开数据：每家企业、每个指标、每个时期一行。数值精确，未经舍入；9.4%写作9.4，金额以该货币的基本单位（如元）计。\
不公开的数据，这里同样没有数值。每个数据都注明来源，见 `sources.csv`。各数据表旁的 `.json` 文件内容相同。表格为带BOM的UTF-8。";

/// The text of `datapackage.json`. Of each group, what it has a file of: each holds a part of one table.
pub(super) fn json(book: &Casebook, tables: &[Table], groups: &[(Group, Vec<&Id>)]) -> String {
    let site = &book.site;
    json::object(|o| {
        o.text("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        o.text("name", "casebook");
        o.text("title", &in_all(book, &site.title).join(" · "));
        o.text("description", &[in_all(book, &site.description).join("\n\n").as_str(), README].join("\n\n"));
        o.text("homepage", &site.base_url);
        if let Some(license) = &site.license {
            // Most are called the same in every language.
            let mut names = in_all(book, &license.name);
            names.dedup();
            o.list("licenses", |list| {
                list.object(|o| {
                    o.some_text("name", license.id.unwrap_or_default());
                    o.text("title", &names.join(" · "));
                    o.text("path", &license.url);
                });
            });
        }
        o.list("contributors", |list| {
            list.object(|who| {
                who.text("title", &in_all(book, &site.publisher.name).join(" · "));
                who.some_text("path", site.publisher.url.as_deref().unwrap_or_default());
                who.some_text("email", site.publisher.email.as_deref().unwrap_or_default());
                who.list("roles", |roles| roles.text("publisher"));
            });
        });
        if !book.sources.is_empty() {
            o.list("sources", |list| {
                for source in book.sources.values() {
                    list.object(|o| {
                        o.text("title", &in_all(book, &source.title).join(" · "));
                        o.some_text("path", source.url.as_deref().unwrap_or_default());
                    });
                }
            });
        }
        o.list("resources", |list| {
            for table in tables {
                resource(book, list, table.name, table.about, table.columns, |o| {
                    o.text("path", below(&table.path));
                });
            }
            for (group, things) in groups.iter().filter(|(_, things)| !things.is_empty()) {
                resource(book, list, group.name, group.about, group.columns, |o| {
                    o.list("path", |list| things.iter().for_each(|id| list.text(below(&group.table(id)))));
                });
            }
        });
    })
}

/// A text in every language that it has.
fn in_all<'t>(book: &Casebook, text: &'t Localized<String>) -> Vec<&'t str> {
    book.site.languages.iter().filter_map(|&lang| text.get(lang)).map(String::as_str).collect()
}

fn resource(
    book: &Casebook,
    list: &mut List<'_>,
    name: &str,
    about: (&str, &str),
    columns: &[Column],
    path: impl FnOnce(&mut Object<'_>),
) {
    list.object(|o| {
        o.text("name", name);
        o.text("type", "table");
        path(o);
        o.text("description", &format!("{} {}", about.0, about.1));
        o.text("format", "csv");
        o.text("mediatype", "text/csv");
        o.text("encoding", "utf-8");
        o.object("schema", |schema| column::schema(schema, columns, &book.site.languages));
    });
}

/// A file as the package names it, which lies in the same folder.
fn below(path: &SitePath) -> &str {
    path.as_str().strip_prefix("data/").unwrap_or(path.as_str())
}
