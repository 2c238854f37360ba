import type { ScenarioResult } from '../../results/results.js';
import { graphOf } from '../analysis/callGraph.js';
import { graphDetails, graphFinding } from '../callWords.js';
import { thinSpace } from '../format.js';
import { instantText } from './numbers.js';
import type { Standing } from './standing.js';
import { capLines, wrap } from './wrap.js';

const lineLimit = 6;

/** Where services call one another: who saturates first, and what that does to the callers. */
export function callLines(
  standings: readonly Standing[],
  {
    scenario,
    chosen,
    width,
  }: { readonly scenario: ScenarioResult; readonly chosen: string | undefined; readonly width: number },
): string[] {
  const focus = standings.find(({ policy }) => policy.name === chosen) ?? standings[0];
  const graph = focus && graphOf(focus.policy);
  if (graph === undefined) return [];
  const under = standings.length > 1 ? ` under ${focus.policy.name}` : '';
  const others = standings.flatMap(({ policy }) => {
    const other = policy === focus.policy ? undefined : graphOf(policy);
    if (other === undefined || (other.cause ?? other.narrowPool) === undefined) return [];
    return [`under ${policy.name}: ${graphFinding(other, scenario, instantText)}`];
  });
  const texts = [`calls${under}: ${graphFinding(graph, scenario, instantText)}`, ...graphDetails(graph), ...others];
  const lines = texts.flatMap((text) => wrap(text.replaceAll(thinSpace, ' '), { width, indent: '  ' }));
  return capLines(lines, lineLimit, (count) => `  ${count} more lines: see the report`);
}
