/**
 * The only door to jsonc-parser, which reads valid JSON for us: trees, offsets, formatting. Its `const enum`s stay
 * outside, because they cannot be imported file by file.
 */
export {
  findNodeAtLocation,
  findNodeAtOffset,
  format,
  getLocation,
  getNodePath,
  getNodeValue,
  type JSONPath,
  type Node,
  parseTree,
} from "jsonc-parser";
