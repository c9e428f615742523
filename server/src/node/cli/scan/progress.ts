import { megabytes } from "../../../scan/reports/sizes.ts";
import type { Host } from "../host.ts";

/** A line on standard error that says how far the work is; nothing where that is no terminal. */
export interface Progress {
  show(bytes: number, records: number): void;
  clear(): void;
}

const EVERY_MILLISECONDS = 100;

/** `total` is unknown for standard input. */
export function createProgress({ err, errTerminal, now }: Host, total: number | undefined): Progress {
  if (!errTerminal.isTerminal) return { show() {}, clear() {} };
  const started = now();
  let shown = started;
  return {
    show(bytes, records) {
      const time = now();
      if (time - shown < EVERY_MILLISECONDS) return;
      shown = time;
      const share = total
        ? `${Math.floor((bytes / total) * 100)} % of ${megabytes(total)}`
        : megabytes(bytes);
      const speed = megabytes((bytes / (time - started)) * 1000);
      err(`\r\u001b[KScanning: ${share}, ${records} errors, ${speed}/s`);
    },
    clear() {
      if (shown > started) err("\r\u001b[K");
    },
  };
}
