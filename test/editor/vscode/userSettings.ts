import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

/** A window in which nothing but this extension asks for attention. */
const QUIET = {
  "security.workspace.trust.enabled": false,
  "chat.disableAIFeatures": true,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.reduceMotion": "on",
  "workbench.enableExperiments": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "editor.minimap.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.layoutControl.enabled": false,
  "window.commandCenter": false,
};

/** Writes `User/settings.json` below a user data folder: quiet ones, and those given. */
export async function writeUserSettings(
  userDataFolder: string,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const folder = path.join(userDataFolder, "User");
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "settings.json"), JSON.stringify({ ...QUIET, ...settings }, null, 2));
}
