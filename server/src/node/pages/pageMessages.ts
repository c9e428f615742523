import type { Claim } from "../../records/model.ts";
import type { Page } from "../../scan/page.ts";

/** Asks the thread for a page of an open file. Until the reply comes, the buffer is the thread's. */
export interface PageRequest {
  readonly fd: number;
  readonly index: number;
  readonly claim: Claim;
  readonly buffer: Uint8Array<SharedArrayBuffer>;
}

/** One for every request, in their order: the page, whose bytes are in the buffer, or what the file system said. */
export type PageReply =
  | { readonly page: Page }
  // Its code would not survive in an error that is sent from thread to thread.
  | { readonly failure: { readonly code: string | undefined; readonly message: string } };
