import { expect } from "@jest/globals";
import { type FragmentMode, lowerFile, lowerFragment } from "../../src/facts/lower.ts";
import { printItems, printRef } from "../../src/facts/print.ts";
import type { FileFacts } from "../../src/facts/types.ts";
import { readGrammar } from "../../src/host/grammar.ts";
import { loadParser } from "../../src/syntax/parser.ts";

export const parser = await loadParser(readGrammar());

/** Returns the facts of a text with bodies. */
export function lower(text: string): FileFacts {
  return lowerFile(parser, text, { bodies: true });
}

/** Compares a text's facts with what `print.ts` shows for them, leading and trailing blanks aside, and expects no syntax error. */
export function checkFacts(text: string, expected: string): void {
  const facts = lower(text);
  expect(printItems(facts, text).trim()).toBe(expected.trim());
  expect(facts.errors).toEqual([]);
}

/** The same for one fragment. */
export function checkFragment(mode: FragmentMode, text: string, expected: string): void {
  const { facts, root } = lowerFragment(parser, text, mode);
  expect(root === 0 ? printItems(facts, text) : printRef(facts, root, text)).toBe(expected);
  expect(facts.errors).toEqual([]);
}

/** Compares the body of a function that holds the text. */
export function checkBody(text: string, expected: string): void {
  checkFragment("statements", text, `{${expected}}`);
}
