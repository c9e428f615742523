import path from "node:path";
import { _electron, type Page } from "playwright-core";
import { ROOT } from "../paths.ts";
import { launchChromium } from "./chromium.ts";
import { findVsCode } from "./executable.ts";
import { remoteUri, serveVsCode } from "./servedVsCode.ts";
import { temporaryFolder } from "./temporaryFolder.ts";
import { writeUserSettings } from "./userSettings.ts";

export interface WindowOptions {
  /** The folder to open. */
  readonly folder: string;
  /** A file in the folder to begin with, with the place: `dreamfactory.log:12:80`. */
  readonly place: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The folder of the extension to run from source; this repository when absent. */
  readonly extension?: string;
}

/** A window of VS Code on the screen of a headless browser, or of the desktop. */
export interface EditorWindow {
  readonly page: Page;
  close(): Promise<void>;
}

/** Opens a window that runs this extension, and resolves once the workbench is there. */
export async function openWindow(options: WindowOptions): Promise<EditorWindow> {
  const userData = temporaryFolder("user");
  await writeUserSettings(userData, options.settings);
  const { kind, executable } = await findVsCode();
  const { page, close } = await (kind === "served"
    ? openServed(options, userData)
    : openDesktop(options, userData, executable));
  await page.locator(".monaco-workbench").waitFor();
  return { page, close };
}

async function openServed(options: WindowOptions, userDataFolder: string): Promise<EditorWindow> {
  const { folder, place, extension = ROOT } = options;
  const server = await serveVsCode({ userDataFolder });
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1100, height: 640 } });
  await page.goto(
    server.windowAddress(folder, {
      extensionDevelopmentPath: remoteUri(extension),
      openFile: remoteUri(path.join(folder, place)),
      gotoLineMode: "true",
      skipWelcome: "true",
    }),
  );
  return {
    page,
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

async function openDesktop(
  { folder, place, extension = ROOT }: WindowOptions,
  userDataFolder: string,
  executablePath: string,
): Promise<EditorWindow> {
  const app = await _electron.launch({
    executablePath,
    args: [
      folder,
      ...["--goto", path.join(folder, place)],
      `--extensionDevelopmentPath=${extension}`,
      `--user-data-dir=${userDataFolder}`,
      `--extensions-dir=${path.join(userDataFolder, "extensions")}`,
      "--no-sandbox",
      "--disable-updates",
      "--disable-workspace-trust",
      "--skip-welcome",
      "--skip-release-notes",
    ],
  });
  return { page: await app.firstWindow(), close: () => app.close() };
}
