import { suggestion } from '../../../base/nearest.js';
import type { Problem } from '../../../base/problem.js';
import { isSeriesRole, type SeriesRole, seriesRoles } from '../../../results/seriesRoles.js';
import { queryFacts } from './queryFacts.js';
import { formOfUnit } from './wordsOf.js';

/** `--series NAME=ROLE[:UNIT]`: what a series is, as the user says. */
export interface AskedSeries {
  /** Of the series: its metric, header, key or file, or a selector such as `x{job="web"}`. */
  readonly name: string;
  readonly role: SeriesRole;
  /** Undefined where the values tell it. */
  readonly unit: string | undefined;
}

const unitExamples = 'counter, req/s, req/min, ms, s, %, ratio, cores, millicores, count-per-step';

/** Reads the values of `--series`. @returns them, or what is wrong with each */
export function readAskedSeries(values: readonly string[]): { asked: AskedSeries[]; problems: Problem[] } {
  const asked: AskedSeries[] = [];
  const problems: Problem[] = [];
  for (const value of values) {
    const split = value.lastIndexOf('=');
    const [role = '', unit] = value.slice(split + 1).split(/:(.*)/);
    if (split <= 0)
      problems.push(
        bad(
          value,
          'is not of the form NAME=ROLE',
          `write for example --series 'x{job="web"}=request-rate'. Roles: ${roleNames().join(', ')}.`,
        ),
      );
    else if (!isSeriesRole(role))
      problems.push(bad(value, `has the role "${role}", which is unknown`, suggestion(role, roleNames())));
    else if (unit !== undefined && formOfUnit(unit) === undefined)
      problems.push(bad(value, `has the unit "${unit}", which is unknown`, `write one of: ${unitExamples}.`));
    else asked.push({ name: value.slice(0, split), role, unit });
  }
  return { asked, problems };
}

function roleNames(): string[] {
  return seriesRoles.map(({ name }) => name);
}

function bad(value: string, what: string, fix: string): Problem {
  const why = 'It says what a recorded series shows.';
  return { code: 'bad-series-option', where: {}, what: `--series "${value}" ${what}`, why, fix };
}

/** The first that means a series of these names and labels. */
export function askedFor(
  asked: readonly AskedSeries[],
  {
    names,
    metric,
    labels,
  }: { readonly names: readonly string[]; readonly metric: string; readonly labels: Readonly<Record<string, string>> },
): AskedSeries | undefined {
  return asked.find(({ name }) => names.includes(name) || selects(name, metric, labels));
}

/** Whether a selector such as `x{job="web"}` takes a series; other labels do not matter. */
function selects(text: string, metric: string, labels: Readonly<Record<string, string>>): boolean {
  if (!text.includes('{')) return false;
  const selector = queryFacts(text.replace(/^\{/, `${metric}{`))?.selectors[0];
  return (
    selector?.name === metric &&
    selector.matchers.every(({ label, op, value }) => op === '=' && labels[label] === value)
  );
}
