import { expect, test } from "@jest/globals";
import { mergeProfiles } from "../../../src/profile/import/merge.ts";
import { read, samplesOf } from "./support.ts";

const profileOf = async (text: string) => (await read(text)).profile;

test("equal stacks of several profiles add up, events are joined by name", async () => {
  const one = await profileOf("c 1 1.5: 2 cycles:\n\t 1 f (/x)\n\t 2 main (/x)\n\n");
  const two = await profileOf(
    "c 1 1.5: 3 cycles:\n\t 1 f (/x)\n\t 2 main (/x)\n\nc 1 1.6: 1 faults:\n\t 2 main (/x)\n\n",
  );
  const { value, diagnostics } = mergeProfiles([one, two]);
  expect(samplesOf(value)).toEqual(["c/1|cycles|main;f 2 5", "c/1|faults|main 1 1"]);
  expect(diagnostics).toEqual([]);
});

const callgrind = (events: string, costs: string, call: string) =>
  `# callgrind format\nevents: ${events}\nfl=a.rs\nfn=main\n1 ${costs}\ncfn=f\ncalls=1 1\n2 ${call}\ntotals: ${costs}\n`;

test("call graphs add up, with other events at zero", async () => {
  const { value } = mergeProfiles([
    await profileOf(callgrind("Ir", "5", "3")),
    await profileOf(callgrind("Dr Ir", "1 7", "2 4")),
  ]);
  expect(value.events.map(({ name }) => name)).toEqual(["Ir", "Dr"]);
  expect([...value.calls!.functions.self]).toEqual([12, 1, 0, 0]);
  expect([...value.calls!.calls.cost]).toEqual([7, 2]);
  expect([...value.calls!.calls.count]).toEqual([2]);
  expect([...value.calls!.stated!]).toEqual([12, 1]);
});

test("stacks and calls can't be added up", async () => {
  const { value, diagnostics } = mergeProfiles([
    await profileOf("main;f 2\n"),
    await profileOf(callgrind("Ir", "5", "3")),
  ]);
  expect(samplesOf(value)).toEqual(["|samples|main;f 0 2"]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["unlike-profiles"]);
  expect(value.partial).toBe(true);
});
