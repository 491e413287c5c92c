//! JPEG files whose scan goes into the PDF as it is.

/// The file without what a camera or a program noted in it (place, time, owner,
/// thumbnail, profile), and whether it is grey; none when a PDF reader might
/// take its samples for other ones than they are.
pub(crate) fn bare(file: &[u8], width: u32, height: u32) -> Option<(Vec<u8>, bool)> {
    let mut out = file.get(..2).filter(|m| *m == [0xFF, 0xD8])?.to_vec();
    let mut at = 2;
    let mut components = None;
    let mut adobe = None;
    loop {
        // Any number of fill bytes may stand before a marker.
        while file.get(at)? == &0xFF && file.get(at + 1)? == &0xFF {
            at += 1;
        }
        let marker = *file.get(at + 1).filter(|_| file.get(at) == Some(&0xFF))?;
        if marker == 0xD9 {
            // What stands behind the end is no part of the picture.
            out.extend_from_slice(&[0xFF, 0xD9]);
            break;
        }
        let length = usize::from(u16::from_be_bytes([*file.get(at + 2)?, *file.get(at + 3)?]));
        let segment = file.get(at..at + 2 + length)?;
        let body = segment.get(4..)?;
        match marker {
            // Frames: baseline, extended, progressive, all in Huffman's code.
            0xC0..=0xC2 => {
                let of = |i: usize| {
                    Some(u32::from(u16::from_be_bytes([
                        *body.get(i)?,
                        *body.get(i + 1)?,
                    ])))
                };
                if *body.first()? != 8 || of(1)? != height || of(3)? != width {
                    return None;
                }
                let count = *body.get(5)?;
                // Components that are named R, G and B are no luminance.
                if !matches!(count, 1 | 3) || count == 3 && *body.get(6)? == b'R' {
                    return None;
                }
                components = Some(count);
                out.extend_from_slice(segment);
            }
            0xC4 | 0xDB | 0xDD => out.extend_from_slice(segment),
            0xEE if body.starts_with(b"Adobe") => {
                adobe = Some(*body.get(11)?);
                out.extend_from_slice(segment);
            }
            0xE0 if body.starts_with(b"JFIF\0") => {
                // Its first bytes; a thumbnail may follow.
                out.extend_from_slice(&[0xFF, 0xE0, 0, 16]);
                out.extend_from_slice(body.get(..12)?);
                out.extend_from_slice(&[0, 0]);
            }
            0xE0..=0xEF | 0xFE => {}
            0xDA => {
                components?;
                out.extend_from_slice(segment);
                let scan = file.get(at + 2 + length..)?;
                let end = end_of_scan(scan)?;
                out.extend_from_slice(scan.get(..end)?);
                at += end;
            }
            _ => return None,
        }
        at += 2 + length;
    }
    let count = components?;
    if count == 3 && adobe.is_some_and(|transform| transform != 1) {
        return None;
    }
    Some((out, count == 1))
}

/// Whether it is a picture of four inks without Adobe's mark.
pub(crate) fn of_plain_inks(file: &[u8]) -> bool {
    plain_inks(file).unwrap_or(false)
}

fn plain_inks(file: &[u8]) -> Option<bool> {
    let mut at = file.starts_with(&[0xFF, 0xD8]).then_some(2)?;
    let mut four = false;
    loop {
        while file.get(at)? == &0xFF && file.get(at + 1)? == &0xFF {
            at += 1;
        }
        let marker = *file.get(at + 1).filter(|_| file.get(at) == Some(&0xFF))?;
        let length = usize::from(u16::from_be_bytes([*file.get(at + 2)?, *file.get(at + 3)?]));
        let body = file.get(at + 4..)?;
        match marker {
            0xEE if body.starts_with(b"Adobe") => return Some(false),
            0xC0..=0xC2 => four = *body.get(5)? == 4,
            0xDA => return Some(four),
            _ => {}
        }
        at += 2 + length;
    }
}

/// Where the next marker stands behind a scan.
fn end_of_scan(scan: &[u8]) -> Option<usize> {
    let is_marker = |w: &[u8]| w[0] == 0xFF && !matches!(w[1], 0 | 0xD0..=0xD7 | 0xFF);
    scan.windows(2).position(is_marker)
}

/// Whether the file goes on to the picture's end: what one cut short lacks, a decoder fills up with grey.
pub(crate) fn is_whole(file: &[u8]) -> bool {
    end(file).is_some()
}

/// The file of one scan up to the mark of its end, with blanks behind it that a reader looks at ahead of need: whoever
/// wants more has too little, where at the mark it would take nought for it. None for a file of several scans: between
/// them a reader tells a scan that is lacking from one that has ended as little as before the end.
pub(crate) fn to_the_end_of_its_scan(file: &[u8]) -> Option<Vec<u8>> {
    /// As many as a reader holds at once.
    const AHEAD: [u8; 8] = [0; 8];
    let end = end(file)?;
    let mut at = 2;
    loop {
        while file.get(at)? == &0xFF && file.get(at + 1)? == &0xFF {
            at += 1;
        }
        let marker = *file.get(at + 1).filter(|_| file.get(at) == Some(&0xFF))?;
        // A progressive picture is read scan by scan even where it has but one.
        if marker == 0xC2 {
            return None;
        }
        let length = u16::from_be_bytes([*file.get(at + 2)?, *file.get(at + 3)?]);
        at += 2 + usize::from(length);
        if marker == 0xDA {
            break;
        }
    }
    let is_only = at + end_of_scan(file.get(at..)?)? == end;
    is_only.then(|| [&file[..end], &AHEAD].concat())
}

/// Where the mark of the end stands. A thumbnail among a camera's notes has one of its own, which is none.
fn end(file: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        while file.get(at)? == &0xFF && file.get(at + 1)? == &0xFF {
            at += 1;
        }
        let marker = *file.get(at + 1).filter(|_| file.get(at) == Some(&0xFF))?;
        match marker {
            0xD9 => return Some(at),
            // These have no length.
            0x01 | 0xD0..=0xD7 => at += 2,
            _ => {
                let length = u16::from_be_bytes([*file.get(at + 2)?, *file.get(at + 3)?]);
                at += 2 + usize::from(length);
            }
        }
        if marker == 0xDA {
            at += end_of_scan(file.get(at..)?)?;
        }
    }
}
