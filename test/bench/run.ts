/** Prints what the benches measure as one Markdown table: `npm run bench`. */
import { benchJudge } from "./judge.ts";

const rows = await benchJudge();
console.log("| what | median ms | ratio |\n|---|---:|---:|");
for (const { name, ms, ratio } of rows) console.log(`| ${name} | ${ms.toFixed(1)} | ${ratio.toFixed(2)} |`);
