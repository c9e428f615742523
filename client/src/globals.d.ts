/** What the extension hosts of the desktop and of the browser both have. */
declare function atob(text: string): string;
declare function btoa(text: string): string;
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };
declare function setTimeout(run: () => void, milliseconds: number): unknown;
