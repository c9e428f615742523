import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { suite, test } from "node:test";
import { parseDocument } from "../../server/src/documents/parseDocument.ts";
import { bodiesWithin } from "../../server/src/documents/readRequests.ts";
import type { ClientProfile } from "../../server/src/http/profile.ts";
import { fillPhrase } from "../../server/src/text/phrase.ts";

const FOLDER = "test/fixtures/http/dialects";
const CLIENTS: readonly ClientProfile[] = ["rest-client", "httpyac", "jetbrains", "visual-studio", "kulala"];

/** What each file holds: its requests, and the JSON texts among their bodies. */
const CONTENTS: Readonly<Record<string, readonly [requests: number, bodies: number]>> = {
  "httpyac-bodies.http": [7, 7],
  "httpyac-dreamfactory.http": [33, 18],
  "httpyac-scripts.http": [10, 7],
  "jetbrains-headers.http": [5, 3],
  "jetbrains.http": [10, 6],
  "kulala.http": [9, 6],
  "rest-client-bodies.http": [9, 4],
  "rest-client-dreamfactory.http": [32, 14],
  "rest-client-signs.http": [3, 2],
  "rest-client-variables.http": [7, 2],
  "rest-client-windows.http": [2, 1],
  "visual-studio-records.http": [5, 2],
  "visual-studio.http": [5, 2],
};

/** Correct files as the users of each client write them: nothing in them is overlooked or found fault with. */
suite("a correct file in the dialect of a client", () => {
  for (const file of readdirSync(FOLDER)) {
    const text = readFileSync(`${FOLDER}/${file}`, "utf8");
    const client = CLIENTS.find((each) => file.startsWith(each));
    assert.ok(client !== undefined, file);
    for (const profile of ["auto", client] as const) {
      test(`${file}, read as ${profile}`, () => {
        const parsed = parseDocument(text, "http", { client: profile, hosts: [], claim: "auto" });
        const found = parsed.faults.map(({ code, span, message }) => {
          const line = text.slice(0, span.start).split("\n").length;
          return `line ${line}: ${code}: ${fillPhrase(message)}`;
        });
        assert.deepEqual(found, []);
        const requests = parsed.requests?.http.blocks.flatMap((block) => block.requests) ?? [];
        const bodies = bodiesWithin(parsed, { start: 0, end: text.length });
        assert.deepEqual([requests.length, bodies.length], CONTENTS[file]);
      });
    }
  }
});
