import { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic, TextEdit } from "vscode-languageserver-types";
import {
  FIX_ALL,
  getCodeActions,
  getDiagnostics,
  parseDocument,
  parseOptions,
  readClientSupport,
  type Settings,
} from "../../../languageService.ts";
import { maskSecrets } from "../../../text/secrets.ts";

/** What a linter says of one file. */
export interface LintedFile {
  /** As it is reported. */
  readonly name: string;
  readonly problems: readonly Problem[];
  /** How many problems the fixes took away. */
  readonly fixed: number;
  /** The mended text; `undefined` when nothing was to be mended. */
  readonly mended: string | undefined;
}

export type Level = "error" | "warning" | "information" | "hint";

/** One problem; lines and columns count from 1, columns in UTF-16 units. */
export interface Problem {
  readonly code: string;
  readonly level: Level;
  /** Secrets are masked. */
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A terminal can show related places no better than in the message, and runs no commands. */
const SUPPORT = readClientSupport({ textDocument: { publishDiagnostics: {} } });
const LEVELS: readonly Level[] = ["error", "warning", "information", "hint"];

/** Judges the text of a `.http` file; with `fix`, what is left after all safe fixes. */
export function lintText(
  name: string,
  uri: string,
  text: string,
  settings: Settings,
  fix: boolean,
): LintedFile {
  const found = diagnose(uri, text, settings);
  const edits = fix ? safeEdits(found, settings) : [];
  if (edits.length === 0)
    return { name, problems: found.diagnostics.map(toProblem), fixed: 0, mended: undefined };
  const mended = TextDocument.applyEdits(found.document, edits);
  const left = diagnose(uri, mended, settings);
  return {
    name,
    problems: left.diagnostics.map(toProblem),
    fixed: Math.max(0, found.diagnostics.length - left.diagnostics.length),
    mended,
  };
}

/** How many of the problems a run with fixes would take away. */
export function countFixable(uri: string, text: string, settings: Settings): number {
  return lintText("", uri, text, settings, true).fixed;
}

function diagnose(uri: string, text: string, settings: Settings) {
  const document = TextDocument.create(uri, "http", 0, text);
  const parsed = parseDocument(text, "http", parseOptions(settings, uri));
  return { document, parsed, diagnostics: getDiagnostics(document, parsed, settings, SUPPORT) };
}

function safeEdits({ document, parsed }: ReturnType<typeof diagnose>, settings: Settings): TextEdit[] {
  const range = { start: { line: 0, character: 0 }, end: document.positionAt(parsed.text.length) };
  const request = { range, context: { diagnostics: [], only: [FIX_ALL] } };
  return getCodeActions(document, parsed, request, settings, SUPPORT).flatMap(
    ({ edit }) => edit?.changes?.[document.uri] ?? [],
  );
}

function toProblem({ range, severity, code, message }: Diagnostic): Problem {
  const { start, end } = range;
  return {
    code: String(code ?? ""),
    level: LEVELS[(severity ?? 1) - 1] ?? "error",
    message: maskSecrets(typeof message === "string" ? message : message.value),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
