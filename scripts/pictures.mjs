// Draws the README's pictures anew: `npm run pictures`, after `npm run build`.
import { execFileSync } from "node:child_process";

const PICTURES = {
  "even-odd.svg": ["examples/even-odd"],
  "shapes.svg": ["examples/shapes", "--legend"],
  "station-modules.svg": ["examples/station", "--level", "module", "--exclude", "build_script_build"],
  "station-watch.svg": ["examples/station", "--focus", "watch::run", "--depth", "0,2"],
};

for (const [file, args] of Object.entries(PICTURES))
  execFileSync(process.execPath, ["dist/cli.js", "scan", ...args, "-o", `docs/pictures/${file}`], { stdio: "inherit" });
