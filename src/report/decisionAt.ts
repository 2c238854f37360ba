import type { DecisionRow, PolicyResult } from '../results/results.js';
import { clockText } from './clock.js';
import { controllerText } from './controllerText.js';

/**
 * What a policy decided at an instant of the run shown, one line or two a service: which rule held, and why.
 *
 * The row in force is the last one that began at or before the instant.
 * @param start of the run's calendar; without it times count from its begin
 */
export function decisionAt({ decisions, timeline }: PolicyResult, atSeconds: number, start?: string): string[] {
  const services = [
    ...new Set([...timeline.map(({ service }) => service), ...decisions.map(({ service }) => service)]),
  ];
  return services.flatMap((service) => {
    const rows = decisions.filter((row) => row.service === service && row.time_s <= atSeconds);
    const row = rows.at(-1);
    const initialCount = timeline.find((curves) => curves.service === service)?.desired[0];
    if (row === undefined) return [`${service}: no decision until ${clockText(atSeconds, start)}`];
    return [
      headOf(row, rows.at(-2), { atSeconds, start }),
      ...detailsOf(row),
      ...othersAtOnce(row, rows, initialCount),
    ];
  });
}

/** What other controllers did at the same instant: one step of the fleet may be made of many small ones. */
function othersAtOnce(row: DecisionRow, rows: readonly DecisionRow[], initialCount: number | undefined): string[] {
  const first = rows.findIndex(({ time_s }) => time_s === row.time_s);
  const otherCount = rows.length - 1 - first;
  if (row.controller === undefined || otherCount === 0) return [];
  const from = rows[first - 1]?.applied ?? initialCount ?? rows[first].applied;
  const many = otherCount === 1 ? '1 decision of another controller' : `${otherCount} decisions of other controllers`;
  return [`    with    ${many} at the same instant: ${from} -> ${row.applied} in all`];
}

interface Asked {
  readonly atSeconds: number;
  readonly start: string | undefined;
}

function headOf(row: DecisionRow, before: DecisionRow | undefined, { atSeconds, start }: Asked): string {
  const span =
    row.until_s > row.time_s
      ? `from ${clockText(row.time_s, start)} to ${clockText(row.until_s, start)}`
      : `at ${clockText(row.time_s, start)}`;
  const isOver = row.until_s < atSeconds;
  const came = before === undefined || before.applied === row.applied ? '' : `${before.applied} -> `;
  const got = row.applied === row.desired ? '' : `, got ${row.applied}`;
  const last = isOver ? 'last decision ' : '';
  const who = controllerText(row);
  const by = who === '' ? '' : `, by ${who}`;
  return `${row.service}: ${last}${span}: wanted ${came}${row.desired}${got} (${row.result})${by}`;
}

function detailsOf({ rule, reason, weights = {} }: DecisionRow): string[] {
  const shares = Object.entries(weights).map(([name, weight]) => `${name} ${weight}`);
  return [
    ...(rule === undefined ? [] : [`    rule    ${rule}`]),
    ...(reason === undefined ? [] : [`    reason  ${reason}`]),
    ...(shares.length === 0 ? [] : [`    weights ${shares.join(', ')}`]),
    ...(rule === undefined && reason === undefined ? ['    the policy gave no reason'] : []),
  ];
}
