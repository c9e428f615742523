import type { Fault } from "../../text/fault.ts";
import type { Spot } from "../grammar.ts";
import type { Source } from "../source.ts";
import type { Token } from "../token.ts";

/** A token that may not stand where it stands. */
export interface Surprise {
  readonly source: Source;
  /** The spot before the token. */
  readonly spot: Spot;
  readonly token: Token;
  /** The significant token after it. */
  readonly following: Token;
  /** Text before this offset was read twice already and is settled. */
  readonly settled: number;
  /** So many readings got no farther that only passing over the token is left. */
  readonly isStuck: boolean;
}

/** One reading of a surprise: the mistake it assumes, and the spot from which reading goes on. */
export interface Way {
  /** How unlikely the mistake is by itself; 1 is an everyday one. */
  readonly cost: number;
  readonly next: Spot;
  /** Made only for the way that is taken. */
  readonly faults: () => readonly Fault[];
  /** When the way reads text again that was read before: faults from this offset on are withdrawn. */
  readonly rereadFrom?: number;
  /** The way opens or closes a bracket that is not there, or skips one that is. */
  readonly changesBalance?: true;
}

/** Proposes readings of a surprise; none when its kind of mistake cannot have led to it. */
export type FindWays = (surprise: Surprise) => readonly Way[];
