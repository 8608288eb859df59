/**
 * Holds `callmap overlay` against the recordings, the tables of truth and the other programs:
 * `npm run bench:overlay -- [--shared FOLDER] [--ripgrep FOLDER] [--show] [SECTION…]`.
 *
 * Sections: symbols, truth. Without one all are run. `--show` prints what is wrong.
 */
import { parseArgs } from "node:util";
import { type Program, programs } from "./overlay/corpus.ts";
import { benchSymbols } from "./overlay/symbols.ts";
import { benchTruth } from "./overlay/truth.ts";

const { values, positionals } = parseArgs({
  options: { shared: { type: "string" }, ripgrep: { type: "string" }, show: { type: "boolean" } },
  allowPositionals: true,
});
const shared = values.shared ?? "../shared";
const isShowing = values.show ?? false;

const SECTIONS: Readonly<Record<string, (programs: readonly Program[]) => Promise<void>>> = {
  symbols: async (all) => {
    for (const program of all) await benchSymbols(program, isShowing);
  },
  truth: async (all) => {
    for (const program of all) await benchTruth(program, isShowing);
  },
};

const names = positionals.length > 0 ? positionals : Object.keys(SECTIONS);
const all = await programs(shared, values.ripgrep);
for (const name of names) {
  const section = SECTIONS[name];
  if (section === undefined) throw new Error(`no section ${name}; there are ${Object.keys(SECTIONS).join(", ")}`);
  console.log(`\n== ${name}`);
  await section(all);
}
