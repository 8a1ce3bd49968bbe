//! The packing that lists and weights share: sorted numbers as byte-sized steps, which brotli and the processor both
//! like better than bit codes.

/// Reads packed numbers; `None` once the bytes run out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'b>(pub(crate) &'b [u8]);

impl<'b> Reader<'b> {
    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(crate) fn number(&mut self) -> Option<u32> {
        let (bytes, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*bytes))
    }

    /// A step between sorted numbers: bytes of 255 add up until a smaller one.
    pub(crate) fn step(&mut self) -> Option<u32> {
        let mut step = 0_u32;
        loop {
            let byte = self.byte()?;
            step = step.checked_add(u32::from(byte))?;
            if byte < 255 {
                return Some(step);
            }
        }
    }

    pub(crate) fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }
}

/// Where a hash falls among `range` slots.
#[inline]
pub(crate) const fn slot(hash: u64, range: u32) -> u32 {
    (((hash >> 32) * range as u64) >> 32) as u32
}

#[cfg(feature = "train")]
pub(crate) mod write {
    //! The writing side.

    pub(crate) fn number(out: &mut Vec<u8>, number: u32) {
        out.extend(number.to_le_bytes());
    }

    /// The steps from each of some sorted numbers to the next, from 0.
    pub(crate) fn steps(out: &mut Vec<u8>, numbers: impl Iterator<Item = u32>) {
        let mut last = 0;
        for number in numbers {
            step(out, number - last);
            last = number;
        }
    }

    fn step(out: &mut Vec<u8>, mut step: u32) {
        while step >= 255 {
            out.push(255);
            step -= 255;
        }
        out.push(step as u8);
    }
}
