/**
 * What rustc sets for a target, told from its triple `<architecture>-<vendor>-<system>-<environment>`, of which any but the
 * first may be missing. The tables hold what the words of a triple mean; they agree with `rustc --print cfg --target <triple>`
 * for the targets that Rust ships, and give a sensible answer for a triple that nobody has heard of.
 */
import { evaluateCfg, parseCfg } from "./predicate.ts";
import { type CfgOption, type CfgSet, NO_CFG, withOptions } from "./set.ts";

/** Returns the options of a target, as a debug build has them: `debug_assertions` is on, `test` and `doc` are off. */
export function targetCfg(triple: string): CfgSet {
  const machine = machineOf(triple);
  const system = systemOf(triple);
  const options: CfgOption[] = [
    { name: "debug_assertions" },
    { name: "panic", value: system.aborts ? "abort" : "unwind" },
    { name: "target_arch", value: machine.arch },
    { name: "target_pointer_width", value: String(machine.width) },
    { name: "target_endian", value: machine.endian },
    { name: "target_os", value: system.os },
    { name: "target_env", value: system.env },
    { name: "target_abi", value: abiOf(triple, system) },
    { name: "target_vendor", value: vendorOf(triple) },
    ...system.families.map((value) => ({ name: "target_family", value })),
    ...system.families.filter((family) => family !== "wasm").map((name) => ({ name })),
    ...atomics(machine).map((value) => ({ name: "target_has_atomic", value })),
    ...[...machine.features, ...(STATIC_BY_DEFAULT.test(triple) ? ["crt-static"] : [])].map((value) => ({
      name: "target_feature",
      value,
    })),
  ];
  return withOptions(NO_CFG, options);
}

/** True when a `[target.X]` section of a manifest is for this target: `X` is `cfg(...)` or a triple. */
export function isForTarget(section: string, triple: string, options: CfgSet): boolean {
  return section.startsWith("cfg(") ? evaluateCfg(parseCfg(section), options) : section === triple;
}

/** What the first word of a triple says, and what hangs on the processor. */
interface Machine {
  readonly arch: string;
  readonly width: 16 | 32 | 64;
  readonly endian: "little" | "big";
  /** Widest atomic operation in bits; 0: none. */
  readonly atomic: 0 | 32 | 64 | 128;
  /** `target_feature`s that are on without asking. */
  readonly features: readonly string[];
}

const SSE2 = ["fxsr", "sse", "sse2"];
const SSE4 = ["cmpxchg16b", ...SSE2, "sse3", "sse4.1", "ssse3"];
const WINDOWS_64 = ["cmpxchg16b", ...SSE2, "sse3"];
const APPLE_PHONE = ["aes", "neon", "sha2"];
const APPLE_M1 = [
  ..."aes crc dit dotprod dpb dpb2 fcma fhm flagm fp16 frintts jsconv lor lse neon paca pacg pan".split(" "),
  ..."pmuv3 ras rcpc rcpc2 rdm sb sha2 sha3 ssbs vh".split(" "),
];
const WASM = "bulk-memory multivalue mutable-globals nontrapping-fptoint reference-types sign-ext".split(" ");
/** The letters behind `riscv32` or `riscv64` name the extensions; `g` and no letters at all stand for several. */
const RISCV: readonly (readonly [letters: RegExp, features: readonly string[]])[] = [
  [/m|g|^$/, ["m"]],
  [/a|g|^$/, ["a", "zaamo", "zalrsc"]],
  [/c|^$/, ["c", "zca"]],
  [/f|g|^$/, ["zicsr"]],
  [/g|^$/, ["zifencei"]],
];

function riscvFeatures(triple: string): string[] {
  const letters = /^riscv(?:32|64)([a-z]*)/.exec(triple)?.[1] ?? "";
  return RISCV.flatMap(([pattern, features]) => (pattern.test(letters) ? features : []));
}

/** Where the C library is linked into the program unless one asks otherwise. */
const STATIC_BY_DEFAULT =
  /^(?:x86_64|i[56]86|aarch64|armv?\d*[a-z]*|powerpc64le)-unknown-linux-musl|-wasip\d|-wali-|-emscripten|-redox|-vxworks|-trusty|-motor/;

type MachineRow = readonly [
  pattern: RegExp,
  arch: string,
  width: Machine["width"],
  endian: "little" | "big",
  atomic: Machine["atomic"],
  features?: readonly string[],
];

/** The first row that matches the triple counts. */
const MACHINES: readonly MachineRow[] = [
  [/^x86_64h/, "x86_64", 64, "little", 128, SSE4],
  [/^x86_64-apple/, "x86_64", 64, "little", 128, SSE4],
  [/^x86_64-(?:pc|uwp)-windows/, "x86_64", 64, "little", 128, WINDOWS_64],
  [/^x86_64-.*-fuchsia/, "x86_64", 64, "little", 128, [...SSE4, "sse4.2", "popcnt"]],
  [/^x86_64-.*-android/, "x86_64", 64, "little", 64, [...SSE2, "sse3", "sse4.1", "sse4.2", "ssse3", "popcnt"]],
  [/^x86_64-.*x32$/, "x86_64", 32, "little", 64, SSE2],
  [/^x86_64-(?:unknown-none|.*-hermit)/, "x86_64", 64, "little", 64, []],
  [/^x86_64/, "x86_64", 64, "little", 64, SSE2],
  [/^i386-apple/, "x86", 32, "little", 64, SSE4],
  [/^i686-apple/, "x86", 32, "little", 64, SSE4],
  [/^i686-.*-android/, "x86", 32, "little", 64, [...SSE2, "sse3", "ssse3"]],
  [/^i586/, "x86", 32, "little", 64, []],
  [/^i.86/, "x86", 32, "little", 64, SSE2],
  [/^(?:aarch64|arm64).*-apple-(?:darwin|.*-macabi)/, "aarch64", 64, "little", 128, APPLE_M1],
  [/^(?:aarch64|arm64).*apple/, "aarch64", 64, "little", 128, APPLE_PHONE],
  [/^arm64ec/, "arm64ec", 64, "little", 128, ["neon"]],
  [/^aarch64_be/, "aarch64", 64, "big", 128, ["neon"]],
  [/^(?:aarch64|arm64)/, "aarch64", 64, "little", 128, ["neon"]],
  [/^(?:armv[45]|thumbv[45]).*-none-/, "arm", 32, "little", 0],
  [/^thumbv6m-none/, "arm", 32, "little", 0],
  [/^(?:armv4|armv5|armv6k|thumbv6|thumbv[78]e?m|arm-linux-android)/, "arm", 32, "little", 32],
  [/^armeb/, "arm", 32, "big", 64],
  [/^(?:arm|thumb)/, "arm", 32, "little", 64],
  [/^wasm32v1/, "wasm32", 32, "little", 64, ["mutable-globals"]],
  [/^wasm64/, "wasm64", 64, "little", 64, WASM],
  [/^wasm/, "wasm32", 32, "little", 64, WASM],
  [/^riscv32im-risc0/, "riscv32", 32, "little", 64],
  [/^riscv32(?:gc|-|ima|imc-(?:esp|.*nuttx))/, "riscv32", 32, "little", 32],
  [/^riscv32/, "riscv32", 32, "little", 0],
  [/^riscv64im-/, "riscv64", 64, "little", 0],
  [/^riscv64/, "riscv64", 64, "little", 64],
  [/^powerpc64le/, "powerpc64", 64, "little", 64],
  [/^powerpc64/, "powerpc64", 64, "big", 64],
  [/^powerpc/, "powerpc", 32, "big", 32],
  [/^s390x/, "s390x", 64, "big", 128],
  [/^loongarch64/, "loongarch64", 64, "little", 64, ["d", "f", "lsx"]],
  [/^loongarch32/, "loongarch32", 32, "little", 32, ["d", "f"]],
  [/^mipsisa64r6el/, "mips64r6", 64, "little", 64],
  [/^mipsisa64r6/, "mips64r6", 64, "big", 64],
  [/^mipsisa32r6el/, "mips32r6", 32, "little", 32],
  [/^mipsisa32r6/, "mips32r6", 32, "big", 32],
  [/^mips64el/, "mips64", 64, "little", 64],
  [/^mips64/, "mips64", 64, "big", 64],
  [/^mipsel-sony-psx/, "mips", 32, "little", 0],
  [/^mipsel/, "mips", 32, "little", 32],
  [/^mips/, "mips", 32, "big", 32],
  [/^sparc(?:64|v9)/, "sparc64", 64, "big", 64],
  [/^sparc/, "sparc", 32, "big", 32],
  [/^m68k/, "m68k", 32, "big", 32],
  [/^csky/, "csky", 32, "little", 32],
  [/^hexagon/, "hexagon", 32, "little", 32],
  [/^xtensa-esp32s2-none/, "xtensa", 32, "little", 0],
  [/^xtensa/, "xtensa", 32, "little", 32],
  [/^nvptx64/, "nvptx64", 64, "little", 64],
  [/^amdgcn/, "amdgpu", 64, "little", 64],
  [/^bpfeb/, "bpf", 64, "big", 0],
  [/^bpf/, "bpf", 64, "little", 0],
  [/^avr/, "avr", 16, "little", 0],
  [/^msp430/, "msp430", 16, "little", 0],
];

function machineOf(triple: string): Machine {
  const row = MACHINES.find(([pattern]) => pattern.test(triple));
  if (row === undefined) return { arch: triple.split("-")[0]!, width: 64, endian: "little", atomic: 64, features: [] };
  const [, arch, width, endian, atomic, listed = []] = row;
  const features = arch.startsWith("riscv") ? riscvFeatures(triple) : listed;
  return { arch, width: /_ilp32|^arm64_32/.test(triple) ? 32 : width, endian, atomic, features };
}

/** `8`, `16` ... up to the widest, and `ptr` for the width of a pointer. */
function atomics({ atomic, width }: Machine): string[] {
  const widths = [8, 16, 32, 64, 128].filter((bits) => bits <= atomic).map(String);
  return atomic >= width ? [...widths, "ptr"] : widths;
}

/** What the words behind the architecture say. */
interface System {
  readonly os: string;
  readonly env: string;
  readonly families: readonly string[];
  /** True where a panic ends the program because nothing can unwind. */
  readonly aborts: boolean;
}

const UNIX = ["unix"];
const BARE: readonly string[] = [];

type SystemRow = readonly [pattern: RegExp, os: string, env: string, families: readonly string[], aborts?: boolean];

/** The first row that matches the triple counts. */
const SYSTEMS: readonly SystemRow[] = [
  [/-wali-linux-musl/, "linux", "musl", ["unix", "wasm"], true],
  [/-unikraft-linux-musl/, "linux", "musl", UNIX, true],
  [/-linux-android/, "android", "", UNIX],
  [/-linux-gnu/, "linux", "gnu", UNIX],
  [/-linux-musl/, "linux", "musl", UNIX],
  [/-linux-uclibc/, "linux", "uclibc", UNIX],
  [/-linux-ohos/, "linux", "ohos", UNIX],
  [/-linux/, "linux", "", UNIX, true],
  [/^thumb.*-windows-msvc/, "windows", "msvc", ["windows"], true],
  [/-windows-msvc/, "windows", "msvc", ["windows"]],
  [/-windows/, "windows", "gnu", ["windows"]],
  [/-cygwin/, "cygwin", "", UNIX],
  [/-(?:darwin|macosx?)/, "macos", "", UNIX],
  [/-ios-macabi/, "ios", "macabi", UNIX],
  [/-ios-sim|(?:x86_64|i386)-apple-ios/, "ios", "sim", UNIX],
  [/-ios/, "ios", "", UNIX],
  [/-tvos-sim|x86_64-apple-tvos/, "tvos", "sim", UNIX],
  [/-tvos/, "tvos", "", UNIX],
  [/-watchos-sim/, "watchos", "sim", UNIX],
  [/-watchos/, "watchos", "", UNIX],
  [/-visionos-sim/, "visionos", "sim", UNIX],
  [/-visionos/, "visionos", "", UNIX],
  [/-(freebsd|netbsd|openbsd|dragonfly|haiku|fuchsia|illumos|solaris|aix|qurt)/, "$1", "", UNIX],
  [/-redox/, "redox", "relibc", UNIX],
  [/-hurd/, "hurd", "gnu", UNIX],
  [/-managarm/, "managarm", "mlibc", UNIX],
  [/-vxworks/, "vxworks", "gnu", UNIX],
  [/-nto-qnx700/, "nto", "nto70", UNIX],
  [/-nto-qnx710_iosock/, "nto", "nto71_iosock", UNIX],
  [/-nto-qnx710/, "nto", "nto71", UNIX],
  [/-nto/, "nto", "nto80", UNIX],
  [/-emscripten/, "emscripten", "", ["unix", "wasm"]],
  [/-wasip?([123])/, "wasi", "p$1", ["wasm"], true],
  [/-wasi/, "wasi", "p1", ["wasm"], true],
  [/^wasm.*-unknown$/, "unknown", "", ["wasm"], true],
  [/^wasm.*-none/, "none", "", ["wasm"], true],
  [/-espidf/, "espidf", "newlib", UNIX, true],
  [/^riscv32ima?c-.*-nuttx/, "nuttx", "", UNIX],
  [/-nuttx/, "nuttx", "", UNIX, true],
  [/-rtems/, "rtems", "newlib", UNIX],
  [/-vita/, "vita", "newlib", UNIX],
  [/-3ds/, "horizon", "newlib", UNIX],
  [/-switch/, "horizon", "", BARE, true],
  [/-l4re/, "l4re", "uclibc", UNIX, true],
  [/-lynxos178/, "lynxos178", "", UNIX, true],
  [/-sgx/, "unknown", "sgx", BARE],
  [/-(solid_asp3|psp|xous)/, "$1", "", BARE],
  [/-vex-v5/, "vexos", "v5", BARE, true],
  [/-(uefi|cuda|amdhsa|hermit|helenos|motor|psx|teeos|trusty|zkvm)/, "$1", "", BARE, true],
  [/^avr-none/, "none", "", BARE],
  [/-none/, "none", "", BARE, true],
];

function systemOf(triple: string): System {
  for (const [pattern, os, env, families, aborts = false] of SYSTEMS) {
    const part = pattern.exec(triple)?.[1] ?? "";
    if (pattern.test(triple)) return { os: os.replace("$1", part), env: env.replace("$1", part), families, aborts };
  }
  return { os: triple.split("-").at(-1) ?? "unknown", env: "", families: BARE, aborts: false };
}

/** Returns the families that a system belongs to, by its `target_os`; none for a system that is not known. */
export function familiesOf(os: string): readonly string[] {
  return SYSTEMS.find(([, known]) => known === os)?.[3] ?? BARE;
}

/** Where the triple leaves the vendor out, its second word is one of these. */
const NOT_VENDORS = /^(?:none|linux|nuttx|rtems|wali|lynx|wasip?\d?(?:-.*)?)$/;
const RENAMED_VENDORS: Readonly<Record<string, string>> = {
  esp: "espressif",
  esp32: "espressif",
  esp32s2: "espressif",
  esp32s3: "espressif",
};

function vendorOf(triple: string): string {
  const second = triple.split("-")[1] ?? "unknown";
  return NOT_VENDORS.test(second) ? "unknown" : (RENAMED_VENDORS[second] ?? second);
}

/** The calling convention where a system has several: mostly the end of the triple. */
const ABIS: readonly (readonly [pattern: RegExp, abi: string])[] = [
  [/eabihf$|-3ds$|^armv(?:6|7)-.*(?:freebsd|netbsd-eabihf)$|^armv7a-vex/, "eabihf"],
  [/eabi$|^arm.*-linux-ohos$|^armv7.*-trusty$/, "eabi"],
  [/abiv2hf$/, "abiv2hf"],
  [/abiv2$/, "abiv2"],
  [/abi64$|^mips64-openwrt/, "abi64"],
  [/_ilp32$/, "ilp32"],
  [/^riscv32e.*-none/, "ilp32e"],
  [/x32$/, "x32"],
  [/spe$/, "spe"],
  [/softfloat$/, "softfloat"],
  [/gnullvm$/, "llvm"],
  [/-uwp-/, "uwp"],
  [/-fortanix-/, "fortanix"],
  [/-macabi$/, "macabi"],
  [/-aix$/, "vec-extabi"],
  [/^powerpc64(?:le-|-.*(?:musl|freebsd|openbsd))/, "elfv2"],
  [/^powerpc64-.*(?:linux-gnu|vxworks)/, "elfv1"],
];

function abiOf(triple: string, system: System): string {
  if (system.env === "sim") return "sim";
  return ABIS.find(([pattern]) => pattern.test(triple))?.[1] ?? "";
}
