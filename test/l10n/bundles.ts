import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "client/l10n");

/** Translations by English text, as VS Code loads them for its display language. */
export type Bundle = Readonly<Record<string, string>>;

/** The languages that there is a bundle for, by the names that VS Code gives them. */
export const LANGUAGES: readonly string[] = globSync("bundle.l10n.*.json", { cwd: folder })
  .map((file) => file.split(".")[2] ?? "")
  .sort();

export function readBundle(language: string): Bundle {
  return readJson(bundleFile(language));
}

/** Translates what the bundle has, and nothing that every object has. */
export function ownTextsOf(bundle: Bundle): (english: string) => string | undefined {
  return (english) => (Object.hasOwn(bundle, english) ? bundle[english] : undefined);
}

/** One text to a line, so that a change of one shows as one. */
export function writeBundle(language: string, bundle: Bundle): void {
  writeFileSync(bundleFile(language), `${JSON.stringify(bundle, undefined, 2)}\n`);
}

/** The texts of the manifest by key; without a language, in English. */
export function readManifestTexts(language?: string): Bundle {
  return readJson(join(root, language === undefined ? "package.nls.json" : `package.nls.${language}.json`));
}

function bundleFile(language: string): string {
  return join(folder, `bundle.l10n.${language}.json`);
}

function readJson(file: string): Bundle {
  return JSON.parse(readFileSync(file, "utf8"));
}
