import type { Practice } from "./model.ts";
import { checkStatusCodes } from "./practices/checkStatusCodes.ts";
import { logContext } from "./practices/logContext.ts";
import { retryLogic } from "./practices/retryLogic.ts";

/** The three best practices, in the order of DreamFactory's official list. */
export const PRACTICES: readonly Practice[] = [checkStatusCodes, retryLogic, logContext];
