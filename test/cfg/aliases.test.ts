import { expect, test } from "@jest/globals";
import { NO_CFG, withAliases, withOptions } from "../../src/cfg/index.ts";

const options = withOptions(NO_CFG, [
  { name: "unix" },
  { name: "target_os", value: "linux" },
  { name: "feature", value: "fast" },
]);

function set(script: string): string[] {
  return [...withAliases(options, script).names].sort();
}

test("the aliases of a build script hold where their conditions do, each seen by those behind it", () => {
  const script = `
    use cfg_aliases::cfg_aliases;
    fn main() {
        println!("cargo:rerun-if-changed=build.rs");
        cfg_aliases! {
            // Platforms: { not(unix) }
            linux: { target_os = "linux" },
            apple: { any(target_os = "macos", target_os = "ios") },
            linux_or_apple: { any(linux, apple) },
            fast_linux: { all(linux, feature = "fast") }, /* { */
            late: { not(linux_or_apple) },
            last: { all(unix, not(apple)) }
        }
        println!("no alias: { unix }");
    }`;
  expect(set(script)).toEqual(["fast_linux", "last", "linux", "linux_or_apple", "unix"]);
});

test.each([
  ["in a path and other brackets", "cfg_aliases::cfg_aliases!(a: { unix });", ["a", "unix"]],
  ["no invocation", "fn cfg_aliases() {} // a: { unix }", ["unix"]],
  ["nothing in it", "cfg_aliases! {}", ["unix"]],
  ["one that ends early", "cfg_aliases! { a: { unix }, b: { unix", ["a", "unix"]],
  ["a condition that cannot be read", "cfg_aliases! { a: { 1 + 1 }, b: { unix } }", ["b", "unix"]],
])("%s", (_, script, names) => {
  expect(set(script)).toEqual(names);
});
