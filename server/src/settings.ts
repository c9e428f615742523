import type { Severity } from "./text/fault.ts";

/** The user's settings, as they stand below `dreamfactoryErrors` in the editor's configuration. */
export interface Settings {
  readonly http: {
    /** Whose `.http` dialect decides where the dialects differ. */
    readonly client: "auto" | "rest-client" | "httpyac" | "jetbrains" | "visual-studio" | "kulala";
    /** Hosts that are DreamFactory servers, as written in URLs; may be placeholders such as `{{host}}`. */
    readonly hosts: readonly string[];
  };
  /** Fault or rule code to its severity. */
  readonly rules: Readonly<Record<string, Severity | "off">>;
  readonly logs: {
    /** Whether recognized errors are listed as problems. */
    readonly problems: boolean;
  };
  readonly inlayHints: {
    /** Whether a few words of explanation stand behind each recognized error. */
    readonly enabled: boolean;
  };
  readonly codeLens: {
    /** Whether actions stand above requests with mistakes and above failing responses. */
    readonly enabled: boolean;
  };
  /** What the menu of fixes offers beside the fixes. */
  readonly codeActions: {
    readonly showDocumentation: boolean;
    /** Whether a problem can be ignored by a comment. */
    readonly suppress: boolean;
  };
  /** Glob of file paths to whether envelopes of unsure origin are taken for DreamFactory's there. */
  readonly claim: Readonly<Record<string, "always" | "never">>;
}

export const DEFAULT_SETTINGS: Settings = {
  http: { client: "auto", hosts: [] },
  rules: {},
  logs: { problems: false },
  inlayHints: { enabled: true },
  codeLens: { enabled: true },
  codeActions: { showDocumentation: true, suppress: true },
  claim: {},
};

/** Reads what an editor sent; whatever is missing or of the wrong type takes its default. */
export function readSettings(value: unknown): Settings {
  const root = asObject(value);
  const http = asObject(root.http);
  const codeActions = asObject(root.codeActions);
  return {
    http: {
      client: oneOf(http.client, CLIENTS) ?? DEFAULT_SETTINGS.http.client,
      hosts: Array.isArray(http.hosts) ? http.hosts.filter((host) => typeof host === "string") : [],
    },
    rules: entriesOf(root.rules, LEVELS),
    logs: { problems: asObject(root.logs).problems === true },
    inlayHints: { enabled: asObject(root.inlayHints).enabled !== false },
    codeLens: { enabled: asObject(root.codeLens).enabled !== false },
    codeActions: {
      showDocumentation: codeActions.showDocumentation !== false,
      suppress: codeActions.suppress !== false,
    },
    claim: entriesOf(root.claim, CLAIMS),
  };
}

const CLIENTS = ["auto", "rest-client", "httpyac", "jetbrains", "visual-studio", "kulala"] as const;
const LEVELS = ["off", "hint", "information", "warning", "error"] as const;
const CLAIMS = ["always", "never"] as const;

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((each) => each === value);
}

function entriesOf<T extends string>(value: unknown, allowed: readonly T[]): Record<string, T> {
  const result: Record<string, T> = {};
  for (const [key, entry] of Object.entries(asObject(value))) {
    const known = oneOf(entry, allowed);
    if (known !== undefined) result[key] = known;
  }
  return result;
}
