import { type Disposable, l10n, type TerminalLink, type TerminalLinkProvider, window } from "vscode";
import { openExplanation } from "./referencePage.ts";
import type { Server } from "./server.ts";

/** A link in a terminal with the line that it stands in. */
export interface ErrorLink extends TerminalLink {
  readonly line: string;
}

/** Makes links of the errors that programs such as cURL print in the integrated terminal. */
export function registerTerminalLinks(server: Server): Disposable {
  return window.registerTerminalLinkProvider(terminalLinkProvider(server));
}

/** Links only what is DreamFactory's beyond doubt: a terminal shows everybody's output. */
export function terminalLinkProvider(server: Pick<Server, "explainText">): TerminalLinkProvider<ErrorLink> {
  return {
    async provideTerminalLinks({ line }) {
      if (!mayHoldError(line)) return [];
      const { errors } = await server.explainText(line, "auto");
      return errors
        .filter(({ unsure }) => !unsure)
        .map(({ start, end, label }) => ({
          startIndex: start,
          length: end - start,
          tooltip: l10n.t("Explain {0}", label),
          line,
        }));
    },
    handleTerminalLink: ({ line }) => openExplanation(line),
  };
}

/** Spares the server most lines: what a person can recognize as an error has one of these words in it. */
function mayHoldError(line: string): boolean {
  return /error|exception|\[RESPONSE\]|\/api\/v2\//i.test(line);
}
