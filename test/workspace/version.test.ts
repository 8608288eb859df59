import { expect, test } from "@jest/globals";
import { compareByVersion, satisfies } from "../../src/workspace/version.ts";

// The tables of the Cargo book, "Specifying Dependencies": what each requirement allows and what it does not.
test.each([
  ["1.2.3", ["1.2.3", "1.9.0"], ["1.2.2", "2.0.0"]],
  ["1.2", ["1.2.0", "1.99.9"], ["1.1.9", "2.0.0"]],
  ["1", ["1.0.0", "1.5.0"], ["0.9.9", "2.0.0"]],
  ["0.2.3", ["0.2.3", "0.2.9"], ["0.2.2", "0.3.0"]],
  ["0.2", ["0.2.0", "0.2.9"], ["0.3.0"]],
  ["0.0.3", ["0.0.3"], ["0.0.2", "0.0.4"]],
  ["0.0", ["0.0.0", "0.0.9"], ["0.1.0"]],
  ["0", ["0.0.1", "0.9.9"], ["1.0.0"]],
  ["^1.2.3", ["1.2.3", "1.9.0"], ["2.0.0"]],
  ["~1.2.3", ["1.2.3", "1.2.9"], ["1.3.0"]],
  ["~1.2", ["1.2.0", "1.2.9"], ["1.3.0"]],
  ["~1", ["1.0.0", "1.9.9"], ["2.0.0"]],
  ["*", ["0.0.1", "7.1.2"], []],
  ["1.*", ["1.0.0", "1.9.9"], ["2.0.0"]],
  ["1.2.*", ["1.2.0", "1.2.9"], ["1.3.0"]],
  [">= 1.2.0", ["1.2.0", "3.0.0"], ["1.1.0"]],
  ["> 1", ["2.0.0"], ["1.9.9"]],
  ["< 2", ["1.9.9", "0.1.0"], ["2.0.0"]],
  ["<= 1.2", ["1.2.9"], ["1.3.0"]],
  ["= 1.2.3", ["1.2.3", "1.2.3+build"], ["1.2.4"]],
  ["=1.2", ["1.2.0", "1.2.9"], ["1.3.0"]],
  [">=1.2, <1.5", ["1.2.0", "1.4.9"], ["1.5.0", "1.1.0"]],
  [">=1.0.0,<2.0.0", ["1.5.0"], ["2.0.0"]],
  ["1.0.0-rc.1", ["1.0.0-rc.1", "1.0.0-rc.2", "1.0.0", "1.1.0"], ["1.0.0-beta", "1.1.0-rc.1"]],
  ["1.0", ["1.0.0"], ["1.0.0-rc.1", "1.1.0-rc.1"]],
  ["=0.5.0-alpha.1", ["0.5.0-alpha.1"], ["0.5.0-alpha.2", "0.5.0"]],
  ["1.2.3+meta", ["1.2.3", "1.3.0"], ["1.2.2"]],
  ["nonsense", [], ["1.0.0"]],
])("%s", (requirement, allowed, refused) => {
  for (const version of allowed) expect([version, satisfies(version, requirement)]).toEqual([version, true]);
  for (const version of refused) expect([version, satisfies(version, requirement)]).toEqual([version, false]);
});

test("what is no version meets nothing", () => expect(satisfies("1.x", "*")).toBe(false));

test("versions sort by precedence, others come first", () => {
  const sorted = ["2.0.0", "10.0.0", "1.0.0", "bad", "1.0.0-rc.10", "1.0.0-rc.9"].sort(compareByVersion);
  expect(sorted).toEqual(["bad", "1.0.0-rc.9", "1.0.0-rc.10", "1.0.0", "2.0.0", "10.0.0"]);
});
