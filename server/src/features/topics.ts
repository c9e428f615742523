import { HTTP_FAULT_KINDS } from "../http/faultKinds.ts";
import { JSON_FAULT_KINDS } from "../json/faults/kinds.ts";
import { RULE_KINDS } from "../rules/rules.ts";
import type { FaultKind } from "../text/faultKind.ts";

/** Every kind of fault that a diagnostic can carry as its code. */
export const FAULT_KINDS: readonly FaultKind[] = [...JSON_FAULT_KINDS, ...HTTP_FAULT_KINDS, ...RULE_KINDS];

const BY_CODE = new Map(FAULT_KINDS.map((kind) => [kind.code, kind]));

export function faultKind(code: string): FaultKind | undefined {
  return BY_CODE.get(code);
}

/** The topic id of a fault's reference page. */
export function faultTopic(code: string): string {
  return `fault/${code}`;
}
