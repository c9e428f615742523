import { EXCEPTION_CLASSES } from "./exceptionClasses.ts";
import type { ExceptionName } from "./model.ts";

/** A line of the quick reference: what came, what it means, what to do. */
export interface QuickReferenceRow {
  readonly status: number;
  /** The envelope's `code`, where it is not the status. */
  readonly code: number;
  readonly name: ExceptionName;
  readonly meaning: string;
  readonly action: string;
}

/** The official table of all eleven classes, in its order. */
export const QUICK_REFERENCE: readonly QuickReferenceRow[] = EXCEPTION_CLASSES.map(
  ({ status, code, name, summary, action }) => ({ status, code, name, meaning: summary, action }),
);
