import path from "node:path";
import process from "node:process";
import { downloadAndUnzipVSCode, SilentReporter } from "@vscode/test-electron";
import { Refusal } from "./refusal.ts";

/** A VS Code to run tests in. */
export interface VsCode {
  /** What `runTests` of test-electron starts. */
  readonly executable: string;
  /** `served`: the executable is our launcher, and a browser shows the window. */
  readonly kind: "desktop" | "served";
}

const LAUNCHER = path.join(import.meta.dirname, "launcher.ts");

/** Downloads VS Code (`VSCODE_VERSION`, by default the stable one); where that fails, takes the one from npm. */
export async function findVsCode(): Promise<VsCode> {
  const version = process.env.VSCODE_VERSION ?? "stable";
  if (version === "served") return { executable: LAUNCHER, kind: "served" };
  try {
    const executable = await downloadAndUnzipVSCode({ version, reporter: new SilentReporter() });
    return { executable, kind: "desktop" };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (process.platform === "win32") {
      throw new Refusal(`VS Code cannot be downloaded (${reason}): connect to the network and try again.`);
    }
    console.log(`VS Code cannot be downloaded (${reason}); using the one from npm in a browser.`);
    return { executable: LAUNCHER, kind: "served" };
  }
}
