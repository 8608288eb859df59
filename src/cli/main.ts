#!/usr/bin/env node
/** The command line: finds the command, prints errors as people read them, and sets the exit code. */
import { Command, CommanderError } from "commander";
import { InputError } from "../base/diagnostic.ts";
import { tuneEngine } from "../host/engine.ts";
import { packageVersion } from "../host/version.ts";
import { addCommands, COMMANDS } from "./commands.ts";
import { EXIT, formatDiagnostic, printDiagnostics, watchStreams } from "./terminal.ts";

async function main(argv: readonly string[]): Promise<void> {
  const program = new Command("callmap")
    .description("Draws the static call graph of a Cargo workspace, without compiling it")
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .configureHelp({ helpWidth: Math.min(process.stdout.columns || 100, 120) })
    .configureOutput({ outputError: (text, write) => write(asDiagnostic(text, argv)) })
    .addHelpText("after", PIPELINES)
    .exitOverride();
  try {
    await addCommands(program, argv);
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    process.exitCode = report(error);
  }
}

const PIPELINES = `
Try:
  callmap scan                              what the workspace around this folder holds
  callmap scan . --svg -o calls.svg         its call graph as a picture
  callmap who parse                         who calls \`parse\`
  callmap scan . -o graph.json              kept, for scripts and for later

callmap COMMAND --help has all options, with examples.
`;

/** Gives commander's message the form of all others. */
function asDiagnostic(text: string, argv: readonly string[]): string {
  const [first = "", ...rest] = text
    .trim()
    .replace(/^error: /, "")
    .split("\n");
  const command = COMMANDS.find(({ name }) => name === argv[0]);
  const help = `see callmap ${command === undefined ? "" : `${command.name} `}--help`;
  const hint = rest.length > 0 ? rest.join(" ").replace(/^\(|\)$/g, "") : help;
  return `${formatDiagnostic({ severity: "error", code: "usage", message: first, hint })}\n`;
}

function report(error: unknown): number {
  // Commander has printed its message already; asking for help or the version is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof InputError) {
    printDiagnostics(error.diagnostics, error.root);
    return error.usage ? EXIT.usage : EXIT.failed;
  }
  const message = error instanceof Error ? error.message : String(error);
  const hint = "this is a mistake of callmap's: please report it, with what you scanned";
  process.stderr.write(`${formatDiagnostic({ severity: "error", code: "internal", message, hint })}\n`);
  return EXIT.failed;
}

tuneEngine();
watchStreams();
await main(process.argv.slice(2));
