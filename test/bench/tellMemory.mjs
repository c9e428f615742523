import process from "node:process";

// Loaded before a program: tells at its end how many kilobytes it ever took.
process.on("exit", () => process.stderr.write(`${process.resourceUsage().maxRSS}\n`));
