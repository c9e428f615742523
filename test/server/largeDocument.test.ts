import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { Hover, InlayHint, SymbolInformation } from "vscode-languageserver-protocol";
import {
  type DocumentRange,
  type ErrorList,
  Method,
  type NextErrorParams,
  type Statistics,
} from "../../server/src/protocol.ts";
import { connectInBand } from "../support/testClient.ts";

const LINE =
  '{"error":{"code":404,"context":null,"message":"Could not find a service for user","status_code":404}}\n';
const LINES = 25_000;

suite("a document with more errors than are read at once", () => {
  test("is explained and hinted to its end, and counted as far as it was read", async (t) => {
    const client = await connectInBand();
    t.after(() => client.close());
    const textDocument = { uri: client.open(LINE.repeat(LINES), "log") };
    const ask = <T>(method: string, params: object): Promise<T> =>
      client.connection.sendRequest<T>(method, { textDocument, ...params });
    for (const line of [0, 19_998, 19_999, 20_000, 22_000, LINES - 1]) {
      const hover = await ask<Hover | null>("textDocument/hover", { position: { line, character: 3 } });
      assert.match(JSON.stringify(hover?.contents), /NotFoundException/, `line ${line}`);
    }
    const range = { start: { line: 22_000, character: 0 }, end: { line: 22_040, character: 0 } };
    const hints = await ask<InlayHint[]>("textDocument/inlayHint", { range });
    assert.deepEqual(
      hints.map(({ position }) => position.line),
      Array.from({ length: 40 }, (_, at) => 22_000 + at),
    );
    const { records, complete } = await ask<Statistics>(Method.statistics, {});
    assert.deepEqual([records, complete], [20_000, false]);
    const list = await ask<ErrorList>(Method.listErrors, {});
    assert.deepEqual([list.errors.length, list.omitted, list.complete], [1000, 19_000, false]);
    const symbols = await ask<SymbolInformation[]>("textDocument/documentSymbol", {});
    assert.equal(symbols.at(-1)?.name, "… over 19000 more errors");
  });

  test("answers all that is asked at a place far behind", async (t) => {
    const client = await connectInBand({ initializationOptions: { commandLinks: true } });
    t.after(() => client.close());
    const textDocument = { uri: client.open(LINE.repeat(LINES), "log") };
    const position = { line: 22_000, character: 60 };
    const range = { start: position, end: position };
    for (const [method, params] of [
      [Method.explainAt, { position }],
      [Method.openRecord, { position }],
      ["textDocument/codeAction", { range, context: { diagnostics: [] } }],
      ["textDocument/documentHighlight", { position }],
      ["textDocument/references", { position, context: { includeDeclaration: true } }],
    ] as const) {
      const answer = await client.connection.sendRequest<object | null>(method, { textDocument, ...params });
      assert.ok(answer !== null && Object.keys(answer).length > 0, method);
    }
  });

  test("is gone through from error to error, round at its ends", async (t) => {
    const client = await connectInBand();
    t.after(() => client.close());
    const quiet = "all is well\n";
    // Few errors and much text between them stand behind those that are read at once.
    const text = `${LINE.repeat(20_001)}${quiet.repeat(60_000)}${LINE}${quiet.repeat(60_000)}${LINE}${quiet}`;
    const textDocument = { uri: client.open(text, "log") };
    const from = async (line: number, character: number, direction: NextErrorParams["direction"]) => {
      const params = { textDocument, position: { line, character }, direction };
      return (await client.connection.sendRequest<DocumentRange | null>(Method.nextError, params))?.start
        .line;
    };
    const far = [20_001 + 60_000, 20_001 + 60_000 + 1 + 60_000] as const;
    for (const [line, next, previous] of [
      [0, 1, far[1]],
      [15_000, 15_001, 14_999],
      [19_998, 19_999, 19_997],
      [19_999, 20_000, 19_998],
      [20_000, far[0], 19_999],
      [50_000, far[0], 20_000],
      [far[0], far[1], 20_000],
      [far[1], 0, far[0]],
    ] as const) {
      assert.equal(await from(line, 70, "next"), next, `next after line ${line}`);
      assert.equal(await from(line, 5, "previous"), previous, `previous before line ${line}`);
    }
  });

  test("is counted to its end as soon as it holds fewer", async (t) => {
    const client = await connectInBand();
    t.after(() => client.close());
    const uri = client.open(LINE.repeat(20_001), "log");
    const ask = () => client.connection.sendRequest<Statistics>(Method.statistics, { textDocument: { uri } });
    assert.equal((await ask()).complete, false);
    const range = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
    client.change(uri, 2, [{ range, text: "" }]);
    const { records, complete } = await ask();
    assert.deepEqual([records, complete], [19_996, true]);
  });
});
