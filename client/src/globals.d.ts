/** What the extension hosts of the desktop and of the browser both have. */
declare function atob(text: string): string;
declare function btoa(text: string): string;
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };
declare class DecompressionStream {
  constructor(format: "gzip");
  readonly writable: {
    getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> };
  };
  readonly readable: {
    getReader(): { read(): Promise<{ readonly value?: Uint8Array }>; cancel(): Promise<void> };
  };
}
declare function setTimeout(run: () => void, milliseconds: number): unknown;
