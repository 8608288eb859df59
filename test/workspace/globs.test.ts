import { describe, expect, test } from "@jest/globals";
import { matchingFolders, nameMatcher } from "../../src/workspace/globs.ts";
import { memoryFileSystem } from "../support/memory-fs.ts";

describe("folders", () => {
  const FOLDERS = ["a", "b", "ab", "a/x", "a/y/z", "B", ".h", "a{1}", "d(1)", "é"];
  const files = Object.fromEntries([
    ...FOLDERS.map((folder) => [`/ws/c/${folder}/`, ""]),
    ["/ws/c/file", ""],
    ["/up/one/", ""],
  ]);
  const links = { "/ws/c/link": "/up/one", "/ws/c/b/back": "/ws/c", "/ws/c/broken": "/nowhere" };
  const fs = memoryFileSystem(files, { links });

  test.each([
    ["c/*", [".h", "B", "a", "ab", "a{1}", "b", "d(1)", "link", "é"]],
    ["./c/*/", [".h", "B", "a", "ab", "a{1}", "b", "d(1)", "link", "é"]],
    ["c/?", ["B", "a", "b", "é"]],
    ["c/[ab]", ["a", "b"]],
    ["c/[!ab]", ["B", "é"]],
    ["c/[a-b]*", ["a", "ab", "a{1}", "b"]],
    ["c/a{1}*", ["a{1}"]],
    ["c/d(?)", ["d(1)"]],
    ["c/*/*", ["a/x", "a/y", "b/back"]],
    ["c/**/z", ["a/y/z"]],
    ["c/a/**", ["a/x", "a/y", "a/y/z"]],
    ["*/a", ["a"]],
    ["c/**/a", ["a"]],
    ["**/x", ["a/x"]],
    ["c/*/../a", ["a"]],
    ["../up/*", ["/up/one"]],
    ["c/none*", []],
  ])("%s", (pattern, expected) => {
    const folders = expected.map((folder) => (folder.startsWith("/") ? folder : `/ws/c/${folder}`));
    expect(matchingFolders(fs, "/ws", pattern)).toEqual(folders);
  });

  test("links behind `**` are not walked in circles", () => {
    expect(matchingFolders(fs, "/ws", "c/b/**/*")).toEqual(["/ws/c/b/back"]);
    expect(matchingFolders(fs, "/ws", "c/b/**/z")).toEqual([]);
  });
});

test.each([
  ["tokio", ["tokio"], ["tokio-util", "Tokio"]],
  ["tokio*", ["tokio", "tokio-util"], ["my-tokio"]],
  ["*-util", ["tokio-util", "-util"], ["util"]],
  ["t?", ["to", "t1"], ["t", "too"]],
  ["[a-c]x", ["ax", "cx"], ["dx", "-x"]],
  ["[!a-c]x", ["dx"], ["ax", "x"]],
  ["a.c", ["a.c"], ["abc"]],
  ["a.*", ["a.c"], ["abc"]],
  ["[", ["["], ["a"]],
  ["*[", ["a["], ["a"]],
  ["[b-a]", [], ["a", "b"]],
  ["?", ["😀", "é"], ["ab"]],
])("names like %s", (pattern, matching, others) => {
  const matches = nameMatcher(pattern);
  expect(matching.filter((name) => !matches(name))).toEqual([]);
  expect(others.filter(matches)).toEqual([]);
});
