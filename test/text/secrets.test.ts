import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { maskSecrets } from "../../server/src/text/secrets.ts";

const KEY = "6498a8ad1beb9d84d63035c5d1120c007fad6de706734db9689f8996707e0f7d";
const TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjEsInVzZXJfaWQiOjF9.c2lnbmF0dXJlLXNpZ25hdHVyZQ";

const ROWS: readonly (readonly [text: string, masked: string])[] = [
  [`X-DreamFactory-API-Key: ${KEY}`, "X-DreamFactory-API-Key: •••"],
  [`{"API Key":"${KEY}","JWT":"${TOKEN}"}`, '{"API Key":"•••","JWT":"•••"}'],
  [`Authorization: Bearer ${TOKEN}`, "Authorization: Bearer •••"],
  ["Authorization: Basic YWRhOnNlY3JldA==", "Authorization: Basic •••"],
  ['{"email":"a@b.c","password":"hunter2"}', '{"email":"a@b.c","password":"•••"}'],
  ['{\\"password\\":\\"hunter2\\"}', '{\\"password\\":\\"•••\\"}'],
  ["/api/v2/db?session_token=abc123&limit=5", "/api/v2/db?session_token=•••&limit=5"],
  ["[password] => hunter2", "[password] => •••"],
  ["api_key={{apiKey}}", "api_key={{apiKey}}"],
  ['{"JWT":null}', '{"JWT":null}'],
  [
    "No API Key provided. Please provide a valid API Key.",
    "No API Key provided. Please provide a valid API Key.",
  ],
  ["Duplicate entry 'a@b.c' for key 'email'", "Duplicate entry 'a@b.c' for key 'email'"],
];

suite("secrets are masked", () => {
  for (const [text, masked] of ROWS) {
    test(text, () => assert.equal(maskSecrets(text), masked));
  }

  test("in time that grows with the text", () => {
    const long = "password".repeat(40_000) + " ".repeat(40_000);
    assert.equal(maskSecrets(long), long);
  });
});
