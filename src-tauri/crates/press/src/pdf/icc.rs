//! An sRGB profile, version 2, built from the numbers of IEC 61966-2-1.

/// The bytes of the profile, as the output intent wants them.
pub(crate) fn srgb() -> Vec<u8> {
    let curve = curve();
    let description = description("sRGB");
    let copyright = {
        let mut v = b"text\0\0\0\0".to_vec();
        v.extend_from_slice(b"No copyright, use freely\0");
        v
    };
    // The media white and the primaries, adapted to D50 (Bradford).
    let white = xyz(0.9505, 1.0, 1.0891);
    let red = xyz(0.436_07, 0.222_49, 0.013_92);
    let green = xyz(0.385_15, 0.716_87, 0.097_08);
    let blue = xyz(0.143_07, 0.060_61, 0.714_10);
    let parts: [(&[u8; 4], &[u8]); 9] = [
        (b"desc", &description),
        (b"cprt", &copyright),
        (b"wtpt", &white),
        (b"rXYZ", &red),
        (b"gXYZ", &green),
        (b"bXYZ", &blue),
        (b"rTRC", &curve),
        (b"gTRC", &curve),
        (b"bTRC", &curve),
    ];
    let mut data: Vec<u8> = Vec::new();
    let mut table: Vec<u8> = (parts.len() as u32).to_be_bytes().to_vec();
    let base = 128 + 4 + 12 * parts.len();
    let mut curve_at = None;
    for (tag, bytes) in parts {
        let shared = bytes == curve.as_slice();
        let at = match (shared, curve_at) {
            (true, Some(at)) => at,
            _ => {
                let at = base + data.len();
                data.extend_from_slice(bytes);
                while !data.len().is_multiple_of(4) {
                    data.push(0);
                }
                at
            }
        };
        if shared {
            curve_at = Some(at);
        }
        table.extend_from_slice(tag);
        table.extend_from_slice(&(at as u32).to_be_bytes());
        table.extend_from_slice(&(bytes.len() as u32).to_be_bytes());
    }
    let mut out = vec![0u8; 128];
    let size = (base + data.len()) as u32;
    out[0..4].copy_from_slice(&size.to_be_bytes());
    out[8..12].copy_from_slice(&[2, 0x10, 0, 0]);
    out[12..16].copy_from_slice(b"mntr");
    out[16..20].copy_from_slice(b"RGB ");
    out[20..24].copy_from_slice(b"XYZ ");
    // A fixed day: 2026-01-01.
    for (i, v) in [2026u16, 1, 1, 0, 0, 0].into_iter().enumerate() {
        out[24 + 2 * i..26 + 2 * i].copy_from_slice(&v.to_be_bytes());
    }
    out[36..40].copy_from_slice(b"acsp");
    for (i, v) in [0.9642f64, 1.0, 0.8249].into_iter().enumerate() {
        out[68 + 4 * i..72 + 4 * i].copy_from_slice(&fixed(v));
    }
    out.extend_from_slice(&table);
    out.extend_from_slice(&data);
    out
}

fn fixed(v: f64) -> [u8; 4] {
    ((v * 65_536.0).round() as i32).to_be_bytes()
}

fn xyz(x: f64, y: f64, z: f64) -> Vec<u8> {
    let mut v = b"XYZ \0\0\0\0".to_vec();
    [x, y, z]
        .into_iter()
        .for_each(|c| v.extend_from_slice(&fixed(c)));
    v
}

/// How many samples the transfer curve has: between them a straight line is at no place further
/// from it than an eighth of a level of 256.
const SAMPLES: u32 = 64;

/// Samples of the transfer curve.
fn curve() -> Vec<u8> {
    let mut v = b"curv\0\0\0\0".to_vec();
    v.extend_from_slice(&SAMPLES.to_be_bytes());
    for i in 0..SAMPLES {
        let e = f64::from(i) / f64::from(SAMPLES - 1);
        v.extend_from_slice(&((linear(e) * 65_535.0).round() as u16).to_be_bytes());
    }
    v
}

/// The light that a level from 0 to 1 stands for (IEC 61966-2-1).
fn linear(level: f64) -> f64 {
    if level <= 0.040_45 {
        level / 12.92
    } else {
        ((level + 0.055) / 1.055).powf(2.4)
    }
}

fn description(name: &str) -> Vec<u8> {
    let mut v = b"desc\0\0\0\0".to_vec();
    v.extend_from_slice(&(name.len() as u32 + 1).to_be_bytes());
    v.extend_from_slice(name.as_bytes());
    v.push(0);
    // No Unicode and no Macintosh name.
    v.extend_from_slice(&[0; 4 + 4 + 2 + 1 + 67]);
    v
}

#[cfg(test)]
mod tests {
    use super::{SAMPLES, linear};

    #[test]
    fn between_its_samples_the_curve_is_nearly_straight() {
        let steps = f64::from(SAMPLES - 1);
        for level in 0..=255 {
            let e = f64::from(level) / 255.0;
            let (below, part) = ((e * steps).floor(), (e * steps).fract());
            let told = linear(below / steps) * (1.0 - part) + linear((below + 1.0) / steps) * part;
            let shown = if told <= 0.003_130_8 {
                told * 12.92
            } else {
                1.055 * told.powf(1.0 / 2.4) - 0.055
            };
            let off = (shown - e).abs() * 255.0;
            assert!(off < 0.125, "{level} is shown {off} levels off");
        }
    }

    #[test]
    fn the_profile_is_small_and_says_its_length() {
        let p = super::srgb();
        assert_eq!(
            u32::from_be_bytes([p[0], p[1], p[2], p[3]]) as usize,
            p.len()
        );
        assert!(p.len() < 1200);
        assert_eq!(&p[36..40], b"acsp");
    }
}
