import {
  type CancellationToken,
  type Disposable,
  type Event,
  EventEmitter,
  type Progress,
  type Uri,
  workspace,
} from "vscode";
import { type BaseLanguageClient, WorkDoneProgress } from "vscode-languageclient";
import {
  type ErrorSummary,
  type FileParams,
  type RefreshScanParams,
  type ReleaseScanParams,
  type ScanErrorsParams,
  type ScanFilter,
  ScanMethod,
  type ScannedErrors,
  type ScanParams,
  type ScanReport,
  type ScanReportParams,
  type ScanResult,
  type UnpackedFile,
} from "../../../server/src/protocol.ts";

/** The last scan and what is known of it. What it found stays with the server, which is asked by its number. */
export interface Scans extends Disposable {
  /** `undefined` before the first one. */
  readonly current: CurrentScan | undefined;
  /** After a scan, and when the files of the last one have changed. */
  readonly onDidChange: Event<void>;
  /** Scans, and makes the result the current one. When cancelled, what was found until then. */
  run(uris: readonly Uri[], progress: ScanProgress, token: CancellationToken): Promise<CurrentScan>;
  /**
   * Brings the current one up to its files, or says that it is out of date when more bytes would have to be read for
   * that. Changes nothing when another has become the current one meanwhile.
   */
  refresh(atMost: number): Promise<void>;
  summary(filter: ScanFilter): Promise<ErrorSummary | null>;
  errors(filter: ScanFilter, start: number, count: number): Promise<ScannedErrors | null>;
  report(filter: ScanFilter, format: ScanReportParams["format"]): Promise<string | null>;
  /** What a packed file holds, whatever the scan. Fails, with a reason in words. */
  unpack(packed: Uri): Promise<string>;
}

export interface CurrentScan {
  /** What was asked for. */
  readonly uris: readonly Uri[];
  readonly result: ScanResult;
  readonly outdated: boolean;
}

export type ScanProgress = Progress<{ readonly message?: string; readonly increment?: number }>;

/** Sends the requests about scans over a client that is started elsewhere. */
export function createScans(client: BaseLanguageClient, started: Promise<void>): Scans {
  const changed = new EventEmitter<void>();
  let current: CurrentScan | undefined;
  let tokens = 0;

  async function ask<P extends object, R>(method: string, params: P): Promise<R | null> {
    await started;
    const scan = current?.result.scan;
    return scan === undefined ? null : client.sendRequest<R | null>(method, { scan, ...params });
  }
  function set(next: CurrentScan): CurrentScan {
    current = next;
    changed.fire();
    return next;
  }

  return {
    get current() {
      return current;
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
    async run(uris, progress, token) {
      await started;
      tokens += 1;
      const workDoneToken = `dreamfactoryErrors/scan/${tokens}`;
      let reached = 0;
      const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
        if (value.kind !== "report") return;
        const increment = Math.max(0, (value.percentage ?? reached) - reached);
        reached += increment;
        progress.report({ increment, ...(value.message === undefined ? {} : { message: value.message }) });
      });
      try {
        const params: ScanParams = { uris: uris.map(String), fromEditor: readFromEditor(), workDoneToken };
        const result = await client.sendRequest<ScanResult>(ScanMethod.scan, params, token);
        const before = current?.result;
        const next = set({ uris, result, outdated: false });
        if (before !== undefined) {
          const released: ReleaseScanParams = { scan: before.scan };
          await client.sendNotification(ScanMethod.release, released);
        }
        return next;
      } finally {
        listener.dispose();
      }
    },
    async refresh(atMost) {
      const before = current;
      if (before === undefined) return;
      const params: RefreshScanParams = { scan: before.result.scan, fromEditor: readFromEditor(), atMost };
      const result = await client.sendRequest<ScanResult | null>(ScanMethod.refresh, params);
      if (current?.result.scan !== before.result.scan) return;
      if (result !== null) set({ ...before, result, outdated: false });
      else if (!before.outdated) set({ ...before, outdated: true });
    },
    summary: (filter) => ask<{ filter: ScanFilter }, ErrorSummary>(ScanMethod.summary, { filter }),
    errors: (filter, start, count) =>
      ask<Omit<ScanErrorsParams, "scan">, ScannedErrors>(ScanMethod.errors, { filter, start, count }),
    report: async (filter, format) =>
      (await ask<Omit<ScanReportParams, "scan">, ScanReport>(ScanMethod.report, { filter, format }))?.text ??
      null,
    async unpack(packed) {
      await started;
      const params: FileParams = { uri: packed.toString() };
      const { text, refusal } = await client.sendRequest<UnpackedFile>(ScanMethod.unpack, params);
      if (refusal !== undefined) throw new Error(refusal);
      return text;
    },
  };
}

/** The documents that say other things than their files do, or that the server could not decode. */
function readFromEditor(): string[] {
  return workspace.textDocuments
    .filter(({ isDirty, isUntitled, encoding }) => isDirty || isUntitled || !/^utf8(?:bom)?$/.test(encoding))
    .map(({ uri }) => uri.toString());
}
