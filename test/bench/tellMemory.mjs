import process from "node:process";
import { isMainThread } from "node:worker_threads";

// Loaded before a program: tells at its end how many kilobytes it ever took.
if (isMainThread) process.on("exit", () => process.stderr.write(`${process.resourceUsage().maxRSS}\n`));
