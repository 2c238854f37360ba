import { expect, it } from 'vitest';
import { haproxyCases } from './proxies/haproxyCases.js';
import { nginxCases } from './proxies/nginxCases.js';
import { proxyLines } from './proxies/page.js';

const cells = proxyLines().map((line) => line.split('|').map((cell) => cell.trim()));
const cases = [...nginxCases, ...haproxyCases];
const figureNames = { shares: 'share', 'shares, sorted': 'share', lost: 'requests lost', latency: 'latency' } as const;

it('docs/validation.md has every figure of every proxy, and none else', () => {
  const expected = cases.flatMap(({ what, figures }) =>
    figures.flatMap((figure) =>
      figure === 'latency'
        ? [`${what}: latency, mean`, `${what}: latency, p95`]
        : [`${what}: ${figureNames[figure]}${figureNames[figure] === 'share' ? ' of each server' : ''}`],
    ),
  );
  expect(cells.map(([, what, figure]) => `${what}: ${figure}`).sort()).toEqual(expected.sort());
});

it.each(cells)('%s%s, %s: what stands there is within its bar', (_, _what, figure, realText, simulatedText, stated) => {
  const [real, simulated] = [realText, simulatedText].map((text) =>
    text.split('/').map((number) => Number.parseFloat(number)),
  );
  const distances = real.map((value, index) => Math.abs(value - simulated[index]));
  const isLatency = figure.startsWith('latency');
  const difference = isLatency ? (100 * distances[0]) / real[0] : Math.max(...distances);
  const lossBar = Math.max(3, 0.15 * real[0]);
  const bar = isLatency ? 10 : figure === 'requests lost' ? lossBar : 2;
  expect(difference).toBeLessThanOrEqual(bar);
  // What is printed is rounded.
  expect(Math.abs(difference - Number.parseFloat(stated))).toBeLessThanOrEqual(isLatency ? 0.5 : 1);
});
