import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ClientSupport } from "../../clientSupport.ts";
import type { ParsedDocument } from "../../documents/model.ts";
import type { Place } from "../../protocol.ts";
import { Command } from "../../protocol.ts";
import type { ErrorRecord } from "../../records/model.ts";
import { batchTargetsOf } from "../batchRecords.ts";
import { commandLink } from "../markdown.ts";
import { placeOf } from "../recordPlace.ts";
import { similarRecords } from "../similarRecords.ts";
import { say } from "../words.ts";

const MAX_LINKS = 5;
/** In longer documents nobody waits for a hover to count. */
const MAX_COUNTED = 1_000;

/** Where the error stands among others: the records of the request that failed, and errors like this one. */
export function placeLine(
  document: TextDocument,
  parsed: ParsedDocument,
  record: ErrorRecord,
  support: ClientSupport,
): string | undefined {
  if (!support.commandLinks) return undefined;
  const to = (offset: number): Place => ({ uri: document.uri, ...document.positionAt(offset) });
  const records = batchTargetsOf(parsed, record)
    .slice(0, MAX_LINKS)
    .map(({ entry, span }) =>
      commandLink(
        say({ text: "record {index}", args: { index: entry.index } }),
        Command.goTo,
        to(span.start),
      ),
    );
  const parts = [
    records.length === 0
      ? undefined
      : say({ text: "In the request above: {records}", args: { records: records.join(", ") } }),
    similar(parsed, record, to(placeOf(record).start)),
  ];
  return parts.filter((part) => part !== undefined).join(" · ") || undefined;
}

function similar({ records }: ParsedDocument, record: ErrorRecord, place: Place): string | undefined {
  if (records.length > MAX_COUNTED) {
    return commandLink(say("Find errors like this one"), Command.listSimilar, place);
  }
  const count = similarRecords(records, record, MAX_COUNTED).length - 1;
  if (count < 1) return undefined;
  const label = say({ text: "{count} more like this one", args: { count } });
  return commandLink(label, Command.listSimilar, place);
}
