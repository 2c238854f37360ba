// @module-tag ci
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlayedLoad } from '../../src/calibrate/playLoads.js';
import { numbersOf } from '../../src/fleet/models/datasheet.js';
import { presets } from '../../src/fleet/models/presets.js';
import { llmFile } from '../fleet/modelServer/llmFolder.js';
import { root } from '../support/runCli.js';
import {
  closedForm,
  fits,
  type MeasuredRun,
  numbersOfRow,
  playedRow,
  playedStages,
  type SiliconRow,
  sheetOf,
  siliconRows,
} from './modelServers/measured.js';

/**
 * Measured vLLM servers, and the same load played on a server by the data sheets: nothing in it was fitted to these models.
 *
 * Ten runs of early 2026 (inference-sim/training and sim-to-real-accuracy-validation on GitHub), and 147 points of 2025 (NVIDIA's
 * aiconfigurator, silicon_sample.csv, Apache-2.0).
 */
const seeds = [1, 2, 3];
const runs: readonly MeasuredRun[] = JSON.parse(llmFile('vllm-h100.json') ?? '{"runs":[]}').runs;
const rows = siliconRows(llmFile('silicon-vllm.csv') ?? 'kind').filter(({ kind }) => kind === 'dense');
const isAbsent = runs.length === 0 || rows.length === 0;

interface Judged {
  readonly run: MeasuredRun;
  readonly rate: number;
  /** Percent off the measured figure. */
  readonly off: Readonly<Record<string, number>>;
  /** Its mean TTFT is a queue at the seats. */
  readonly isQueue: boolean;
  /** The server was warming up. */
  readonly isWarmingUp: boolean;
}

const percent = (simulated: number, measured: number) => (simulated / measured - 1) * 100;

function offOf(played: PlayedLoad, measured: Readonly<Record<string, number>>): Record<string, number> {
  const { e2eMilliseconds: e2e, ttftMilliseconds: ttft } = played;
  return {
    e2eMean: percent(e2e.mean, measured.e2e_mean_ms),
    e2eP90: percent(e2e.p90, measured.e2e_p90_ms),
    e2eP99: percent(e2e.p99, measured.e2e_p99_ms),
    ttftMean: percent(ttft.mean, measured.ttft_mean_ms),
  };
}

function judged(run: MeasuredRun, numbers: ReturnType<typeof numbersOf>): Judged[] {
  const played = playedStages(run, { ...numbers, kvBlocks: run.kv_blocks ?? numbers.kvBlocks }, seeds);
  return run.stages.map((stage, index) => ({
    run,
    rate: stage.rate_per_s,
    off: offOf(played[index], stage.measured),
    isQueue: stage.judge !== undefined,
    isWarmingUp: run.note !== undefined && index === 0,
  }));
}

const sizes = (all: readonly Judged[], figure: string) =>
  all.map(({ off }) => Math.abs(off[figure])).toSorted((a, b) => a - b);
const median = (sorted: readonly number[]) =>
  (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
const upper = (sorted: readonly number[], share: number) => sorted[Math.ceil(share * sorted.length) - 1];

describe.skipIf(isAbsent)('a model server by the data sheets is as fast as the measured ones', () => {
  const byDatasheet = runs.flatMap((run) => judged(run, numbersOf(sheetOf(run.model, run.tp))));

  it('has the 20 loads of ten runs', () => {
    expect(byDatasheet.length).toBe(20);
  });

  it('mean latencies: each within 15 %, half of them within 6 %', () => {
    const all = sizes(byDatasheet, 'e2eMean');
    expect(all.at(-1)).toBeLessThan(15);
    expect(median(all)).toBeLessThan(6);
  });

  it('half of the 90th percentiles within 6 %, of the 99th within 10 %', () => {
    expect(median(sizes(byDatasheet, 'e2eP90'))).toBeLessThan(6);
    expect(
      median(
        sizes(
          byDatasheet.filter(({ isWarmingUp }) => !isWarmingUp),
          'e2eP99',
        ),
      ),
    ).toBeLessThan(10);
  });

  it('time to first token: each mean within 20 %, half within 10 %, but for one that is a queue', () => {
    const all = sizes(
      byDatasheet.filter(({ isQueue }) => !isQueue),
      'ttftMean',
    );
    expect(all.length).toBe(19);
    expect(all.at(-1)).toBeLessThan(20);
    expect(median(all)).toBeLessThan(10);
  });

  it('the memory is what servers logged, within 3 %', () => {
    const logged = runs.filter(({ kv_blocks: blocks }) => blocks !== null);
    expect(logged.length).toBeGreaterThan(4);
    for (const { model, tp, kv_blocks: blocks } of logged) {
      expect(Math.abs(percent(numbersOf(sheetOf(model, tp)).kvBlocks, blocks ?? 0)), model).toBeLessThan(3);
    }
  });

  it('presets that were calibrated on one workload foretell the other: latency within 6 %, first token within 15 %', () => {
    const others = calibratedOthers();
    expect(others.length).toBeGreaterThan(5);
    for (const { run, rate, off } of others) {
      expect(Math.abs(off.e2eMean), `${run.id} at ${rate}`).toBeLessThan(6);
      expect(Math.abs(off.ttftMean), `${run.id} at ${rate}`).toBeLessThan(15);
    }
  });

  it('docs/validation.md has these figures', () => {
    const table = tableOf(byDatasheet);
    console.log(table);
    expect(written('models', table)).toContain(`<!-- models -->\n${table}\n<!-- /models -->`);
  });
});

function calibratedOthers(): Judged[] {
  return runs
    .filter(({ id }) => id.endsWith('-codegen'))
    .flatMap((run) => {
      const preset = presets.find(
        ({ fidelity, model, tensorParallel }) =>
          fidelity === 'calibrated' && model.name === run.model && tensorParallel === run.tp,
      );
      return preset === undefined ? [] : judged(run, preset.numbers);
    });
}

const shown = (value: number) => `${value >= 0 ? '+' : ''}${value.toFixed(1)}`;

function tableOf(all: readonly Judged[]): string {
  const calibrated = calibratedOthers();
  const lines = all.map((one) => {
    const { run, rate, off, isQueue } = one;
    const after = calibrated.find((other) => other.run === run && other.rate === rate);
    const cells = [off.e2eMean, off.e2eP90, off.e2eP99, off.ttftMean].map(shown);
    const queue = isQueue ? ' (a queue)' : '';
    const own = after === undefined ? '' : `${shown(after.off.e2eMean)}, ${shown(after.off.ttftMean)}`;
    return `| ${run.id} | ${rate} | ${cells.join(' | ')}${queue} | ${own} |`;
  });
  const medians = ['e2eMean', 'e2eP90', 'e2eP99', 'ttftMean'].map((figure) => median(sizes(all, figure)).toFixed(1));
  const own = ['e2eMean', 'ttftMean'].map((figure) => median(sizes(calibrated, figure)).toFixed(1));
  return [
    '| run | requests/s | mean | p90 | p99 | TTFT mean | calibrated: mean, TTFT |',
    '|---|---|---|---|---|---|---|',
    ...lines,
    `| median size | | ${medians.join(' | ')} | ${own.join(', ')} |`,
  ].join('\n');
}

/**
 * Of time a token, percent: half and nine of ten within so much. Limits of the closed form are the errors that the authors of its
 * constants state; a played load is not evenly mixed, and has its own.
 */
const groups = [
  { name: 'Qwen3-32B, H100, 16 bits', of: /^Qwen.*h100/, count: 55, closed: [2.1, 6.5], played: [2.5, 6.5] },
  { name: 'Llama-3.1-70B, H100, FP8', of: /^meta.*h100/, count: 26, closed: [5.5, 14.5], played: [7, 17.5] },
  { name: 'Llama-3.1-70B, H200, FP8', of: /^meta.*h200/, count: 43, closed: [2.4, 17.5], played: [4, 17.5] },
];

describe.skipIf(isAbsent)('the servers of 2025', () => {
  const fitting = rows.filter(fits);
  const groupOf = (pattern: RegExp) => fitting.filter(({ model, gpu }) => pattern.test(`${model} ${gpu}`));

  it('are those of which all requests fit into the memory: 138 of 147', () => {
    expect([rows.length, fitting.length]).toEqual([147, 138]);
  });

  it.each(groups)('$name: time a token within the limits of the form, and of a played load', (group) => {
    const chosen = groupOf(group.of);
    expect(chosen.length).toBe(group.count);
    for (const [errors, [half, most]] of [
      [closedErrors(chosen), group.closed],
      [playedErrors(chosen), group.played],
    ] as const) {
      expect(median(errors.sizes)).toBeLessThan(half);
      expect(upper(errors.sizes, 0.9)).toBeLessThan(most);
    }
  });

  it('are slower than those of 2026, with which one set of constants is 10 % off and more', () => {
    for (const { of } of groups) {
      const newer = groupOf(of).map((row) => percent(closedForm(row, numbersOfRow(row, '2026')), row.tpot_mean_ms));
      expect(median(newer.toSorted((a, b) => a - b))).toBeLessThan(-10);
    }
  });

  it('docs/validation.md has these figures', () => {
    const table = siliconTable(groupOf);
    console.log(table);
    expect(written('silicon', table)).toContain(`<!-- silicon -->\n${table}\n<!-- /silicon -->`);
  });
});

function closedErrors(chosen: readonly SiliconRow[]) {
  return errorsOf(chosen.map((row) => percent(closedForm(row, numbersOfRow(row)), row.tpot_mean_ms)));
}

function playedErrors(chosen: readonly SiliconRow[]) {
  return errorsOf(chosen.map((row) => percent(playedRow(row).tpotMeanMilliseconds, row.tpot_mean_ms)));
}

function errorsOf(signed: readonly number[]) {
  const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b);
  return { signed: median(sorted(signed)), sizes: sorted(signed.map(Math.abs)) };
}

function siliconTable(groupOf: (pattern: RegExp) => SiliconRow[]): string {
  const shownGroups = [...groups, { name: 'Llama-3.1-8B, H200, FP8 (not fitted)', of: /8B/ }];
  const lines = shownGroups.map(({ name, of }) => {
    const chosen = groupOf(of);
    const cells = [closedErrors(chosen), playedErrors(chosen)].flatMap(({ signed, sizes: all }) => [
      shown(signed),
      median(all).toFixed(1),
      upper(all, 0.9).toFixed(0),
    ]);
    return `| ${name} | ${chosen.length} | ${cells.join(' | ')} |`;
  });
  return [
    '| points | n | closed form: signed | median | p90 | played: signed | median | p90 |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

/** The page; with `DRYSCALE_WRITE_MODELS=1` the table stands in it afterwards. */
function written(mark: string, table: string): string {
  const path = join(root, 'docs/validation.md');
  const page = readFileSync(path, 'utf8');
  if (process.env.DRYSCALE_WRITE_MODELS !== '1') return page;
  const between = new RegExp(`<!-- ${mark} -->[\\s\\S]*<!-- /${mark} -->`);
  const next = page.replace(between, `<!-- ${mark} -->\n${table}\n<!-- /${mark} -->`);
  writeFileSync(path, next);
  return next;
}
