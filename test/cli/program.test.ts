import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { before, suite, test } from "node:test";
import { temporaryFolder } from "../editor/vscode/temporaryFolder.ts";
import { connectToProgram } from "../support/testClient.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const onWindows = process.platform === "win32";
const RECORD = `{"error":{"code":404,"context":null,"message":"Could not find a service for user","status_code":404}}`;
const BAD = `POST https://example.com/api/v2/db/_table/contacts\nX-DreamFactory-API-Key: {{key}}\nContent-Type: application/json\n\n{"resource": [{"name": "Ada"},]}\n`;

/** The package as npm installs it, in a project of its own. */
suite("the npm package", () => {
  let project = "";
  let program = "";

  before(() => {
    project = temporaryFolder("package");
    const built = execFileSync(process.execPath, ["server/npm/pack.mjs", path.join(project, "packed")]);
    writeFileSync(path.join(project, "package.json"), '{"private":true}');
    const install = [
      "install",
      "--offline",
      "--no-audit",
      "--no-fund",
      "--ignore-scripts",
      String(built).trim(),
    ];
    const installed = spawnSync("npm", install, { cwd: project, encoding: "utf8", shell: onWindows });
    assert.equal(installed.status, 0, installed.stderr);
    program = path.join(project, "node_modules/dreamfactory-errors/cli.js");
  });

  test("needs no other package, and is small", () => {
    const folder = path.join(project, "node_modules");
    const manifest = JSON.parse(readFileSync(path.join(folder, "dreamfactory-errors/package.json"), "utf8"));
    assert.equal(manifest.version, version);
    assert.equal(manifest.dependencies, undefined);
    const list = spawnSync("npm", ["ls", "--all", "--parseable"], {
      cwd: project,
      encoding: "utf8",
      shell: onWindows,
    });
    assert.equal(list.stdout.trim().split("\n").length, 2);
    assert.ok(statSync(path.join(folder, "dreamfactory-errors/cli.commands.js")).size < 2e6);
  });

  test("runs by its name", () => {
    const file = path.join(project, "node_modules/.bin/dreamfactory-errors");
    const { stdout, status } = spawnSync(file, ["--version"], { encoding: "utf8", shell: onWindows });
    assert.deepEqual([stdout, status], [`${version}\n`, 0]);
  });

  test("runs every command", () => {
    const rows: readonly (readonly [string[], string, number, RegExp])[] = [
      [["scan", "-l", "-"], `${RECORD}\n`, 1, /^1:1: 404 Not Found/],
      [["lint", "-"], BAD, 1, /trailing-comma/],
      [["explain", "404"], "", 0, /^404 Not Found\n/],
      [["lsp"], "", 2, /^$/],
    ];
    for (const [args, input, status, out] of rows) {
      const ran = spawnSync(process.execPath, [program, ...args], { input, encoding: "utf8" });
      assert.equal(ran.status, status, `${args.join(" ")}: ${ran.stderr}`);
      assert.match(ran.stdout, out);
    }
  });

  test("serves an editor", async () => {
    const client = await connectToProgram(program, ["lsp", "--stdio"]);
    assert.equal(client.initialized.serverInfo?.version, version);
    await client.close();
  });

  test("scans a large file, also where Node allows nothing but to read", () => {
    const log = path.join(project, "huge.log");
    writeFileSync(log, Buffer.alloc(40 << 20, "an ordinary line\n"));
    appendFileSync(log, `\n${RECORD}\n`);
    const limits = ["--permission", "--allow-fs-read=*"];
    for (const options of [[], limits]) {
      const args = [...options, program, "scan", "--list", log];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
      assert.equal(status, 1, stderr);
      assert.match(stdout, /huge\.log:2467239:1: 404 Not Found/);
    }
  });

  test("ends quietly when nobody reads on", async () => {
    const log = path.join(project, "large.log");
    writeFileSync(log, `${RECORD}\n`.repeat(20_000));
    const scanning = spawn(process.execPath, [program, "scan", "--list", log], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let complaint = "";
    scanning.stderr.on("data", (chunk: Buffer) => {
      complaint += chunk;
    });
    await once(scanning.stdout, "data");
    scanning.stdout.destroy();
    const [status] = await once(scanning, "exit");
    assert.deepEqual([status, complaint], [0, ""]);
  });

  if (!onWindows) {
    test("ends by Ctrl+C though its input says nothing more, with what was found", async () => {
      const scanning = spawn(process.execPath, [program, "scan", "--list", "-"], { stdio: "pipe" });
      scanning.stdin.write(`${RECORD}\n`.repeat(20_000));
      await once(scanning.stdout, "data");
      scanning.kill("SIGINT");
      const [status] = await once(scanning, "exit");
      assert.equal(status, 130);
    });

    test("refuses a commit by the hook that the documentation shows", () => {
      const [, hook = ""] =
        /`\.git\/hooks\/pre-commit`:\n\n```sh\n([\s\S]*?)```/.exec(
          readFileSync("server/npm/README.md", "utf8"),
        ) ?? [];
      const git = (...args: string[]) =>
        spawnSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], {
          cwd: project,
          encoding: "utf8",
        });
      git("init", "--quiet");
      mkdirSync(path.join(project, ".git/hooks"), { recursive: true });
      writeFileSync(path.join(project, ".git/hooks/pre-commit"), hook, { mode: 0o755 });

      writeFileSync(path.join(project, "a b.http"), BAD);
      git("add", "a b.http");
      const refused = git("commit", "--quiet", "-m", "bad");
      assert.notEqual(refused.status, 0);
      assert.match(refused.stdout + refused.stderr, /a b\.http\n[\s\S]*trailing-comma/);

      writeFileSync(path.join(project, "a b.http"), BAD.replace(",]", "]"));
      git("add", "a b.http");
      const accepted = git("commit", "--quiet", "-m", "good");
      assert.equal(accepted.status, 0, accepted.stderr);
    });
  }
});
