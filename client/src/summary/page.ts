import { env, Uri, type Webview } from "vscode";
import type { Words } from "./messages.ts";

/** The page of the panel: its script and style come from the extension, and nothing from anywhere else. */
export function summaryPage(webview: Webview, dist: Uri, words: Words): string {
  const address = (file: string): string => webview.asWebviewUri(Uri.joinPath(dist, file)).toString();
  const nonce = randomText();
  const sources = {
    "default-src": "'none'",
    "script-src": `'nonce-${nonce}'`,
    "style-src": webview.cspSource,
    // The picture to save is drawn from data of our own.
    "img-src": "data:",
  };
  const policy = Object.entries(sources)
    .map((directive) => directive.join(" "))
    .join("; ");
  return `<!DOCTYPE html>
<html lang="${escapeHtml(env.language)}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="stylesheet" href="${address("summary.css")}" />
    <title>${escapeHtml(words.title)}</title>
  </head>
  <body data-words="${escapeHtml(JSON.stringify(words))}">
    <main></main>
    <script nonce="${nonce}" src="${address("summary.js")}"></script>
  </body>
</html>`;
}

function randomText(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
