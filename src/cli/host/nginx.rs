//! nginx: a file for `/etc/nginx/conf.d/`.

use std::fmt::Write as _;

use super::{Hosted, TYPES, quoted};
use crate::base::policy::{
    FRAMED_BY_ALL, FRAMED_BY_NOBODY, HEADERS, KEPT_FOR_EVER, KEPT_FOR_MINUTES, POLICY,
};

pub(super) fn configuration(site: &Hosted) -> String {
    let (name, port) = site.host.split_once(':').unwrap_or((&site.host, "80"));
    let mut out = site.heading();
    // What is matched is a regular expression: only a dot of an address means something in it.
    let below = site.path.replace('.', "\\.");
    let text_types: Vec<&str> =
        TYPES.iter().filter(|(_, kind, is_text)| *is_text && *kind != "text/html").map(|t| t.1).collect();
    let text_types = text_types.join(" ");
    let types: String = TYPES.iter().fold(String::new(), |mut types, (ending, kind, _)| {
        let _ = writeln!(types, "      {kind} {ending};");
        types
    });
    let headers: String = HEADERS.iter().fold(String::new(), |mut headers, (name, value)| {
        let _ = writeln!(headers, "    add_header {name} {} always;", quoted(value));
        headers
    });
    // With a path of its own the folder stands for that path, otherwise for the whole host.
    let (folder, redirect) = match site.path.trim_end_matches('/') {
        "" => (format!("root {};", quoted(&site.folder)), String::new()),
        path => (
            format!("alias {};", quoted(&format!("{}/", site.folder.trim_end_matches('/')))),
            format!("  location = {path} {{ return 301 {path}/; }}\n"),
        ),
    };
    let path = &site.path;
    let _ = write!(
        out,
        "# Save as /etc/nginx/conf.d/casebook.conf, try it with `nginx -t`, then `nginx -s reload`.
# 存为 /etc/nginx/conf.d/casebook.conf，用 `nginx -t` 检查，再 `nginx -s reload`。

# Files with a hash in their names never change; pages may. 文件名含哈希的内容不变，可长期缓存；页面则不然。
map $uri $casebook_cache {{
  default {};
  ~^{below}(assets|media)/ {};
}}

# Only charts made for it may be shown in other sites. 只有供嵌入的图表页可以放进别的网站。
map $uri $casebook_frame {{
  default {};
  ~^{below}.+/embed/ {};
}}

server {{
  listen {port};
  server_name {name};
  # For https: `listen 443 ssl;`, ssl_certificate and ssl_certificate_key. 启用 https 时在此加证书。

  # What begins with a dot is not for readers. 以点开头的文件不对外。
  location ~ /\\. {{ return 404; }}
{redirect}
  location {path} {{
    {folder}
    index index.html;
    error_page 404 {path}404.html;

    types {{
{types}    }}
    charset utf-8;
    charset_types {text_types};
    gzip on;
    gzip_vary on;
    gzip_min_length 1024;
    gzip_types {text_types};
    # With the brotli module: 装有 brotli 模块时：
    # brotli on; brotli_types {text_types};

    add_header Content-Security-Policy \"{POLICY}; $casebook_frame\" always;
{headers}    add_header Cache-Control $casebook_cache;
  }}
}}
",
        quoted(KEPT_FOR_MINUTES),
        quoted(KEPT_FOR_EVER),
        quoted(FRAMED_BY_NOBODY),
        quoted(FRAMED_BY_ALL),
    );
    out
}
