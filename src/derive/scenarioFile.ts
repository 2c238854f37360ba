import { Document, isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { visibleLine } from '../base/visible.js';
import { yamlText } from '../base/yamlText.js';
import type { Draft } from './draftParts.js';

/** Characters of a map that stands on one line. */
const FLOW_WIDTH = 100;

/**
 * The draft as a file that people like to edit: above each number a comment says where it comes from, and between which bounds.
 *
 * @param top lines at its head
 */
export function scenarioFile({ input, assumptions }: Draft, top: readonly string[]): string {
  const document = new Document(input, { aliasDuplicateObjects: false });
  const comments = new Map(
    assumptions.map(({ path, low, high, basis, from }) => {
      const range = low === undefined || low === high ? '' : ` (${low} .. ${high})`;
      return [path, ` ${visibleLine(`${basis}${range}: ${from}`)}`];
    }),
  );
  if (isMap(document.contents)) layOut(document.contents, '', comments);
  document.commentBefore = top
    .map((line) => (line.startsWith('yaml-language-server') ? ` ${line}` : ` ${visibleLine(line)}`))
    .join('\n');
  return yamlText(document, { lineWidth: 0 });
}

/** Maps that hold something with a comment stay in blocks; the others go on one line where they fit. */
function layOut(map: YAMLMap, path: string, comments: ReadonlyMap<string, string>): void {
  for (const { key, value } of map.items) {
    if (!isScalar(key)) continue;
    const inner = path === '' ? String(key.value) : `${path}.${String(key.value)}`;
    const comment = comments.get(inner);
    if (comment !== undefined) key.commentBefore = comment;
    if (path === '' && (isMap(value) || isSeq(value)) && inner !== 'policies') key.spaceBefore = true;
    if (isSeq(value)) {
      value.flow = !value.items.some(isMap);
      for (const item of value.items) if (isMap(item)) item.flow = true;
      continue;
    }
    if (!isMap(value)) continue;
    const isNoted = [...comments.keys()].some((one) => one.startsWith(`${inner}.`));
    const isPart = path === '' && inner !== 'gateway' && inner !== 'slo';
    if (!isNoted && !isPart && JSON.stringify(value.toJSON()).length < FLOW_WIDTH) value.flow = true;
    else layOut(value, inner, comments);
  }
}
