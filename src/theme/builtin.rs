//! The theme that is part of the program. A test keeps this list equal to the folder.

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        /// Every file of the built-in theme: its name below the theme's folder, and its content.
        pub(super) const FILES: &[(&str, &[u8])] =
            &[$(($name, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/", $name)))),*];
    };
}

files! {
}
