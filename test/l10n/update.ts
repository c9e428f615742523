/**
 * Brings the bundles of `client/l10n` up to the sources: `npm run l10n`. Translations of texts that are gone are
 * removed; texts without a translation are listed, and stay English until somebody writes one.
 */
import process from "node:process";
import { LANGUAGES, readBundle, writeBundle } from "./bundles.ts";
import { everyText } from "./everyText.ts";

// In the order of their characters: two people who add texts rarely meet.
const texts = [...everyText()].sort();
for (const language of LANGUAGES) {
  const before = readBundle(language);
  const kept = texts.filter((text) => Object.hasOwn(before, text));
  const missing = texts.filter((text) => !Object.hasOwn(before, text));
  writeBundle(language, Object.fromEntries(kept.map((text) => [text, before[text] ?? ""])));
  const removed = Object.keys(before).length - kept.length;
  console.log(`${language}: ${kept.length} texts, ${removed} removed, ${missing.length} to translate`);
  for (const text of missing) console.log(`  ${JSON.stringify(text)}`);
  if (missing.length > 0) process.exitCode = 1;
}
