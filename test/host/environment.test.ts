import { expect, test } from "@jest/globals";
import { cargoHome, hostTriple } from "../../src/host/environment.ts";

test.each([
  [{ platform: "linux", arch: "x64", musl: false }, "x86_64-unknown-linux-gnu"],
  [{ platform: "linux", arch: "x64", musl: true }, "x86_64-unknown-linux-musl"],
  [{ platform: "linux", arch: "arm64", musl: false }, "aarch64-unknown-linux-gnu"],
  [{ platform: "linux", arch: "arm", musl: false }, "armv7-unknown-linux-gnueabihf"],
  [{ platform: "linux", arch: "riscv64", musl: false }, "riscv64gc-unknown-linux-gnu"],
  [{ platform: "darwin", arch: "arm64", musl: false }, "aarch64-apple-darwin"],
  [{ platform: "darwin", arch: "x64", musl: false }, "x86_64-apple-darwin"],
  [{ platform: "win32", arch: "x64", musl: false }, "x86_64-pc-windows-msvc"],
  [{ platform: "win32", arch: "ia32", musl: false }, "i686-pc-windows-msvc"],
  [{ platform: "freebsd", arch: "x64", musl: false }, "x86_64-unknown-freebsd"],
  [{ platform: "plan9", arch: "x64", musl: false }, "x86_64-unknown-plan9"],
])("host triple of %j is %s", (machine, triple) => expect(hostTriple(machine)).toBe(triple));

test("this machine has a triple", () => expect(hostTriple()).toMatch(/^[a-z0-9_]+(-[a-z0-9_]+){2,3}$/));

test("Cargo's home is where the environment says, else in the user's folder", () => {
  expect(cargoHome({ CARGO_HOME: "/opt/cargo" })).toBe("/opt/cargo");
  expect(cargoHome({ CARGO_HOME: "" })).toMatch(/\/\.cargo$/);
  expect(cargoHome({})).toMatch(/\/\.cargo$/);
});
