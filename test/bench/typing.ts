import { performance } from "node:perf_hooks";
import { getLanguageService } from "vscode-json-languageservice";
import { type Position, TextDocument } from "vscode-languageserver-textdocument";
import { manyRequests } from "../http/manyRequests.ts";
import { connectToProgram } from "../support/testClient.ts";

/** One way to type, and how its median compares with that of the first. */
export interface TypingTime extends Times {
  readonly name: string;
  readonly ratio: number;
}

const KEYS = 20;
const JSON_SERVER = "node_modules/vscode-langservers-extracted/bin/vscode-json-language-server";
const HEAD = "POST https://example.com/api/v2/db/_table/contacts\nContent-Type: application/json\n\n";
/** In a string of the body, far from the start. */
const IN_BODY = { line: 9000, character: 22 };
/** In a string of one of the requests in the middle; each has fourteen lines. */
const IN_REQUESTS = { line: 5000 * 14 + 8, character: 28 };

/**
 * Types into a large body and waits for the diagnostics that every key brings, over the wire: VS Code's JSON server
 * with the body as a `.json` file, and ours with it in a request. The JSON server waits for half a second of silence
 * before it looks, as its users see it; its bare reading time, without wire and wait, stands beside it. Ours also has to cope with
 * one request among ten thousand, 5 MB of them.
 */
export async function benchTyping(): Promise<TypingTime[]> {
  const body = `{"resource": [\n${'  {"id": 1, "name": "Ada Lovelace", "tags": ["a", "b"]},\n'.repeat(18_000)}  {"id": 2}\n]}\n`;
  const peer = await typeInto(JSON_SERVER, "json", body, IN_BODY);
  const ours = await typeInto("dist/server.js", "http", HEAD + body, IN_BODY);
  const many = await typeInto("dist/server.js", "http", manyRequests(10_000), IN_REQUESTS);
  const bare = await bareReading(body);
  return [
    { name: "JSON server of VS Code", ...peer, ratio: 1 },
    { name: "its bare reading, in process", ...bare, ratio: bare.ms / peer.ms },
    { name: "this server", ...ours, ratio: ours.ms / peer.ms },
    { name: "this server, among 10,000 requests", ...many, ratio: many.ms / peer.ms },
  ];
}

async function typeInto(server: string, languageId: string, text: string, at: Position): Promise<Times> {
  // Without `workspace/configuration`, which the JSON server never asks for.
  const capabilities = { textDocument: { publishDiagnostics: {} } };
  const client = await connectToProgram(server, ["--stdio"], { capabilities });
  const uri = client.open(text, languageId);
  await client.published(uri);
  const times = await timesOf(async (key) => {
    client.change(uri, key, [typed(key, at)]);
    await client.published(uri);
  });
  await client.close();
  return times;
}

function bareReading(body: string): Promise<Times> {
  const json = getLanguageService({});
  const document = TextDocument.create("file:///body.json", "json", 1, body);
  return timesOf(async (key) => {
    TextDocument.update(document, [typed(key, IN_BODY)], key);
    await json.doValidation(document, json.parseJSONDocument(document));
  });
}

/** One letter. */
function typed(key: number, position: Position) {
  return { range: { start: position, end: position }, text: String.fromCharCode(97 + (key % 26)) };
}

interface Times {
  /** The median. */
  readonly ms: number;
  /** The slowest but one in twenty. */
  readonly p95: number;
}

async function timesOf(type: (key: number) => Promise<void>): Promise<Times> {
  const times: number[] = [];
  for (let key = 2; key < KEYS + 2; key++) {
    const started = performance.now();
    await type(key);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { ms: times[KEYS >> 1] ?? 0, p95: times[Math.floor(KEYS * 0.95)] ?? 0 };
}
