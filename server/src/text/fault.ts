import type { Edit } from "./edit.ts";
import type { Phrase } from "./phrase.ts";
import type { Span } from "./span.ts";

/**
 * `error`: the server certainly refuses. `warning`: it depends on the client, or the answer is silently wrong.
 * `information` and `hint`: accepted, but worth knowing.
 */
export type Severity = "error" | "warning" | "information" | "hint";

/** One mistake in a text, with the ways to mend it. Diagnostics and quick fixes are two views of it. */
export interface Fault {
  /** Kebab-case slug: diagnostic code, settings key and name of the reference page. */
  readonly code: string;
  /** The smallest wrong text; empty where something is missing. */
  readonly span: Span;
  readonly severity: Severity;
  readonly message: Phrase;
  /** The other ends of the mistake, such as the opener of an unclosed bracket. */
  readonly related?: readonly RelatedPlace[];
  /** Best first; empty when nothing can be mended mechanically. */
  readonly repairs: readonly Repair[];
}

export interface RelatedPlace {
  readonly span: Span;
  readonly message: Phrase;
}

/** One way to mend one fault: a minimal set of edits that touches no placeholder. */
export interface Repair {
  /** Imperative that names the text: `Remove trailing comma`. */
  readonly title: Phrase;
  readonly edits: readonly Edit[];
  /** True when the intended text is determined, so that fix-all may apply it unseen. */
  readonly safe: boolean;
  /** True for the one repair that a user would choose without thinking. */
  readonly preferred: boolean;
}
