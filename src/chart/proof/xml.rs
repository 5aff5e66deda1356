//! What must be true of the text of every chart.

/// A strict reader for the little XML that charts consist of.
pub(super) fn is_well_formed(svg: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = svg;
    while let Some(begin) = rest.find('<') {
        is_escaped(&rest[..begin]);
        let end = begin + rest[begin..].find('>').expect("every tag ends");
        let tag = &rest[begin + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "tags nest: {svg}");
            continue;
        }
        let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut seen = Vec::new();
        while !attributes.is_empty() {
            let (key, after) = attributes.split_once("=\"").expect("an attribute has a value");
            let (value, after) = after.split_once('"').expect("a value ends");
            assert!(!seen.contains(&key.trim()), "{key} is there once: {svg}");
            assert!(
                !["style", "fill", "stroke", "font-family"].contains(&key.trim()),
                "looks are the theme's: {svg}"
            );
            seen.push(key.trim());
            is_escaped(value);
            attributes = after;
        }
        if !closed {
            open.push(name);
        }
    }
    assert!(open.is_empty() && rest.is_empty(), "everything is closed: {svg}");
}

fn is_escaped(text: &str) {
    assert!(!text.contains('>'), "{text}");
    for (at, _) in text.match_indices('&') {
        let entity = text[at..].split(';').next().expect("split gives one part at least");
        assert!(["&amp", "&lt", "&gt", "&quot"].contains(&entity), "{text}");
    }
}

/// Numbers in attributes are finite and have at most two decimals.
pub(in crate::chart) fn has_short_numbers(svg: &str) {
    let values = svg
        .split('<')
        .filter_map(|tag| tag.split('>').next())
        .flat_map(|tag| tag.split('"').skip(1).step_by(2));
    for value in values.filter(|value| !value.contains("-t ")) {
        assert!(!value.contains("NaN") && !value.contains("inf"), "{value}");
        for decimals in value.split('.').skip(1) {
            assert!(decimals.bytes().take_while(u8::is_ascii_digit).count() <= 2, "{value}");
        }
    }
}
