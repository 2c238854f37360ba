import { linearTicks, logTicks } from './ticks.js';

/** What stands against cost. */
export interface TradeOffAxis {
  readonly label: string;
  /** The better end is up. */
  readonly isHigherBetter: boolean;
  readonly type: 'log' | 'linear';
  /** Room around what is drawn. */
  domain(values: readonly number[]): readonly [number, number];
  /** Share of the height at which a value stands, 0 at the bottom. */
  shareOf(value: number, domain: readonly [number, number]): number;
  ticks(domain: readonly [number, number], pixels: number, taken: readonly number[]): number[];
  text(value: number): string;
}

export type TradeOffAxisName = 'latency' | 'quality';

export const tradeOffAxes: Readonly<Record<TradeOffAxisName, TradeOffAxis>> = {
  latency: {
    label: '↑ p99 of all requests (log)',
    isHigherBetter: false,
    type: 'log',
    domain: (values) => [Math.min(...values) / 1.45, Math.max(...values) * 1.45],
    shareOf: (value, [low, high]) => Math.log(value / low) / Math.log(high / low),
    ticks: (domain, pixels, taken) => logTicks(domain, { pixels, apart: 18, taken }),
    text: (ms) => (ms < 1000 ? `${Number(ms.toPrecision(3))} ms` : `${Number((ms / 1000).toPrecision(3))} s`),
  },
  quality: {
    label: '↑ right answers',
    isHigherBetter: true,
    type: 'linear',
    domain: (values) => {
      const [low, high] = [Math.min(...values), Math.max(...values)];
      const pad = Math.max((high - low) * 0.2, 0.01);
      return [Math.max(0, low - pad), Math.min(1, high + pad)];
    },
    shareOf: (value, [low, high]) => (value - low) / (high - low),
    ticks: ([low, high], pixels, taken) =>
      linearTicks(low, high, Math.floor(pixels / 40)).filter((tick) =>
        taken.every((one) => (Math.abs(tick - one) / (high - low)) * pixels >= 18),
      ),
    text: (share) => `${Number((share * 100).toPrecision(4))} %`,
  },
};
