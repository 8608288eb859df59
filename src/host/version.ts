/** Which callmap this is. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stubsFolder } from "./stubs.ts";

/** Version of callmap, from its own manifest. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(dirname(stubsFolder())), "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "0.0.0";
}
