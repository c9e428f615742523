import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { maskSecrets } from "../../server/src/text/secrets.ts";

const KEY = "6498a8ad1beb9d84d63035c5d1120c007fad6de706734db9689f8996707e0f7d";
const JWT = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOjEsInVzZXJfaWQiOjF9.abc_DEF-123";

/** Secrets are marked by «…»; all else has to stay. */
const TEXTS: Readonly<Record<string, string>> = {
  "an API key": `X-DreamFactory-API-Key: «${KEY}»`,
  "a session token": `X-DreamFactory-Session-Token: «${JWT}»`,
  "a key in the application log": `[REQUEST] {"Parameters":"{}","API Key":"«${KEY}»","JWT":"«${JWT}»"}`,
  "a missing token in the application log": '{"JWT":null}',
  "a bearer token": "Authorization: Bearer «abcdef.123456»",
  "basic credentials": "Authorization: Basic «dXNlcjpwYXNz»",
  "a password in JSON": '{"email":"a@b.c","password":"«my \\"secret\\" word»","remember_me":false}',
  "a password in escaped JSON": '"{\\"new_password\\":\\"«x y»\\",\\"a\\":1}"',
  "keys in a URL": "GET /api/v2/db?api_key=«abc»&session_token=«def»&limit=1 HTTP/1.1",
  "a password in a URL": "https://admin:«hunter2»@db.example.com/api",
  "a printed PHP array": "[password] => «hunter2»\n [email] => a@b.c",
  "a Java map": "{X-DreamFactory-Session-Token=«abc123», a=1}",
  "a Python dict": "{'password': '«hunter2»', 'a': 1}",
  "HTML entities": "{&quot;password&quot;:&quot;«hunter2»&quot;,&quot;a&quot;:1}",
  "a script token": "script_token=«abc»&limit=5",
  "a hashed password": "values (a@b.c, «$2y$10$abcdefghijklmnopqrstuvABCDEFGHIJKLMNOPQRSTUV1234567»)",
  "a password in a URL without a user": "redis://:«hunter2»@cache:6379",
  "a password in a data source": "mysql:host=db;dbname=x;user=root;password=«hunter2»",
  "a password in a connection string": "Server=db;Uid=sa;Pwd=«hunter2»;Encrypt=yes",
  "a password in an encoded URL": "%22password%22%3A%22«hunter2»%22",
  "a key in an encoded query": "api_key%3D«abc»%26limit%3D1",
  "a session's id": '{"session_id":"«abc123»","id":7}',
  "keys of Amazon": "AWS_SECRET_ACCESS_KEY=«wJalrXUtn» for «AKIAIOSFODNN7EXAMPLE»",
  "a private key": "-----BEGIN RSA PRIVATE KEY-----«\nMIIE\n»-----END RSA PRIVATE KEY-----",
  "a cookie": "Cookie: «laravel_session=abc; x=y»\nHost: a",
  "a password in XML": "<user><password>«hunter2»</password><id>5</id></user>",
  "a password in SQL": "CREATE USER a IDENTIFIED BY '«hunter2»'",
  "a code that confirms": '{"confirm_code":"«abc123»"}',
  "a parameter of a statement": "update user set password = ? where token = :token and password=:password",
  "an identifier": "Record with identifier '5f3c9a1e-1234-4bcd-9abc-1234567890ab' not found.",
  "a duplicate": "Duplicate entry 'a@b.c' for key 'email'",
  "a placeholder": "X-DreamFactory-API-Key: {{api_key}}",
  "what a database says of a password": "Access denied for user 'a'@'b' (using password: YES)",
  "a sentence about a token": "SyntaxError: Unexpected token: string",
  "a message about keys":
    "No API Key provided. Please provide a valid API Key using X-DreamFactory-API-Key request header",
};

for (const [name, marked] of Object.entries(TEXTS)) {
  test(`${name}: only secrets are masked`, () => {
    assert.equal(maskSecrets(marked.replace(/[«»]/g, "")), marked.replace(/«[^»]*»/g, "•••"));
  });
}

test("masking twice changes nothing more", () => {
  for (const marked of Object.values(TEXTS)) {
    const once = maskSecrets(marked.replace(/[«»]/g, ""));
    assert.equal(maskSecrets(once), once);
  }
});

test("no key survives, whatever stands around it", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      assert.ok(!maskSecrets(`${before} ${KEY} ${after}`).includes(KEY));
    }),
  );
});

test("masking takes time that grows with the text", () => {
  const long = "password".repeat(40_000) + " ".repeat(40_000);
  assert.equal(maskSecrets(long), long);
});
