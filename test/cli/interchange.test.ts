/** Graphs of `scan` and `who` as other programs load them: as many nodes and edges as callmap's own JSON has. Skipped where they are not installed. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { callmap, newFolder, removeFolders } from "../support/cli.ts";

afterAll(removeFolders);

interface Counts {
  readonly nodes: number;
  readonly edges: number;
}

function answer(command: string, args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}

const hasNetworkx = spawnSync("python3", ["-c", "import networkx"]).status === 0;
const hasGraphviz = spawnSync("dot", ["-V"]).status === 0;

const LOAD = `
import sys, networkx
graph = getattr(networkx, "read_" + sys.argv[1])(sys.argv[2])
print(graph.number_of_nodes(), graph.number_of_edges())
`;

function inNetworkx(format: string, file: string): Counts {
  const [nodes, edges] = answer("python3", ["-c", LOAD, format, file]).split(" ").map(Number);
  return { nodes: nodes!, edges: edges! };
}

/** Graphviz lists the objects of a drawing, clusters among them; those have nodes or boxes of their own. */
function inGraphviz(file: string): Counts {
  const { objects = [], edges = [] } = JSON.parse(answer("dot", ["-Tjson0", file]));
  const isNode = (object: { name: string; nodes?: unknown; subgraphs?: unknown }): boolean =>
    object.nodes === undefined && object.subgraphs === undefined && !/^cluster|^%/.test(object.name);
  return { nodes: objects.filter(isNode).length, edges: edges.length };
}

const QUESTIONS: readonly (readonly string[])[] = [
  ["scan", "station", "--external", "--closures", "--implicit"],
  ["scan", "shapes", "--implicit"],
  ["scan", "station", "--level", "module", "--implicit"],
  ["scan", "station", "--hide", "alarm", "--implicit"],
  ["who", "<_ as Sensor>::read", "station", "--both", "--depth", "max", "--implicit"],
  ["who", "rings", "station", "--from", "main", "--implicit"],
  ["who", "station", "--cycles", "--implicit"],
  ["who", "total", "shapes", "--callees", "--implicit"],
];

const PROGRAMS: readonly [string, string, boolean, (file: string) => Counts][] = [
  ["graphml", "networkx", hasNetworkx, (file) => inNetworkx("graphml", file)],
  ["gexf", "networkx", hasNetworkx, (file) => inNetworkx("gexf", file)],
  ["gml", "networkx", hasNetworkx, (file) => inNetworkx("gml", file)],
  ["dot", "Graphviz", hasGraphviz, inGraphviz],
];

describe.each(QUESTIONS.map((args) => [args.join(" "), args] as const))("%s", (_, args) => {
  for (const [format, program, isThere, load] of PROGRAMS) {
    (isThere ? test : test.skip)(`${format} in ${program}`, async () => {
      const [json, file] = ["json", format].map((extension) => join(newFolder(), `graph.${extension}`));
      for (const output of [json!, file!]) expect((await callmap([...args, "-q", "-o", output])).status).toBe(0);
      const { nodes, edges } = JSON.parse(readFileSync(json!, "utf8"));
      expect(nodes.length).toBeGreaterThan(1);
      expect(load(file!)).toEqual({ nodes: nodes.length, edges: edges.length });
    });
  }
});
