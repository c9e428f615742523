import path from "node:path";

/** The folder of the repository, which is also the extension's. */
export const ROOT = path.resolve(import.meta.dirname, "../..");

/** The folder on which people try the extension; tests work on copies. */
export const WORKSPACE = path.join(ROOT, "test", "workspace");
