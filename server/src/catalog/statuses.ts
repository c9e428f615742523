import { EXCEPTION_CLASSES } from "./exceptionClasses.ts";
import type { ExceptionClass, Source, StatusEntry } from "./model.ts";
import { fromPackage } from "./sources.ts";
import { UNCLASSED_STATUSES } from "./unclassedStatuses.ts";

const REGISTRY: Source = {
  title: "HTTP status code registry",
  where: "https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml",
};
const KNOWN_STATUSES = fromPackage(
  "df-core",
  "src/Contracts/HttpStatusCodeInterface.php:28-65",
  "The statuses that DreamFactory sends; it turns any other into 500",
);

/** Every HTTP status from 400 to 599 that can reach a user, ascending. Nine of them have a class of the eleven. */
export const STATUSES: readonly StatusEntry[] = [...classedStatuses(), ...unclassedStatuses()].sort(
  (a, b) => a.status - b.status,
);

/** What is known of an HTTP status; `undefined` below 400 and for numbers that no server sends. */
export function getStatus(status: number): StatusEntry | undefined {
  return STATUSES.find((entry) => entry.status === status);
}

function classedStatuses(): StatusEntry[] {
  const firstOfEach = new Map<number, ExceptionClass>();
  for (const entry of EXCEPTION_CLASSES) {
    if (!firstOfEach.has(entry.status)) firstOfEach.set(entry.status, entry);
  }
  return [...firstOfEach.values()].map((entry) => ({
    status: entry.status,
    phrase: entry.title.slice(entry.title.indexOf(" ") + 1),
    formerly: [],
    meaning: entry.meaning,
    fix: `${entry.action}.`,
    sources: entry.sources,
  }));
}

function unclassedStatuses(): StatusEntry[] {
  return UNCLASSED_STATUSES.map(([status, phrase, meaning, fix, formerly]) => ({
    status,
    phrase,
    formerly: formerly ? [formerly] : [],
    meaning,
    fix,
    sources: [REGISTRY, KNOWN_STATUSES],
  }));
}
