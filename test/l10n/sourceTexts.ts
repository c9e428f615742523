import { join, relative } from "node:path";
import type { Node } from "typescript/unstable/ast";
import {
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isImportDeclaration,
  isNoSubstitutionTemplateLiteral,
  isPropertyAssignment,
  isStringLiteral,
  isTemplateHead,
  isTemplateMiddleOrTemplateTail,
  isThrowStatement,
  isTypeNode,
} from "typescript/unstable/ast/is";
import { API } from "typescript/unstable/sync";

const root = join(import.meta.dirname, "../..");

/** A string of the source code. */
export interface SourceText {
  readonly text: string;
  readonly file: string;
  /** True where it is the text of a phrase or is handed to a translator: `say("…")`, `l10n.t("…")`, `{ text: "…" }`. */
  readonly said: boolean;
}

/**
 * Every string in those files of a TypeScript project whose path fits, but for names of modules, types, and what is
 * thrown without being said.
 */
export function textsIn(project: string, fits: RegExp): SourceText[] {
  const api = new API({ cwd: root });
  try {
    const configFile = join(root, project);
    const program = api.updateSnapshot({ openProject: configFile }).getProject(configFile)?.program;
    if (program === undefined) throw new Error(`${project} is no project`);
    return program.getSourceFileNames().flatMap((name) => {
      const file = relative(root, name).replaceAll("\\", "/");
      const source = fits.test(file) ? program.getSourceFile(name) : undefined;
      const found: SourceText[] = [];
      if (source !== undefined) visit(source, false, (text, said) => found.push({ text, said, file }));
      return found;
    });
  } finally {
    api.close();
  }
}

function visit(node: Node, said: boolean, report: (text: string, said: boolean) => void): void {
  if (isImportDeclaration(node) || isTypeNode(node)) return;
  if (isThrowStatement(node)) {
    // What a programmer reads is not translated; some errors are sentences for the user.
    node.forEachChild((child) => visit(child, false, (text, isSaid) => isSaid && report(text, isSaid)));
    return;
  }
  if (isText(node)) {
    report(node.text, said);
    return;
  }
  const saidPart = partSaid(node, said);
  node.forEachChild((child) => {
    if (isPropertyAssignment(node) && child === node.name) return;
    visit(child, saidPart(child), report);
  });
}

function isText(node: Node): node is Node & { readonly text: string } {
  return (
    isStringLiteral(node) ||
    isNoSubstitutionTemplateLiteral(node) ||
    isTemplateHead(node) ||
    isTemplateMiddleOrTemplateTail(node)
  );
}

/** Which children of a node are said, when the node itself is or is not. */
function partSaid(node: Node, said: boolean): (child: Node) => boolean {
  if (isCallExpression(node)) {
    const isDoor = /^(?:say|phrase|l10n\.t)$/.test(node.expression.getText());
    return (child) => isDoor && child === node.arguments[0];
  }
  if (isPropertyAssignment(node)) {
    const isPhrase = node.name.getText() === "text";
    return (child) => isPhrase && child === node.initializer;
  }
  if (isConditionalExpression(node)) return (child) => said && child !== node.condition;
  return () => said && isBinaryExpression(node);
}
