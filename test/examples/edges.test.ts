/**
 * The edges of the bundled examples. The expected ones were read off the Rust sources: every call by a path, a method, an operator or a
 * function value that leads to a function of the workspace, and none else.
 */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { callmap, removeFolders } from "../support/cli.ts";

afterAll(removeFolders);

/** Edges as `caller sign callee`, each once; the sign is that of the text format. */
async function edgesOf(example: string, ...flags: string[]): Promise<string[]> {
  const template = "{{caller}} {{kind}} {{callee}}";
  const { status, stdout, stderr } = await callmap(["scan", example, "--format", template, ...flags]);
  expect(stderr).toMatch(/^\d+ functions, \d+ edges, \d+ files?; \d+ call sites: [^\n]*\n$/);
  expect(status).toBe(0);
  return [...new Set(stdout.trimEnd().split("\n"))].sort();
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//"))
    .sort();
}

test("even and odd call each other, and main calls the first", async () => {
  expect(await edgesOf("even-odd")).toEqual(
    lines(`
      even_odd::is_even call even_odd::is_odd
      even_odd::is_odd call even_odd::is_even
      even_odd::main call even_odd::is_even
    `),
  );
});

test("shapes: calls through types, traits, bounds, dyn, closures and function values", async () => {
  expect(await edgesOf("shapes")).toEqual(
    lines(`
      // a default method calls the trait's methods; impls may run in their place
      shapes::Shape::describe call shapes::Shape::name
      shapes::Shape::describe call shapes::Shape::area
      shapes::Shape::describe dispatch <shapes::Rectangle as shapes::Shape>::describe
      shapes::Shape::area dispatch <shapes::Circle as shapes::Shape>::area
      shapes::Shape::area dispatch <shapes::Rectangle as shapes::Shape>::area
      shapes::Shape::area dispatch <shapes::Labelled<L, S> as shapes::Shape>::area
      shapes::Shape::name dispatch <shapes::Circle as shapes::Shape>::name
      shapes::Shape::name dispatch <shapes::Rectangle as shapes::Shape>::name
      shapes::Shape::name dispatch <shapes::Labelled<L, S> as shapes::Shape>::name
      // inherent functions and methods of known types
      <shapes::Circle as shapes::Shape>::area call shapes::square
      <shapes::Rectangle as shapes::Shape>::describe call <shapes::Rectangle as shapes::Shape>::name
      shapes::Rectangle::square call shapes::Rectangle::new
      // a field of a generic type is bounded by the trait
      <shapes::Labelled<L, S> as shapes::Shape>::area call shapes::Shape::area
      // dyn in a closure, and a bound
      shapes::total call shapes::Shape::area
      shapes::larger call shapes::Shape::area
      shapes::print call shapes::Shape::describe
      shapes::main call shapes::Circle::new
      shapes::main call shapes::Rectangle::square
      shapes::main call shapes::Rectangle::new
      shapes::main call shapes::Labelled::new
      shapes::main call shapes::each
      shapes::main reference shapes::print
      shapes::main call shapes::total
      // in a closure: \`larger\` gives back a circle
      shapes::main call shapes::larger
      shapes::main call <shapes::Circle as shapes::Shape>::area
    `),
  );
});

describe("station", () => {
  let edges: ReadonlySet<string> = new Set();
  beforeAll(async () => {
    edges = new Set(await edgesOf("station"));
  });

  const expected: readonly (readonly [rule: string, edges: string])[] = [
    ["a package renamed in the manifest, a re-export", "station::commands::watch::run call alarm::rings"],
    [
      "functions defined by macros within macros, converters passed as identifiers",
      `<units::Celsius as units::Quantity>::foreign call units::celsius_to_fahrenheit
       <units::Hectopascal as units::Quantity>::foreign call units::hectopascal_to_inches
       <units::Celsius as core::ops::Add>::add call units::Celsius::new
       units::Quantity::value dispatch <units::Hectopascal as units::Quantity>::value`,
    ],
    [
      "a constant of a trait and a method of a bound; the twin that cfg leaves out has its edges too",
      `units::shown#2 call units::Quantity::value
       units::shown#2 call units::write_value
       units::shown call units::Quantity::foreign`,
    ],
    [
      "operators are implicit calls",
      `sensors::kinds::thermometer::Thermometer::at implicit <units::Celsius as core::ops::Add>::add
       <sensors::kinds::barometer::Barometer as sensors::Sensor>::mean implicit <units::Hectopascal as core::ops::Div<f64>>::div`,
    ],
    [
      "a module with #[path], a closure's argument that is a function of another module",
      `sensors::kinds::thermometer::Thermometer::at call sensors::platform::wave
       sensors::platform::wave call sensors::platform::phase`,
    ],
    [
      "a method of a supertrait, an overridden default",
      `sensors::Sensor::line call sensors::Named::name
       sensors::Sensor::mean dispatch <sensors::kinds::barometer::Barometer as sensors::Sensor>::mean`,
    ],
    [
      "for over a type of one's own",
      `sensors::registry::Registry::each implicit <&sensors::registry::Registry as core::iter::IntoIterator>::into_iter
       sensors::registry::Registry::each implicit <sensors::registry::Iter as core::iter::Iterator>::next`,
    ],
    ["a chain of builder calls", "station::default_registry call sensors::registry::Registry::with"],
    [
      "function pointers in a static",
      `station::commands::COMMANDS reference station::commands::now::run
       station::commands::COMMANDS reference station::commands::watch::run
       station::commands::COMMANDS reference station::commands::inline::run`,
    ],
    [
      "dyn in closures: inline, in an iterator chain, within a closure within a call",
      `station::commands::inline::run call sensors::Sensor::mean
       station::commands::now::run call sensors::Sensor::line
       alarm::rings call sensors::Sensor::read
       sensors::registry::Registry::find call sensors::Named::name`,
    ],
    [
      "recursion through a closure, and through function pointers",
      `alarm::rule::Rule::holds call alarm::rule::Rule::holds
       alarm::parser::any reference alarm::parser::all
       alarm::parser::all reference alarm::parser::atom
       alarm::parser::atom call alarm::parser::any`,
    ],
    [
      "? converts the error",
      "alarm::parser::comparison implicit <alarm::parser::ParseRuleError as core::convert::From<core::num::ParseFloatError>>::from",
    ],
    [
      "arguments of one's own macro",
      `alarm::parser::parse call alarm::parser::Words::is_done
       alarm::parser::comparison call alarm::parser::Words::take`,
    ],
    [
      "a constructor passed as a value; error made in a closure",
      `station::commands::watch::run reference units::Celsius::new
       units::parse::number call units::parse::ParseQuantityError::new`,
    ],
    [
      "a build script, calls in arguments of println!",
      `build_script_build::main call build_script_build::describe
       build_script_build::main call build_script_build::target`,
    ],
    [
      "the binary sees its library",
      `station::main call station::commands::dispatch
       station::main reference station::default_command`,
    ],
  ];

  test.each(expected)("%s", (_, wanted) => {
    expect(lines(wanted).filter((edge) => !edges.has(edge))).toEqual([]);
  });

  test("what is not called", () => {
    const wrong = [
      // constructors of variants and structs are no calls
      /Rule::(Below|Above|All|Any)$/,
      // `read` is called on a Thermometer, not through the trait
      /^station::commands::watch::frost call sensors::Sensor::read$/,
      // methods of the same name without the trait
      /units::Celsius.* (call|implicit) .*Hectopascal/,
      // another crate's function of the same name
      /^station::main call build_script_build/,
    ];
    for (const pattern of wrong) expect([...edges].filter((edge) => pattern.test(edge))).toEqual([]);
  });

  test("tests and what only they compile come with --tests", async () => {
    const withTests = await edgesOf("station", "--tests", "-p", "station", "-p", "alarm");
    expect(withTests).toContain("commands::watch_rings_at_night call commands::run");
    expect(withTests).toContain("commands::run call station::commands::dispatch");
    expect(withTests).toContain("alarm::parser::tests::and_binds_closer_than_or call alarm::parser::parse");
    expect([...edges].filter((edge) => edge.includes("::tests::"))).toEqual([]);
  });
});
