import type { DecisionRow, PolicyResult } from '../results/results.js';
import { formatClock } from './format.js';

/**
 * What a policy decided at an instant of the run shown, one line or two a service: which rule held, and why.
 *
 * The row in force is the last one that began at or before the instant.
 */
export function decisionAt({ decisions, timeline }: PolicyResult, atSeconds: number): string[] {
  const services = [
    ...new Set([...timeline.map(({ service }) => service), ...decisions.map(({ service }) => service)]),
  ];
  return services.flatMap((service) => {
    const rows = decisions.filter((row) => row.service === service && row.time_s <= atSeconds);
    const row = rows.at(-1);
    if (row === undefined) return [`${service}: no decision until ${formatClock(atSeconds)}`];
    return [headOf(row, rows.at(-2), atSeconds), ...detailsOf(row)];
  });
}

function headOf(row: DecisionRow, before: DecisionRow | undefined, atSeconds: number): string {
  const span =
    row.until_s > row.time_s
      ? `from ${formatClock(row.time_s)} to ${formatClock(row.until_s)}`
      : `at ${formatClock(row.time_s)}`;
  const isOver = row.until_s < atSeconds;
  const came = before === undefined || before.applied === row.applied ? '' : `${before.applied} -> `;
  const got = row.applied === row.desired ? '' : `, got ${row.applied}`;
  const last = isOver ? 'last decision ' : '';
  return `${row.service}: ${last}${span}: wanted ${came}${row.desired}${got} (${row.result})`;
}

function detailsOf({ rule, reason }: DecisionRow): string[] {
  return [
    ...(rule === undefined ? [] : [`    rule    ${rule}`]),
    ...(reason === undefined ? [] : [`    reason  ${reason}`]),
    ...(rule === undefined && reason === undefined ? ['    the policy gave no reason'] : []),
  ];
}
