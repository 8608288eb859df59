/** Cost trees as pprof's protobuf (perftools `profile.proto`), not packed: `go tool pprof` reads it as it is. */
import { Function as Func, Line, Location, Profile, Sample, StringTable, ValueType } from "pprof-format";
import { childrenOf, type TreeInput } from "./overlay-input.ts";

/** Returns the encoded message: a function and a location per label, a sample per row with cost of its own. */
export function renderPprof(tree: TreeInput): Uint8Array {
  const strings = new StringTable();
  const text = (value: string) => strings.dedup(value);
  const functions = tree.labels.map(
    ({ name, file, line }, at) =>
      new Func({
        id: at + 1,
        name: text(name),
        systemName: text(name),
        filename: text(file ?? ""),
        startLine: line ?? 0,
      }),
  );
  const locations = tree.labels.map(
    ({ line }, at) => new Location({ id: at + 1, line: [new Line({ functionId: at + 1, line: line ?? 0 })] }),
  );
  const unit = tree.unit === "ns" ? "nanoseconds" : tree.unit;
  return new Profile({
    sampleType: [new ValueType({ type: text(tree.event), unit: text(unit) })],
    sample: samplesOf(tree),
    function: functions,
    location: locations,
    stringTable: strings,
  }).encode();
}

/** Samples, depth first; locations leaf first. */
function samplesOf(tree: TreeInput): Sample[] {
  const { first, next } = childrenOf(tree.parent);
  const samples: Sample[] = [];
  const path: number[] = [];
  let row = first[tree.length]!;
  while (row >= 0) {
    path.push(row);
    if (tree.self[row]! > 0) {
      const locationId = path.map((at) => tree.label[at]! + 1).reverse();
      samples.push(new Sample({ locationId, value: [Math.round(tree.self[row]!)] }));
    }
    let following = first[row]!;
    while (following < 0 && path.length > 0) following = next[path.pop()!]!;
    row = following;
  }
  return samples;
}
