/**
 * Files that no crate reads: what lies in the folder of a package, ends in `.rs`, and hangs from no target by `mod`,
 * `#[path]` or `include!`. Cargo says nothing of them.
 */
import type { Package, Workspace } from "../workspace/index.ts";

/** What `listFiles` finds below a folder, relative to it. */
export interface FolderListing {
  /** Rust files. */
  readonly sources: readonly string[];
  /** Folders of packages inside, the folder itself not among them. */
  readonly packages: readonly string[];
}

/**
 * Returns the unlinked files of the members, relative to the workspace root and sorted. `read` are the files that a scan of all targets
 * read. A folder inside with a manifest of its own is another package.
 */
export function findOrphans(
  workspace: Workspace,
  read: ReadonlySet<string>,
  listFiles: (folder: string) => FolderListing,
): string[] {
  const found = new Set<string>();
  for (const pack of workspace.packages) {
    if (!pack.member) continue;
    const { sources, packages } = listFiles(pack.folder === "" ? workspace.root : `${workspace.root}/${pack.folder}`);
    for (const source of sources) {
      if (packages.some((folder) => source.startsWith(`${folder}/`))) continue;
      const path = pathIn(pack, source);
      if (!read.has(path)) found.add(path);
    }
  }
  return [...found].sort();
}

function pathIn(pack: Package, file: string): string {
  return pack.folder === "" ? file : `${pack.folder}/${file}`;
}
