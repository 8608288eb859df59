/** Damaged, hostile and foreign inputs: each must end soon, with a clear message and without a stack trace. */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundleCli, NODE } from "./cli.ts";
import { type Program, readBytes } from "./corpus.ts";

/** Recordings that are damaged, one of each format. */
const SOUND = [
  "v0-release.dwarf.inline.srcline-full.perf.txt",
  "legacy-release.instr.callgrind.out",
  "v0-release.dwarf.inline.folded",
  "legacy-release.dwarf.firefox-symbolicated.json",
  "legacy-release.pprof.pb",
  "legacy-release.dwarf.inline.speedscope.json",
];

type Random = (below: number) => number;
type Damage = (bytes: Buffer, random: Random) => Uint8Array;

const lines = (bytes: Buffer): string[] => bytes.toString("latin1").split("\n");
const HOSTILE = ["99999999999999999999999", "-1", "1e309", "0x", "NaN", "4294967296"];

const DAMAGES: Readonly<Record<string, Damage>> = {
  "cut off": (bytes, random) => bytes.subarray(0, random(bytes.length)),
  "begun late": (bytes, random) => bytes.subarray(random(bytes.length)),
  "bytes changed": (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let i = 0; i < 50; i++) copy[random(copy.length)] = random(256);
    return copy;
  },
  "lines shuffled": (bytes, random) => {
    const all = lines(bytes);
    for (let i = all.length - 1; i > 0; i--) {
      const j = random(i + 1);
      [all[i], all[j]] = [all[j]!, all[i]!];
    }
    return Buffer.from(all.join("\n"), "latin1");
  },
  "lines dropped": (bytes, random) =>
    Buffer.from(
      lines(bytes)
        .filter(() => random(10) > 0)
        .join("\n"),
      "latin1",
    ),
  "UTF-16": (bytes) => Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(bytes.toString("utf8"), "utf16le")]),
  "Latin-1": (bytes) => Buffer.from(bytes.toString("utf8"), "latin1"),
  "gzip cut off": (bytes, random) => {
    const packed = gzipSync(bytes);
    return packed.subarray(0, random(packed.length));
  },
  "gzip changed": (bytes, random) => {
    const packed = gzipSync(bytes);
    packed[20 + random(packed.length - 20)]! ^= 1 + random(255);
    return packed;
  },
  "hostile numbers": (bytes, random) =>
    Buffer.from(
      bytes
        .toString("latin1")
        .replaceAll(/\d{3,}/g, (text) => (random(20) > 0 ? text : HOSTILE[random(HOSTILE.length)]!)),
      "latin1",
    ),
  zeroed: (bytes, random) => Buffer.from(bytes).fill(0, random(bytes.length)),
};

const MILLION = 1_000_000;
const SPECIAL: Readonly<Record<string, (random: Random) => Uint8Array | string>> = {
  "nothing at all": () => "",
  "empty lines": () => "\n\n\n",
  prose: () => "Once upon a time, there was a profile.\nIt was lost.\n",
  "random bytes": (random) => Buffer.from(Array.from({ length: 100_000 }, () => random(256))),
  "a web page": () => "<!DOCTYPE html><html><body>404 not found</body></html>",
  "folded, 10⁶ frames": () => `${Array.from({ length: MILLION }, (_, at) => `f${at % 7}`).join(";")} 1\n`,
  "perf, 10⁶ frames": () =>
    `a 1 1.0: 1 cycles: \n${Array.from({ length: MILLION }, (_, at) => `\t${(4096 + at).toString(16)} f${at % 9}+0x1 (/bin/a)`).join("\n")}\n\n`,
  "callgrind, calls 10⁶ deep": () =>
    `events: Ir\n${Array.from({ length: MILLION }, (_, at) => `fn=f${at}\n1 1\ncfn=f${at + 1}\ncalls=1 1\n1 ${MILLION - at}`).join("\n")}\n`,
  "speedscope, 10⁶ frames": () =>
    JSON.stringify({
      $schema: "https://www.speedscope.app/file-format-schema.json",
      shared: { frames: [{ name: "f" }] },
      profiles: [
        {
          type: "sampled",
          name: "",
          unit: "none",
          startValue: 0,
          endValue: 1,
          samples: [new Array(MILLION).fill(0)],
          weights: [1],
        },
      ],
    }),
  "JSON, 10⁶ brackets": () => "[".repeat(MILLION),
  "a name of 10⁷ characters": () => `main;${"x".repeat(1e7)} 1\n`,
  "v0 names that expand": () => `main;_R${"NvC1a1b".repeat(2000)} 1\nmain;_RMC1a${"TB2_B2_".repeat(3000)}E 1\n`,
  "perf and folded mixed": () => `a 1 1.0: 1 cycles: \n\t1000 f+0x1 (/bin/a)\n\nmain;a;b 12\nmain;c 3\n`,
  "another JSON": () => '{"traceEvents": []}',
  "a Chrome trace": () => '[{"ph":"X","name":"a"}]',
};

/** Longest time that an input may take. */
const PATIENCE = 120_000;

/** Prints what became of each input. */
export async function benchDamage({ folder }: Program, isShowing: boolean): Promise<void> {
  const cli = await bundleCli();
  const scratch = join(tmpdir(), "callmap-bench-damage");
  mkdirSync(scratch, { recursive: true });
  const random = randomFrom(20_261_122);
  const inputs: [string, Uint8Array | string][] = [];
  for (const file of SOUND) {
    const bytes = Buffer.from(readBytes(join(folder, file)));
    for (const [name, damage] of Object.entries(DAMAGES)) inputs.push([`${name}: ${file}`, damage(bytes, random)]);
  }
  for (const [name, make] of Object.entries(SPECIAL)) inputs.push([name, make(random)]);
  let bad = 0;
  let slowest = 0;
  const ends = new Map<string, number>();
  for (const [name, content] of inputs) {
    const path = join(scratch, "profile");
    writeFileSync(path, content);
    const { verdict, time, message } = judge(cli, path, join(folder, "src-workspace"));
    if (/^WRONG/.test(verdict)) bad++;
    slowest = Math.max(slowest, time);
    ends.set(verdict, (ends.get(verdict) ?? 0) + 1);
    if (isShowing || /^WRONG/.test(verdict))
      console.log(`  ${name.padEnd(62)} ${verdict.padEnd(10)} ${(time / 1000).toFixed(1)} s  ${message}`);
  }
  rmSync(scratch, { recursive: true, force: true });
  const told = [...ends].map(([verdict, count]) => `${verdict} ${count}`).join(", ");
  console.log(
    `${inputs.length} damaged inputs: ${told}; ${bad} without a clear end; the slowest took ${(slowest / 1000).toFixed(1)} s`,
  );
}

function judge(cli: string, path: string, workspace: string): { verdict: string; time: number; message: string } {
  const start = performance.now();
  const words = [...NODE, cli, "overlay", path, "-w", workspace, "--top"];
  const { status, stdout, stderr, signal } = spawnSync(words[0]!, words.slice(1), {
    encoding: "utf8",
    timeout: PATIENCE,
    maxBuffer: 1 << 28,
  });
  const time = performance.now() - start;
  const first = stderr.split("\n").find((line) => /(?:error|warning)\[/.test(line)) ?? "";
  const message = first.replaceAll(path, "FILE").slice(0, 150);
  if (signal !== null || /internal|\n\s+at |RangeError|heap/.test(stderr))
    return { verdict: `WRONG ${signal ?? "crash"}`, time, message: stderr.slice(0, 300) };
  if (status === 2) return { verdict: message === "" ? "WRONG silent" : "refused", time, message };
  if (status !== 0) return { verdict: `WRONG ${status}`, time, message };
  const isPartial = stdout.includes("(partial");
  if (isPartial) return { verdict: message === "" ? "WRONG silent" : "partial", time, message };
  return { verdict: message === "" ? "read" : "warned", time, message };
}

/** Numbers that look random and are the same each time. */
function randomFrom(seed: number): Random {
  return (below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
}
