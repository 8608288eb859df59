/**
 * Macros of published crates whose meaning is documented, each as a rewriting of the invocation into Rust that means the same to callers.
 * The definitions of some are procedural; others are not at hand, or work through their arguments token by token.
 */
import type { TokenBuffer } from "../../macros/buffer.ts";
import { tokenize } from "../../macros/lexer.ts";
import { type Expansion, ExpansionWriter } from "../../macros/writer.ts";
import { join, select, tryJoin } from "./async.ts";
import { enabled, event, span } from "./events.ts";
import { bitflags, implDowncast, lazyStatic } from "./items.ts";
import { paste } from "./paste.ts";
import { expandPinProject } from "./pin-project.ts";
import { parsed, quote, quoteSpanned } from "./quote.ts";
import { allTuples, allTuplesEnumerated, allTuplesWithSize } from "./tuples.ts";

/** An invocation to be rewritten. */
export interface KnownCall {
  /** Of its arguments. */
  readonly tokens: TokenBuffer;
  /** Copies from the text around the arguments. */
  readonly out: ExpansionWriter;
  /** What paths into the macro's crate begin with. */
  readonly crate: string;
}

/** Writes what an invocation means; false when it reads otherwise. */
export type Rewrite = (call: KnownCall) => boolean;

/** A macro of documented meaning. */
export interface KnownMacro {
  /** Crates whose macro of the name it is; null where the name alone tells. */
  readonly crates: readonly string[] | null;
  readonly rewrite: Rewrite;
  /** Takes the place of rules that are at hand. */
  readonly replacesRules: boolean;
  /** Takes their place in other packages at least, of which only signatures count: its rules write far more. */
  readonly isSignature?: true;
}

/** Runtimes whose macros drive futures by hand. */
const RUNTIMES = ["tokio", "futures", "futures_util", "futures_macro", "futures_lite", "futures_concurrency"];

const EVENTS = ["log", "tracing"];

const TUPLES = ["variadics_please", "bevy_utils", "bevy_utils_proc_macros"];

const KNOWN: ReadonlyMap<string, KnownMacro> = new Map(
  Object.entries({
    select: { crates: RUNTIMES, rewrite: select, replacesRules: true },
    select_biased: { crates: RUNTIMES, rewrite: select, replacesRules: true },
    join: { crates: RUNTIMES, rewrite: join, replacesRules: true },
    try_join: { crates: RUNTIMES, rewrite: tryJoin, replacesRules: true },
    quote: { crates: ["quote"], rewrite: quote, replacesRules: true },
    quote_spanned: { crates: ["quote"], rewrite: quoteSpanned, replacesRules: true },
    parse_quote: { crates: ["syn"], rewrite: parsed("quote"), replacesRules: false },
    parse_quote_spanned: { crates: ["syn"], rewrite: parsed("quote_spanned"), replacesRules: false },
    ...each("trace debug info warn error event log", { crates: EVENTS, rewrite: event, replacesRules: true }),
    ...each("span trace_span debug_span info_span warn_span error_span", {
      crates: ["tracing"],
      rewrite: span,
      replacesRules: true,
    }),
    ...each("enabled event_enabled span_enabled", { crates: ["tracing"], rewrite: enabled, replacesRules: true }),
    bitflags: { crates: ["bitflags"], rewrite: bitflags, replacesRules: false, isSignature: true },
    lazy_static: { crates: ["lazy_static"], rewrite: lazyStatic, replacesRules: false },
    impl_downcast: { crates: ["downcast_rs"], rewrite: implDowncast, replacesRules: false },
    paste: { crates: ["paste", "pastey"], rewrite: paste, replacesRules: false },
    all_tuples: { crates: TUPLES, rewrite: allTuples, replacesRules: false },
    all_tuples_with_size: { crates: TUPLES, rewrite: allTuplesWithSize, replacesRules: false },
    all_tuples_enumerated: { crates: TUPLES, rewrite: allTuplesEnumerated, replacesRules: false },
    pin_project: {
      crates: null,
      rewrite: ({ tokens, out }) => expandPinProject(tokens, out, null),
      replacesRules: false,
    },
  } satisfies Record<string, KnownMacro>),
);

/** One meaning under several names. */
function each(names: string, macro: KnownMacro): Readonly<Record<string, KnownMacro>> {
  return Object.fromEntries(names.split(" ").map((name) => [name, macro]));
}

/** The macro of documented meaning that has this name, whichever crate's it is. */
export function knownMacro(name: string): KnownMacro | undefined {
  return KNOWN.get(name);
}

/** Rewrites the invocation with arguments in `text` from `start` to `end`; null when it reads otherwise. */
export function rewrite(macro: Rewrite, crate: string, text: string, start: number, end: number): Expansion | null {
  const tokens = tokenize(text, start, end);
  const out = new ExpansionWriter(text);
  return macro({ tokens, out, crate }) ? out.finish() : null;
}
