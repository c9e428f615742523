import process from "node:process";
import fc from "fast-check";

/**
 * Loaded before the tests by `npm test`, so that properties try the same values in every run: a failure has its cause in
 * the change. `FC_SEED=$RANDOM npm test` goes looking for others.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_122) });
