/**
 * Calls as rustc resolves them, one small program per rule. The tables lie in `rules`, one file for each subject, and are checked here together, so
 * that std's stubs are read once.
 */
import { describe } from "@jest/globals";
import { callRules } from "../support/calls.ts";
import { bindings } from "./rules/bindings.ts";
import { absent, written } from "./rules/causes.ts";
import { closures } from "./rules/closures.ts";
import { conditions } from "./rules/conditions.ts";
import { derives } from "./rules/derives.ts";
import { dispatch } from "./rules/dispatch.ts";
import { drops } from "./rules/drops.ts";
import { flow } from "./rules/flow.ts";
import { foreign } from "./rules/foreign.ts";
import { generics } from "./rules/generics.ts";
import { iterators } from "./rules/iterators.ts";
import { known } from "./rules/known.ts";
import { macros } from "./rules/macros.ts";
import { operators } from "./rules/operators.ts";
import { paths } from "./rules/paths.ts";
import { places } from "./rules/places.ts";
import { probing } from "./rules/probing.ts";
import { shapes } from "./rules/shapes.ts";

describe.each(
  Object.entries({
    bindings,
    closures,
    conditions,
    derives,
    dispatch,
    drops,
    flow,
    generics,
    iterators,
    macros,
    operators,
    paths,
    places,
    probing,
    shapes,
  }),
)("%s", (_, rules) => callRules(rules));

describe("known", () => callRules(known));
describe("known, nothing at hand", () => callRules(known, { deps: false }));
describe("foreign", () => callRules(foreign, { deps: false }));
describe("causes: macros", () => callRules(written));
describe("causes: dependencies", () => callRules(absent, { deps: false }));
