import type { Buffer } from "node:buffer";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import { ScanMethod, type ScanResult } from "../../server/src/protocol.ts";
import { temporaryFolder } from "../editor/vscode/temporaryFolder.ts";
import { connectInBand, type TestClient } from "../support/testClient.ts";

const scratch = temporaryFolder("scan");

/** Asks for a scan. */
export function scanOf(client: TestClient, uris: readonly string[]): Promise<ScanResult> {
  return client.connection.sendRequest<ScanResult>(ScanMethod.scan, { uris });
}

/** A new folder with files in it. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): {
  readonly root: string;
  readonly uri: (name: string) => string;
} {
  const root = mkdtempSync(path.join(scratch, "scan-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  return { root, uri: (name) => pathToFileURL(path.join(root, name)).href };
}

/** A client that is closed when the test ends. */
export async function connectFor(
  t: TestContext,
  connect: () => Promise<TestClient> = connectInBand,
): Promise<TestClient> {
  const client = await connect();
  t.after(() => client.close());
  return client;
}
