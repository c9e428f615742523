#!/usr/bin/env node
import module from "node:module";
import process from "node:process";
import { processHost } from "./cli/processHost.ts";
import { runCli } from "./cli/runCli.ts";

// Node keeps the compiled commands, so that the next start does not read them again.
module.enableCompileCache?.();

const host = processHost();

void runCli(process.argv.slice(2), host).then((code) => {
  process.exitCode = code;
});
