/**
 * Where the file of `mod x;` lies (Reference, "Module source filenames" and "The path attribute"), as the compiler
 * tracks it: a folder, and for files that are not `mod.rs`-like the name of a folder below it, which a `path` attribute
 * on the next module ignores. Paths are strings with `/`.
 */

/** Where child modules of a module are searched. */
export interface ModuleFolder {
  /** Folder of the file, inline modules' own folders added. */
  readonly folder: string;
  /** Folder below it by a file that is not mod-rs (`foo` for `foo.rs`), until an inline module has used it up. */
  readonly stem: string | null;
}

/** The folder of a crate's root, of a `mod.rs`, and of a file named by a `path` attribute or by `include!`. */
export function modRsFolder(file: string): ModuleFolder {
  return { folder: folderOf(file), stem: null };
}

/** The folder of a file `x.rs` that is neither. */
export function plainFileFolder(file: string): ModuleFolder {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return { folder: folderOf(file), stem: name.endsWith(".rs") ? name.slice(0, -3) : name };
}

/** The folder inside `mod name { … }`, perhaps with a `path` attribute. */
export function inlineFolder(around: ModuleFolder, name: string, pathAttribute: string | null): ModuleFolder {
  if (pathAttribute !== null) return { folder: joinPath(around.folder, pathAttribute), stem: null };
  return { folder: joinPath(childBase(around), name), stem: null };
}

/** The two files that `mod name;` may mean: `name.rs` and `name/mod.rs`. */
export function moduleFiles(around: ModuleFolder, name: string): readonly [string, string] {
  const base = joinPath(childBase(around), name);
  return [`${base}.rs`, `${base}/mod.rs`];
}

/** The file that `#[path = "…"] mod x;` means. */
export function attributeFile(around: ModuleFolder, pathAttribute: string): string {
  return joinPath(around.folder, pathAttribute);
}

function childBase(around: ModuleFolder): string {
  return around.stem === null ? around.folder : joinPath(around.folder, around.stem);
}

/** The folder a path lies in; `""` for a bare name. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : slash === 0 ? "/" : path.slice(0, slash);
}

/** Joins and cleans: `.` and `..` segments are worked off, leading `..` stay; an absolute second part stands alone. */
export function joinPath(folder: string, path: string): string {
  const tail = path.replaceAll("\\", "/");
  const whole = folder === "" || isAbsolute(tail) ? tail : `${folder}/${tail}`;
  const parts: string[] = [];
  for (const part of whole.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts[parts.length - 1] !== "..") parts.pop();
    else parts.push(part);
  }
  return (whole.startsWith("/") ? "/" : "") + parts.join("/");
}

function isAbsolute(path: string): boolean {
  return path.startsWith("/") || /^[A-Za-z]:\//.test(path);
}
