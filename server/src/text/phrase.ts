/**
 * An English sentence with named holes such as `{name}`. It stays data until a feature renders it: the text is the
 * key under which translators find it.
 */
export interface Phrase {
  readonly text: string;
  readonly args?: Readonly<Record<string, string | number>>;
}

/** Fills the holes of a phrase in English. A hole without an argument stays as it is. */
export function fillPhrase({ text, args = {} }: Phrase): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(args, name) ? String(args[name]) : hole,
  );
}
