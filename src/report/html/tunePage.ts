import { visibleText } from '../../base/visible.js';
import type { TunedFigures, TuneResult } from '../../results/tuneResult.js';
import { counted, formatDuration } from '../format.js';
import { moneyUnitOf } from '../money.js';
import { threeDigits } from '../terminal/numbers.js';
import { intervalText, mustText } from '../tuneText.js';
import { goalText, isRunCost, settingText, usedText, verdictText } from '../tuneWords.js';
import { drawPareto, type ParetoData, type ParetoPoint } from './charts/pareto.js';
import { Drawing, serverWidth } from './drawing.js';
import { escapeHtml } from './escape.js';
import { headHtml } from './head.js';

/** Of a telephone, with the page's margins taken off. */
const narrowWidth = 358;

/** Which of the two pictures is shown: the page has no script that could draw it anew. */
const ownStyle = `<style>.narrow { display: none; } @media screen and (max-width: 760px) { .narrow { display: block; } .wideOnly { display: none; } }</style>`;

/** What `tune` found as one HTML file: no second file, no request, no script. */
export function renderTunePage(source: TuneResult): string {
  const result = visible(source) as TuneResult; // safe: only characters of strings change
  const [headline, ...more] = verdictText(result);
  const { scenario, search, notes, why, command } = result;
  const facts = [
    `${counted(search.tried, 'setting')} of ${counted(search.combinations, 'combination')}`,
    `${formatDuration(scenario.duration_s)} of virtual time`,
    `seed ${scenario.seed}`,
  ].join(', ');
  const texts = [...more, ...why, ...notes].map((text) => `<li>${escapeHtml(text)}</li>`);
  return `${headHtml(`tune ${scenario.name}`)}
<body>${ownStyle}<div class="page"><header class="top"><b>${escapeHtml(scenario.name)}</b><span>${escapeHtml(facts)}</span><span class="end"><span class="version">dryscale ${escapeHtml(result.version)}</span></span></header>
<main><section><h1>${escapeHtml(headline)}</h1><ul class="notices">${texts.join('')}</ul></section>
${chartSection(result)}
${deploymentSection(result)}
${tableSection(result)}
<section><h2>Run it again</h2><p class="how">${escapeHtml(usedText(result))}</p><pre tabindex="0" role="region" aria-label="Command">${escapeHtml(command)}</pre></section></main>
<footer><p>Simulated by dryscale ${escapeHtml(result.version)}, not measured in production. Intervals are 95 % and cover chance between runs, not error of the inputs.</p></footer>
</div></body></html>
`;
}

function chartSection(result: TuneResult): string {
  const data = paretoData(result);
  if (data.points.length === 0) return '';
  const drawing = new Drawing();
  const draw = (width: number) => drawing.markup(drawPareto(data, { document: drawing.document, width }));
  const title = chartTitle(result);
  const { vary } = result;
  const labels = vary.length === 1 ? '' : ` Labels are ${vary.map(({ key }) => key).join(' / ')}.`;
  const how =
    'Each mark is a setting; a cross misses what must hold. The line joins those that no other beats in both. Star and "as it is" are fresh runs, all others those that chose.';
  const described = data.points.filter(({ kind }) => kind !== 'other').map((point) => point.title);
  const figure = (kind: string, width: number) =>
    `<figure class="${kind}" role="img" aria-labelledby="pareto" aria-description="${escapeHtml(described.join('; '))}">${draw(width)}</figure>`;
  return `<section><h2 id="pareto">${escapeHtml(title)}</h2><p class="how">${escapeHtml(how + labels)}</p>${figure('wideOnly', serverWidth.full)}${figure('narrow', narrowWidth)}</section>`;
}

/** The finding, not the axes. */
function chartTitle(result: TuneResult): string {
  const { best, goal, points } = result;
  const front = points.filter((point) => point.front);
  if (best === null || best.goal.mean === null)
    return `None of ${counted(points.length, 'setting')} meets what must hold`;
  const direction = goal.better === 'lower' ? 'Least' : 'Most';
  return `${direction} ${goal.measure} that holds: ${settingText(best, result)}, one of ${counted(front.length, 'setting')} that no other beats`;
}

function paretoData(result: TuneResult): ParetoData {
  const { best, today, points, safety, goal, scenario, must } = result;
  const money = isRunCost(goal) ? moneyUnitOf(scenario) : undefined;
  const factor = money?.factor ?? 1;
  const place = (figures: TunedFigures, label: string, kind: ParetoPoint['kind']): ParetoPoint[] => {
    const at = safety.limit === null ? undefined : figures.must[0];
    const height = at ?? { value: figures.good_share.mean, low: figures.good_share.low, high: figures.good_share.high };
    const { mean, low, high } = figures.goal;
    if (mean === null || height.value === null) return [];
    const value = `${intervalText(figures.goal, (one) => goalText(one, result))}, ${safety.metric} ${threeDigits(height.value)}`;
    return [
      {
        label: kind === 'other' ? '' : label,
        title: `${label}: ${value}`,
        kind,
        meets: figures.meets,
        goal: mean * factor,
        goalLow: (low ?? mean) * factor,
        goalHigh: (high ?? mean) * factor,
        safety: height.value,
        safetyLow: height.low ?? height.value,
        safetyHigh: height.high ?? height.value,
      },
    ];
  };
  const running = points.filter(({ failure }) => failure === undefined);
  return {
    points: [
      ...running.flatMap((point) => {
        const isBest = point.policy === best?.policy;
        return place(point, isBest ? '' : labelOf(point, result), point.front ? 'front' : 'other');
      }),
      ...(today === null ? [] : place(today, 'as it is', 'today')),
      ...(best === null ? [] : place(best, labelOf(best, result), 'best')),
    ],
    limit:
      safety.limit === null
        ? null
        : { value: safety.limit, text: `${safety.metric} limit ${threeDigits(safety.limit)}`, better: safety.better },
    goalLabel: money === undefined ? goal.measure : `cost (${money.label})`,
    safetyLabel: safety.limit === null ? 'good share' : `${must[0].metric} ${must[0].expression}`,
    goalTick: (value) => `${money === undefined ? '' : '$'}${Number(value.toPrecision(4))}`,
  };
}

/** On the chart: of several parameters the values alone, in their order. */
function labelOf(setting: Pick<TuneResult['points'][number], 'params'>, result: TuneResult): string {
  const { vary } = result;
  return vary.length === 1 ? settingText(setting, result) : vary.map(({ key }) => setting.params[key]).join(' / ');
}

function deploymentSection({ deployment }: TuneResult): string {
  if (deployment === null) return '';
  const { kind, diff = '', policy, reason } = deployment;
  if (kind === 'none') return '';
  const text = kind === 'edit' ? diff : `--policy '${policy}'`;
  const why = reason === undefined ? '' : `<p class="how">${escapeHtml(reason)}</p>`;
  return `<section><h2>The change to deploy</h2>${why}<pre tabindex="0" role="region" aria-label="Change to deploy">${escapeHtml(text)}</pre></section>`;
}

/** Every setting, the fresh figures first. */
function tableSection(result: TuneResult): string {
  const { finals, today, points, best, goal, must, vary } = result;
  const heads = [
    ...vary.map(({ key }) => key),
    goal.measure,
    ...must.map(({ metric, expression }) => `${metric} ${expression}`),
    'good share',
    'runs',
    'note',
  ];
  const row = (
    params: TuneResult['points'][number]['params'] | undefined,
    figures: TunedFigures,
    word: string,
  ): string => {
    const cells = [
      ...vary.map(({ key }) => String(params?.[key] ?? 'as it is')),
      intervalText(figures.goal, (value) => goalText(value, result)),
      ...figures.must.map((one) => `${mustText(one)}${one.ok ? ' ok' : ' x'}`),
      figures.good_share.mean === null ? '-' : threeDigits(figures.good_share.mean),
      String(figures.runs),
      word,
    ];
    return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
  };
  const rows = [
    ...finals.map((final) =>
      row(final.params, final, final.policy === best?.policy ? 'best, fresh runs' : 'fresh runs'),
    ),
    ...(today === null ? [] : [row(undefined, today, 'fresh runs')]),
    ...points.map((point) => row(point.params, point, point.failure?.message ?? (point.front ? 'front' : ''))),
  ];
  const head = heads.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
  return `<section><h2>All settings</h2><div class="scroll" tabindex="0" role="region" aria-label="All settings"><table class="wide"><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
}

function visible(value: unknown): unknown {
  if (typeof value === 'string') return visibleText(value);
  if (Array.isArray(value)) return value.map(visible);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [visibleText(key), visible(one)]));
}
