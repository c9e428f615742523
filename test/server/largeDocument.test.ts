import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { Hover, InlayHint } from "vscode-languageserver-protocol";
import { Method, type Statistics } from "../../server/src/protocol.ts";
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
