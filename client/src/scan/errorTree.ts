import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from "vscode";
import type { ScanFilter, ScannedError, SummaryRow } from "../../../server/src/protocol.ts";
import { isErrorPlace, type OpenPlace } from "./openPlace.ts";
import { SHOW_SCAN } from "./scanCommands.ts";
import type { Scans } from "./scans.ts";

const VIEW = "dreamfactoryErrors.errors";
/** Not in the palette: it needs a place. */
const OPEN_PLACE = "dreamfactoryErrors.openPlace";
/** A group lists no more; the summary has filters. */
const MOST_CHILDREN = 200;

type Grouping = "class" | "message";
type Node = GroupNode | ErrorNode | NoticeNode;

interface GroupNode {
  readonly row: SummaryRow;
  readonly filter: ScanFilter;
}

interface ErrorNode {
  readonly error: ScannedError;
}

interface NoticeNode {
  readonly notice: string;
}

/** The view "DreamFactory Errors": what the last scan found, by class or by message. */
export function registerErrorTree(scans: Scans, openPlace: OpenPlace): Disposable {
  const changed = new EventEmitter<void>();
  let grouping: Grouping = "class";
  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: itemOf,
    getChildren: (node) => (node === undefined ? groups() : "row" in node ? errorsOf(node) : []),
  };
  const view = window.createTreeView(VIEW, { treeDataProvider: provider, showCollapseAll: true });

  async function groups(): Promise<Node[]> {
    const summary = await scans.summary({});
    if (summary === null) return [];
    if (grouping === "class") {
      return summary.classes.map((row) => ({ row, filter: { classes: [row.key] } }));
    }
    const { rows, omitted } = summary.problems;
    return withNotice(
      rows.map((row) => ({ row, filter: { problem: row.key } })),
      omitted,
    );
  }

  async function errorsOf({ filter }: GroupNode): Promise<Node[]> {
    const list = await scans.errors(filter, 0, MOST_CHILDREN);
    if (list === null) return [];
    return withNotice(
      list.errors.map((error) => ({ error })),
      list.total - list.errors.length,
    );
  }

  function refresh(): void {
    const { current } = scans;
    view.message = current?.outdated ? l10n.t("The logs have changed since the scan.") : "";
    view.description = current === undefined ? "" : String(current.result.records);
    void commands.executeCommand("setContext", "dreamfactoryErrors.scanned", current !== undefined);
    changed.fire();
  }

  function group(by: Grouping): void {
    grouping = by;
    void commands.executeCommand("setContext", "dreamfactoryErrors.grouping", by);
    changed.fire();
  }

  return Disposable.from(
    view,
    changed,
    scans.onDidChange(refresh),
    commands.registerCommand("dreamfactoryErrors.groupByClass", () => group("class")),
    commands.registerCommand("dreamfactoryErrors.groupByMessage", () => group("message")),
    commands.registerCommand(OPEN_PLACE, async (place: unknown) => {
      if (isErrorPlace(place)) await openPlace(place);
    }),
  );
}

function withNotice(nodes: Node[], omitted: number): Node[] {
  return omitted > 0
    ? [...nodes, { notice: l10n.t("{0} more: filter them in the Error Summary", omitted) }]
    : nodes;
}

function itemOf(node: Node): TreeItem {
  if ("notice" in node) {
    const item = new TreeItem(node.notice);
    item.iconPath = new ThemeIcon("ellipsis");
    item.command = { command: SHOW_SCAN, title: l10n.t("Error Summary") };
    return item;
  }
  if ("row" in node) {
    const { label, detail, count } = node.row;
    const item = new TreeItem(detail === "" ? label : detail, TreeItemCollapsibleState.Collapsed);
    item.description = detail === "" ? String(count) : `${count} · ${label}`;
    item.tooltip = [label, detail].filter((part) => part !== "").join("\n");
    item.iconPath = new ThemeIcon("error");
    return item;
  }
  const { place, message, title, time, request, fix } = node.error;
  const item = new TreeItem(message === "" ? title : message);
  item.description = [`${place.name}:${place.line}`, time].filter((part) => part !== undefined).join(" · ");
  item.tooltip = [title, message, request, fix]
    .filter((part) => part !== undefined && part !== "")
    .join("\n");
  item.command = { command: OPEN_PLACE, title: l10n.t("Open"), arguments: [place] };
  return item;
}
