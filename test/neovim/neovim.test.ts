import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { suite, test } from "node:test";
import { onPath } from "../editor/vscode/onPath.ts";
import { temporaryFolder } from "../editor/vscode/temporaryFolder.ts";

/** What a user of Neovim saw. */
interface Shown {
  readonly hover: string;
  readonly diagnostics: readonly { code: string; line: number; column: number; message: string }[];
  readonly mended: string;
  readonly mistake?: string;
}

const LOG = `{"error":{"code":404,"context":null,"message":"Could not find a service for user","status_code":404}}`;
const REQUEST = `POST https://example.com/api/v2/db/_table/contacts
X-DreamFactory-API-Key: {{key}}
Content-Type: application/json

{"resource": [{"name": "Zoë 🎉"},]}
`;

const SERVER = ["--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "server/src/node/cli.ts", "lsp", "--stdio"];

const nvim = onPath("nvim", "nvim.exe");

if (nvim !== undefined) {
  suite("Neovim over stdio", () => {
    test("shows the hover and the diagnostics, and applies a fix", async () => {
      const folder = temporaryFolder("neovim");
      const files = { log: "app.log", http: "requests.http", result: "shown.json" };
      const [log, http, result] = Object.values(files).map((name) => path.join(folder, name));
      assert(log !== undefined && http !== undefined && result !== undefined);
      writeFileSync(log, LOG);
      writeFileSync(http, REQUEST);
      const script = path.resolve("test/neovim/session.lua");
      const program = spawn(
        nvim,
        ["--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", `luafile ${script}`, "-c", "qall!"],
        {
          stdio: ["ignore", "ignore", "inherit"],
          env: {
            ...process.env,
            DREAMFACTORY_SERVER: JSON.stringify([process.execPath, ...SERVER]),
            DREAMFACTORY_LOG: log,
            DREAMFACTORY_COLUMN: String(LOG.indexOf("404")),
            DREAMFACTORY_HTTP: http,
            DREAMFACTORY_RESULT: result,
          },
        },
      );
      await once(program, "exit");
      const shown: Shown = JSON.parse(readFileSync(result, "utf8"));
      assert.equal(shown.mistake, undefined);
      assert.match(shown.hover, /404 Not Found/);
      assert.match(shown.hover, /Likely cause/);
      assert.deepEqual(
        shown.diagnostics.map(({ code, line }) => ({ code, line })),
        [{ code: "trailing-comma", line: 4 }],
      );
      assert.equal(shown.mended, REQUEST.replace(",]", "]").trimEnd());
    });
  });
}
