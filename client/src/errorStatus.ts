import {
  Disposable,
  type DocumentSelector,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  window,
  workspace,
} from "vscode";
import type { Statistics } from "../../server/src/protocol.ts";
import { LIST_ERRORS } from "./listErrors.ts";
import type { Server } from "./server.ts";

/** The outline and the list of errors end there. */
const LISTED = 1_000;

/** Keeps "12 errors · 3 classes" in the status bar while the active document holds errors; else it shows nothing. */
export function registerErrorStatus(server: Server, selector: DocumentSelector): Disposable {
  let item: LanguageStatusItem | undefined;
  const show = (status: Status | undefined): void => {
    if (status === undefined) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= languages.createLanguageStatusItem("dreamfactoryErrors", selector);
    item.name = l10n.t("DreamFactory Errors");
    Object.assign(item, status);
  };

  let asking = false;
  let outdated = false;
  /** One question at a time: of many keystrokes the last one counts. */
  const update = async (): Promise<void> => {
    outdated = true;
    if (asking) return;
    asking = true;
    try {
      while (outdated) {
        outdated = false;
        show(await statusOf(server, selector));
      }
    } finally {
      asking = false;
    }
  };
  void update();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) void update();
    }),
    { dispose: () => item?.dispose() },
  );
}

type Status = Required<Pick<LanguageStatusItem, "text" | "severity">> & {
  readonly detail: string | undefined;
  readonly command: LanguageStatusItem["command"];
};

async function statusOf(server: Server, selector: DocumentSelector): Promise<Status | undefined> {
  const document = window.activeTextEditor?.document;
  if (document === undefined || languages.match(selector, document) === 0) return undefined;
  const statistics = await server.statistics(document.uri);
  return statistics === null || statistics.records === 0 ? undefined : countStatus(statistics);
}

function countStatus({ records, complete, recordsByClass }: Statistics): Status {
  const count = complete ? errorCount(records) : l10n.t("More than {0} DreamFactory errors", records);
  const classes = Object.keys(recordsByClass).filter((name) => name !== "").length;
  return {
    text: classes === 0 ? count : `${count} · ${classCount(classes)}`,
    detail: records > LISTED ? l10n.t("first {0} listed", LISTED) : undefined,
    severity: LanguageStatusSeverity.Information,
    command: { command: LIST_ERRORS, title: l10n.t("List") },
  };
}

function errorCount(count: number): string {
  return count === 1 ? l10n.t("1 DreamFactory error") : l10n.t("{0} DreamFactory errors", count);
}

function classCount(count: number): string {
  return count === 1 ? l10n.t("1 class") : l10n.t("{0} classes", count);
}
