import { expect, test } from "@jest/globals";
import { read, samplesOf, stacksOf } from "./support.ts";

test("equal stacks add up; the element in front is a process when a thread's first function follows", async () => {
  const { profile, codes } = await read("shop;_start;main;f 3\nshop;_start;main 2\nshop;_start;main;f 4\n");
  expect(samplesOf(profile)).toEqual(["shop|samples|_start;main 0 2", "shop|samples|_start;main;f 0 7"]);
  expect(codes).toEqual([]);
});

test("the element in front is a function when it looks like one or occurs elsewhere", async () => {
  expect(stacksOf((await read("main;a::f 1\n")).profile)).toEqual(["main;a::f"]);
  expect(stacksOf((await read("a;b;a 1\n")).profile)).toEqual(["a;b;a"]);
  expect(stacksOf((await read("app;app::f 1\n")).profile)).toEqual(["app::f"]);
});

test("names hold blanks, annotations become marks", async () => {
  const { profile } = await read("p;_start;<A as B>::f_[i];write_[k] 2\n");
  expect(stacksOf(profile)).toEqual(["_start;<A as B>::f (inlined);write [k]"]);
});

test("two counts make a comparison", async () => {
  const { profile } = await read("main;a 3 5\nmain;b 2 0\n");
  expect(samplesOf(profile)).toEqual(["|before|main;a 0 3", "|after|main;a 0 5", "|before|main;b 0 2"]);
});

test("a process name may end in a number", async () => {
  const { profile } = await read("worker 1 7\nworker 1;_start;main 5\n");
  expect(samplesOf(profile)).toEqual(["worker 1|samples| 0 7", "worker 1|samples|_start;main 0 5"]);
});

test("thread numbers, as inferno adds them, are read", async () => {
  const { profile } = await read("shop-?/12;_start;main 1\nshop-3/13;_start;main 1\n");
  expect(profile.threads).toEqual([
    { process: "shop", name: "shop", pid: -1, tid: 12 },
    { process: "shop", name: "shop", pid: 3, tid: 13 },
  ]);
});

test("a line without a count is named; the others are kept", async () => {
  const { profile, diagnostics } = await read("main;a 3\nmain;b\nmain;c 2.5\n");
  expect(samplesOf(profile)).toEqual(["|samples|main;a 0 3", "|samples|main;c 0 2.5"]);
  expect(diagnostics[0]).toMatchObject({ code: "folded-line", line: 2, partial: true });
});

test("a stack of 200,000 frames in one line is read", async () => {
  const { profile } = await read(`main;${"even;odd;".repeat(100_000)}even 1\n`);
  expect(profile.stacks.length).toBe(200_002);
});
