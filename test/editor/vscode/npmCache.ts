import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { Refusal } from "./refusal.ts";

/** Where big tools are kept between runs: one folder per user, or the one `DREAMFACTORY_ERRORS_CACHE` names. */
export function cacheFolder(): string {
  const { DREAMFACTORY_ERRORS_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (DREAMFACTORY_ERRORS_CACHE) return path.resolve(DREAMFACTORY_ERRORS_CACHE);
  const defaults: Partial<Record<NodeJS.Platform, string>> = {
    darwin: path.join(homedir(), "Library", "Caches"),
    win32: LOCALAPPDATA ?? path.join(homedir(), "AppData", "Local"),
  };
  const parent = defaults[process.platform] ?? XDG_CACHE_HOME ?? path.join(homedir(), ".cache");
  return path.join(parent, "dreamfactory-errors");
}

/** A package of npm's registry in one exact version, which is kept out of `package.json` for its size. */
export interface BigPackage {
  readonly name: string;
  readonly version: string;
  /** What it is to the person who waits for it. */
  readonly title: string;
  /** Folders inside the package that have dependencies of their own. */
  readonly inner?: readonly string[];
}

/** The folder of an installed package; installs it into the cache first when it is not there. */
export async function installOnce({ name, version, title, inner = [] }: BigPackage): Promise<string> {
  const home = path.join(cacheFolder(), `${name.replace("/", "+")}-${version}`);
  const inHome = path.join(home, "node_modules", name);
  if (existsSync(inHome)) return inHome;

  console.log(`Installing ${title} into ${home} (once) …`);
  await mkdir(path.dirname(home), { recursive: true });
  // Installed beside its place and then renamed: an interrupted run leaves nothing that looks complete.
  const staging = await mkdtemp(`${home}.incomplete-`);
  try {
    await npmInstall(title, staging, `${name}@${version}`);
    for (const folder of inner) {
      await npmInstall(title, path.join(staging, "node_modules", name, folder), "--omit=dev");
    }
    await rename(staging, home).catch((error) => {
      if (!existsSync(inHome)) throw error;
    });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return inHome;
}

async function npmInstall(title: string, folder: string, ...args: readonly string[]): Promise<void> {
  const { npm_execpath: cli } = process.env;
  const [command, first] = cli?.endsWith("js") ? [process.execPath, [cli]] : ["npm", []];
  const child = spawn(
    command,
    [...first, "install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", ...args],
    {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
      shell: process.platform === "win32" && command === "npm",
    },
  );
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    errors += text;
  });
  const code = await new Promise((done) => child.on("error", done).on("close", done));
  if (code !== 0) throw new Refusal(whyNpmFailed(title, errors));
}

/** One sentence for what npm wrote when it could not install something. */
export function whyNpmFailed(title: string, errors: string): string {
  if (/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b/.test(errors)) {
    return `${title} could not be fetched, because npm's registry cannot be reached: connect to the network (or set "registry" in .npmrc) and try again.`;
  }
  if (/\bENOSPC\b/.test(errors)) {
    return `${title} could not be installed, because the disk is full: make room in ${cacheFolder()}, or set DREAMFACTORY_ERRORS_CACHE to a folder elsewhere.`;
  }
  const reason = errors.match(/npm (?:error|ERR!) (?!code)(.+)/)?.[1] ?? "npm could not be started";
  return `${title} could not be installed by npm (${reason}): set the cause right and try again.`;
}
