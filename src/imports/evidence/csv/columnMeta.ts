import { queryFacts } from '../series/queryFacts.js';
import type { SeriesMeta } from '../series/seriesMeta.js';
import { formOfUnit } from '../series/wordsOf.js';

interface Column {
  readonly file: string;
  /** Of the file. */
  readonly title: string;
  readonly head: string;
  /** The words of a row, with the headers of their columns. */
  readonly texts: readonly { readonly head: string; readonly cell: string }[];
  /** There is no other column of values: its header may say nothing. */
  readonly isOnly: boolean;
}

const nameHead = /^(series|series ?name|metric|metric ?name|name|field|legend)$/i;
const plainHead = /^(value|values|#?value #?[a-z]?)$/i;
const unitBehind = /\s*[([]\s*([^()[\]]+?)\s*[)\]]\s*$/;

/** What a column of values says of a series: its header, or the words in the row, with labels and unit apart. */
export function columnMeta({ file, title, head, texts, isOnly }: Column): SeriesMeta {
  const named = texts.find((text) => nameHead.test(text.head));
  const text = named !== undefined && (isOnly || plainHead.test(head)) ? named.cell : head;
  const others = texts.filter((one) => one !== named).map((one) => [one.head, one.cell] as const);
  const { name, labels } = nameAndLabels(text);
  const unit = unitBehind.exec(name)?.[1];
  const isUnit = unit !== undefined && formOfUnit(unit) !== undefined;
  return {
    file,
    name: plainHead.test(name) ? '' : isUnit ? name.replace(unitBehind, '') : name,
    labels: { ...labels, ...Object.fromEntries(others) },
    title,
    ...(isUnit ? { unit } : {}),
  };
}

/** Grafana writes `name{label="value"}`, or the labels alone. */
function nameAndLabels(text: string): { readonly name: string; readonly labels: Readonly<Record<string, string>> } {
  const braces = /^([a-zA-Z_:][\w:]*)?\s*\{(.*)\}$/.exec(text.trim());
  if (braces === null) return { name: text.trim(), labels: {} };
  const facts = queryFacts(`${braces[1] ?? 'x'}{${braces[2]}}`);
  if (facts === undefined || facts.selectors.length !== 1) return { name: text.trim(), labels: {} };
  return {
    name: braces[1] ?? '',
    labels: Object.fromEntries(facts.selectors[0].matchers.map(({ label, value }) => [label, value])),
  };
}
