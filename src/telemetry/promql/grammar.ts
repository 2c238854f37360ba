import { createRequire } from 'node:module';

/** A node of the tree that Prometheus' grammar makes of a query, as far as it is read here. */
export interface GrammarNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly type: { readonly isError: boolean };
  readonly firstChild: GrammarNode | null;
  readonly nextSibling: GrammarNode | null;
}

interface Grammar {
  readonly parser: { parse(query: string): { readonly topNode: GrammarNode } };
}

const load = createRequire(import.meta.url);
let grammar: Grammar | undefined;

/** Loaded with the first query: it takes 40 ms, and most runs ask none. */
export function grammarTree(query: string): GrammarNode {
  grammar ??= load('@prometheus-io/lezer-promql') as Grammar; // safe: the parts of lezer's parser that are named above
  return grammar.parser.parse(query).topNode;
}

/** The nodes below one, from left to right. */
export function childrenOf(node: GrammarNode): GrammarNode[] {
  const children: GrammarNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}
