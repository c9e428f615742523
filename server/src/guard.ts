import type { CancellationToken, Logger } from "vscode-languageserver";
import { LSPErrorCodes, ResponseError } from "vscode-languageserver";

/**
 * Runs one request handler so that a bug in it costs one answer and not the server: the error is logged with the
 * sentence and the fallback is answered. A request that was cancelled meanwhile is answered as LSP wants it.
 */
export function guard<T>(
  what: string,
  fallback: T,
  logger: Logger,
  token: CancellationToken,
  answer: () => T,
): T | ResponseError<never> {
  if (token.isCancellationRequested)
    return new ResponseError<never>(LSPErrorCodes.RequestCancelled, "Cancelled.");
  try {
    return answer();
  } catch (error) {
    logger.error(`Could not ${what}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    return fallback;
  }
}
