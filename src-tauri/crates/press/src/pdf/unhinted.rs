//! A TrueType font without its hints: viewers draw letters smooth, and hints
//! are more than half of the bytes. The build script takes them out of a face as well.

fn u16_at(d: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(d.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(d: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(d.get(at..at + 4)?.try_into().ok()?))
}

/// The font with no instructions and none but these of its tables, whose names come in their order; none when it
/// isn't what it should be.
pub(crate) fn unhinted(font: &[u8], tables: &[&'static [u8; 4]]) -> Option<Vec<u8>> {
    let table = |tag: &[u8; 4]| -> Option<&[u8]> {
        let count = usize::from(u16_at(font, 4)?);
        (0..count).find_map(|i| {
            let at = 12 + 16 * i;
            if font.get(at..at + 4)? != tag {
                return None;
            }
            let from = u32_at(font, at + 8)? as usize;
            font.get(from..from.checked_add(u32_at(font, at + 12)? as usize)?)
        })
    };
    let mut head = table(b"head")?.to_vec();
    let mut maxp = table(b"maxp")?.to_vec();
    let loca = table(b"loca")?;
    let glyf = table(b"glyf")?;
    let glyphs = usize::from(u16_at(&maxp, 4)?);
    let long = u16_at(&head, 50)? == 1;
    let offset = |i: usize| -> Option<usize> {
        if long {
            Some(u32_at(loca, 4 * i)? as usize)
        } else {
            Some(usize::from(u16_at(loca, 2 * i)?) * 2)
        }
    };
    let mut new_glyf: Vec<u8> = Vec::with_capacity(glyf.len());
    let mut offsets: Vec<u32> = Vec::with_capacity(glyphs + 1);
    for i in 0..glyphs {
        offsets.push(new_glyf.len() as u32);
        let glyph = glyf.get(offset(i)?..offset(i + 1)?)?;
        if !glyph.is_empty() {
            new_glyf.extend(bare(glyph)?);
            if new_glyf.len() % 2 == 1 {
                new_glyf.push(0);
            }
        }
    }
    offsets.push(new_glyf.len() as u32);
    let short = new_glyf.len() < 0x1FFFE;
    let mut new_loca = Vec::with_capacity(offsets.len() * 4);
    for o in offsets {
        if short {
            new_loca.extend_from_slice(&((o / 2) as u16).to_be_bytes());
        } else {
            new_loca.extend_from_slice(&o.to_be_bytes());
        }
    }
    head[50..52].copy_from_slice(&u16::from(!short).to_be_bytes());
    head[8..12].copy_from_slice(&[0; 4]);
    if maxp.len() >= 32 {
        // No storage, functions, stack or instructions are needed any more.
        maxp[14..16].copy_from_slice(&1u16.to_be_bytes());
        maxp[16..28].fill(0);
    }
    let tables: Vec<(&[u8; 4], Vec<u8>)> = tables
        .iter()
        .filter_map(|tag| {
            let bytes = match *tag {
                b"glyf" => new_glyf.clone(),
                b"loca" => new_loca.clone(),
                b"head" => head.clone(),
                b"maxp" => maxp.clone(),
                other => table(other)?.to_vec(),
            };
            Some((*tag, bytes))
        })
        .collect();
    Some(assemble(&tables))
}

/// A glyph without instructions.
fn bare(glyph: &[u8]) -> Option<Vec<u8>> {
    let contours = u16_at(glyph, 0)? as i16;
    let mut out = Vec::with_capacity(glyph.len());
    if contours >= 0 {
        let ends = 10 + 2 * contours as usize;
        let length = usize::from(u16_at(glyph, ends)?);
        out.extend_from_slice(glyph.get(..ends)?);
        out.extend_from_slice(&[0, 0]);
        out.extend_from_slice(glyph.get(ends + 2 + length..)?);
        return Some(out);
    }
    out.extend_from_slice(glyph.get(..10)?);
    let mut at = 10;
    loop {
        let flags = u16_at(glyph, at)?;
        let scale = if flags & 0x8 != 0 {
            2
        } else if flags & 0x40 != 0 {
            4
        } else if flags & 0x80 != 0 {
            8
        } else {
            0
        };
        let size = 4 + if flags & 1 != 0 { 4 } else { 2 } + scale;
        out.extend_from_slice(&(flags & !0x100).to_be_bytes());
        out.extend_from_slice(glyph.get(at + 2..at + size)?);
        at += size;
        if flags & 0x20 == 0 {
            return Some(out);
        }
    }
}

fn assemble(tables: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let count = tables.len() as u16;
    let power = count.ilog2() as u16;
    let mut out = vec![0, 1, 0, 0];
    for v in [count, 16 << power, power, count * 16 - (16 << power)] {
        out.extend_from_slice(&v.to_be_bytes());
    }
    let mut at = 12 + 16 * tables.len();
    for (tag, bytes) in tables {
        out.extend_from_slice(*tag);
        out.extend_from_slice(&checksum(bytes).to_be_bytes());
        out.extend_from_slice(&(at as u32).to_be_bytes());
        out.extend_from_slice(&(bytes.len() as u32).to_be_bytes());
        at += bytes.len().div_ceil(4) * 4;
    }
    let mut head_at = None;
    for (tag, bytes) in tables {
        if *tag == b"head" {
            head_at = Some(out.len());
        }
        out.extend_from_slice(bytes);
        while !out.len().is_multiple_of(4) {
            out.push(0);
        }
    }
    if let Some(head) = head_at {
        let whole = 0xB1B0_AFBAu32.wrapping_sub(checksum(&out));
        out[head + 8..head + 12].copy_from_slice(&whole.to_be_bytes());
    }
    out
}

fn checksum(bytes: &[u8]) -> u32 {
    bytes.chunks(4).fold(0u32, |sum, c| {
        let mut word = [0; 4];
        word[..c.len()].copy_from_slice(c);
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}
