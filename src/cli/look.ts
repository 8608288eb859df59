/** The look of standard output: colours and links on a terminal that can show them, plain text everywhere else. */
import { hostname } from "node:os";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import picocolors from "picocolors";
import { type Look, PLAIN, type Place } from "../render/look.ts";
import { linkTo } from "../render/options.ts";
import { wantsColour } from "./terminal.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** What of standard output decides. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Returns how to write for `screen`. Files of links are relative to `root`; `urlTemplate` takes the place of links to the disk. */
export function lookOf(
  root: string,
  urlTemplate?: string,
  screen: Screen = process.stdout,
  environment: Environment = process.env,
): Look {
  const isTerminal = screen.isTTY === true;
  const colours = picocolors.createColors(wantsColour(isTerminal, environment));
  const isLinked = isTerminal && showsLinks(environment);
  return {
    ...PLAIN,
    strong: colours.bold,
    faint: colours.dim,
    word: colours.cyan,
    unsure: colours.yellow,
    bad: colours.red,
    ...(isLinked ? { link: (text, place) => hyperlink(text, address(place, root, urlTemplate, environment)) } : {}),
    ...(isTerminal ? { width: screen.columns || 80, isNumbered: true } : {}),
  };
}

/** Terminals that are known to turn OSC 8 into links; others would be safe, but show nothing. */
function showsLinks(environment: Environment): boolean {
  const { TERM = "", TERM_PROGRAM = "", VTE_VERSION = "0", FORCE_HYPERLINK } = environment;
  if (FORCE_HYPERLINK !== undefined) return FORCE_HYPERLINK !== "0";
  if (TERM === "dumb") return false;
  if (/^(iTerm\.app|WezTerm|vscode|ghostty|Hyper|Tabby|rio)$/.test(TERM_PROGRAM)) return true;
  if (/kitty|alacritty|foot|ghostty|wezterm/.test(TERM) || Number(VTE_VERSION) >= 5000) return true;
  return ["WT_SESSION", "KONSOLE_VERSION", "DOMTERM"].some((name) => environment[name] !== undefined);
}

/** OSC 8: the address between two escape sequences, then the text, then the end of the link. */
function hyperlink(text: string, url: string): string {
  return `\x1b]8;;${url}\x1b\\${text}\x1b]8;;\x1b\\`;
}

function address(place: Place, root: string, urlTemplate: string | undefined, environment: Environment): string {
  const column = place.column ?? 1;
  if (urlTemplate !== undefined) return linkTo(urlTemplate, { ...place, column }, "");
  const url = pathToFileURL(resolve(root, place.file));
  if (environment.TERM_PROGRAM === "vscode") return `vscode://file${url.pathname}:${place.line}:${column}`;
  url.hostname = hostname();
  return `${url.href}#${place.line}`;
}
