import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { type BigPackage, installOnce } from "./npmCache.ts";
import { onPath } from "./onPath.ts";
import { Refusal } from "./refusal.ts";

const SPARTICUZ: BigPackage = { name: "@sparticuz/chromium", version: "153.0.0", title: "Chromium" };

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a headless Chromium: the one of `CHROME_PATH`, an installed one, or one from npm. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = await findChromium();
  try {
    return await chromium.launch({ executablePath, args: FLAGS, headless: true });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    throw new Refusal(
      `The browser ${executablePath} does not start (${reason}): install Chrome or Chromium, or set CHROME_PATH to one that starts.`,
    );
  }
}

async function findChromium(): Promise<string> {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) {
    if (existsSync(CHROME_PATH)) return CHROME_PATH;
    throw new Refusal(
      `CHROME_PATH names ${CHROME_PATH}, which does not exist: correct it, or unset it to use an installed Chrome or Chromium.`,
    );
  }
  return installedChromium() ?? (await chromiumFromNpm());
}

function installedChromium(): string | undefined {
  const { PROGRAMFILES = "", "PROGRAMFILES(X86)": PROGRAMFILES_X86 = "" } = process.env;
  const elsewhere = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    path.join(PROGRAMFILES, "Google/Chrome/Application/chrome.exe"),
    path.join(PROGRAMFILES_X86, "Google/Chrome/Application/chrome.exe"),
    path.join(PROGRAMFILES_X86, "Microsoft/Edge/Application/msedge.exe"),
  ];
  return (
    onPath("google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge") ??
    elsewhere.find((candidate) => existsSync(candidate))
  );
}

async function chromiumFromNpm(): Promise<string> {
  if (process.platform !== "linux") {
    throw new Refusal("No Chrome or Chromium was found: install one, or set CHROME_PATH to its executable.");
  }
  const folder = await installOnce(SPARTICUZ).catch((error) => {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      `No Chrome or Chromium was found: install one, or set CHROME_PATH to its executable. (From npm: ${error.message})`,
    );
  });
  const module: { default: { executablePath(): Promise<string> } } = await import(
    pathToFileURL(path.join(folder, "build", "index.js")).href
  );
  return module.default.executablePath();
}
