import type { Case, Played } from './cases.js';
import type { RealRun } from './realRun.js';
import { meanOf, type SimulatedRun } from './simulatedRun.js';

/** One line of the table in docs/validation.md. */
export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly real: string;
  readonly simulated: string;
  /** In the unit of the bar. */
  readonly difference: number;
  readonly bar: number;
  readonly unit: 'points' | 'requests' | '%';
}

const shareBarPoints = 2;
const lossBarRatio = 0.15;
const lossBarCount = 3;
const latencyBarPercent = 10;

/** The rows of a case: what it is judged by wherever it runs, and latencies, which need a machine of their own. */
export function rowsOf({ what, figures }: Case, { real, runs }: Played, kind: 'counts' | 'latencies'): Row[] {
  if (kind === 'latencies') {
    if (!figures.includes('latency')) return [];
    return (['latency, mean', 'latency, p95'] as const).map((figure) => latencyRow(what, real, runs, figure));
  }
  return figures.flatMap((figure) => {
    if (figure === 'latency') return [];
    if (figure === 'lost') return [lossRow(what, real, runs)];
    return [shareRow(what, real, runs, figure === 'shares, sorted')];
  });
}

/** Of the good answers, by server; sorted where any of the servers may be the slow one. */
function shareRow(what: string, real: RealRun, runs: readonly SimulatedRun[], isSorted: boolean): Row {
  const counts = real.serviceSeconds.map((_, server) => real.answers.filter((one) => one.server === server).length);
  const inOrder = (shares: number[]) => (isSorted ? shares.sort((a, b) => b - a) : shares);
  const realShares = inOrder(sharesOf(counts));
  const each = runs.map(({ begunCounts }) => inOrder(sharesOf(begunCounts)));
  const simulatedShares = realShares.map((_, server) => meanOf(each.map((shares) => shares[server])));
  const difference = Math.max(...realShares.map((share, server) => Math.abs(share - simulatedShares[server])));
  const text = (shares: number[]) => `${shares.map((share) => share.toFixed(1)).join(' / ')} %`;
  return {
    what,
    figure: 'share of each server',
    real: text(realShares),
    simulated: text(simulatedShares),
    difference,
    bar: shareBarPoints,
    unit: 'points',
  };
}

/** Requests without a good answer. */
function lossRow(what: string, real: RealRun, runs: readonly SimulatedRun[]): Row {
  const lost = real.answers.filter(({ status }) => status !== 200).length;
  const simulated = meanOf(runs.map(({ lostCount }) => lostCount));
  return {
    what,
    figure: 'requests lost',
    real: String(lost),
    simulated: simulated.toFixed(0),
    difference: Math.abs(lost - simulated),
    bar: Math.max(lossBarCount, lossBarRatio * lost),
    unit: 'requests',
  };
}

/** Of the good answers. */
function latencyRow(
  what: string,
  real: RealRun,
  runs: readonly SimulatedRun[],
  figure: 'latency, mean' | 'latency, p95',
): Row {
  const ofAll = figure === 'latency, mean' ? meanOf : p95Of;
  const good = real.answers.filter(({ status }) => status === 200);
  const seconds = ofAll(good.map(({ latencySeconds }) => latencySeconds));
  const simulatedSeconds = meanOf(runs.map(({ latenciesSeconds }) => ofAll(latenciesSeconds)));
  const text = (value: number) => `${(value * 1000).toFixed(1)} ms`;
  return {
    what,
    figure,
    real: text(seconds),
    simulated: text(simulatedSeconds),
    difference: 100 * Math.abs(simulatedSeconds / seconds - 1),
    bar: latencyBarPercent,
    unit: '%',
  };
}

/** As a line of Markdown. */
export function lineOf({ what, figure, real, simulated, difference, bar, unit }: Row): string {
  const digits = unit === 'requests' ? 0 : 1;
  const limit = unit === 'requests' ? `${lossBarCount}, or ${100 * lossBarRatio} %` : `${bar} ${unit}`;
  return `| ${what} | ${figure} | ${real} | ${simulated} | ${difference.toFixed(digits)} ${unit} | ${limit} |`;
}

function sharesOf(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (100 * count) / total);
}

function p95Of(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1];
}
