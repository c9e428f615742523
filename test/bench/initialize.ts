import { performance } from "node:perf_hooks";
import { connectToProgram } from "../support/testClient.ts";
import { median } from "./measure.ts";

/** A server, and the median time from starting its process until it has answered `initialize`. */
export interface StartTime {
  readonly name: string;
  readonly ms: number;
  readonly ratio: number;
}

const SERVERS = [
  {
    name: "JSON server of VS Code",
    file: "node_modules/vscode-langservers-extracted/bin/vscode-json-language-server",
  },
  { name: "this server", file: "dist/server.js" },
] as const;

/** Without `workspace/configuration`, which the JSON server never asks for. */
const capabilities = { textDocument: { publishDiagnostics: {} } };

/** Starts both in turns. Needs `dist/`. */
export async function benchInitialize(rounds = 9): Promise<readonly StartTime[]> {
  const times = SERVERS.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { file }] of SERVERS.entries()) {
      const start = performance.now();
      const client = await connectToProgram(file, ["--stdio"], { capabilities });
      times[index]?.push(performance.now() - start);
      await client.close();
    }
  }
  const medians = times.map(median);
  return SERVERS.map(({ name }, index) => {
    const ms = medians[index] ?? Number.NaN;
    return { name, ms, ratio: ms / (medians[0] ?? Number.NaN) };
  });
}
