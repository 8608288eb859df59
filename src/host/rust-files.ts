/** Which Rust files lie in a folder, for telling those that no crate reads. */
import fastGlob from "fast-glob";
import type { FolderListing } from "../scan/orphans.ts";

/**
 * Returns the Rust files below a folder and the packages among its subfolders. Hidden folders, build output (`target`, or any folder that
 * says so by a `CACHEDIR.TAG`) and what symbolic links lead to are left out, so that no link can make the walk endless.
 */
export function listRustFiles(folder: string): FolderListing {
  const options = { cwd: folder, followSymbolicLinks: false, suppressErrors: true } as const;
  const marks = fastGlob.sync(["**/Cargo.toml", "**/CACHEDIR.TAG"], { ...options, ignore: ["target/**"] });
  const folders = (name: string): string[] =>
    marks.flatMap((path) => (path.endsWith(`/${name}`) ? [path.slice(0, -name.length - 1)] : []));
  const caches = folders("CACHEDIR.TAG").map((path) => `${fastGlob.escapePath(path)}/**`);
  return {
    sources: fastGlob.sync("**/*.rs", { ...options, ignore: ["target/**", ...caches] }),
    packages: folders("Cargo.toml"),
  };
}
