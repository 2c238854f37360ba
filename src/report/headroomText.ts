import { visibleLine } from '../base/visible.js';
import type { NamedLock } from '../results/namedLock.js';
import type { FailedPolicy, ScenarioResult } from '../results/results.js';
import type { HeadroomTrial, PolicyHeadroom } from '../run/headroom/policyHeadroom.js';
import { amountText } from './money.js';
import { sloGoalText } from './sloText.js';
import { latencyText, percentText, threeDigits } from './terminal/numbers.js';

/** One candidate's answer. */
interface NamedHeadroom {
  readonly name: string;
  readonly headroom: PolicyHeadroom;
}

export interface ScenarioHeadroom extends NamedLock {
  readonly name: string;
  readonly slo: NonNullable<ScenarioResult['slo']>;
  /** Replications of every factor. */
  readonly runs: number;
  readonly policies: readonly NamedHeadroom[];
}

/** How much more traffic each candidate bears, why not more, and the factors that say so. */
export function headroomText(scenario: ScenarioHeadroom, { verbose }: { readonly verbose: boolean }): string {
  const { name, slo, runs, policies } = scenario;
  const runsText = runs === 1 ? '1 run' : `${runs} runs`;
  const lines = [
    `${name}   headroom: the most traffic that meets the SLO (${sloGoalText(slo)}), ${runsText} a factor`,
    '',
  ];
  for (const { name: policy, headroom } of policies) {
    if ('failure' in headroom) {
      lines.push(`  ${policy} failed: ${headroom.failure.message}`, '');
      continue;
    }
    lines.push(...answerLines(policy, headroom).map((line) => `  ${line}`), '', ...tableLines(headroom, verbose), '');
  }
  return `${lines.map(visibleLine).join('\n').trimEnd()}\n`;
}

type Found = Exclude<PolicyHeadroom, FailedPolicy>;

function answerLines(policy: string, { best, missed }: Found): string[] {
  if (best === undefined) {
    return [
      `${policy} misses the SLO at every factor tried, down to ${factorText(missed?.factor ?? 1)} of this traffic.`,
    ];
  }
  const rate = `${threeDigits(best.peakRate)} req/s at the peak`;
  if (missed === undefined) {
    return [`${policy} meets the SLO at ${factorText(best.factor)} this traffic (${rate}); more was not tried.`];
  }
  const today = best.factor < 1 ? ' It misses the SLO at this traffic.' : '';
  return [
    `${policy} meets the SLO up to ${factorText(best.factor)} this traffic: ${rate}.${today}`,
    `At ${factorText(missed.factor)} ${shareText(missed)}. ${limitText(missed)}`,
  ];
}

function shareText({ goodShare }: HeadroomTrial): string {
  return goodShare === undefined ? 'there are no requests' : `${percentText(goodShare)} % of requests are good`;
}

/** Whether the fleet could have grown: what to change first. */
function limitText({ services }: HeadroomTrial): string {
  const full = services.filter(({ peakCount, maxCount }) => peakCount >= maxCount);
  if (full.length > 0) {
    const names = full.map(({ name, maxCount }) => `${name} reaches its max of ${maxCount} instances`);
    return `${names.join(' and ')}: raise max first.`;
  }
  const peaks = services.map(
    ({ name, peakCount, maxCount }) => `${name} peaks at ${threeDigits(peakCount)} of ${maxCount}`,
  );
  return `${peaks.join(', ')} instances: max is not the limit.`;
}

const widths = [9, 9, 9, 11, 8, 10];
const heads = ['traffic', 'req/s', 'good %', 'p99 all', 'peak', '$/run'];

/** Without `verbose` only the factors that the answer rests on. */
function tableLines({ best, missed, tried }: Found, verbose: boolean): string[] {
  const shown = verbose ? tried : tried.filter((trial) => trial === best || trial === missed || trial.factor === 1);
  return [padded(heads), `  ${'-'.repeat(widths.reduce((sum, width) => sum + width, 0) + 3)}`, ...shown.map(rowOf)];
}

function rowOf(trial: HeadroomTrial): string {
  const { factor, peakRate, goodShare, isMet, p99AllMs, costUsd, services } = trial;
  const peak = services.reduce((sum, { peakCount }) => sum + peakCount, 0);
  return padded([
    factorText(factor),
    threeDigits(peakRate),
    goodShare === undefined ? '-' : `${percentText(goodShare)}${isMet ? ' ok' : ' x '}`,
    p99AllMs === undefined ? 'unanswered' : latencyText(p99AllMs),
    threeDigits(peak),
    costUsd === undefined ? '-' : amountText(costUsd),
  ]);
}

function padded(cells: readonly string[]): string {
  return `  ${cells.map((cell, column) => cell.padStart(widths[column])).join('')}`;
}

/** Rounded down: the number that is printed was met. */
function factorText(factor: number): string {
  return `${Number((Math.floor(factor * 100 + 1e-9) / 100).toFixed(2)) || Number(factor.toPrecision(2))}x`;
}
