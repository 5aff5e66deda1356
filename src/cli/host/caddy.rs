//! Caddy: a Caddyfile. It fetches its certificates itself.

use std::fmt::Write as _;

use super::{Hosted, TYPES, quoted};
use crate::base::policy::{
    FRAMED_BY_ALL, FRAMED_BY_NOBODY, HEADERS, KEPT_FOR_EVER, KEPT_FOR_MINUTES, POLICY,
};

/// Types that Caddy does not know by itself.
const UNKNOWN: [&str; 3] = ["csv", "txt", "webmanifest"];

pub(super) fn configuration(site: &Hosted) -> String {
    let origin = site.address.split_once("://").map_or("https", |(scheme, _)| scheme);
    let address = format!("{origin}://{}", site.host);
    let folder = quoted(&site.folder);
    let mut headers = String::new();
    for (name, value) in HEADERS {
        let _ = writeln!(headers, "    {name} {}", quoted(value));
    }
    let mut types = String::new();
    for (ending, kind, _) in TYPES.iter().filter(|(ending, ..)| UNKNOWN.contains(ending)) {
        let _ = writeln!(types, "      @{ending} path *.{ending}");
        let _ = writeln!(types, "      header @{ending} Content-Type \"{kind}; charset=utf-8\"");
    }
    let (handle, redirect) = match site.path.trim_end_matches('/') {
        "" => ("handle".to_owned(), String::new()),
        path => (format!("handle_path {path}/*"), format!("  redir {path} {path}/ permanent\n")),
    };
    let mut out = site.heading();
    let _ = write!(
        out,
        "# Save as Caddyfile, try it with `caddy validate`, then `caddy reload`.
# 存为 Caddyfile，用 `caddy validate` 检查，再 `caddy reload`。

(casebook) {{
  header {{
    Content-Security-Policy {}
{headers}    Cache-Control {}
  }}
}}

{address} {{
  encode zstd gzip
{redirect}
  {handle} {{
    # One after another: the later headers replace the earlier. 按先后执行，后面的覆盖前面的。
    route {{
      # What begins with a dot is not for readers. 以点开头的文件不对外。
      @hidden path */.*
      error @hidden 404
      root * {folder}
      import casebook
      # Files with a hash in their names never change. 文件名含哈希的内容不变，可长期缓存。
      @hashed path /assets/* /media/*
      header @hashed Cache-Control {}
      # Only charts made for it may be shown in other sites. 只有供嵌入的图表页可以放进别的网站。
      @embed path */embed/*
      header @embed Content-Security-Policy {}
{types}      file_server
    }}
  }}

  handle_errors 404 {{
    root * {folder}
    import casebook
    rewrite * /404.html
    file_server
  }}
}}
",
        quoted(&format!("{POLICY}; {FRAMED_BY_NOBODY}")),
        quoted(KEPT_FOR_MINUTES),
        quoted(KEPT_FOR_EVER),
        quoted(&format!("{POLICY}; {FRAMED_BY_ALL}")),
    );
    out
}
