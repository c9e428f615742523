import { say } from "../../features/words.ts";
import type { Burst } from "../bursts.ts";
import { timeRange } from "./moments.ts";
import { counted } from "./sizes.ts";

/** `212 errors at 2026-11-22 09:10:00 – 09:20:00, 14 times as many as usual, most often NotFoundException.` */
export function burstSentence({ start, end, count, factor, className }: Burst): string {
  const when = timeRange({ firstSeen: start, lastSeen: end });
  return say({
    text: "{errors} at {when}, {times} times as many as usual, most often {className}.",
    args: { errors: counted(count, "error"), when, times: Math.round(factor), className },
  });
}
