import { describe, expect, test } from "@jest/globals";
import { InputError } from "../../src/base/diagnostic.ts";
import { GraphBuilder, nodeKey } from "../../src/graph/columns.ts";
import type { CallGraph, Confidence, EdgeKind, NodeAttributes, NodeIndex } from "../../src/graph/types.ts";
import { readRuleFile, STARTER } from "../../src/query/rule-file.ts";
import { checkRules } from "../../src/query/rules.ts";
import { META } from "../graph/support.ts";

type Call = readonly [from: string, to: string, kind?: EdgeKind, confidence?: Confidence];

const EXTERNAL: Partial<NodeAttributes> = { kind: "external", package: "std" };

/** Functions by path; the first segment is the package, all but the last the module. */
function program(calls: readonly Call[]): CallGraph {
  const builder = new GraphBuilder();
  const nodes = new Map<string, NodeIndex>();
  for (const path of calls.flatMap((call) => [call[0], call[1]])) {
    if (nodes.has(path)) continue;
    const parts = path.split("::");
    const plain = {
      name: parts.at(-1)!,
      path,
      kind: "function",
      package: parts[0]!,
      module: parts.slice(0, -1).join("::"),
    } as const;
    nodes.set(path, builder.addNode({ ...plain, ...(path.startsWith("std::") ? EXTERNAL : {}) }));
  }
  for (const [from, to, kind = "call", confidence = "exact"] of calls)
    builder.addSite(nodes.get(from)!, nodes.get(to)!, kind, confidence, "");
  return builder.build({ ...META, packages: ["app", "core", "ui", "util"] });
}

const GRAPH = program([
  ["core::lex::next", "core::lex::peek"],
  ["core::parse::expr", "core::lex::next"],
  ["core::parse::expr", "core::parse::term"],
  ["core::parse::term", "core::parse::expr"],
  ["core::parse::term", "util::log"],
  ["util::log", "ui::draw"],
  ["ui::draw", "std::process::exit"],
  ["app::main", "core::parse::expr"],
  ["app::main", "ui::draw"],
  ["app::main", "core::lex::peek", "reference"],
  ["app::run", "ui::draw", "call", "guess"],
  ["core::lex::Trait::m", "ui::draw", "dispatch"],
]);

/** `rule: from > … > to` for each violation of the rules. */
function told(rules: string, graph = GRAPH): string[] {
  return checkRules(graph, readRuleFile(rules, "callmap.toml").rules).violations.map((violation) => {
    const { rule, from, path } = violation;
    const nodes = [from, ...path.map((edge) => violation.graph.edges.target[edge]!)];
    return `${rule.name}: ${nodes.map((node) => nodeKey(violation.graph, node)).join(" > ")}`;
  });
}

describe("forbidden", () => {
  test("calls from one set to another, each pair once", () => {
    expect(told('[[forbidden]]\nname = "x"\nfrom = { package = "app" }\nto = { path = "core::**" }')).toEqual([
      "x: app::main > core::lex::peek",
      "x: app::main > core::parse::expr",
    ]);
  });
  test("a guess breaks no rule unless the rule wants it to", () => {
    const rule = '[[forbidden]]\nname = "x"\nfrom = { path = "app::run" }\nto = { path = "ui" }';
    expect(told(rule)).toEqual([]);
    expect(told(`${rule}\nmin_confidence = "guess"`)).toEqual(["x: app::run > ui::draw"]);
    expect(told(`min_confidence = "guess"\n${rule}`)).toEqual(["x: app::run > ui::draw"]);
  });
  test("what is reached, by the shortest way that does not come back", () => {
    expect(
      told('[[forbidden]]\nname = "x"\nfrom = { package = "core" }\nto = { package = "ui", reachable = true }'),
    ).toEqual(["x: core::lex::Trait::m > ui::draw", "x: core::parse::term > util::log > ui::draw"]);
  });
  test("functions of other crates, where a rule names them", () => {
    expect(
      told('[[forbidden]]\nname = "x"\nfrom = { path_not = "main" }\nto = { path = "std::process::exit" }'),
    ).toEqual(["x: ui::draw > std::process::exit"]);
    expect(told('[[forbidden]]\nname = "x"\nfrom = { package = "ui" }\nto = { other = "package" }')).toEqual([]);
    expect(told('[[forbidden]]\nname = "x"\nfrom = { package = "ui" }\nto = { kind = "external" }')).toHaveLength(1);
  });
  test("calls within or out of a scope", () => {
    expect(told('[[forbidden]]\nname = "x"\nfrom = { package = "core" }\nto = { other = "module" }')).toEqual([
      "x: core::parse::expr > core::lex::next",
      "x: core::parse::term > util::log",
    ]);
    expect(told('[[forbidden]]\nname = "x"\nfrom = { path = "core::lex" }\nto = { same = "module" }')).toEqual([
      "x: core::lex::next > core::lex::peek",
    ]);
    const far =
      '[[forbidden]]\nname = "x"\nfrom = { path = "parse" }\nto = { path = ["ui", "util"], other = "package", reachable = true }';
    expect(told(far)).toEqual(["x: core::parse::term > util::log > ui::draw", "x: core::parse::term > util::log"]);
  });
  test("recursion, of functions and of what they stand in", () => {
    expect(told('[[forbidden]]\nname = "x"\nto = { circular = true }')).toEqual([
      "x: core::parse::expr > core::parse::term > core::parse::expr",
    ]);
    expect(told('[[forbidden]]\nname = "x"\nfrom = { package = "ui" }\nto = { circular = true }')).toEqual([]);
    const modules = program([
      ["a::x::f", "a::y::g"],
      ["a::y::h", "a::x::i"],
    ]);
    expect(told('[[forbidden]]\nname = "x"\nlevel = "module"\nto = { circular = true }', modules)).toEqual([
      "x: a::x > a::y > a::x",
    ]);
    expect(told('[[forbidden]]\nname = "x"\nto = { circular = true }', modules)).toEqual([]);
  });
  test("nothing when it is switched off", () => {
    expect(told('[[forbidden]]\nseverity = "ignore"\nto = { circular = true }')).toEqual([]);
  });
});

test("allowed: a call that none of the rules for its caller allows", () => {
  const rules = `
[[allowed]]
name = "parser on lexer"
from = { path = "core::parse" }
to = { path = ["core::parse", "core::lex"] }
[[allowed]]
name = "app on all"
from = { package = "app" }
to = {}
`;
  expect(told(rules)).toEqual(["parser on lexer: core::parse::term > util::log"]);
  expect(told(`${rules}[[allowed]]\nname = "log"\nfrom = { package = "core" }\nto = { path = "util::log" }`)).toEqual([
    // The last rule speaks of the lexer too, and allows it less.
    "log: core::lex::next > core::lex::peek",
  ]);
});

test("required: functions that do not call, or reach, what they have to", () => {
  expect(told('[[required]]\nname = "x"\nfrom = { package = "app" }\nto = { path = "core::parse::expr" }')).toEqual([
    "x: app::run",
  ]);
  expect(
    told(
      '[[required]]\nname = "x"\nfrom = { path = ["core::parse", "core::lex::next"] }\nto = { path = "ui::draw", reachable = true }',
    ),
  ).toEqual(["x: core::lex::next"]);
});

test("a pattern that names nothing is told, for a rule that can't be broken is rarely meant", () => {
  const { rules } = readRuleFile(
    '[[forbidden]]\nname = "x"\nfrom = { path = "coer::**" }\nto = { path = "std::fs::read" }\n[[forbidden]]\nname = "y"\nfrom = { package = ["core", "coer"] }\nto = { package = "serde" }',
    "callmap.toml",
  );
  expect(checkRules(GRAPH, rules).diagnostics.map(({ message }) => message)).toEqual([
    'x: from.path "coer::**" names no function',
    'y: from.package "coer" names no package',
  ]);
});

describe("the rule file", () => {
  test("defaults", () => {
    expect(readRuleFile("[[forbidden]]\nto = { circular = true }", "c.toml").rules).toEqual([
      {
        rule: "forbidden",
        name: "forbidden-1",
        severity: "error",
        level: "function",
        confidence: "likely",
        from: {},
        to: { circular: true },
      },
    ]);
  });

  test("scan and baseline", () => {
    const { scan, baseline } = readRuleFile(
      'baseline = "known.json"\n[scan]\nfeatures = "a"\nall_targets = true',
      "c.toml",
    );
    expect([scan, baseline]).toEqual([{ features: ["a"], allTargets: true }, "known.json"]);
  });

  test("the one to begin with reads, and passes on a program that never exits", () => {
    const { rules } = readRuleFile(STARTER, "callmap.toml");
    const { violations, diagnostics } = checkRules(program([["app::main", "app::run"]]), rules);
    expect([rules.length, violations.length, diagnostics.length]).toEqual([2, 0, 0]);
    // What it shows as a comment is a rule too.
    expect(readRuleFile(STARTER.replaceAll(/^# (?=\[|[a-z_]+ = )/gm, ""), "callmap.toml").rules).toHaveLength(5);
  });

  test.each([
    ["no TOML", "[[forbidden]", /./],
    ["a key with a mistake", "[[forbidden]]\nform = {}\nto = {}", /forbidden 1\.form is not known; known are name/],
    ["a side with a mistake", "[[forbidden]]\nto = { pth = 1 }", /forbidden 1\.to\.pth is not known/],
    [
      "a word that is none",
      '[[required]]\nname = "r"\nto = { kind = "fun" }',
      /required "r"\.to\.kind is to be one of function/,
    ],
    ["a table that is none", "[[allowed]]\nto = 1", /allowed 1\.to is to be a table/],
    ["a list that is none", "forbidden = 1", /forbidden is to be written as \[\[forbidden\]\]/],
    ["a rule of nothing", '[[forbidden]]\nname = "n"', /forbidden "n" has neither from nor to/],
    ["recursion that is required", "[[required]]\nto = { circular = true }", /recursion can only be forbidden/],
    ["a number for a text", "baseline = 1", /baseline is to be a text/],
    ["a key named like a property of all objects", "constructor = 1", /constructor is not known/],
  ])("%s", (_, text, message) => {
    const read = (): unknown => readRuleFile(text, "callmap.toml");
    expect(read).toThrow(InputError);
    expect(read).toThrow(message);
  });
});
