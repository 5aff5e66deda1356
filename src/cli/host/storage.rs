//! Object storage that speaks S3: commands that upload the site, and what is set at its front.

use std::fmt::Write as _;

use super::{Hosted, TYPES};
use crate::base::policy::{
    FRAMED_BY_ALL, FRAMED_BY_NOBODY, HEADERS, KEPT_FOR_EVER, KEPT_FOR_MINUTES, POLICY,
};

pub(super) fn commands(site: &Hosted) -> String {
    let mut out = site.heading();
    // A shell reads nothing into what stands between single quotes.
    let folder = format!("'{}/'", site.folder.trim_end_matches('/').replace('\'', "'\\''"));
    let below = site.path.trim_start_matches('/');
    let _ = write!(
        out,
        "# Run as a shell script after each build, with the name of the bucket: `sh upload.sh my-bucket`. Other storage than AWS:
# put its address into AWS_ENDPOINT_URL. Files come first that pages ask for, and what is no longer part of the site goes last.
# 每次生成后作为 shell 脚本运行，并给出存储桶名称：`sh upload.sh my-bucket`。阿里云、腾讯云、华为云等兼容 S3 的存储，
# 请把其访问地址写入 AWS_ENDPOINT_URL。先上传页面所需的文件，最后删除已不属于网站的内容。
set -eu
to=\"s3://$1/{below}\"

"
    );
    for (is_hashed, kept) in [(true, KEPT_FOR_EVER), (false, KEPT_FOR_MINUTES)] {
        for (ending, kind, is_text) in TYPES {
            let charset = if is_text { "; charset=utf-8" } else { "" };
            let which = if is_hashed {
                format!("--include 'assets/*.{ending}' --include 'media/*.{ending}'")
            } else {
                format!("--include '*.{ending}' --exclude 'assets/*' --exclude 'media/*'")
            };
            let _ = writeln!(
                out,
                "aws s3 cp {folder} \"$to\" --recursive --only-show-errors --exclude '*' {which} --content-type '{kind}{charset}' --cache-control '{kept}'"
            );
        }
    }
    let _ = write!(
        out,
        "aws s3 sync {folder} \"$to\" --delete --size-only --exclude '.casebook'
aws s3 website \"s3://$1\" --index-document index.html --error-document {below}404.html

# Set these headers at the CDN in front of the bucket, for every file; compress text there (gzip, brotli).
# 请在存储桶前的 CDN 上为所有文件设置以下响应头，并对文本启用压缩（gzip、brotli）。
#   Content-Security-Policy: {POLICY}; {FRAMED_BY_NOBODY}
"
    );
    for (name, value) in HEADERS {
        let _ = writeln!(out, "#   {name}: {value}");
    }
    let _ = write!(
        out,
        "# For addresses with /embed/ in them, charts made to be shown in other sites:
# 地址中含 /embed/ 的图表页供别的网站嵌入：
#   Content-Security-Policy: {POLICY}; {FRAMED_BY_ALL}
"
    );
    out
}
