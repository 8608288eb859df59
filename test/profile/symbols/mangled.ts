import { readFileSync } from "node:fs";
import fc from "fast-check";

/** Symbols of binaries that rustc 1.95 made, both manglings, one a line. */
export function readRealSymbols(): string[] {
  return readFileSync(new URL("mangled.txt", import.meta.url), "utf8")
    .trimEnd()
    .split("\n");
}

const concat = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.join(""));
const many = (part: fc.Arbitrary<string>, max = 3): fc.Arbitrary<string> =>
  fc.array(part, { maxLength: max }).map((texts) => texts.join(""));
const word = (...words: string[]): fc.Arbitrary<string> => fc.constantFrom(...words);

const number = word("_", "0_", "1_", "5_", "a_");
const identifier = word("1a", "3foo", "2_ab", "u8gre_6qaa", "u3ber");

/** Productions of the grammar of RFC 2603, with back references that may point anywhere. */
const grammar = fc.letrec<Record<"path" | "type" | "argument" | "constant", string>>((tie) => ({
  path: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    concat(word("C", "Cs_", "Cs1_"), identifier),
    concat(word("Nv", "Nt", "NC", "NS"), tie("path"), word("", "s_"), identifier),
    concat(word("M", "Ms_"), tie("path"), tie("type")),
    concat(word("X"), tie("path"), tie("type"), tie("path")),
    concat(word("Y"), tie("type"), tie("path")),
    concat(word("I"), tie("path"), many(tie("argument")), word("E")),
    concat(word("B"), number),
  ),
  type: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    word(..."abcdefhijlmnopstuvxyz"),
    tie("path"),
    concat(word("R", "Q", "P", "O", "RL0_", "S"), tie("type")),
    concat(word("A"), tie("type"), tie("constant")),
    concat(word("T"), many(tie("type")), word("E")),
    concat(word("F", "FG_", "FU", "FKC"), many(tie("type")), word("E"), tie("type")),
    concat(
      word("D", "DG_"),
      many(concat(tie("path"), fc.oneof(word(""), concat(word("p"), identifier, tie("type")))), 2),
      word("EL_", "EL0_"),
    ),
    concat(word("B"), number),
  ),
  argument: fc.oneof(tie("type"), concat(word("K"), tie("constant")), concat(word("L"), number)),
  constant: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    word(
      "p",
      "h1_",
      "an5_",
      "b1_",
      "c61_",
      "c27_",
      "ca_",
      "c300_",
      "j2a_",
      "Re6122_",
      "e27_",
      "o123456789abcdef01_",
      "ec3_",
      "b2_",
    ),
    concat(word("R", "Q"), tie("constant")),
    concat(word("A", "T"), many(tie("constant")), word("E")),
    concat(word("V"), tie("path"), word("U")),
    concat(word("V"), tie("path"), word("S"), identifier, tie("constant"), word("E")),
    concat(word("B"), number),
  ),
}));

/** v0 symbols: well formed but for some of their back references. */
export const v0Symbols = concat(word("_R"), grammar.path, word("", "C1x"));
