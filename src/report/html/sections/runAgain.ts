import type { ResultDocument, ScenarioResult } from '../../../results/results.js';
import { hasResults } from '../../../results/results.js';
import { commandLines } from '../../commandLines.js';
import { formatDuration } from '../../format.js';
import { escapeHtml } from '../escape.js';

/** The command, and what exactly it ran on. */
export function runAgainSection({ command, scenarios }: ResultDocument): string {
  const text =
    command === undefined
      ? ''
      : `<pre tabindex="0" role="region" aria-label="Command">${escapeHtml(commandLines(command, lineMax).join('\n'))}</pre>`;
  return `<section><h2>Run it again</h2>${text}${scenarios.map(inputsHtml).join('')}</section>`;
}

const lineMax = 80;

function inputsHtml(scenario: ScenarioResult): string {
  const { name, hash, resolved, duration_s, warmup_s, seed, slo, policies, assumptions } = scenario;
  const facts: [string, string][] = [
    ['scenario', `${name}, hash ${hash}`],
    [
      'duration',
      `${formatDuration(duration_s)}${warmup_s > 0 ? `, the first ${formatDuration(warmup_s)} left out of the statistics` : ''}`,
    ],
    ['seed', String(seed)],
    [
      'SLO',
      slo === null
        ? 'none'
        : `${Number((slo.objective * 100).toPrecision(12))} % of requests within ${slo.latency_s} s${slo.ttft_s === undefined ? '' : `, first token within ${slo.ttft_s} s`}${slo.itl_s === undefined ? '' : `, ${slo.itl_s} s from token to token`}`,
    ],
    ...policies.map((policy): [string, string] =>
      hasResults(policy)
        ? [
            policy.name,
            [
              policy.source,
              `hash ${policy.hash}`,
              ...Object.entries(policy.params).map(([key, value]) => `${key}=${value}`),
            ].join(', '),
          ]
        : [policy.name, 'failed'],
    ),
  ];
  const table = (label: string, rows: readonly (readonly string[])[]) =>
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(label)} of ${escapeHtml(name)}"><table><tbody>${rows.map(([head, ...cells]) => `<tr><th scope="row">${escapeHtml(head)}</th>${cells.map((cell) => `<td class="prose">${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table></div>`;
  const origins = assumptions.map(({ path, low, high, basis, from }) => [
    path,
    basis,
    low === undefined && high === undefined ? '' : `${low ?? ''} to ${high ?? ''}`,
    from ?? '',
  ]);
  const where =
    origins.length === 0
      ? ''
      : `<details><summary>Where the numbers of ${escapeHtml(name)} come from</summary>${table('Origins', origins)}</details>`;
  const whole =
    resolved === undefined
      ? ''
      : `<details><summary>${escapeHtml(name)} with every default, as YAML</summary><pre tabindex="0" role="region" aria-label="Scenario ${escapeHtml(name)}">${escapeHtml(resolved)}</pre></details>`;
  return `<details><summary>What ${escapeHtml(name)} ran with</summary>${table('Inputs', facts)}</details>${where}${whole}`;
}
