use super::look;
use crate::base::problem::ImageFault;
use crate::media::testing::{animated, chunk, gif, gradient, jpeg, png, webp};

#[test]
fn the_size_of_a_picture_is_known_without_decoding_it() {
    let picture = gradient(7, 5);
    for bytes in [png(&picture), jpeg(&picture), webp(&picture), gif(&picture)] {
        assert_eq!(look(&bytes), Ok(35));
    }
}

#[test]
fn a_file_that_was_cut_off_anywhere_is_refused() {
    let picture = gradient(64, 48);
    for bytes in [png(&picture), jpeg(&picture), webp(&picture), gif(&picture)] {
        for end in 16..bytes.len() - 1 {
            assert_eq!(look(&bytes[..end]), Err(ImageFault::CutOff), "{:?} at {end}", &bytes[..4]);
        }
        for end in 0..16 {
            assert!(look(&bytes[..end]).is_err(), "{:?} at {end}", &bytes[..4]);
        }
    }
}

#[test]
fn what_a_camera_adds_behind_a_photo_does_no_harm() {
    let photo = [jpeg(&gradient(8, 8)), b"more from the camera".to_vec()].concat();
    assert_eq!(look(&photo), Ok(64));
}

#[test]
fn a_small_file_that_unfolds_into_a_huge_picture_is_refused() {
    let header = |width: u32, height: u32| {
        [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat()
    };
    let bomb = |width, height| {
        let parts =
            [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(*b"IHDR", &header(width, height)), chunk(*b"IEND", b"")];
        parts.concat()
    };
    assert_eq!(look(&bomb(65_000, 65_000)), Err(ImageFault::TooLarge));
    assert_eq!(look(&bomb(u32::MAX, u32::MAX)), Err(ImageFault::TooLarge));
    assert_eq!(look(&bomb(8000, 5000)), Ok(40_000_000));
    assert_eq!(look(&bomb(0, 5000)), Err(ImageFault::Unreadable));
    assert_eq!(look(&vec![0; super::MAX_BYTES + 1]), Err(ImageFault::TooLarge));
}

#[test]
fn what_moves_is_refused() {
    assert_eq!(look(&animated()), Err(ImageFault::Moving));
    let still = png(&gradient(4, 4));
    let moving = [&still[..33], &chunk(*b"acTL", &[0; 8]), &still[33..]].concat();
    assert_eq!(look(&moving), Err(ImageFault::Moving));
}

#[test]
fn a_photo_as_phones_keep_it_is_known_whatever_it_is_called() {
    for brand in [b"heic", b"mif1"] {
        let photo = [&b"\0\0\0\x24ftyp"[..], brand, b"\0\0\0\0mif1heic"].concat();
        assert_eq!(look(&photo), Err(ImageFault::Heic));
    }
}

#[test]
fn what_is_no_picture_is_refused() {
    for bytes in [&b""[..], b"<svg>", "图片".as_bytes(), b"%PDF-1.7", b"BM\0\0\0\0", b"\0\0\0\x20ftypheiv"]
    {
        assert!(matches!(look(bytes), Err(ImageFault::Unreadable | ImageFault::Drawing)), "{bytes:?}");
    }
}
