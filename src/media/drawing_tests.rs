use crate::base::problem::ImageFault;
use crate::media::{Ending, look, prints};

fn svg(inside: &str) -> Vec<u8> {
    let space = "xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
    format!("<svg {space} viewBox=\"0 0 120 40\">{inside}</svg>").into_bytes()
}

#[test]
fn a_drawing_becomes_pixels_twice_as_fine() {
    let made = prints(&svg("<rect width=\"60\" height=\"40\" fill=\"#c00\"/>")).unwrap();
    let file = &made.files[0];
    assert_eq!((made.size, file.width, file.height, file.ending), ((120, 40), 240, 80, Ending::Png));
    let picture = image::load_from_memory(&file.bytes).unwrap().into_rgba8();
    assert_eq!(picture.get_pixel(30, 40).0, [0xcc, 0, 0, 255]);
    assert_eq!(picture.get_pixel(200, 40).0[3], 0);
}

#[test]
fn what_acts_in_a_drawing_is_gone_in_its_pixels() {
    for inside in [
        "<g onload=\"x()\"/>",
        "<a xlink:href=\"javascript:1\"/>",
        "<a href=\"https://example.org/secret\"/>",
    ] {
        let made = prints(&svg(&format!("{inside}<rect width=\"60\" height=\"40\"/>"))).unwrap();
        for file in &made.files {
            assert!(file.bytes.starts_with(b"\x89PNG"), "{inside}");
            assert!(!file.bytes.windows(6).any(|w| w == b"secret"), "{inside}");
        }
    }
}

#[test]
fn a_drawing_that_would_lose_something_or_fetch_something_is_refused() {
    for inside in [
        "<script>1</script>",
        "<text>钢</text>",
        "<g><g><text>钢</text></g></g>",
        "<image href=\"https://example.org/x.png\"/>",
        "<image href=\"file:///etc/passwd\"/>",
        "<image xlink:href=\"data:image/png;base64,AA==\"/>",
        "<use href=\"other.svg#a\"/>",
        "<use xlink:href=\"https://example.org/x.svg#a\"/>",
        "<foreignObject/>",
        "<rect width=\"1\" height=\"1\"><animate attributeName=\"x\"/></rect>",
        "<filter id=\"f\"><feTurbulence numOctaves=\"999999999\"/></filter>",
        "<filter id=\"f\"><feImage href=\"https://example.org/x.png\"/></filter>",
    ] {
        assert_eq!(look(&svg(inside)), Err(ImageFault::Drawing), "{inside}");
        assert_eq!(prints(&svg(inside)), Err(ImageFault::Drawing), "{inside}");
    }
}

#[test]
fn a_drawing_that_would_never_be_done_is_refused() {
    let deep = "<g>".repeat(3000) + &"</g>".repeat(3000);
    let many = "<rect width=\"1\" height=\"1\"/>".repeat(60_000);
    let laughing = (1..12).fold("<rect id=\"a0\" width=\"1\" height=\"1\"/>".to_owned(), |all, n| {
        let before = n - 1;
        all + &format!("<g id=\"a{n}\">{}</g>", format!("<use href=\"#a{before}\"/>").repeat(10))
    });
    let wide = format!(
        "<g id=\"a\">{}</g>{}",
        "<rect width=\"1\" height=\"1\"/>".repeat(5000),
        "<use href=\"#a\"/>".repeat(1000)
    );
    let itself = "<g id=\"a\"><use href=\"#a\"/></g>".to_owned();
    let blurred = "<filter id=\"f\"><feGaussianBlur stdDeviation=\"50\"/></filter>".to_owned()
        + &"<rect width=\"120\" height=\"40\" filter=\"url(#f)\"/>".repeat(500);
    for (name, inside) in [
        ("deep", deep),
        ("many", many),
        ("laughing", laughing),
        ("wide", wide),
        ("itself", itself),
        ("blurred", blurred),
    ] {
        assert_eq!(look(&svg(&inside)), Err(ImageFault::Drawing), "{name}");
    }
    let entities = "<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&b;</svg>";
    assert_eq!(look(entities.as_bytes()), Err(ImageFault::Drawing));
    let huge = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1e9\" height=\"1e9\"/>";
    assert_eq!(look(huge), Err(ImageFault::Drawing));
}

#[test]
fn what_drawing_programs_write_is_drawn() {
    let illustrator = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- Generator -->\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n\
        <svg version=\"1.1\" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" x=\"0px\" y=\"0px\" width=\"60px\" height=\"30px\" viewBox=\"0 0 60 30\">\
        <style type=\"text/css\">.st0{fill:#00A0E9;}</style><defs><path id=\"a\" d=\"M0 0h20v20H0z\"/></defs>\
        <clipPath id=\"c\"><use xlink:href=\"#a\"/></clipPath><g clip-path=\"url(#c)\"><use xlink:href=\"#a\" class=\"st0\"/></g></svg>";
    let made = prints(illustrator.as_bytes()).unwrap();
    let picture = image::load_from_memory(&made.files[0].bytes).unwrap().into_rgba8();
    assert_eq!((made.size, picture.get_pixel(10, 10).0), ((60, 30), [0x00, 0xa0, 0xe9, 255]));
}
