import type { DraftParts, Note } from './draftParts.js';
import { durationText, rangeOf } from './durationText.js';
import { probeLagOf, untilAnswer } from './probes.js';

/** With the probes that say how much later than it an instance is ready. */
export function draftStartup(
  { target, findings, answers }: Pick<DraftParts, 'target' | 'findings' | 'answers'>,
  note: Note,
  path: string,
): Record<string, unknown> {
  const { probes = [] } = target.workload ?? {};
  for (const { name } of probes) note(`${path}.probes.${name}`, { basis: 'measured', from: `${name}Probe` });
  const probed =
    probes.length === 0 ? {} : { probes: Object.fromEntries(probes.map(({ name, settings }) => [name, settings])) };
  const asked = answers.get('startup');
  if (asked !== undefined) {
    note(`${path}.startup`, asked, rangeOf(asked));
    const isExact = asked.basis === 'asked' && asked.low === asked.high;
    const [median, p95] = [durationText(asked.value), durationText(asked.value * 2)];
    return { startup: isExact ? median : { lognormal: { median, p95 } }, ...probed };
  }
  const { startup } = findings;
  if (startup === undefined) return probed;
  const lag = probeLagOf(probes);
  const mean = lag === undefined ? startup.mean : untilAnswer(startup.mean, lag);
  note(`${path}.startup`, mean, rangeOf(mean));
  const values = startup.valuesSeconds.map((ready) => Math.max(0, ready - (lag?.meanSeconds ?? 0)));
  return { startup: { empirical: { values: values.map(durationText) } }, ...probed };
}
