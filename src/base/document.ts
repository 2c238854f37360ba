import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  visit,
} from 'yaml';
import { longFormTags, type Tags, writeOutTags } from './documentTags.js';
import { nearest } from './nearest.js';
import type { Problem } from './problem.js';

/** A parsed file that can still say where each key stands. */
export interface SourceDocument {
  readonly file: string;
  readonly value: unknown;
  readonly document: Document | undefined;
  /** The node of `value` where that is a part of the document, as an item of a List; else the document's contents. */
  readonly node?: Node;
  readonly lineCounter: LineCounter;
}

/** Deepest nesting of a file. */
const DEPTH_LIMIT = 64;
/** Aliases in a file; people write a handful. */
const ALIAS_LIMIT = 100;
/** Values after aliases are followed. */
const EXPANDED_LIMIT = 100_000;

/** Parses a file of one YAML (and so JSON) map. @returns the document, or the problems that kept it from being one */
export function parseDocument(text: string, file: string): SourceDocument | Problem[] {
  const documents = parseDocuments(text, file);
  const [document, second] = documents;
  if (isProblem(document)) return documents.filter(isProblem);
  if (document === undefined) {
    const why = 'A scenario needs at least name, duration, traffic, requests and services.';
    return [problem(file, 'empty-file', 'is empty', why, 'start from `dryscale init`.')];
  }
  if (second !== undefined) {
    const what = 'holds multiple documents (`---`)';
    return [problem(file, 'multiple-documents', what, 'It is not clear which one is meant.', 'keep one a file.')];
  }
  if (isMap(document.document?.contents)) return document;
  const what = 'is not a map: a mapping is expected at the top';
  const why = 'A scenario is a map of keys such as name, duration, traffic.';
  return [problem(file, 'not-a-mapping', what, why, 'write `name: ...` at the top.')];
}

/**
 * Parses a file of any number of YAML (and so JSON) documents, empty ones left out.
 *
 * @param tags the only tags that may stand in it; each becomes the map that it is short for
 * @returns the documents, or only problems
 */
export function parseDocuments(text: string, file: string, tags: Tags = {}): SourceDocument[] | Problem[] {
  const lineCounter = new LineCounter();
  const tooDeep = nestingProblem(text, file);
  if (tooDeep !== undefined) return [tooDeep];
  const customTags = longFormTags(tags);
  const options = {
    lineCounter,
    uniqueKeys: true,
    merge: false,
    prettyErrors: false,
    logLevel: 'error',
    customTags,
  } as const;
  const documents = [...parseAllDocuments(text, options)] as Document[]; // safe: an empty stream iterates over nothing
  const broken = documents.flatMap(({ errors, warnings }) =>
    [...errors, ...warnings].map((error): Problem => {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      return { ...syntaxWords(error.code, error.message, tags), where: { file, line, column: col } };
    }),
  );
  if (broken.length > 0) return broken;
  for (const document of documents) writeOutTags(document, tags);
  const filled = documents.filter(({ contents }) => contents !== null);
  const danger = filled.flatMap((document) => dangers(document, file, lineCounter));
  if (danger.length > 0) return danger;
  return filled.map((document) => {
    return { file, value: document.toJS({ maxAliasCount: ALIAS_LIMIT }), document, lineCounter };
  });
}

export function isProblem(value: SourceDocument | Problem | undefined): value is Problem {
  return value !== undefined && 'where' in value;
}

function problem(file: string, code: string, what: string, why: string, fix: string): Problem {
  return { code, where: { file }, what, why, fix };
}

function syntaxWords(code: string, message: string, tags: Tags): Omit<Problem, 'where'> {
  const first = message.split('\n')[0].replace(/ at line.*$/, '');
  if (code === 'DUPLICATE_KEY') {
    return {
      code: 'duplicate-key',
      what: 'the same key stands twice in this map',
      why: 'One of the two would be lost silently.',
      fix: 'keep one of them.',
    };
  }
  if (code === 'TAB_AS_INDENT' || /tab/i.test(first)) {
    return {
      code: 'tab-indent',
      what: 'a tab is used for indentation',
      why: 'YAML forbids it.',
      fix: 'indent with blanks.',
    };
  }
  if (/tag/i.test(first)) {
    const close = nearest(/!\S+/.exec(first)?.[0] ?? '', Object.keys(tags));
    const fix = close === undefined ? 'remove the tag.' : `did you mean ${close}?`;
    return { code: 'unknown-tag', what: first, why: 'Tags could run code; this is plain data.', fix };
  }
  return {
    code: 'bad-yaml',
    what: first,
    why: 'The file cannot be read as YAML or JSON.',
    fix: 'fix the syntax here.',
  };
}

/** A cheap count of brackets and indentation before the parser recurses. */
function nestingProblem(text: string, file: string): Problem | undefined {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
    else if (character === ']' || character === '}') depth--;
  }
  if (deepest <= DEPTH_LIMIT) return undefined;
  return problem(
    file,
    'too-deep',
    `is nested more than ${DEPTH_LIMIT} levels deep (the nesting depth limit)`,
    'Nobody needs that.',
    'flatten the file.',
  );
}

/** What YAML allows and a file of settings must not: tags, prototype keys, cycles, floods of aliases. */
function dangers(document: Document, file: string, lineCounter: LineCounter): Problem[] {
  const at = (node: unknown) => {
    // safe: nodes of a parsed document have a range, and 0 is a harmless default.
    const start = (node as { range?: readonly number[] } | null)?.range?.[0] ?? 0;
    const { line, col } = lineCounter.linePos(start);
    return { file, line, column: col };
  };
  const problems = forbiddenNodes(document, at);
  return problems.length > 0 ? problems : aliasProblems(document, file, at);
}

type Locator = (node: unknown) => { readonly file: string; readonly line: number; readonly column: number };

function forbiddenNodes(document: Document, at: Locator): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Node: (_key, node) => {
      if (node.tag === undefined || node.tag.startsWith('tag:yaml.org,2002:')) return;
      problems.push({
        code: 'unknown-tag',
        where: at(node),
        what: `has the tag ${node.tag}`,
        why: 'Tags could run code; this is plain data.',
        fix: 'remove the tag.',
      });
    },
    Pair: (_key, pair) => {
      if (!isScalar(pair.key) || pair.key.value !== '__proto__') return;
      problems.push({
        code: 'forbidden-key',
        where: at(pair.key),
        what: 'the key "__proto__" is not allowed',
        why: 'It would change how every map behaves.',
        fix: 'remove it.',
      });
    },
  });
  return problems;
}

const aliasReason = 'Aliases can make a small file expand without bound.';

function aliasProblems(document: Document, file: string, at: Locator): Problem[] {
  let aliasCount = 0;
  visit(document, {
    Alias: () => {
      aliasCount++;
    },
  });
  const fix = 'write the values out.';
  if (aliasCount > ALIAS_LIMIT) {
    const what = `has ${aliasCount} aliases, more than the limit of ${ALIAS_LIMIT}`;
    return [problem(file, 'too-many-aliases', what, aliasReason, fix)];
  }
  const cycle = aliasCycle(document);
  if (cycle !== undefined) {
    const what = `the alias at ${cycle.path} refers to a value that contains it`;
    return [{ code: 'alias-cycle', where: at(cycle.node), what, why: 'The value would have no end.', fix }];
  }
  if (aliasCount === 0 || expandedSize(document) <= EXPANDED_LIMIT) return [];
  const what = `expands to more than ${EXPANDED_LIMIT} values through aliases (the expansion limit)`;
  return [problem(file, 'alias-expansion', what, aliasReason, fix)];
}

function aliasCycle(document: Document): { readonly node: Node; readonly path: string } | undefined {
  let found: { node: Node; path: string } | undefined;
  visit(document, {
    Alias: (_key, alias, ancestors) => {
      const target = alias.resolve(document);
      if (target === undefined || !ancestors.includes(target)) return undefined;
      const path = ancestors
        .flatMap((node) => (isPair(node) && isScalar(node.key) ? [String(node.key.value)] : []))
        .join('.');
      found = { node: alias, path };
      return visit.BREAK;
    },
  });
  return found;
}

/** Number of values once aliases are followed; text counts by its length, so that a long one cannot hide. */
function expandedSize(document: Document): number {
  const known = new Map<unknown, number>();
  const sizeOf = (node: unknown): number => {
    const before = known.get(node);
    if (before !== undefined) return before;
    let size = 1;
    if (isAlias(node)) size = sizeOf(node.resolve(document));
    else if (isMap(node)) size += node.items.reduce((total, pair) => total + sizeOf(pair.key) + sizeOf(pair.value), 0);
    else if (isSeq(node)) size += node.items.reduce<number>((total: number, item) => total + sizeOf(item), 0);
    else if (isScalar(node)) size += Math.floor(String(node.value).length / 100);
    known.set(node, size);
    return size;
  };
  return sizeOf(document.contents);
}
