import type { Files } from "./scan/files.ts";
import type { Gunzip } from "./scan/unpacked.ts";

/** What the server needs of the machine that it runs on; the desktop and the browser bring their own. */
export interface Platform {
  /** Reads the files of URIs that `reads` takes; everything else the client is asked for. */
  readonly files: (Files & { reads(uri: string): boolean }) | undefined;
  /** UTF-8 as text; bytes that are none become U+FFFD, a byte order mark stays. */
  readonly decode: (bytes: Uint8Array) => string;
  readonly encode: (text: string) => Uint8Array;
  readonly fromBase64: (text: string) => Uint8Array;
  readonly gunzip: Gunzip;
  /** Resolves when whatever waits has had its turn. */
  readonly pause: () => Promise<void>;
}
