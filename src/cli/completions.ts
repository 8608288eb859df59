/** `callmap completions SHELL`: scripts that complete commands, options and function names, and the hidden command that they ask. */
import { Argument, Command, type Option } from "commander";
import { lastGraph } from "../host/kept.ts";
import { completeFunction } from "../query/complete.ts";
import { COMMANDS } from "./commands.ts";
import { writeOut } from "./terminal.ts";

const EXAMPLES = `
Function names come from the last scan of the workspace: scan or ask it once.

Examples:
  eval "$(callmap completions bash)"         in ~/.bashrc
  callmap completions zsh > ~/.zfunc/_callmap
                                             with ~/.zfunc in fpath, before compinit
  callmap completions fish > ~/.config/fish/completions/callmap.fish
`;

/** What bash gives as words is cut at colons, so the line is cut anew, and what bash has of a word already is left out. */
const BASH = `_callmap() {
  local line="\${COMP_LINE:0:COMP_POINT}" words current before IFS=$' \\t\\n'
  read -ra words <<< "$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  current="\${words[\${#words[@]}-1]}"
  IFS=$'\\n'
  COMPREPLY=($("\${words[0]}" __complete -- "\${words[@]:1}" 2>/dev/null | cut -f1))
  [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *:: ]] && compopt -o nospace
  if [[ $current == *:* && $COMP_WORDBREAKS == *:* ]]; then
    before="\${current%"\${current##*:}"}"
    COMPREPLY=("\${COMPREPLY[@]#"$before"}")
  fi
}
complete -o default -F _callmap callmap
`;

const ZSH = `#compdef callmap
_callmap() {
  local line
  local -a whole wholeTexts begun begunTexts
  for line in "\${(@f)$("\${words[1]}" __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -z $line ]] && continue
    if [[ \${line%%$'\\t'*} == *:: ]]; then
      begun+=("\${line%%$'\\t'*}") begunTexts+=("\${line/$'\\t'/  -- }")
    else
      whole+=("\${line%%$'\\t'*}") wholeTexts+=("\${line/$'\\t'/  -- }")
    fi
  done
  if (( $#whole + $#begun )); then
    compadd -l -d wholeTexts -a whole
    compadd -S '' -d begunTexts -a begun
  else
    _files
  fi
}
if [[ $funcstack[1] == _callmap ]]; then _callmap "$@"; else compdef _callmap callmap; fi
`;

const FISH = `function __callmap_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l found ($words[1] __complete -- $words[2..-1] 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c callmap -f -a '(__callmap_complete)'
`;

const SCRIPTS: Readonly<Record<string, string>> = { bash: BASH, zsh: ZSH, fish: FISH };

/** Adds the command to the program. */
export function completionsCommand(program: Command): void {
  program
    .command("completions")
    .description("Write a script that completes commands, options and function names")
    .addArgument(new Argument("<shell>").choices(Object.keys(SCRIPTS)))
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", EXAMPLES)
    .action((shell: string) => writeOut([SCRIPTS[shell]!]));
}

/** Adds the hidden command that the scripts ask: its arguments are the words so far, the last one perhaps empty. */
export function completeCommand(program: Command): void {
  program
    .command("__complete", { hidden: true })
    .argument("[words...]")
    .helpOption(false)
    .allowUnknownOption()
    .action(async (words: readonly string[]) => {
      const found = await complete(words);
      await writeOut(found.map(({ value, text }) => (text === undefined ? `${value}\n` : `${value}\t${text}\n`)));
    });
}

/** Something that may be typed; nothing at all stands for a file. */
interface Candidate {
  readonly value: string;
  readonly text?: string;
}

/** Options that take functions. */
const FUNCTION_OPTIONS: ReadonlySet<string> = new Set([
  "from",
  "roots",
  "focus",
  "root",
  "leaf",
  "only",
  "exclude",
  "hide",
]);

async function complete(words: readonly string[]): Promise<Candidate[]> {
  const current = words.at(-1) ?? "";
  const begun = (list: readonly Candidate[]): Candidate[] => list.filter(({ value }) => value.startsWith(current));
  const shown = COMMANDS.filter(({ isHidden }) => !isHidden);
  const commands = shown.map(({ name, summary }) => ({ value: name, text: summary }));
  if (words.length <= 1 || (words[0] === "help" && words.length === 2)) return begun(commands);
  const entry = shown.find(({ name }) => name === words[0]);
  if (entry === undefined) return [];
  const program = new Command();
  (await entry.load())(program);
  const command = program.commands[0]!;
  const asked = optionCalled(command, words.at(-2)!);
  if (asked !== undefined && takesValue(asked)) return begun(valuesOf(asked, current));
  if (current.startsWith("-")) return begun(optionsOf(command));
  const place = positionals(command, words.slice(1, -1));
  if (entry.name === "completions") return place === 0 ? begun(Object.keys(SCRIPTS).map((value) => ({ value }))) : [];
  return entry.name === "who" && place === 0 ? functions(current) : [];
}

function optionCalled(command: Command, word: string): Option | undefined {
  return command.options.find(({ short, long }) => short === word || long === word);
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}

function valuesOf(option: Option, current: string): Candidate[] {
  if (option.argChoices !== undefined) return option.argChoices.map((value) => ({ value }));
  return FUNCTION_OPTIONS.has(option.name()) ? functions(current) : [];
}

function optionsOf(command: Command): Candidate[] {
  return [...command.options, ...command.createHelp().visibleOptions(command)]
    .filter((option, place, all) => all.findIndex(({ long }) => long === option.long) === place)
    .flatMap(({ long, description }) => (long ? [{ value: long, text: description }] : []));
}

/** Number of arguments among the words that belong to no option. */
function positionals(command: Command, words: readonly string[]): number {
  let count = 0;
  for (let i = 0; i < words.length; i++) {
    const option = optionCalled(command, words[i]!);
    if (option !== undefined && takesValue(option)) i++;
    else if (!words[i]!.startsWith("-")) count++;
  }
  return count;
}

function functions(current: string): Candidate[] {
  const graph = lastGraph(".");
  return graph === undefined ? [] : completeFunction(graph, current).map((value) => ({ value }));
}
