/** Part of the build: lowers std's stubs once, so that no scan has to. Usage: node stub-facts.js OUTPUT_FOLDER */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { lowerFile } from "../src/facts/lower.ts";
import { skeletonOf } from "../src/facts/skeleton.ts";
import { StubFacts } from "../src/host/facts.ts";
import { readGrammar } from "../src/host/grammar.ts";
import { stubsFolder } from "../src/host/stubs.ts";
import { packageVersion } from "../src/host/version.ts";
import { loadParser } from "../src/syntax/parser.ts";

const parser = await loadParser(readGrammar());
const root = stubsFolder();
const kept = new StubFacts();

function add(folder: string): void {
  for (const name of readdirSync(join(root, folder)).sort()) {
    const path = folder === "" ? name : `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) add(path);
    else if (name.endsWith(".rs")) {
      const bytes = readFileSync(join(root, path));
      const text = skeletonOf(bytes.toString());
      kept.keep(path, bytes, { text, facts: lowerFile(parser, text, { bodies: false }) });
    }
  }
}

add("");
kept.write(process.argv[2]!, packageVersion());
