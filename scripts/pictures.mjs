// Draws the README's pictures anew: `npm run pictures`, after `npm run build`.
import { execFileSync } from "node:child_process";

const EVEN_ODD = "examples/even-odd";
const PICTURES = {
  "even-odd.svg": ["scan", EVEN_ODD, "-o"],
  "shapes.svg": ["scan", "examples/shapes", "--legend", "-o"],
  "station-modules.svg": ["scan", "examples/station", "--level", "module", "--exclude", "build_script_build", "-o"],
  "station-watch.svg": ["scan", "examples/station", "--focus", "watch::run", "--depth", "0,2", "-o"],
  "even-odd-flame.svg": [
    ...["overlay", `${EVEN_ODD}/perf.txt.gz`, "-w", EVEN_ODD, "--title", "even-odd", "--min-width", "0.5", "--flame"],
  ],
};

for (const [file, args] of Object.entries(PICTURES))
  execFileSync(process.execPath, ["dist/cli.js", ...args, `docs/pictures/${file}`], { stdio: "inherit" });
