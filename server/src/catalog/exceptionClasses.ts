import { badRequestException } from "./exceptions/badRequestException.ts";
import { batchException } from "./exceptions/batchException.ts";
import { conflictResourceException } from "./exceptions/conflictResourceException.ts";
import { forbiddenException } from "./exceptions/forbiddenException.ts";
import { internalServerErrorException } from "./exceptions/internalServerErrorException.ts";
import { invalidJsonException } from "./exceptions/invalidJsonException.ts";
import { notFoundException } from "./exceptions/notFoundException.ts";
import { notImplementedException } from "./exceptions/notImplementedException.ts";
import { serviceUnavailableException } from "./exceptions/serviceUnavailableException.ts";
import { tooManyRequestsException } from "./exceptions/tooManyRequestsException.ts";
import { unauthorizedException } from "./exceptions/unauthorizedException.ts";
import type { ExceptionClass, ExceptionName } from "./model.ts";

const BY_NAME: Readonly<Record<ExceptionName, ExceptionClass>> = {
  BadRequestException: badRequestException,
  InvalidJsonException: invalidJsonException,
  BatchException: batchException,
  UnauthorizedException: unauthorizedException,
  ForbiddenException: forbiddenException,
  NotFoundException: notFoundException,
  ConflictResourceException: conflictResourceException,
  TooManyRequestsException: tooManyRequestsException,
  InternalServerErrorException: internalServerErrorException,
  NotImplementedException: notImplementedException,
  ServiceUnavailableException: serviceUnavailableException,
};

/** The eleven classes in the order of DreamFactory's official list. */
export const EXCEPTION_CLASSES: readonly ExceptionClass[] = Object.values(BY_NAME);

/** What is known of one of the eleven classes. */
export function getExceptionClass(name: ExceptionName): ExceptionClass {
  return BY_NAME[name];
}

/** Whether the text is, letter for letter, the short name of one of the eleven classes. */
export function isExceptionName(text: string): text is ExceptionName {
  return Object.hasOwn(BY_NAME, text);
}

/**
 * The class that answers with an HTTP status. Of the three with status 400 it is `BadRequestException`, since the
 * other two need evidence beyond the status.
 */
export function exceptionForStatus(status: number): ExceptionName | undefined {
  return EXCEPTION_CLASSES.find((entry) => entry.status === status)?.name;
}
