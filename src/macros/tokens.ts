/**
 * Kinds of tokens as `macro_rules!` sees them: multi-character operators are one token (`>>=`, `..=`), lifetimes and
 * literals are one token, keywords are identifiers with a kind of their own. Kinds are laid out in ranges so that the
 * skimmers can ask "any keyword?" or "any opening delimiter?" by comparison.
 */

/** Token kinds. Values are stable only within one process. */
export const Tok = {
  /** The end of the buffer; also what every look beyond the end gives. */
  Eof: 0,
  /** A plain identifier. `_` is {@link Tok.Underscore}. */
  Ident: 1,
  /** `r#name`. */
  RawIdent: 2,
  Lifetime: 3,
  Int: 4,
  Float: 5,
  /** `'c'` and `b'c'`. */
  Char: 6,
  /** Every string: plain, raw, byte, C. */
  Str: 7,
  /** A character no Rust token starts with. */
  Unknown: 8,

  OpenParen: 10,
  OpenBracket: 11,
  OpenBrace: 12,
  /** Opening marks of opaque fragments, see `opaque.ts`. */
  OpaqueExpr: 13,
  OpaqueTy: 14,
  OpaquePath: 15,
  OpaquePat: 16,
  OpaqueStmt: 17,
  OpaqueItem: 18,
  OpaqueMeta: 19,
  OpaqueVis: 20,
  OpaqueBlock: 21,

  CloseParen: 22,
  CloseBracket: 23,
  CloseBrace: 24,
  CloseOpaque: 25,

  Eq: 30,
  Lt: 31,
  Le: 32,
  EqEq: 33,
  Ne: 34,
  Ge: 35,
  Gt: 36,
  AndAnd: 37,
  OrOr: 38,
  Not: 39,
  Tilde: 40,
  Plus: 41,
  Minus: 42,
  Star: 43,
  Slash: 44,
  Percent: 45,
  Caret: 46,
  And: 47,
  Or: 48,
  Shl: 49,
  Shr: 50,
  /** `+= -= *= /= %= ^= &= |= <<=`. */
  AssignOp: 51,
  /** `>>=` apart from its fellows, since a generic argument list may end inside it. */
  ShrEq: 52,
  At: 53,
  Dot: 54,
  DotDot: 55,
  DotDotDot: 56,
  DotDotEq: 57,
  Comma: 58,
  Semi: 59,
  Colon: 60,
  PathSep: 61,
  RArrow: 62,
  LArrow: 63,
  FatArrow: 64,
  Pound: 65,
  Dollar: 66,
  Question: 67,

  // Keywords that may stand in a path.
  SelfLower: 100,
  SelfUpper: 101,
  Super: 102,
  Crate: 103,
  // Other keywords.
  Underscore: 104,
  As: 105,
  Async: 106,
  Await: 107,
  Break: 108,
  Const: 109,
  Continue: 110,
  Dyn: 111,
  Else: 112,
  Enum: 113,
  Extern: 114,
  False: 115,
  Fn: 116,
  For: 117,
  If: 118,
  Impl: 119,
  In: 120,
  Let: 121,
  Loop: 122,
  Match: 123,
  Mod: 124,
  Move: 125,
  Mut: 126,
  Pub: 127,
  Ref: 128,
  Return: 129,
  Static: 130,
  Struct: 131,
  Trait: 132,
  True: 133,
  Try: 134,
  Type: 135,
  Unsafe: 136,
  Use: 137,
  Where: 138,
  While: 139,
  Yield: 140,
  Box: 141,
  Do: 142,
  Become: 143,
  Macro: 144,
  Typeof: 145,
  /** `abstract`, `final`, `override`, `priv`, `unsized`, `virtual`: reserved, never used. */
  Reserved: 146,
} as const;

const UNDERSCORE = 0x5f;

const KEYWORDS: ReadonlyMap<string, number> = new Map([
  ["self", Tok.SelfLower],
  ["Self", Tok.SelfUpper],
  ["super", Tok.Super],
  ["crate", Tok.Crate],
  ["_", Tok.Underscore],
  ["as", Tok.As],
  ["async", Tok.Async],
  ["await", Tok.Await],
  ["break", Tok.Break],
  ["const", Tok.Const],
  ["continue", Tok.Continue],
  ["dyn", Tok.Dyn],
  ["else", Tok.Else],
  ["enum", Tok.Enum],
  ["extern", Tok.Extern],
  ["false", Tok.False],
  ["fn", Tok.Fn],
  ["for", Tok.For],
  ["if", Tok.If],
  ["impl", Tok.Impl],
  ["in", Tok.In],
  ["let", Tok.Let],
  ["loop", Tok.Loop],
  ["match", Tok.Match],
  ["mod", Tok.Mod],
  ["move", Tok.Move],
  ["mut", Tok.Mut],
  ["pub", Tok.Pub],
  ["ref", Tok.Ref],
  ["return", Tok.Return],
  ["static", Tok.Static],
  ["struct", Tok.Struct],
  ["trait", Tok.Trait],
  ["true", Tok.True],
  ["try", Tok.Try],
  ["type", Tok.Type],
  ["unsafe", Tok.Unsafe],
  ["use", Tok.Use],
  ["where", Tok.Where],
  ["while", Tok.While],
  ["yield", Tok.Yield],
  ["box", Tok.Box],
  ["do", Tok.Do],
  ["become", Tok.Become],
  ["macro", Tok.Macro],
  ["typeof", Tok.Typeof],
  ["abstract", Tok.Reserved],
  ["final", Tok.Reserved],
  ["override", Tok.Reserved],
  ["priv", Tok.Reserved],
  ["unsized", Tok.Reserved],
  ["virtual", Tok.Reserved],
]);

const LONGEST_KEYWORD = 8;

/** By the first two units of a keyword, 7 bits each: a bit for the length of each that begins so. */
const KEYWORD_LENGTHS = keywordLengths();

function keywordLengths(): Uint16Array {
  const lengths = new Uint16Array(1 << 14);
  for (const word of KEYWORDS.keys()) {
    if (word.length > 1) lengths[(word.charCodeAt(0) << 7) | word.charCodeAt(1)]! |= 1 << word.length;
  }
  return lengths;
}

/** Returns the kind of the identifier that stands in `text` from `start` to `end`: a keyword's own, or `Tok.Ident`. */
export function identKind(text: string, start: number, end: number): number {
  const length = end - start;
  if (length > LONGEST_KEYWORD) return Tok.Ident;
  const first = text.charCodeAt(start);
  if (length === 1) return first === UNDERSCORE ? Tok.Underscore : Tok.Ident;
  const second = text.charCodeAt(start + 1);
  // Most names are told apart from keywords without making a string of them.
  if (first >= 128 || second >= 128 || ((KEYWORD_LENGTHS[(first << 7) | second]! >> length) & 1) === 0)
    return Tok.Ident;
  return KEYWORDS.get(text.substring(start, end)) ?? Tok.Ident;
}

/** True for identifiers and keywords, raw ones and `_` included. */
export function isWord(kind: number): boolean {
  return kind === Tok.Ident || kind === Tok.RawIdent || kind >= Tok.SelfLower;
}

/** True for identifiers that are no keyword. */
export function isPlainIdent(kind: number): boolean {
  return kind === Tok.Ident || kind === Tok.RawIdent;
}

/** True for what a path segment can be: a plain identifier, `self`, `Self`, `super` or `crate`. */
export function isPathSegment(kind: number): boolean {
  return kind === Tok.Ident || kind === Tok.RawIdent || (kind >= Tok.SelfLower && kind <= Tok.Crate);
}

/** True for numbers, characters and strings; not for `true` and `false`. */
export function isLiteral(kind: number): boolean {
  return kind >= Tok.Int && kind <= Tok.Str;
}

/** True for every opening delimiter, opaque ones included. */
export function isOpen(kind: number): boolean {
  return kind >= Tok.OpenParen && kind <= Tok.OpaqueBlock;
}

/** True for `(`, `[` and `{`. */
export function isOpenDelimiter(kind: number): boolean {
  return kind >= Tok.OpenParen && kind <= Tok.OpenBrace;
}

/** True for the opening mark of an opaque fragment. */
export function isOpaque(kind: number): boolean {
  return kind >= Tok.OpaqueExpr && kind <= Tok.OpaqueBlock;
}

/** True for `)`, `]` and `}`. */
export function isCloseDelimiter(kind: number): boolean {
  return kind >= Tok.CloseParen && kind <= Tok.CloseBrace;
}

/** True for every closing delimiter. */
export function isClose(kind: number): boolean {
  return kind >= Tok.CloseParen && kind <= Tok.CloseOpaque;
}

/** True where nothing more can follow in the same group: a closing delimiter or the end of the buffer. */
export function isGroupEnd(kind: number): boolean {
  return kind === Tok.Eof || isClose(kind);
}

/** True for tokens that open a generic argument list, `<<T as A>::B as C>` and `<-1>` included. */
export function opensAngle(kind: number): boolean {
  return kind === Tok.Lt || kind === Tok.Shl || kind === Tok.LArrow;
}

/** True for tokens that begin with `>` and so may close a generic argument list. */
export function closesAngle(kind: number): boolean {
  return kind === Tok.Gt || kind === Tok.Shr || kind === Tok.Ge || kind === Tok.ShrEq;
}

/** True for kinds whose tokens all read the same: delimiters, keywords and all operators but `+=` and its fellows. */
export function isSpelledByKind(kind: number): boolean {
  return kind > Tok.Unknown && kind !== Tok.AssignOp && kind !== Tok.Reserved;
}
