import type { FaultKind } from "../text/faultKind.ts";
import { aggregateWithoutGroup } from "./aggregateWithoutGroup.ts";
import { createById } from "./createById.ts";
import { deleteEverything } from "./deleteEverything.ts";
import { deleteWithoutFilter } from "./deleteWithoutFilter.ts";
import { filterField } from "./filterField.ts";
import { filterList } from "./filterList.ts";
import { filterLogic } from "./filterLogic.ts";
import { filterNotEncoded } from "./filterNotEncoded.ts";
import { filterOperator } from "./filterOperator.ts";
import { ignoredRecords } from "./ignoredRecords.ts";
import { ignoredVerbOverride } from "./ignoredVerbOverride.ts";
import { incompleteLogin } from "./incompleteLogin.ts";
import { limitCapped } from "./limitCapped.ts";
import { missingContentType } from "./missingContentType.ts";
import { missingCredentials } from "./missingCredentials.ts";
import { missingTableName } from "./missingTableName.ts";
import { missingTableSegment } from "./missingTableSegment.ts";
import { missingWrapper } from "./missingWrapper.ts";
import { misspelledHeader } from "./misspelledHeader.ts";
import { misspelledWrapper } from "./misspelledWrapper.ts";
import { noRecords } from "./noRecords.ts";
import { orderWithSemicolon } from "./orderWithSemicolon.ts";
import { overlookedAuthorization } from "./overlookedAuthorization.ts";
import { rollbackWithContinue } from "./rollbackWithContinue.ts";
import type { Rule } from "./rule.ts";
import { schemeInHeader } from "./schemeInHeader.ts";
import { superfluousWrapper } from "./superfluousWrapper.ts";
import { swappedCredentials } from "./swappedCredentials.ts";
import { unknownParameter } from "./unknownParameter.ts";
import { unsupportedVerb } from "./unsupportedVerb.ts";
import { updateWithoutId } from "./updateWithoutId.ts";
import { versionOneRequest } from "./versionOneRequest.ts";
import { formEncodedJson, wrongContentType } from "./wrongContentType.ts";

/** All rules, in the order in which the server comes upon what they find: the first answer is the one it gives. */
export const RULES: readonly Rule[] = [
  versionOneRequest,
  unsupportedVerb,
  ignoredVerbOverride,
  misspelledHeader,
  schemeInHeader,
  swappedCredentials,
  missingCredentials,
  overlookedAuthorization,
  missingTableSegment,
  missingTableName,
  createById,
  unknownParameter,
  incompleteLogin,
  formEncodedJson,
  wrongContentType,
  missingContentType,
  missingWrapper,
  misspelledWrapper,
  noRecords,
  superfluousWrapper,
  updateWithoutId,
  ignoredRecords,
  deleteWithoutFilter,
  deleteEverything,
  rollbackWithContinue,
  filterNotEncoded,
  filterOperator,
  filterField,
  filterLogic,
  filterList,
  orderWithSemicolon,
  aggregateWithoutGroup,
  limitCapped,
];

export const RULE_KINDS: readonly FaultKind[] = RULES.map((rule) => rule.kind);
