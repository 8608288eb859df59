import { expect, test } from "@jest/globals";
import { assumeCfg, evaluateCfg, parseCfg, targetCfg, withOptions } from "../../src/cfg/index.ts";

const linux = withOptions(targetCfg("x86_64-unknown-linux-gnu"), [{ name: "feature", value: "std" }]);

test.each([
  ['feature = "x"', ['feature = "x"', 'feature = "std"', "unix"], []],
  ['not(feature = "std")', ["unix"], ['feature = "std"']],
  ["windows", ["windows", 'target_os = "windows"', 'target_family = "windows"'], ["unix", 'target_os = "linux"']],
  ['target_os = "macos"', ['target_os = "macos"', "unix"], ['target_os = "linux"', "windows"]],
  ['target_os = "windows"', ["windows"], ["unix", 'target_os = "linux"']],
  ['target_arch = "arm"', ['target_arch = "arm"'], ['target_arch = "x86_64"']],
  ['all(windows, feature = "x", not(debug_assertions))', ["windows", 'feature = "x"'], ["debug_assertions", "unix"]],
  ['any(unix, feature = "x")', ["unix"], ['feature = "x"']],
  ['any(windows, feature = "x")', ["windows"], ['feature = "x"']],
  ["not(any(unix, debug_assertions))", [], ["unix", "debug_assertions"]],
  ["not(unix)", [], ["unix", "windows", 'target_family = "unix"', 'target_os = "linux"']],
  ['not(target_family = "unix")', [], ["unix", 'target_os = "linux"']],
  ['target_family = "wasm"', ['target_family = "wasm"'], ["unix", "windows", 'target_os = "linux"']],
  ["all(not(unix), not(windows))", [], ["unix", "windows"]],
  ['not(all(unix, feature = "std"))', ['feature = "std"'], ["unix"]],
])("assuming %s", (condition, holding, failing) => {
  const assumed = assumeCfg(parseCfg(condition), linux);
  const holds = (text: string) => evaluateCfg(parseCfg(text), assumed);
  expect(holds(condition)).toBe(true);
  expect(holding.filter((text) => !holds(text))).toEqual([]);
  expect(failing.filter(holds)).toEqual([]);
});

test("a condition that holds changes nothing", () => {
  expect(assumeCfg(parseCfg('any(unix, feature = "x")'), linux)).toBe(linux);
});
