/** Which callmap this is. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { hashOf } from "./questions.ts";
import { stubsFolder } from "./stubs.ts";

/** Version of callmap, from its own manifest. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(dirname(stubsFolder())), "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "0.0.0";
}

/** Tells builds of callmap apart: names, sizes and times of the files of its code and its grammar. */
export function buildStamp(): string {
  const folder = dirname(fileURLToPath(import.meta.url));
  const code = basename(folder) === "host" ? dirname(folder) : folder;
  const files = [code, join(dirname(code), "grammars")].flatMap((place) => {
    try {
      return readdirSync(place)
        .sort()
        .map((name) => join(place, name));
    } catch {
      return [];
    }
  });
  return hashOf(files.map((file) => stamp(file)).join("\n"));
}

function stamp(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() ? `${file} ${stats.size} ${stats.mtimeMs}` : file;
}
