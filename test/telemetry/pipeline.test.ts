import { describe, expect, it } from 'vitest';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { runWithLua } from '../support/runWithLua.js';

/** 10 requests a second, evenly, each 0.2 s of CPU and 0.3 s of io: everything about it is known. */
const known: ScenarioInput = {
  name: 'known',
  duration: '10m',
  traffic: { load: { executor: 'constant-arrival-rate', rate: 10, arrivals: 'even' } },
  requests: {
    work: { route: 'web', cpu: '200ms', io: '300ms', memory: '8MB', responseBytes: '1kB', requestBytes: '1kB' },
  },
  services: {
    web: {
      instance: { vcpus: 8, cpuRequest: 4, memory: '100MB', baseMemory: '20MB' },
      scaling: { min: 1, max: 1 },
    },
  },
};

/** What the policy saw at each call, by name. Each decision is another one and all are clamped, so that each has its row. */
function seen(input: ScenarioInput, every = '15s'): { time: number; metrics: Record<string, number> }[] {
  const { detail } = runWithLua(
    input,
    `return { every = "${every}", decide = function(o)
      local parts = { string.format('"time":%.6f', o.time) }
      for name, value in pairs(o.metrics) do parts[#parts + 1] = string.format('"%s":%.9g', name, value) end
      return { desired = 1000 + o.time, reason = '{' .. table.concat(parts, ',') .. '}' }
    end }`,
  );
  return (detail?.decisions ?? []).map(({ reason = '{}' }) => {
    const { time, ...metrics } = JSON.parse(reason) as Record<string, number>;
    return { time, metrics };
  });
}

describe('what a policy sees', () => {
  it('has every metric at its known value once the window is full', () => {
    const last = runWithLua(
      { ...known, telemetry: { scrape: '15s', window: '60s', phase: '0s' } },
      `return { every = "300s", decide = function(o)
        local m = o.metrics
        return { desired = 1, reason = string.format("%.4f %.4f %.4f %.1f %.4f %d %d %.3f %.4f %.1f",
          m.cpu_utilization, m.cpu_utilization_of_request, m.memory_utilization, m.network_bytes_per_second, m.request_rate,
          m.in_flight, m.queue_depth, m.latency_p50_seconds, m.error_rate, m.age_seconds) }
      end }`,
    ).detail?.decisions[0];
    // 10/s x 0.2 s on 8 vCPUs; of a request of 4; 20 MB + 5 x 8 MB of 100 MB; 10/s x 2 kB; 5 inside for 0.5 s each.
    expect(last?.reason).toBe('0.2500 0.5000 0.6000 20000.0 10.0000 5 0 0.500 0.0000 0.0');
  });

  it('sees nothing before the first scrape has arrived', () => {
    const [first] = seen({ ...known, telemetry: { scrape: '60s', delay: '10s', phase: '30s' } }, '15s');
    expect(first.metrics).toEqual({});
  });

  it('is as old as scrape and delay make it', () => {
    const rows = seen({ ...known, telemetry: { scrape: '20s', delay: '7s', phase: '0s' } }, '13s');
    const late = rows.filter(({ time }) => time > 60);
    expect(late.length).toBeGreaterThan(10);
    // Scrapes are at multiples of 20 s and show up 7 s later.
    for (const { time, metrics } of late) {
      expect(metrics.age_seconds).toBeCloseTo(time - 20 * Math.floor((time - 7) / 20), 5);
    }
  });

  it('holds old values when scrapes are lost, and has none when all are', () => {
    const half = seen({ ...known, telemetry: { loss: 0.5, phase: '0s' } }).filter(({ time }) => time > 200);
    const ages = half.map(({ metrics }) => metrics.age_seconds);
    expect(Math.max(...ages)).toBeGreaterThanOrEqual(15);
    expect(Math.min(...ages)).toBe(0);
    for (const { metrics } of seen({ ...known, telemetry: { loss: 1 } })) expect(metrics).toEqual({});
  });

  it('gives one metric a pipeline of its own', () => {
    const rows = seen({ ...known, telemetry: { phase: '0s', metrics: { queue_depth: { loss: 1 } } } });
    const { metrics } = rows[rows.length - 1];
    expect(metrics.in_flight).toBe(5);
    expect(metrics.queue_depth).toBeUndefined();
  });

  it('adds up over instances what is a count and averages what is a ratio', () => {
    const services = { web: { instance: { vcpus: 8 }, scaling: { min: 2, max: 2 } } };
    const rows = seen({ ...known, services, telemetry: { phase: '0s' } });
    const { metrics } = rows[rows.length - 1];
    expect(metrics.in_flight).toBe(5);
    expect(metrics.cpu_utilization).toBeCloseTo(0.125, 3);
    expect(metrics.request_rate).toBeCloseTo(10, 3);
  });
});
