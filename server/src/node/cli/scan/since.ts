import { parseTimeStamp } from "../../../scan/timeStamp.ts";
import { UsageError } from "../host.ts";

const UNITS: Readonly<Record<string, number>> = { s: 1e3, m: 60e3, h: 3600e3, d: 86_400e3, w: 604_800e3 };

/** The moment that `--since` means: so long ago, or a date with or without a time. */
export function readSince(written: string, now: number): number {
  const ago = /^(\d{1,9}(?:\.\d{1,3})?)([smhdw])$/.exec(written.trim());
  if (ago !== null) return now - Number(ago[1]) * (UNITS[ago[2] ?? ""] ?? 0);
  const date = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(:\d\d)?(.*))?$/.exec(written.trim());
  if (date !== null) {
    const [, day = "", minute = "00:00", second = ":00", rest = ""] = date;
    const moment = parseTimeStamp(`${day}T${minute}${second}${rest}`);
    if (moment !== undefined) return moment;
  }
  throw new UsageError(
    `--since takes 90s, 30m, 2h, 7d, 2w, 2026-11-22 or "2026-11-22 09:15"; “${written}” is neither`,
  );
}
