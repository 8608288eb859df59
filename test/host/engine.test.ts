import { execFileSync } from "node:child_process";
import { expect, test } from "@jest/globals";
import { engineFlags } from "../../src/host/engine.ts";

test("this node's V8 knows the flags that it is given", () => {
  const known = execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" });
  const names = engineFlags(process.versions.v8).map((flag) => flag.replace(/^--(no-)?/, "").replace(/=.*/, ""));
  expect(names).not.toHaveLength(0);
  for (const name of names) expect(known).toContain(`--${name} `);
});

test("a flag that V8 gave up is not set any more", () => {
  expect(engineFlags("11.3.244.8-node.33")).toContain("--interrupt-budget=300000");
  expect(engineFlags("12.4.254.21-node.33").join(" ")).not.toContain("interrupt-budget");
});
