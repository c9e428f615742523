import type { CancellationToken } from "vscode-languageserver";
import { createClientFiles } from "./clientFiles.ts";
import type { FeatureHost, ServerFeature } from "./featureHost.ts";
import { say } from "./features/words.ts";
import { guard } from "./guard.ts";
import { openDocumentFiles } from "./openDocumentFiles.ts";
import { parseOptions } from "./parseOptions.ts";
import {
  type FileParams,
  type ReadingParams,
  type RefreshScanParams,
  type ReleaseScanParams,
  type ScanErrorsParams,
  ScanMethod,
  type ScanParams,
  type ScanReportParams,
  type ScanResult,
  type ScanSummaryParams,
  type UnpackedFile,
} from "./protocol.ts";
import { errorList, errorSummary, scanReport, scanResult } from "./scan/answers.ts";
import { type Files, sentenceOf } from "./scan/files.ts";
import { refreshScan } from "./scan/refreshScan.ts";
import { counted, megabytes } from "./scan/reports/sizes.ts";
import { type FileScan, type ScanFilesOptions, scanFiles } from "./scan/scanFiles.ts";
import { unpackedText } from "./scan/unpackedText.ts";

/** Older ones are forgotten: each may hold tens of megabytes. */
const MOST_SCANS = 3;

/** Scans of files that need not be open, and what was found in the last few. */
export const SCAN_FEATURE: ServerFeature = {
  capabilities: () => ({}),
  register(host) {
    const { connection } = host;
    const scans = new Map<number, FileScan>();
    let last = 0;

    /** One after the other: each goes on where the one before has ended. */
    let refreshing: Promise<unknown> = Promise.resolve();

    connection.onRequest(ScanMethod.scan, async (params: ScanParams, token): Promise<ScanResult> => {
      const scan = await withReading(host, params, token, (files, options) =>
        scanFiles(files, params.uris, options),
      );
      last += 1;
      scans.set(last, scan);
      const [oldest] = scans.keys();
      if (scans.size > MOST_SCANS && oldest !== undefined) scans.delete(oldest);
      return scanResult(last, scan);
    });
    connection.onRequest(
      ScanMethod.refresh,
      (params: RefreshScanParams, token): Promise<ScanResult | null> => {
        const turn = refreshing.then(() => refresh(params, token));
        refreshing = turn.catch(() => undefined);
        return turn;
      },
    );
    connection.onNotification(ScanMethod.release, ({ scan }: ReleaseScanParams) => {
      scans.delete(scan);
    });

    async function refresh(params: RefreshScanParams, token: CancellationToken): Promise<ScanResult | null> {
      const before = scans.get(params.scan);
      if (before === undefined) return null;
      const scan = await withReading(host, params, token, (files, options) =>
        refreshScan(files, before, params.atMost, options),
      );
      if (scan === undefined || !scans.has(params.scan)) return null;
      scans.set(params.scan, scan);
      return scanResult(params.scan, scan);
    }

    const about =
      <P extends { readonly scan: number }, R>(what: string, answer: (scan: FileScan, params: P) => R) =>
      (params: P, token: CancellationToken): R | null =>
        guard<R | null>(`${what} scan ${params.scan}`, null, connection.console, token, () => {
          const scan = scans.get(params.scan);
          return scan === undefined ? null : answer(scan, params);
        });
    connection.onRequest(
      ScanMethod.summary,
      about("sum up", (scan, { filter }: ScanSummaryParams) => errorSummary(scan, filter)),
    );
    connection.onRequest(
      ScanMethod.errors,
      about("list", (scan, { filter = {}, start, count }: ScanErrorsParams) =>
        errorList(scan, scan.collection.list(filter, start, count)),
      ),
    );
    connection.onRequest(
      ScanMethod.report,
      about("report on", (scan, { filter, format }: ScanReportParams) => ({
        text: scanReport(scan, filter, format),
      })),
    );
    connection.onRequest(ScanMethod.unpack, async ({ uri }: FileParams): Promise<UnpackedFile> => {
      try {
        return { text: await unpackedText(filesOf(host, []), uri, host.platform) };
      } catch (error) {
        return { text: "", refusal: sentenceOf(error) };
      }
    });
    return undefined;
  },
};

/** Files as the platform and the editor have them, those of `fromEditor` as they stand in the editor. */
function filesOf(
  { connection, documents, platform, support }: FeatureHost,
  fromEditor: Iterable<string>,
): Files {
  const open = [...fromEditor].flatMap((uri) => {
    const document = documents.get(uri);
    return document === undefined ? [] : [[uri, document] as const];
  });
  const client = createClientFiles(connection, platform, support().readsFiles);
  return openDocumentFiles(new Map(open), platform, client);
}

/** Reads files for a request that may report progress and may be cancelled. */
async function withReading<R>(
  host: FeatureHost,
  { fromEditor = host.documents.keys(), workDoneToken }: ReadingParams,
  token: CancellationToken,
  read: (files: Files, options: ScanFilesOptions) => Promise<R>,
): Promise<R> {
  const { connection, platform, settings } = host;
  const files = filesOf(host, fromEditor);
  const progress =
    workDoneToken === undefined ? undefined : connection.window.attachWorkDoneProgress(workDoneToken);
  progress?.begin(say("Scanning"), 0, undefined, true);
  let percent = -1;
  try {
    return await read(files, {
      ...platform,
      claimOf: (uri) => parseOptions(settings(), uri).claim ?? "auto",
      cancelled: () => token.isCancellationRequested,
      onProgress({ file, bytes, total, records }) {
        const reached = Math.floor((Math.min(bytes, total) / Math.max(total, 1)) * 100);
        if (reached === percent) return;
        percent = reached;
        progress?.report(
          percent,
          say({
            text: "{file}: {read} of {total}, {errors}",
            args: {
              file,
              read: megabytes(bytes),
              total: megabytes(total),
              errors: counted(records, "error"),
            },
          }),
        );
      },
    });
  } finally {
    progress?.done();
  }
}
