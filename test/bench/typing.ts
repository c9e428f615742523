import { performance } from "node:perf_hooks";
import { getLanguageService } from "vscode-json-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import { connectToProgram } from "../support/testClient.ts";
import type { BenchRow } from "./judge.ts";

const KEYS = 15;
const HEAD = "POST https://example.com/api/v2/db/_table/contacts\nContent-Type: application/json\n\n";

/**
 * Types into a large body. Ours is measured over the wire, from the change to the diagnostics that it brings; the
 * JSON service, which VS Code's JSON server is made of, in this process and without any wire.
 */
export async function benchTyping(): Promise<BenchRow[]> {
  const body = `{"resource": [\n${'  {"id": 1, "name": "Ada Lovelace", "tags": ["a", "b"]},\n'.repeat(18_000)}  {"id": 2}\n]}\n`;
  const json = getLanguageService({});
  const document = TextDocument.create("file:///body.json", "json", 1, body);
  const peer = await medianOf(async (key) => {
    TextDocument.update(document, [typed(key)], key);
    await json.doValidation(document, json.parseJSONDocument(document));
  });

  const client = await connectToProgram("dist/server.js", ["--stdio"]);
  const uri = client.open(HEAD + body, "http");
  await client.published(uri);
  const ours = await medianOf(async (key) => {
    client.change(uri, key, [typed(key)]);
    await client.published(uri);
  });
  await client.close();
  return [
    { name: "JSON service of VS Code, without a wire", ms: peer, ratio: 1 },
    { name: "this server, over stdio", ms: ours, ratio: ours / peer },
  ];
}

/** A letter in the middle of a string, far from the start. */
function typed(key: number) {
  const position = { line: 9000, character: 22 };
  return { range: { start: position, end: position }, text: String.fromCharCode(97 + (key % 26)) };
}

async function medianOf(type: (key: number) => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let key = 2; key < KEYS + 2; key++) {
    const started = performance.now();
    await type(key);
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[KEYS >> 1] ?? 0;
}
