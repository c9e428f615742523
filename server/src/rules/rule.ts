import type { FaultKind } from "../text/faultKind.ts";
import type { DreamFactoryRequest } from "./dreamFactoryRequest.ts";
import type { Finding } from "./model.ts";

/** One thing that DreamFactory refuses or misreads: its row of data, and the check that finds it. */
export interface Rule {
  readonly kind: FaultKind;
  /** Findings in text order, all with the code of `kind`. Never throws. */
  check(request: DreamFactoryRequest): readonly Finding[];
}
