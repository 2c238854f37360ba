import type { RunEventLine } from '../../src/record/runEvents.js';

const ends = ['retry', 'fallback', 'try_failed', 'cancelled', 'left_behind'];
const outcomes = ['completed', 'failed', 'rejected', 'timed_out', 'abandoned', 'aborted', 'rate_limited', 'unfinished'];

interface Followed {
  /** [try - 1] how it ended; undefined while it is open */
  readonly ends: (string | undefined)[];
  outcome: string | undefined;
}

/**
 * Follows every try of every request by the events of a run.
 *
 * @throws when one ends twice, begins out of order, is open when its request is over, or answers and is told to have ended
 */
export function followTries(lines: readonly RunEventLine[]): Map<string, Followed> {
  const requests = new Map<string, Followed>();
  const fail = (line: RunEventLine, what: string): never => {
    throw new Error(`${what}: ${JSON.stringify(line)}`);
  };
  for (const line of lines) {
    const name = String(line.request);
    const request = requests.get(name);
    if (line.kind === 'try') {
      const known = request ?? { ends: [], outcome: undefined };
      requests.set(name, known);
      if (known.outcome !== undefined) fail(line, 'begins after the end');
      if (known.ends.push(undefined) !== line.try) fail(line, 'is not the next try');
      if (line.hedge !== true && known.ends.slice(0, -1).includes(undefined)) fail(line, 'begins beside another');
    } else if (ends.includes(line.kind)) {
      const at = Number(line.try) - 1;
      if (request === undefined || at >= request.ends.length) return fail(line, 'never began');
      // A model server hears that its client has gone before the client goes on.
      const isHeard = request.ends[at] === 'cancelled' && ['retry', 'fallback', 'try_failed'].includes(line.kind);
      if (request.ends[at] !== undefined && !isHeard) fail(line, `had ended: ${request.ends[at]}`);
      request.ends[at] = line.kind;
    } else if (outcomes.includes(line.kind)) {
      if (request === undefined) return fail(line, 'never began');
      if (request.outcome !== undefined) fail(line, 'is over');
      request.outcome = line.kind;
      if (line.tries !== request.ends.length) fail(line, `${request.ends.length} began`);
      if (line.answered_by !== undefined) {
        const at = Number(line.answered_by) - 1;
        if (request.ends[at] !== undefined) fail(line, `the try that answered: ${request.ends[at]}`);
        request.ends[at] = 'answered';
      }
    }
  }
  for (const [name, request] of requests) {
    if (request.outcome === undefined) throw new Error(`${name} has no end`);
    const open = request.ends.filter((end) => end === undefined).length;
    // The try whose end was the end of its request, unless it is named; at the end of the run all may be open.
    const most = request.outcome === 'unfinished' ? request.ends.length : request.ends.includes('answered') ? 0 : 1;
    if (open > most) throw new Error(`${name}, ${request.outcome}: ${open} tries have no end (${request.ends.join()})`);
  }
  return requests;
}
