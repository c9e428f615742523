import type { CancellationToken, Logger } from "vscode-languageserver";

/**
 * Runs one request handler so that a bug in it costs one answer and not the server: the error is logged with the
 * sentence and the fallback is answered. So is a request that was cancelled meanwhile, whose answer nobody reads.
 */
export function guard<T>(
  what: string,
  fallback: T,
  logger: Logger,
  token: CancellationToken,
  answer: () => T,
): T {
  if (token.isCancellationRequested) return fallback;
  try {
    return answer();
  } catch (error) {
    logger.error(`Could not ${what}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    return fallback;
  }
}
