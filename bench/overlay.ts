/**
 * Holds `callmap overlay` against the recordings, the tables of truth and the other programs:
 * `npm run bench:overlay -- [--shared FOLDER] [--ripgrep FOLDER] [--show] [SECTION…]`.
 *
 * Sections: symbols, truth, perf, callgrind, recorders, speed, damage. Without one all are run. `--show` prints what is wrong.
 */
import { parseArgs } from "node:util";
import { type Program, programs } from "./overlay/corpus.ts";
import { benchDamage } from "./overlay/damage.ts";
import { benchPerf } from "./overlay/perf.ts";
import { benchCallgrind, benchRecorders } from "./overlay/recorders.ts";
import { benchSpeed } from "./overlay/speed.ts";
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
  perf: () => benchPerf(shared),
  callgrind: async (all) => {
    for (const program of all) await benchCallgrind(program);
  },
  recorders: (all) => benchRecorders(named(all, "shop")),
  speed: (all) => benchSpeed(all),
  damage: (all) => benchDamage(named(all, "shop"), isShowing),
};

function named(all: readonly Program[], name: string): Program {
  const program = all.find((known) => known.name === name);
  if (program === undefined) throw new Error(`${shared} holds no ${name}`);
  return program;
}

const names = positionals.length > 0 ? positionals : Object.keys(SECTIONS);
const all = await programs(shared, values.ripgrep);
for (const name of names) {
  const section = SECTIONS[name];
  if (section === undefined) throw new Error(`no section ${name}; there are ${Object.keys(SECTIONS).join(", ")}`);
  console.log(`\n== ${name}`);
  await section(all);
}
