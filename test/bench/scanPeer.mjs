import { readFileSync } from "node:fs";

/** What one writes without a library: the whole file as text, `indexOf` for the key, `JSON.parse` of the candidates. */
const text = readFileSync(process.argv[2], "utf8");
let found = 0;
for (let at = text.indexOf('"error"'); at >= 0; at = text.indexOf('"error"', at + 7)) {
  const start = text.lastIndexOf("{", at);
  const end = endOf(text, start);
  if (start < 0 || end === undefined) continue;
  try {
    if (typeof JSON.parse(text.slice(start, end)).error === "object") found += 1;
  } catch {
    // Not JSON after all.
  }
}
console.log(found);

function endOf(text, start) {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < Math.min(text.length, start + 262_144); at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b) depth += 1;
    else if (code === 0x7d && --depth === 0) return at + 1;
  }
  return undefined;
}
