import { execFileSync } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { resolveCliArgsFromVSCodeExecutablePath } from "@vscode/test-electron";
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
  readonly source?: string;
  /** A packaged extension to install and run instead. */
  readonly vsix?: string;
  /**
   * The display language, such as `de`. The served VS Code takes it without a language pack: extensions speak it, VS Code
   * itself stays English.
   */
  readonly language?: string;
}

/** Milliseconds; only against hanging: a busy machine may take its time. */
const PATIENCE = 90_000;

/** A window of VS Code in a headless browser, or on the desktop. */
interface EditorWindow {
  readonly page: Page;
  close(): Promise<void>;
}

/**
 * Opens a window that runs this extension, hands its page over once the document is on screen, and closes it. When
 * `run` fails, a picture of what was on screen stays in `dist/test/`.
 */
export async function inWindow(options: WindowOptions, run: (page: Page) => Promise<void>): Promise<void> {
  const userData = temporaryFolder("user");
  await writeUserSettings(userData, options.settings);
  const { kind, executable } = await findVsCode();
  const { page, close } = await (kind === "served" || options.language !== undefined
    ? openServed(options, userData)
    : openDesktop(options, userData, executable));
  try {
    await page.locator(".editor-instance .view-line").first().waitFor();
    await run(page);
  } catch (error) {
    const picture = path.join(ROOT, "dist", "test", `failed-${process.pid}.png`);
    await page.screenshot({ path: picture });
    throw new Error(`See ${picture}.`, { cause: error });
  } finally {
    await close();
  }
}

async function openServed(options: WindowOptions, userDataFolder: string): Promise<EditorWindow> {
  const { folder, place, vsix, source = ROOT, language } = options;
  const server = await serveVsCode({ userDataFolder, ...(vsix === undefined ? {} : { installed: vsix }) });
  const browser = await launchChromium();
  const page = await browser.newPage({
    viewport: { width: 1000, height: 560 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  page.setDefaultTimeout(PATIENCE);
  if (language !== undefined) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = "${language}";`);
  await page.goto(
    server.windowAddress(folder, {
      ...(vsix === undefined ? { extensionDevelopmentPath: remoteUri(source) } : {}),
      openFile: `vscode-remote://${new URL(server.address).host}${path.join(folder, place)}`,
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
  { folder, place, vsix, source = ROOT }: WindowOptions,
  userDataFolder: string,
  executablePath: string,
): Promise<EditorWindow> {
  const profile = [
    `--user-data-dir=${userDataFolder}`,
    `--extensions-dir=${path.join(userDataFolder, "extensions")}`,
  ];
  if (vsix !== undefined) {
    const [cli = executablePath, ...args] = resolveCliArgsFromVSCodeExecutablePath(executablePath);
    execFileSync(cli, [...args, ...profile, "--install-extension", vsix], {
      shell: process.platform === "win32",
    });
  }
  const app = await _electron.launch({
    executablePath,
    args: [
      folder,
      ...["--goto", path.join(folder, place)],
      ...(vsix === undefined ? [`--extensionDevelopmentPath=${source}`] : []),
      ...profile,
      ...["--no-sandbox", "--disable-updates", "--disable-workspace-trust"],
      ...["--skip-welcome", "--skip-release-notes"],
    ],
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(PATIENCE);
  return { page, close: () => app.close() };
}
