/** What callmap asks of the machine it runs on: where Cargo keeps its downloads, and which target is the host's. */
import { homedir } from "node:os";
import { absolutePath, diskFileSystem } from "./disk.ts";

/** Returns Cargo's home folder: `$CARGO_HOME`, else `.cargo` in the user's home folder. It need not exist. */
export function cargoHome(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const chosen = environment.CARGO_HOME;
  return absolutePath(chosen ? chosen : `${homedir()}/.cargo`);
}

/** What of the machine decides the target triple; the fields carry Node's own words. */
export interface HostMachine {
  /** `process.platform`. */
  readonly platform: string;
  /** `process.arch`. */
  readonly arch: string;
  /** True where the C library of a Linux is musl. */
  readonly musl: boolean;
}

/** Returns the target triple for which rustc on this machine builds by default, e.g. `x86_64-unknown-linux-gnu`. */
export function hostTriple(machine: HostMachine = thisMachine()): string {
  const arch = ARCHITECTURES[machine.arch] ?? machine.arch;
  const libc = machine.musl ? "musl" : "gnu";
  const abi = machine.arch === "arm" ? `${libc}eabihf` : libc;
  const rest = machine.platform === "linux" ? `unknown-linux-${abi}` : PLATFORMS[machine.platform];
  return rest === undefined ? `${arch}-unknown-${machine.platform}` : `${arch}-${rest}`;
}

const ARCHITECTURES: Readonly<Record<string, string>> = {
  x64: "x86_64",
  ia32: "i686",
  arm64: "aarch64",
  arm: "armv7",
  ppc64: "powerpc64le",
  riscv64: "riscv64gc",
  loong64: "loongarch64",
  mipsel: "mipsel",
  s390x: "s390x",
};

const PLATFORMS: Readonly<Record<string, string>> = {
  darwin: "apple-darwin",
  win32: "pc-windows-msvc",
  freebsd: "unknown-freebsd",
  openbsd: "unknown-openbsd",
  netbsd: "unknown-netbsd",
  sunos: "pc-solaris",
  aix: "ibm-aix",
  android: "linux-android",
};

function thisMachine(): HostMachine {
  const musl = process.platform === "linux" && hasMuslLoader() && !runsOnGlibc();
  return { platform: process.platform, arch: process.arch, musl };
}

/** Cheap, but true as well where musl is only installed beside glibc. */
function hasMuslLoader(): boolean {
  return diskFileSystem()
    .list("/lib")
    .some((name) => name.startsWith("ld-musl-"));
}

/** Node's report, slow to make, names the version of glibc it runs on, and nothing on musl. */
function runsOnGlibc(): boolean {
  const report: unknown = process.report.getReport();
  const header = typeof report === "object" && report !== null && "header" in report ? report.header : undefined;
  return typeof header === "object" && header !== null && "glibcVersionRuntime" in header;
}
