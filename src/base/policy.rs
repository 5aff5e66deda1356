//! What browsers are told that pages may do: on each page, and by hosts for each page. Said here once.

/// The content security policy of every page.
pub const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// Who may show a page in a frame: nobody. A page cannot say that itself, only its host can.
pub const FRAMED_BY_NOBODY: &str = "frame-ancestors 'none'";

/// The same for pages that are made to be shown in others.
pub const FRAMED_BY_ALL: &str = "frame-ancestors *";

/// Other headers that hosts send with every file.
pub const HEADERS: [(&str, &str); 3] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
];

/// How long browsers may keep a file whose name changes with its content.
pub const KEPT_FOR_EVER: &str = "public, max-age=31536000, immutable";

/// How long they may keep any other.
pub const KEPT_FOR_MINUTES: &str = "public, max-age=300";
