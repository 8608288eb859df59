import { expect, test } from "@jest/globals";
import { completeFunction } from "../../src/query/complete.ts";
import { graphOf } from "../graph/support.ts";

const GRAPH = graphOf(
  [],
  ["core::shape::Sq::area", "core::shape::Sq::new", "core::search", "<core::shape::Sq as core::shape::Shape>::name"],
);

test.each([
  ["co", ["core::"]],
  ["core::s", ["core::search", "core::shape::"]],
  ["sh", ["shape::"]],
  ["Sq", ["Sq::"]],
  ["Sq::", ["Sq::area", "Sq::name", "Sq::new"]],
  ["shape::Sq::a", ["shape::Sq::area"]],
  ["ar", ["area"]],
  ["<Sq as", ["<Sq as Shape>::name"]],
  ["<core::", ["<core::shape::Sq as core::shape::Shape>::name"]],
  ["", []],
  ["nothing", []],
  ["src/lib.rs", []],
])("%s", (typed, expected) => expect(completeFunction(GRAPH, typed)).toEqual(expected));
