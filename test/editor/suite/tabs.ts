import { type Disposable, type Event, type Tab, type TextDocument, type TextEditor, window } from "vscode";

/** Resolves with the first tab that is as asked, as soon as there is one. */
export function tabThat(asked: (tab: Tab) => boolean): Promise<Tab> {
  const find = () => window.tabGroups.all.flatMap(({ tabs }) => tabs).find(asked);
  return soon(window.tabGroups.onDidChangeTabs, find);
}

/** Resolves with the first visible editor whose document is as asked, as soon as there is one. */
export function editorThat(asked: (document: TextDocument) => boolean): Promise<TextEditor> {
  const find = () => window.visibleTextEditors.find(({ document }) => asked(document));
  return soon(window.onDidChangeVisibleTextEditors, find);
}

/** What `find` finds now or after one of the events. */
export function soon<T>(event: Event<unknown>, find: () => T | undefined): Promise<T> {
  return new Promise((found) => {
    let listener: Disposable | undefined;
    const look = (): boolean => {
      const result = find();
      if (result === undefined) return false;
      listener?.dispose();
      found(result);
      return true;
    };
    if (!look()) listener = event(look);
  });
}
