import { shellCommand } from '../../base/shellCommand.js';
import type { Exporter } from '../exporter.js';
import { formatNamed } from '../formatNamed.js';
import { startSecondsOf } from '../startSeconds.js';
import { answeredRequests, type Tally } from './answeredRequests.js';
import { inParts } from './inParts.js';
import { logFormats } from './logFormats.js';

/**
 * The access log that an nginx in the gateway's place would have written: a line for each request, when it ends.
 *
 * Read line by line: a file of events may be longer than the memory.
 */
export const accessLogExporter: Exporter = {
  name: 'access-log',
  summary: 'EVENTS.ndjson (of --events) -> an access log as nginx writes it',
  settings: ['format', 'start'],
  async write({ file, out, format = 'combined', start }) {
    const lineOf = formatNamed(format, logFormats);
    const startSeconds = startSecondsOf(start);
    const tally: Tally = { lineCount: 0, unfinishedCount: 0, droppedCount: 0, unknownCount: 0, callCount: 0 };
    function* text(): Generator<string> {
      for (const request of answeredRequests(file, tally)) yield `${lineOf(request, startSeconds)}\n`;
    }
    return {
      text: inParts(text()),
      get notes() {
        return notesOf(tally);
      },
      usage: [`next: ${shellCommand(['dryscale', 'import', 'log', out ?? 'access.log'])}`],
    };
  },
};

function notesOf({ lineCount, unfinishedCount, droppedCount, unknownCount, callCount }: Tally): string[] {
  const left = [
    [unfinishedCount, 'still inside at the end'],
    [droppedCount, 'dropped for want of a virtual user: never sent'],
    [unknownCount, 'whose begin is not in the file'],
    [callCount, 'calls between services, which come from inside'],
  ] as const;
  const parts = left.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return [
    `${lineCount} lines, of all the run, warm-up too${parts.length === 0 ? '' : `; without a line: ${parts.join(', ')}`}`,
    'a request class is a path, GET /CLASS; 200 completed, 429 rate limited, 499 gave up, 500 error, 502 instance gone, 503 no room, 504 timeout',
  ];
}
