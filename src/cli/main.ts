#!/usr/bin/env node
/** The command line: finds the command, prints errors as people read them, and sets the exit code. */
import { Command, CommanderError } from "commander";
import { InputError } from "../base/diagnostic.ts";
import { packageVersion } from "../host/version.ts";
import { scanCommand } from "./scan.ts";
import { EXIT, exitQuietlyOnClosedPipe, printDiagnostics } from "./terminal.ts";

async function main(argv: readonly string[]): Promise<void> {
  const program = new Command("callmap")
    .description("Draws the static call graph of a Cargo workspace, without compiling it")
    .version(packageVersion(), "-V, --version")
    .showHelpAfterError("(see --help)")
    .exitOverride();
  scanCommand(program);
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    process.exitCode = report(error);
  }
}

function report(error: unknown): number {
  // Commander has printed its message already; asking for help or the version is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof InputError) {
    printDiagnostics(error.diagnostics);
    return error.usage ? EXIT.usage : EXIT.failed;
  }
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`error[internal]: ${message}\nThis is a mistake of callmap's; please report it.\n`);
  return EXIT.failed;
}

exitQuietlyOnClosedPipe();
await main(process.argv.slice(2));
