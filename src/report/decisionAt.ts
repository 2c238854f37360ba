import type { DecisionRow, PolicyResult } from '../results/results.js';
import { clockText } from './clock.js';

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
    if (row === undefined) return [`${service}: no decision until ${clockText(atSeconds, start)}`];
    return [headOf(row, rows.at(-2), { atSeconds, start }), ...detailsOf(row)];
  });
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
  return `${row.service}: ${last}${span}: wanted ${came}${row.desired}${got} (${row.result})`;
}

function detailsOf({ rule, reason }: DecisionRow): string[] {
  return [
    ...(rule === undefined ? [] : [`    rule    ${rule}`]),
    ...(reason === undefined ? [] : [`    reason  ${reason}`]),
    ...(rule === undefined && reason === undefined ? ['    the policy gave no reason'] : []),
  ];
}
