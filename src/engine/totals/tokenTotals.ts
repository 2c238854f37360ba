import type { TokenGroupLog, TokenLog } from '../../record/tokenLog.js';
import type { QualityTotals, TokenTotals } from '../../results/runTotals.js';
import { gpusIn } from '../../scenario/gpusIn.js';
import { hasQuality } from '../../scenario/qualityIn.js';
import type { Scenario } from '../../scenario/schema.js';
import { Histogram } from '../../stats/histogram.js';
import type { Assembly } from '../assemble.js';
import type { AssembledService } from '../assembleService.js';

/** Tokens of some groups; undefined where neither model servers nor providers answer them. @param isJudged of those whose good answers count */
export function tokenTotals(
  { tokenLog, serving, input }: Pick<Assembly, 'tokenLog' | 'serving' | 'input'>,
  { services, hasProviders }: { readonly services: readonly AssembledService[]; readonly hasProviders: boolean },
  isCounted: (group: number) => boolean,
  isJudged = isCounted,
): TokenTotals | undefined {
  const ofModels = services.filter(({ settings }) => settings.instance.model !== undefined);
  const hasModels = ofModels.length > 0;
  if (tokenLog === undefined || !(hasModels || hasProviders)) return undefined;
  const known = tokenLog.groups.flatMap((group, index) => (group !== undefined && isCounted(index) ? [group] : []));
  const sum = (numberOf: (group: TokenGroupLog) => number) =>
    known.reduce((total, group) => total + numberOf(group), 0);
  const [firstToken, gap] = [new Histogram(), new Histogram()];
  for (const group of known) {
    firstToken.merge(group.firstToken);
    gap.merge(group.gap);
  }
  return {
    answers: sum(({ answers }) => answers),
    promptTokens: sum(({ promptTokens }) => promptTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    normalisedSeconds: sum(({ normalisedSeconds }) => normalisedSeconds),
    servers: hasModels ? serverTotals({ tokenLog, serving, input }, ofModels, isCounted) : undefined,
    firstToken,
    gap,
    quality: qualityTotals(
      input.scenario,
      known,
      tokenLog.groups.filter((group, index): group is TokenGroupLog => group !== undefined && isJudged(index)),
    ),
  };
}

/** What the servers of some services did, providers left out. */
function serverTotals(
  { tokenLog, serving, input }: Required<Pick<Assembly, 'serving' | 'input'>> & { readonly tokenLog: TokenLog },
  ofModels: readonly AssembledService[],
  isCounted: (group: number) => boolean,
): TokenTotals['servers'] {
  const indexes = ofModels.map(({ index }) => index);
  const placeCount = tokenLog.preemptions.length;
  const sum = (numberOf: (service: AssembledService) => number) =>
    ofModels.reduce((total, one) => total + numberOf(one), 0);
  return {
    preemptions: sum(({ index }) => tokenLog.preemptions[index]),
    kvPeakRatio: Math.max(...indexes.map((index) => serving.meter?.kvPeakRatio(index) ?? 0)),
    outputTokens: tokenLog.groups.reduce((total, group, index) => {
      const isOfServers = isCounted(index) && indexes.includes(index % placeCount);
      return total + (isOfServers ? (group?.outputTokens ?? 0) : 0);
    }, 0),
    gpuSeconds: sum(({ name, fleetLog }) => fleetLog.readySeconds * gpusIn(input.scenario, name)),
  };
}

/** Undefined where no model says how often it answers right. */
export function qualityTotals(
  scenario: Scenario,
  groups: readonly TokenGroupLog[],
  judgedGood = groups,
): QualityTotals | undefined {
  if (!hasQuality(scenario)) return undefined;
  return {
    judged: groups.reduce((total, { judged }) => total + judged, 0),
    right: groups.reduce((total, { right }) => total + right, 0),
    rightAndGood: judgedGood.reduce((total, { rightAndGood }) => total + rightAndGood, 0),
  };
}
