import { credentialMessages } from "./messages/credentials.ts";
import { databaseMessages } from "./messages/database.ts";
import { documentationMessages } from "./messages/documentation.ts";
import { fieldMessages } from "./messages/fields.ts";
import { fileMessages } from "./messages/files.ts";
import { filterMessages } from "./messages/filters.ts";
import { limitMessages } from "./messages/limits.ts";
import { packageMessages } from "./messages/packages.ts";
import { passwordMessages } from "./messages/passwords.ts";
import { payloadMessages } from "./messages/payload.ts";
import { procedureMessages } from "./messages/procedures.ts";
import { recordMessages } from "./messages/records.ts";
import { relationMessages } from "./messages/relations.ts";
import { relayMessages } from "./messages/relays.ts";
import { routingMessages } from "./messages/routing.ts";
import { schemaMessages } from "./messages/schema.ts";
import { scriptMessages } from "./messages/scripts.ts";
import { systemMessages } from "./messages/system.ts";
import type { MessageTemplate } from "./model.ts";

/**
 * Every message that DreamFactory is known to send, and the examples of its documentation. Where several entries
 * share one text, the commonest comes first.
 */
export const MESSAGE_TEMPLATES: readonly MessageTemplate[] = [
  ...credentialMessages,
  ...routingMessages,
  ...payloadMessages,
  ...recordMessages,
  ...fieldMessages,
  ...filterMessages,
  ...relationMessages,
  ...schemaMessages,
  ...procedureMessages,
  ...databaseMessages,
  ...systemMessages,
  ...passwordMessages,
  ...limitMessages,
  ...packageMessages,
  ...scriptMessages,
  ...relayMessages,
  ...fileMessages,
  ...documentationMessages,
];
