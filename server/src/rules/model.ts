import type { ExceptionName } from "../catalog/model.ts";
import type { Fault } from "../text/fault.ts";

/** The answer that a DreamFactory server would give. */
export interface PredictedAnswer {
  readonly status: number;
  readonly exception: ExceptionName;
  /** Decoded, as a person reads it; the wire carries HTML entities. */
  readonly message: string;
}

/** A request that DreamFactory refuses or misreads, found before it is sent. */
export interface Finding extends Fault {
  /** `undefined` when the request succeeds but does something else than it says. */
  readonly answer?: PredictedAnswer;
}
