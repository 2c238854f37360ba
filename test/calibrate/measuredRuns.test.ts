// @module-tag ci
import { describe, expect, it } from 'vitest';
import { calibrate } from '../../src/calibrate/calibrate.js';
import type { MeasuredLoad } from '../../src/calibrate/measuredLoad.js';
import { playLoads } from '../../src/calibrate/playLoads.js';
import { type Datasheet, numbersOf } from '../../src/fleet/models/datasheet.js';
import { datasheetOf } from '../../src/fleet/models/onGpus.js';
import { llmFile } from '../fleet/modelServer/llmFolder.js';
import { loadOf, type MeasuredRun, serverOf } from '../real/modelServers/measured.js';

function sheet(text: string): Datasheet {
  const found = datasheetOf(text);
  if ('part' in found) throw new Error(`no ${found.part}`);
  return found;
}

const runs: readonly MeasuredRun[] = JSON.parse(llmFile('vllm-h100.json') ?? '{"runs":[]}').runs;

describe.skipIf(runs.length === 0)('calibrated on one measured workload', () => {
  const loadsOf = (run: MeasuredRun): MeasuredLoad[] =>
    run.stages.map((stage) => ({
      place: { file: run.id },
      load: loadOf(run, stage),
      e2eMeanMs: stage.measured.e2e_mean_ms,
      ttftMeanMs: stage.measured.ttft_mean_ms,
      throughputPerSecond: stage.measured.throughput_per_s,
    }));
  const pairs = runs
    .filter(({ id }) => id.endsWith('-general'))
    .flatMap((general) =>
      runs
        .filter(({ id, model, tp }) => id.endsWith('-codegen') && model === general.model && tp === general.tp)
        .map((other) => [general.id, { general, other }] as const),
    );

  it.each(pairs)(
    '%s foretells the other: mean latencies within 6 percent, TTFT within 15',
    (_id, { general, other }) => {
      const model = `${general.model}@${general.tp}xh100`;
      const settings = { maxSequences: general.max_num_seqs, tokenBudget: general.max_num_batched_tokens };
      const facts = general.kv_blocks === null ? {} : { kvBlocks: general.kv_blocks };
      const loads = [...loadsOf(general), ...loadsOf(other)];
      // Only the first two may be fitted to: the others would be a workload of their own.
      const fit = calibrate({
        model,
        sheet: sheet(model),
        server: { ...settings, prefixCache: true },
        facts,
        loads: loads.slice(0, 2),
      });
      const numbers = numbersOf(sheet(model));
      const fitted = {
        ...numbers,
        step: { ...numbers.step, base: fit.fitted.base_us, perSequence: fit.fitted.per_sequence_us },
        overheads: { ...numbers.overheads, overheadIn: fit.fitted.overhead_in_us },
      };
      for (const one of loadsOf(other)) {
        const [played] = playLoads(serverOf(fitted, settings), [one.load], 1);
        const off = [
          played.e2eMilliseconds.mean / (one.e2eMeanMs ?? 0) - 1,
          played.ttftMilliseconds.mean / (one.ttftMeanMs ?? 0) - 1,
        ];
        expect(Math.abs(off[0])).toBeLessThan(0.06);
        expect(Math.abs(off[1])).toBeLessThan(0.15);
      }
    },
  );

  it('has such pairs', () => {
    expect(pairs.length).toBe(4);
  });
});
