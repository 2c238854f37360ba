import { visibleLine } from '../base/visible.js';
import { yamlText } from '../base/yamlText.js';
import type { CalibratedLoad, CalibrationResult, Compared } from '../results/calibrationResult.js';
import { timeText } from './modelsText.js';
import { type Column, gridLines } from './terminal/grid.js';
import { inkOf } from './terminal/ink.js';
import { threeDigits } from './terminal/numbers.js';
import { wrap } from './terminal/wrap.js';

/** What was fitted, how well it foretells, what is open, and the stanza to paste. */
export function calibrationText(
  result: CalibrationResult,
  { color, columns = 80 }: { readonly color: boolean; readonly columns?: number | undefined },
): string {
  const { fitted, datasheet, loads, saturation } = result;
  const width = Math.min(columns, 100);
  const number = (name: string, one: number, other: number) =>
    `  ${name.padEnd(13)}${timeText(one).padEnd(10)} data sheet ${timeText(other)}`;
  const lines = [
    inkOf(color).bold(visibleLine(`${result.model}: ${headline(loads)}`)),
    '',
    number('base', fitted.base_us, datasheet.base_us),
    number('perSequence', fitted.per_sequence_us, datasheet.per_sequence_us),
    number('overheadIn', fitted.overhead_in_us, datasheet.overhead_in_us),
    `  ${'kvTokens'.padEnd(13)}${String(result.kv_tokens).padEnd(10)} ${result.kv_from === 'server' ? 'as the server says' : 'data sheet'}`,
    '',
    ...gridLines(loadColumns(loads), inkOf(color)),
    '',
    ...saturationLines(saturation, width),
    ...wrap(`Not identified, kept from the data sheet: ${result.not_identified.join('; ')}.`, { width }),
    '',
    yamlText({ models: result.models }, { lineWidth: 0, flowCollectionPadding: true }).trimEnd(),
  ];
  return `${lines.join('\n')}\n`;
}

/** The answer: how far off the loads are that nothing was fitted to. */
function headline(loads: readonly CalibratedLoad[]): string {
  const fittedCount = loads.filter(({ use }) => use === 'fitted').length;
  const foretold = loads.filter(({ use }) => use === 'foretold');
  const worst = foretold.map(mainOf).toSorted((a, b) => Math.abs(b.error_ratio) - Math.abs(a.error_ratio))[0];
  if (worst === undefined) return `fitted to ${fittedCount} loads, and none is left to foretell`;
  return `fitted to ${fittedCount} loads, foretells ${foretold.length} within ${percentText(Math.abs(worst.error_ratio)).replace('+', '')}`;
}

function mainOf({ e2e_mean_ms: e2e, tpot_mean_ms: tpot }: CalibratedLoad): Compared {
  return e2e ?? tpot ?? { measured: Number.NaN, simulated: Number.NaN, error_ratio: 0 };
}

function loadColumns(loads: readonly CalibratedLoad[]): Column[] {
  const cell = (of: (load: CalibratedLoad) => Compared | null) =>
    loads.map((load) => {
      const compared = of(load);
      return compared === null ? '-' : `${threeDigits(compared.measured)} ${percentText(compared.error_ratio)}`;
    });
  const columns: Column[] = [
    { head: 'load', cells: loads.map(({ label }) => label), isText: true },
    { head: 'use', cells: loads.map(({ use }) => use), isText: true },
    { head: 'inside', cells: loads.map(({ inside_mean: inside }) => threeDigits(inside)) },
    { head: 'E2E ms', cells: cell(({ e2e_mean_ms: e2e }) => e2e) },
    { head: 'TTFT ms', cells: cell(({ ttft_mean_ms: ttft }) => ttft) },
    { head: 'a token ms', cells: cell(({ tpot_mean_ms: tpot }) => tpot) },
  ];
  // What no load was measured by takes no room.
  return columns.filter(({ cells }) => cells.some((text) => text !== '-'));
}

function saturationLines(
  { kept, saturated, capacity_per_s: capacity }: CalibrationResult['saturation'],
  width: number,
): string[] {
  const seen =
    saturated === null
      ? `The server kept up with all loads, the highest ${kept}.`
      : `The server kept up with ${kept}, and was saturated at ${saturated}.`;
  return wrap(
    `${seen} By these numbers it can take about ${threeDigits(capacity)} requests/s of the first load's lengths.`,
    { width },
  );
}

function percentText(ratio: number): string {
  return `${ratio >= 0 ? '+' : ''}${(ratio * 100).toFixed(1)} %`;
}
