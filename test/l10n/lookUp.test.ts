import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { lookUp } from "../../server/src/features/lookUp.ts";
import { ownTextsOf, readBundle } from "./bundles.ts";
import { inLanguage } from "./pseudoLocale.ts";

/** What people type in their own language, and the class that they mean. */
const MEANT: Readonly<Record<string, readonly (readonly [query: string, name: string])[]>> = {
  de: [
    ["ungültige Anfrage", "BadRequestException"],
    ["ungültiges JSON", "InvalidJsonException"],
    ["ungultiges json", "InvalidJsonException"],
    ["Batch-Fehler", "BatchException"],
    ["Stapel", "BatchException"],
    ["API-Schlüssel fehlt", "UnauthorizedException"],
    ["Token abgelaufen", "UnauthorizedException"],
    ["verboten", "ForbiddenException"],
    ["Zugriff verweigert", "ForbiddenException"],
    ["nicht gefunden", "NotFoundException"],
    ["doppelter Schlüssel", "ConflictResourceException"],
    ["duplicate key", "ConflictResourceException"],
    ["zu viele Anfragen", "TooManyRequestsException"],
    ["zu vile Anfragen", "TooManyRequestsException"],
    ["Serverfehler", "InternalServerErrorException"],
    ["nicht implementiert", "NotImplementedException"],
    ["Datenbank nicht erreichbar", "ServiceUnavailableException"],
  ],
  es: [
    ["solicitud incorrecta", "BadRequestException"],
    ["JSON no válido", "InvalidJsonException"],
    ["error de lote", "BatchException"],
    ["falta clave de API", "UnauthorizedException"],
    ["token caducado", "UnauthorizedException"],
    ["prohibido", "ForbiddenException"],
    ["acceso denegado", "ForbiddenException"],
    ["no encontrado", "NotFoundException"],
    ["clave duplicada", "ConflictResourceException"],
    ["duplicate key", "ConflictResourceException"],
    ["demasiadas solicitudes", "TooManyRequestsException"],
    ["demasidas solicitudes", "TooManyRequestsException"],
    ["error del servidor", "InternalServerErrorException"],
    ["no implementado", "NotImplementedException"],
    ["base de datos caída", "ServiceUnavailableException"],
    ["base de datos caida", "ServiceUnavailableException"],
  ],
};

for (const [language, rows] of Object.entries(MEANT)) {
  suite(`looking up in ${language}`, () => {
    const bundle = readBundle(language);
    for (const [query, name] of rows) {
      test(`“${query}” lists ${name} first`, () => {
        const [found] = inLanguage(ownTextsOf(bundle), () => lookUp(query));
        assert.equal(found?.topic, `exception/${name}`);
      });
    }
  });
}
