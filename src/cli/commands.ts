/** The commands by name. The code of a command is loaded only when it is the one that is asked for: a query has no time for a parser. */
import type { Command } from "commander";

interface CommandEntry {
  readonly name: string;
  /** One line for the help. */
  readonly summary: string;
  /** True for what only scripts ask. */
  readonly isHidden?: boolean;
  /** Adds the command with its options to the program. */
  readonly load: () => Promise<(program: Command) => void>;
}

/** In the order of the help. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "scan",
    summary: "build the call graph of a Cargo workspace and write it",
    load: async () => (await import("./scan.ts")).scanCommand,
  },
  {
    name: "who",
    summary: "tell who calls a function, what it calls, how one reaches another, what is dead or recursive",
    load: async () => (await import("./who.ts")).whoCommand,
  },
  {
    name: "diff",
    summary: "tell what changed in the call graph between two states of a program",
    load: async () => (await import("./diff.ts")).diffCommand,
  },
  {
    name: "check",
    summary: "check rules about who may call whom",
    load: async () => (await import("./check.ts")).checkCommand,
  },
  {
    name: "overlay",
    summary: "lay profiles over the source: who costs what, as the functions are written",
    load: async () => (await import("./overlay.ts")).overlayCommand,
  },
  {
    name: "completions",
    summary: "write a script that completes commands, options and function names in a shell",
    load: async () => (await import("./completions.ts")).completionsCommand,
  },
  {
    name: "__complete",
    summary: "",
    isHidden: true,
    load: async () => (await import("./completions.ts")).completeCommand,
  },
];

/** Adds all commands to the program, with their options only that which `argv` asks for. */
export async function addCommands(program: Command, argv: readonly string[]): Promise<void> {
  const words = argv.filter((word) => !word.startsWith("-"));
  const wanted = words[0] === "help" ? words[1] : words[0];
  for (const { name, summary, load, isHidden = false } of COMMANDS) {
    if (name === wanted) (await load())(program);
    else program.command(name, { hidden: isHidden }).description(summary);
  }
}
