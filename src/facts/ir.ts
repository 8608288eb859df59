/**
 * The arena of lowered types, paths, patterns and expressions: variable-length records in one Int32Array.
 *
 * A record is `[tag, start, end, operands…]`, `start`/`end` being UTF-16 offsets in the file's text. An operand is
 * a Ref (index of another record), a list (index of `[count, ref…]`), a name (index into FileFacts.names) or a small
 * number, as the comment beside its tag says. Ref 0 means "none", list 0 "empty". Records stand in no order.
 * Parentheses, lifetimes, `?Sized`, `for<'a>` and comments leave no trace.
 */

/** First operand of every record. */
export const OPERANDS = 3;

/** What a record is. The comment lists the operands in order, from {@link OPERANDS} on. */
export const Tag = {
  /** global 0/1 · self type Ref (of `<T>::x`, `<T as Trait>::x`) · trait path Ref · count, then per segment: name, GenericArgs Ref, offset. */
  Path: 1,
  /** parenthesised 0/1 (`Fn(A) -> B`) · list of types (const arguments: TypeConst) · list of AssocBinding · return type Ref of the parenthesised form (0 = unit). */
  GenericArgs: 2,
  /** name · GenericArgs Ref · type Ref (`Item = T`, 0 if bounds) · list of bound paths (`Item: A + B`). */
  AssocBinding: 3,

  /** path Ref */
  TypePath: 10,
  /** mutable 0/1 · type Ref */
  TypeRef: 11,
  /** mutable 0/1 · type Ref */
  TypePtr: 12,
  /** type Ref */
  TypeSlice: 13,
  /** type Ref · length expression Ref */
  TypeArray: 14,
  /** list of types; `()` has none */
  TypeTuple: 15,
  /** list of parameter types · return type Ref (0 = unit) */
  TypeFn: 16,
  /** `!` */
  TypeNever: 17,
  /** `_` */
  TypeInfer: 18,
  /** list of bound paths; also 2015's bare `Trait` where the grammar shows it */
  TypeDyn: 19,
  /** list of bound paths */
  TypeImpl: 20,
  /** row in macroCalls */
  TypeMacro: 21,
  /** expression Ref: a const generic argument that is no plain path (`3`, `{ N + 1 }`) */
  TypeConst: 22,

  /** `_` */
  PatWild: 30,
  /** `..` */
  PatRest: 31,
  /** name · by reference 0/1 (`ref`) · mutable 0/1 · sub-pattern Ref (`x @ p`). May turn out to be a constant or a unit variant. */
  PatIdent: 32,
  /** list of patterns */
  PatTuple: 33,
  /** path Ref · list of patterns */
  PatTupleStruct: 34,
  /** path Ref · list of PatField (or Cfg around one) · rest 0/1 */
  PatStruct: 35,
  /** name · pattern Ref (shorthand `x` gives a PatIdent) */
  PatField: 36,
  /** mutable 0/1 · pattern Ref */
  PatRef: 37,
  /** list of patterns */
  PatSlice: 38,
  /** list of patterns */
  PatOr: 39,
  /** expression Ref: literal, negative literal, const block */
  PatLit: 40,
  /** low expression Ref or 0 · high expression Ref or 0 */
  PatRange: 41,
  /** path Ref of two segments or more, or with generics (single names are PatIdent) */
  PatPath: 42,
  /** row in macroCalls */
  PatMacro: 43,
  /** pattern Ref: `box p` */
  PatBox: 44,

  /** path Ref */
  Path_: 50,
  /** literal kind (see {@link Lit}) · name: the suffix (`u8`) or -1 · name: the digits of an integer literal without its suffix (`0x1_f`), else -1 */
  Literal: 51,
  /** callee expression Ref · list of arguments */
  Call: 52,
  /** receiver Ref · name · GenericArgs Ref · list of arguments · offset of the name */
  MethodCall: 53,
  /** base Ref · name (`"0"` for tuple fields) · offset of the name */
  Field: 54,
  /** base Ref · index Ref */
  Index: 55,
  /** operator (see {@link UnaryOp}) · operand Ref */
  Unary: 56,
  /** name of the operator (`+`, `==`, `&&`, …) · left Ref · right Ref */
  Binary: 57,
  /** left Ref · right Ref */
  Assign: 58,
  /** name of the operator without `=` (`+`) · left Ref · right Ref */
  AssignOp: 59,
  /** mutable 0/1 · operand Ref · raw 0/1 (`&raw const x`) */
  Borrow: 60,
  /** list of statements (Let, ExprStmt, Cfg around one) · tail expression Ref (may be a Cfg) or 0 · row in blocks or -1 · flags (see {@link BlockFlag}) · name of the label without `'`, or -1 */
  Block: 61,
  /** condition Ref (may hold LetCond under `&&`) · then Block Ref · else Ref or 0 */
  If: 62,
  /** pattern Ref · expression Ref: `let p = e` inside a condition */
  LetCond: 63,
  /** scrutinee Ref · list of Arm (or Cfg around one) */
  Match: 64,
  /** pattern Ref · guard Ref or 0 · body Ref */
  Arm: 65,
  /** body Ref · label name or -1 */
  Loop: 66,
  /** condition Ref · body Ref · label name or -1 */
  While: 67,
  /** pattern Ref · iterable Ref · body Ref · label name or -1 */
  For: 68,
  /** label name or -1 · value Ref or 0 */
  Break: 69,
  /** label name or -1 */
  Continue: 70,
  /** value Ref or 0 */
  Return: 71,
  /** list of ClosureParam · return type Ref or 0 · body Ref · flags (1 async, 2 move) */
  Closure: 72,
  /** pattern Ref · type Ref or 0 */
  ClosureParam: 73,
  /** path Ref · list of FieldInit (or Cfg around one) · base Ref of `..base` or 0 */
  Struct: 74,
  /** name · value Ref (shorthand `x` gives a Path_) */
  FieldInit: 75,
  /** list of expressions */
  Tuple: 76,
  /** list of expressions */
  Array: 77,
  /** element Ref · length Ref */
  Repeat: 78,
  /** operand Ref · type Ref */
  Cast: 79,
  /** operand Ref: `e?` */
  Try: 80,
  /** operand Ref: `e.await` */
  Await: 81,
  /** low Ref or 0 · high Ref or 0 · inclusive 0/1 */
  Range: 82,
  /** row in macroCalls. As a statement it may expand to several statements or items. */
  MacroCall: 83,
  /** value Ref or 0: `yield`, `become`, `do yeet` */
  Yield: 84,
  /** `_` as an assignee */
  Underscore: 85,
  /** list of sub-expressions found inside: what could not be read (syntax error) */
  Broken: 86,

  /** pattern Ref · type Ref or 0 · initialiser Ref or 0 · else Block Ref or 0 */
  Let: 90,
  /** expression Ref · with semicolon 0/1 */
  ExprStmt: 91,
  /** row in cfgs · Ref of what stands under the condition (statement, arm, field, argument, element) */
  Cfg: 92,
} as const;

/** Kinds of literals. */
export const Lit = { Int: 0, Float: 1, Str: 2, ByteStr: 3, CStr: 4, Char: 5, Byte: 6, Bool: 7 } as const;
/** Prefix operators. */
export const UnaryOp = { Deref: 0, Neg: 1, Not: 2 } as const;
/** Bits of a Block's flags. */
export const BlockFlag = { Unsafe: 1, Async: 2, Const: 4, Move: 8, Try: 16, Gen: 32 } as const;
