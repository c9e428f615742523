import { getRetrySnippet } from "../catalog/retrySnippets.ts";
import type { RetrySnippet } from "../protocol.ts";

/** The retry function that fits the language of a document; `undefined` for languages without one. */
export function retrySnippetFor(languageId: string): RetrySnippet | undefined {
  const snippet = getRetrySnippet(languageId);
  return snippet && { title: snippet.title, code: snippet.code };
}
