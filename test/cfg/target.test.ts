import { spawnSync } from "node:child_process";
import { expect, test } from "@jest/globals";
import { type CfgSet, crateCfg, evaluateCfg, hasCfg, isForTarget, parseCfg, targetCfg } from "../../src/cfg/index.ts";

/** The set as rustc prints it: one option to a line. */
function lines({ names, values }: CfgSet): string[] {
  const withValues = [...values].flatMap(([name, all]) => [...all].map((value) => `${name}="${value}"`));
  return [...names, ...withValues].sort();
}

test("Linux on x86_64", () => {
  expect(lines(targetCfg("x86_64-unknown-linux-gnu"))).toEqual([
    "debug_assertions",
    'panic="unwind"',
    'target_abi=""',
    'target_arch="x86_64"',
    'target_endian="little"',
    'target_env="gnu"',
    'target_family="unix"',
    'target_feature="fxsr"',
    'target_feature="sse"',
    'target_feature="sse2"',
    'target_has_atomic="16"',
    'target_has_atomic="32"',
    'target_has_atomic="64"',
    'target_has_atomic="8"',
    'target_has_atomic="ptr"',
    'target_os="linux"',
    'target_pointer_width="64"',
    'target_vendor="unknown"',
    "unix",
  ]);
});

test.each([
  ["x86_64-pc-windows-msvc", 'all(windows, target_env = "msvc", target_has_atomic = "128", not(unix))'],
  ["i686-pc-windows-gnu", 'all(windows, target_env = "gnu", target_pointer_width = "32", target_arch = "x86")'],
  ["aarch64-apple-darwin", 'all(unix, target_os = "macos", target_vendor = "apple", target_feature = "neon")'],
  ["aarch64-apple-ios-sim", 'all(target_os = "ios", target_abi = "sim")'],
  ["aarch64-linux-android", 'all(unix, target_os = "android", target_vendor = "unknown")'],
  ["armv7-unknown-linux-gnueabihf", 'all(target_os = "linux", target_env = "gnu", target_abi = "eabihf")'],
  [
    "wasm32-unknown-unknown",
    'all(target_os = "unknown", target_family = "wasm", panic = "abort", not(unix), not(wasm))',
  ],
  ["wasm32-wasip1", 'all(target_os = "wasi", target_env = "p1", target_family = "wasm")'],
  ["thumbv7em-none-eabihf", 'all(target_os = "none", target_has_atomic = "32", not(target_has_atomic = "64"))'],
  ["thumbv6m-none-eabi", 'all(target_os = "none", not(target_has_atomic = "ptr"))'],
  ["s390x-unknown-linux-gnu", 'all(target_endian = "big", target_has_atomic = "128")'],
  ["riscv32imc-unknown-none-elf", 'all(target_arch = "riscv32", target_feature = "m", not(target_feature = "a"))'],
  ["avr-none", 'all(target_pointer_width = "16", target_vendor = "unknown")'],
  ["x86_64-unknown-freebsd", 'all(unix, target_os = "freebsd", target_env = "")'],
  ["fantasy64-acme-lunos", 'all(target_arch = "fantasy64", target_vendor = "acme", target_os = "lunos")'],
])("%s has %s", (triple, condition) => expect(evaluateCfg(parseCfg(condition), targetCfg(triple))).toBe(true));

const rustcAnswers = spawnSync("rustc", ["--version"]).status === 0;

(rustcAnswers ? test : test.skip).each([
  "x86_64-unknown-linux-gnu",
  "x86_64-unknown-linux-musl",
  "aarch64-unknown-linux-gnu",
  "x86_64-pc-windows-msvc",
  "aarch64-apple-darwin",
  "wasm32-unknown-unknown",
])("%s: as rustc says", (triple) => {
  const { stdout } = spawnSync("rustc", ["--print", "cfg", "--target", triple], { encoding: "utf8" });
  // Which processor features and which options there are changes from release to release.
  const steady = (line: string): boolean =>
    !/^(?:target_feature|target_abi|panic|ub_checks|overflow_checks)/.test(line);
  expect(lines(targetCfg(triple)).filter(steady)).toEqual(stdout.trim().split("\n").filter(steady).sort());
});

test("a crate adds its features, and what it is built as", () => {
  const target = targetCfg("x86_64-unknown-linux-gnu");
  const plain = crateCfg(target, { features: ["std", "x"] });
  expect(hasCfg(plain, "feature", "x")).toBe(true);
  expect(hasCfg(plain, "test")).toBe(false);
  expect(hasCfg(plain, "doc")).toBe(false);
  expect(hasCfg(target, "feature", "x")).toBe(false);
  const test_ = crateCfg(target, { features: [], test: true, procMacro: true, extra: [{ name: "k", value: "v" }] });
  expect(hasCfg(test_, "test") && hasCfg(test_, "proc_macro") && hasCfg(test_, "k", "v")).toBe(true);
});

test("sections of a manifest are for a condition or for one triple", () => {
  const triple = "x86_64-pc-windows-gnu";
  const options = targetCfg(triple);
  expect(isForTarget("cfg(windows)", triple, options)).toBe(true);
  expect(isForTarget("cfg(unix)", triple, options)).toBe(false);
  expect(isForTarget("x86_64-pc-windows-gnu", triple, options)).toBe(true);
  expect(isForTarget("x86_64-pc-windows-msvc", triple, options)).toBe(false);
});
