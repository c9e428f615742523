import { editDistance } from "../../catalog/editDistance.ts";

/** The name that was probably meant, or `undefined` where none is near. */
export function suggestion(written: string, names: readonly string[]): string | undefined {
  return names.find((name) => editDistance(written, name, 2) <= 2);
}
