// str: the methods that need no allocation, patterns, iterators, indexing and parsing.
use crate::error::Error;
use crate::fmt;

use crate::ops::{Index, IndexMut, Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};
use crate::slice::SliceIndex;
pub mod pattern {
    pub trait Pattern: Sized { type Searcher; }
    pub struct CharSearcher;
    impl Pattern for char { type Searcher = CharSearcher; }
    impl Pattern for &str { type Searcher = CharSearcher; }
    impl Pattern for &&str { type Searcher = CharSearcher; }
    impl Pattern for &[char] { type Searcher = CharSearcher; }
    impl<const N: usize> Pattern for [char; N] { type Searcher = CharSearcher; }
    impl<const N: usize> Pattern for &[char; N] { type Searcher = CharSearcher; }
    impl<F: FnMut(char) -> bool> Pattern for F { type Searcher = CharSearcher; }
}
use pattern::Pattern;

impl str {
    pub fn len(&self) -> usize;
    pub fn is_empty(&self) -> bool;
    pub fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error>;
    pub fn from_utf8_mut(v: &mut [u8]) -> Result<&mut str, Utf8Error>;
    pub unsafe fn from_utf8_unchecked(v: &[u8]) -> &str;
    pub unsafe fn from_utf8_unchecked_mut(v: &mut [u8]) -> &mut str;
    pub fn is_char_boundary(&self, index: usize) -> bool;
    pub fn floor_char_boundary(&self, index: usize) -> usize;
    pub fn ceil_char_boundary(&self, index: usize) -> usize;
    pub fn as_bytes(&self) -> &[u8];
    pub unsafe fn as_bytes_mut(&mut self) -> &mut [u8];
    pub fn as_ptr(&self) -> *const u8;
    pub fn as_mut_ptr(&mut self) -> *mut u8;
    pub fn get<I: SliceIndex<str>>(&self, i: I) -> Option<&I::Output>;
    pub fn get_mut<I: SliceIndex<str>>(&mut self, i: I) -> Option<&mut I::Output>;
    pub unsafe fn get_unchecked<I: SliceIndex<str>>(&self, i: I) -> &I::Output;
    pub unsafe fn get_unchecked_mut<I: SliceIndex<str>>(&mut self, i: I) -> &mut I::Output;
    pub unsafe fn slice_unchecked(&self, begin: usize, end: usize) -> &str;
    pub unsafe fn slice_mut_unchecked(&mut self, begin: usize, end: usize) -> &mut str;
    pub fn split_at(&self, mid: usize) -> (&str, &str);
    pub fn split_at_mut(&mut self, mid: usize) -> (&mut str, &mut str);
    pub fn split_at_checked(&self, mid: usize) -> Option<(&str, &str)>;
    pub fn split_at_mut_checked(&mut self, mid: usize) -> Option<(&mut str, &mut str)>;
    pub fn chars(&self) -> Chars;
    pub fn char_indices(&self) -> CharIndices;
    pub fn bytes(&self) -> Bytes;
    pub fn split_whitespace(&self) -> SplitWhitespace;
    pub fn split_ascii_whitespace(&self) -> SplitAsciiWhitespace;
    pub fn lines(&self) -> Lines;
    pub fn lines_any(&self) -> LinesAny;
    pub fn encode_utf16(&self) -> EncodeUtf16;
    pub fn contains<P: Pattern>(&self, pat: P) -> bool;
    pub fn starts_with<P: Pattern>(&self, pat: P) -> bool;
    pub fn ends_with<P: Pattern>(&self, pat: P) -> bool;
    pub fn find<P: Pattern>(&self, pat: P) -> Option<usize>;
    pub fn rfind<P: Pattern>(&self, pat: P) -> Option<usize>;
    pub fn split<P: Pattern>(&self, pat: P) -> Split<P>;
    pub fn split_inclusive<P: Pattern>(&self, pat: P) -> SplitInclusive<P>;
    pub fn rsplit<P: Pattern>(&self, pat: P) -> RSplit<P>;
    pub fn split_terminator<P: Pattern>(&self, pat: P) -> SplitTerminator<P>;
    pub fn rsplit_terminator<P: Pattern>(&self, pat: P) -> RSplitTerminator<P>;
    pub fn splitn<P: Pattern>(&self, n: usize, pat: P) -> SplitN<P>;
    pub fn rsplitn<P: Pattern>(&self, n: usize, pat: P) -> RSplitN<P>;
    pub fn matches<P: Pattern>(&self, pat: P) -> Matches<P>;
    pub fn rmatches<P: Pattern>(&self, pat: P) -> RMatches<P>;
    pub fn match_indices<P: Pattern>(&self, pat: P) -> MatchIndices<P>;
    pub fn rmatch_indices<P: Pattern>(&self, pat: P) -> RMatchIndices<P>;
    pub fn split_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)>;
    pub fn rsplit_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)>;
    pub fn trim(&self) -> &str;
    pub fn trim_start(&self) -> &str;
    pub fn trim_end(&self) -> &str;
    pub fn trim_left(&self) -> &str;
    pub fn trim_right(&self) -> &str;
    pub fn trim_matches<P: Pattern>(&self, pat: P) -> &str;
    pub fn trim_start_matches<P: Pattern>(&self, pat: P) -> &str;
    pub fn strip_prefix<P: Pattern>(&self, prefix: P) -> Option<&str>;
    pub fn strip_suffix<P: Pattern>(&self, suffix: P) -> Option<&str>;
    pub fn trim_end_matches<P: Pattern>(&self, pat: P) -> &str;
    pub fn trim_left_matches<P: Pattern>(&self, pat: P) -> &str;
    pub fn trim_right_matches<P: Pattern>(&self, pat: P) -> &str;
    pub fn parse<F: FromStr>(&self) -> Result<F, F::Err> { F::from_str(self) }
    pub fn is_ascii(&self) -> bool;
    pub fn eq_ignore_ascii_case(&self, other: &str) -> bool;
    pub fn make_ascii_uppercase(&mut self);
    pub fn make_ascii_lowercase(&mut self);
    pub fn trim_ascii_start(&self) -> &str;
    pub fn trim_ascii_end(&self) -> &str;
    pub fn trim_ascii(&self) -> &str;
    pub fn escape_debug(&self) -> EscapeDebug;
    pub fn escape_default(&self) -> EscapeDefault;
    pub fn escape_unicode(&self) -> EscapeUnicode;
}

pub trait FromStr: Sized { type Err; fn from_str(s: &str) -> Result<Self, Self::Err>; }
impl FromStr for bool { type Err = ParseBoolError; }
#[derive(Debug, Clone, PartialEq, Eq)] pub struct ParseBoolError(());
impl fmt::Display for ParseBoolError {}
impl Error for ParseBoolError {}
#[derive(Copy, Eq, PartialEq, Clone, Debug)] pub struct Utf8Error(());
impl Utf8Error { pub fn valid_up_to(&self) -> usize; pub fn error_len(&self) -> Option<usize>; }
impl fmt::Display for Utf8Error {}
impl Error for Utf8Error {}

pub fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error>;
pub fn from_utf8_mut(v: &mut [u8]) -> Result<&mut str, Utf8Error>;
pub unsafe fn from_utf8_unchecked(v: &[u8]) -> &str;
pub unsafe fn from_utf8_unchecked_mut(v: &mut [u8]) -> &mut str;
pub unsafe fn from_raw_parts<'a>(ptr: *const u8, len: usize) -> &'a str;

impl SliceIndex<str> for Range<usize> { type Output = str; }
impl SliceIndex<str> for RangeTo<usize> { type Output = str; }
impl SliceIndex<str> for RangeFrom<usize> { type Output = str; }
impl SliceIndex<str> for RangeFull { type Output = str; }
impl SliceIndex<str> for RangeInclusive<usize> { type Output = str; }
impl SliceIndex<str> for RangeToInclusive<usize> { type Output = str; }
impl<I: SliceIndex<str>> Index<I> for str { type Output = I::Output; }
impl<I: SliceIndex<str>> IndexMut<I> for str {}

#[derive(Clone)] pub struct Chars<'a>(&'a str);
impl<'a> Chars<'a> { pub fn as_str(&self) -> &'a str; }
impl Iterator for Chars { type Item = char; }
impl fmt::Debug for Chars {}
#[derive(Clone, Debug)] pub struct CharIndices<'a>(&'a str);
impl<'a> CharIndices<'a> { pub fn as_str(&self) -> &'a str; pub fn offset(&self) -> usize; }
impl Iterator for CharIndices { type Item = (usize, char); }
#[derive(Clone, Debug)] pub struct Bytes<'a>(&'a str);
impl Iterator for Bytes { type Item = u8; }
impl ExactSizeIterator for Bytes {}
#[derive(Clone)] pub struct EncodeUtf16<'a>(&'a str);
impl Iterator for EncodeUtf16 { type Item = u16; }
#[derive(Clone, Debug)] pub struct SplitWhitespace<'a>(&'a str);
impl<'a> Iterator for SplitWhitespace<'a> { type Item = &'a str; }
#[derive(Clone, Debug)] pub struct SplitAsciiWhitespace<'a>(&'a str);
impl<'a> Iterator for SplitAsciiWhitespace<'a> { type Item = &'a str; }
#[derive(Clone, Debug)] pub struct Lines<'a>(&'a str);
impl<'a> Iterator for Lines<'a> { type Item = &'a str; }
#[derive(Clone, Debug)] pub struct LinesAny<'a>(&'a str);
impl<'a> Iterator for LinesAny<'a> { type Item = &'a str; }
impl DoubleEndedIterator for Chars {}
impl DoubleEndedIterator for CharIndices {}
impl DoubleEndedIterator for Bytes {}
impl DoubleEndedIterator for SplitWhitespace {}
impl DoubleEndedIterator for SplitAsciiWhitespace {}
impl DoubleEndedIterator for Lines {}
impl DoubleEndedIterator for LinesAny {}
#[derive(Clone, Debug)] pub struct EscapeDebug<'a>(&'a str);
impl Iterator for EscapeDebug { type Item = char; }
impl fmt::Display for EscapeDebug {}
#[derive(Clone, Debug)] pub struct EscapeDefault<'a>(&'a str);
impl Iterator for EscapeDefault { type Item = char; }
impl fmt::Display for EscapeDefault {}
#[derive(Clone, Debug)] pub struct EscapeUnicode<'a>(&'a str);
impl Iterator for EscapeUnicode { type Item = char; }
impl fmt::Display for EscapeUnicode {}
#[derive(Clone, Debug)] pub struct Split<'a, P: Pattern>(&'a str, P);
impl<'a, P: Pattern> Iterator for Split<'a, P> { type Item = &'a str; }
impl<P: Pattern> DoubleEndedIterator for Split<P> {}
#[derive(Clone, Debug)] pub struct SplitInclusive<'a, P: Pattern>(&'a str, P);
impl<'a, P: Pattern> Iterator for SplitInclusive<'a, P> { type Item = &'a str; }
impl<P: Pattern> DoubleEndedIterator for SplitInclusive<P> {}
#[derive(Clone, Debug)] pub struct RSplit<'a, P: Pattern>(&'a str, P);
impl<'a, P: Pattern> Iterator for RSplit<'a, P> { type Item = &'a str; }
impl<P: Pattern> DoubleEndedIterator for RSplit<P> {}
#[derive(Clone, Debug)] pub struct SplitTerminator<'a, P: Pattern>(&'a str, P);
impl<'a, P: Pattern> Iterator for SplitTerminator<'a, P> { type Item = &'a str; }
impl<P: Pattern> DoubleEndedIterator for SplitTerminator<P> {}
#[derive(Clone, Debug)] pub struct RSplitTerminator<'a, P: Pattern>(&'a str, P);
impl<'a, P: Pattern> Iterator for RSplitTerminator<'a, P> { type Item = &'a str; }
impl<P: Pattern> DoubleEndedIterator for RSplitTerminator<P> {}
#[derive(Clone, Debug)] pub struct SplitN<'a, P: Pattern>(&'a str, P);
impl<'a, P: Pattern> Iterator for SplitN<'a, P> { type Item = &'a str; }
#[derive(Clone, Debug)] pub struct RSplitN<'a, P: Pattern>(&'a str, P);
impl<'a, P: Pattern> Iterator for RSplitN<'a, P> { type Item = &'a str; }
#[derive(Clone, Debug)] pub struct Matches<'a, P: Pattern>(&'a str, P);
impl<'a, P: Pattern> Iterator for Matches<'a, P> { type Item = &'a str; }
impl<P: Pattern> DoubleEndedIterator for Matches<P> {}
#[derive(Clone, Debug)] pub struct RMatches<'a, P: Pattern>(&'a str, P);
impl<'a, P: Pattern> Iterator for RMatches<'a, P> { type Item = &'a str; }
impl<P: Pattern> DoubleEndedIterator for RMatches<P> {}
#[derive(Clone, Debug)] pub struct MatchIndices<'a, P: Pattern>(&'a str, P);
impl<'a, P: Pattern> Iterator for MatchIndices<'a, P> { type Item = (usize, &'a str); }
impl<P: Pattern> DoubleEndedIterator for MatchIndices<P> {}
#[derive(Clone, Debug)] pub struct RMatchIndices<'a, P: Pattern>(&'a str, P);
impl<'a, P: Pattern> Iterator for RMatchIndices<'a, P> { type Item = (usize, &'a str); }
impl<P: Pattern> DoubleEndedIterator for RMatchIndices<P> {}
#[derive(Clone, Debug)] pub struct Utf8Chunks<'a>(&'a [u8]);
impl<'a> Iterator for Utf8Chunks<'a> { type Item = Utf8Chunk<'a>; }
#[derive(Clone, Debug, PartialEq, Eq)] pub struct Utf8Chunk<'a>(&'a [u8]);
impl<'a> Utf8Chunk<'a> { pub fn valid(&self) -> &'a str; pub fn invalid(&self) -> &'a [u8]; }
