import { mkdir, symlink } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { start } from "./childProcess.ts";
import { type BigPackage, installOnce } from "./npmCache.ts";
import { Refusal } from "./refusal.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

/** VS Code as an npm package: a build of the same source that serves its window to a browser. */
const CODE_SERVER: BigPackage = {
  name: "code-server",
  version: "4.139.1",
  title: "VS Code",
  inner: ["lib/vscode"],
};

export interface ServeOptions {
  /** A free port when absent. */
  readonly port?: number;
  /** The folder to open when the address names none. */
  readonly folder?: string;
  /** Holds `User/settings.json`. */
  readonly userDataFolder: string;
  /** A packaged extension to install, or the folder of one to run from source. */
  readonly installed?: string;
  /** Added to the environment of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface ServedVsCode {
  readonly address: string;
  /** The address of a window: a folder, and what VS Code would take from the command line. */
  windowAddress(folder: string, payload: Readonly<Record<string, string>>): string;
  /** Resolves when the server has ended. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Serves VS Code on the loopback interface; resolves once it listens. */
export async function serveVsCode(options: ServeOptions): Promise<ServedVsCode> {
  const { port = 0, folder, userDataFolder, installed, env } = options;
  if (port !== 0) await refuseTakenPort(port);
  const main = path.join(await installOnce(CODE_SERVER), "lib", "vscode", "out", "server-main.js");
  const data = temporaryFolder("server");

  const common = ["--accept-server-license-terms", "--server-data-dir", data, "--telemetry-level", "off"];
  if (installed?.endsWith(".vsix")) {
    const install = start(process.execPath, [main, ...common, "--install-extension", installed]);
    await install.waitFor(/was successfully installed/);
    await install.stop();
  } else if (installed !== undefined) {
    await mkdir(path.join(data, "extensions"));
    await symlink(installed, path.join(data, "extensions", path.basename(installed)), "junction");
  }

  const server = start(
    process.execPath,
    [
      main,
      ...common,
      ...["--user-data-dir", userDataFolder],
      ...["--host", "127.0.0.1", "--port", String(port), "--without-connection-token"],
      ...(folder === undefined ? [] : ["--default-folder", folder]),
      "--enable-smoke-test-driver",
    ],
    env,
  );
  const [, bound] = await server.waitFor(/Extension host agent listening on (\d+)/);
  const address = `http://localhost:${bound}/`;
  return {
    address,
    windowAddress: (opened, payload) => {
      const query = new URLSearchParams({ folder: opened, payload: JSON.stringify(Object.entries(payload)) });
      return `${address}?${query}`;
    },
    ended: server.ended,
    stop: server.stop,
  };
}

/** The address of a file for the window, which sees the server's files as remote ones. */
export function remoteUri(file: string): string {
  return `vscode-remote://remote${path.resolve(file)}`;
}

async function refuseTakenPort(port: number): Promise<void> {
  await new Promise<void>((free, reject) => {
    const probe = createServer();
    probe.once("error", () => {
      reject(
        new Refusal(
          `Port ${port} is taken: end what listens there, or choose another with "npm start -- --port=${port + 1}".`,
        ),
      );
    });
    probe.listen(port, "127.0.0.1", () => probe.close(() => free()));
  });
}
